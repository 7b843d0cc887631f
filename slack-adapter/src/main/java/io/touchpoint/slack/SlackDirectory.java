package io.touchpoint.slack;

import com.google.gson.JsonObject;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.PlainText;
import io.touchpoint.chat.Told;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Looks people and channels up in Slack. People are remembered for a day; channels never,
 * because whether one is shared decides what may be said there.
 */
@Component
final class SlackDirectory implements Directory {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final int MOST = 20_000;

    private static final Set<String> LATER = Set.of("service_unavailable", "request_timeout", "fatal_error",
            "internal_error");

    private final SlackWeb web;

    private final Clock clock;

    private final Map<String, Remembered> people = new ConcurrentHashMap<>();

    SlackDirectory(SlackWeb web, Clock clock) {
        this.web = web;
        this.clock = clock;
    }

    @Override
    public String platform() {
        return SlackMessenger.PLATFORM;
    }

    @Override
    public Found<Person> person(Address person) {
        Remembered known = people.get(person.key());
        if (known != null && known.until().isAfter(clock.instant())) {
            return new Found.Here<>(known.person());
        }
        Reply reply = web.call(SlackMethod.USER, Json.object("user", person.id(), "include_locale", true));
        return found(reply, (body) -> remember(read(Json.at(body, "user"), person)));
    }

    @Override
    public Found<Person> byEmail(String workspace, String tenant, String email) {
        Reply reply = web.call(SlackMethod.USER_BY_EMAIL, Json.object("email", email));
        return switch (found(reply, (body) -> Json.at(body, "user"))) {
            case Found.Here<JsonObject>(JsonObject user) -> {
                String id = Json.text(user, "id");
                // Only users.info tells the language, so the person is looked up by id.
                yield (id == null) ? new Found.Nowhere<>("users_not_found")
                        : person(Address.person(workspace, SlackMessenger.PLATFORM, tenant, id));
            }
            case Found.Nowhere<JsonObject>(String reason) -> new Found.Nowhere<>(reason);
            case Found.NotNow<JsonObject>(String reason) -> new Found.NotNow<>(reason);
        };
    }

    @Override
    public Found<Channel> channel(Address channel) {
        Reply reply = web.call(SlackMethod.CHANNEL, Json.object("channel", channel.id()));
        return found(reply, (body) -> channel(Json.at(body, "channel"), channel));
    }

    /** Forgets what was remembered of a person. */
    void forget(Address person) {
        people.remove(person.key());
    }

    private Person remember(Person person) {
        if (people.size() >= MOST) {
            people.clear();
        }
        people.put(person.address().key(), new Remembered(person, clock.instant().plus(REMEMBERED)));
        return person;
    }

    private static <T> Found<T> found(Reply reply, Function<JsonObject, T> read) {
        return switch (reply) {
            case Reply.Done(JsonObject body) -> new Found.Here<>(read.apply(body));
            case Reply.Failed(String error) ->
                LATER.contains(error) ? new Found.NotNow<>(error) : new Found.Nowhere<>(error);
            case Reply.Limited _ -> new Found.NotNow<>("ratelimited");
            case Reply.NotSent(String reason) -> new Found.NotNow<>(reason);
            case Reply.Lost(String reason) -> new Found.NotNow<>(reason);
        };
    }

    private static Person read(JsonObject user, Address address) {
        JsonObject profile = Json.at(user, "profile");
        boolean member = address.tenant().equals(Json.text(user, "team_id")) && !Json.flag(user, "is_restricted")
                && !Json.flag(user, "is_ultra_restricted") && !Json.flag(user, "is_stranger");
        boolean reachable = !Json.flag(user, "deleted") && !Json.flag(user, "is_bot")
                && !Json.flag(user, "is_stranger");
        String name = Json.found(profile, "display_name")
            .or(() -> Json.found(profile, "real_name"))
            .or(() -> Json.found(user, "real_name"))
            .or(() -> Json.found(user, "name"))
            .orElse(address.id());
        return new Person(address, PlainText.cut(name, 80), Json.text(profile, "email"),
                Told.locale(Json.text(user, "locale")), Told.zone(Json.text(user, "tz")), member && reachable,
                reachable);
    }

    private static Channel channel(JsonObject channel, Address address) {
        boolean shared = Json.flag(channel, "is_ext_shared") || Json.flag(channel, "is_pending_ext_shared")
                || Json.flag(channel, "is_shared") && !Json.flag(channel, "is_org_shared");
        return new Channel(address, Json.found(channel, "name").orElse(address.id()), shared,
                Json.flag(channel, "is_archived"), Json.flag(channel, "is_member") || Json.flag(channel, "is_im"));
    }

    /** A person, and until when what is known of that person counts. */
    private record Remembered(Person person, Instant until) {
    }

}
