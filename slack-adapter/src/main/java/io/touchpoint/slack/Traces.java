package io.touchpoint.slack;

import com.google.gson.JsonObject;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Messenger.Trace;
import io.touchpoint.chat.Reference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds messages whose outcome is unknown, by their metadata. How often one may look
 * depends on how the app is distributed, from once a minute to fifty times; Slack says so
 * when it is too often.
 */
@Component
final class Traces {

    private static final Duration BEFORE = Duration.ofSeconds(5);

    /** No call to Slack lasts longer, so no message can be younger. */
    private static final Duration AFTER = Duration.ofMinutes(1);

    private static final Set<String> FOR_GOOD = Set.of("missing_scope", "channel_not_found", "not_in_channel",
            "is_archived", "user_not_found", "user_disabled", "account_inactive", "token_revoked", "invalid_auth",
            "no_permission", "not_allowed_token_type");

    private final SlackWeb web;

    private final Clock clock;

    /** Until when a tenant is not to be asked. */
    private final Map<String, Instant> rests = new ConcurrentHashMap<>();

    private final Map<String, String> directChats = new ConcurrentHashMap<>();

    private final Map<String, String> bots = new ConcurrentHashMap<>();

    Traces(SlackWeb web, Clock clock) {
        this.web = web;
        this.clock = clock;
    }

    /** Remembers what an answer says about a person's direct chat and about the bot. */
    void learn(Address to, String place, @Nullable String bot) {
        if (to.kind() == Address.Kind.PERSON) {
            directChats.put(to.key(), place);
        }
        if (bot != null) {
            bots.put(to.tenant(), bot);
        }
    }

    Trace find(Address to, @Nullable Reference thread, String token, Instant since) {
        if (clock.instant().isBefore(rests.getOrDefault(to.tenant(), Instant.MIN))) {
            return new Trace.NotNow();
        }
        if (thread != null) {
            return look(SlackMethod.REPLIES, to, thread.place(), thread.message(), token, since);
        }
        String direct = directChats.get(to.key());
        if (to.kind() == Address.Kind.CHANNEL || direct != null) {
            return look(SlackMethod.HISTORY, to, (direct != null) ? direct : to.id(), null, token, since);
        }
        Reply opened = web.call(SlackMethod.OPEN_CHAT, Json.object("users", to.id(), "return_im", true));
        if (!(opened instanceof Reply.Done(JsonObject body))) {
            return failed(opened, to);
        }
        String place = Json.found(Json.at(body, "channel"), "id").orElse(to.id());
        directChats.put(to.key(), place);
        return look(SlackMethod.HISTORY, to, place, null, token, since);
    }

    private Trace look(SlackMethod method, Address to, String place, @Nullable String thread, String token,
            Instant since) {
        Reply reply = web.call(method, Json.object("channel", place, "ts", thread, "oldest", ts(since.minus(BEFORE)),
                "latest", ts(since.plus(AFTER)), "inclusive", true, "limit", 15, "include_all_metadata", true));
        return (reply instanceof Reply.Done(JsonObject body)) ? among(body, to, place, token) : failed(reply, to);
    }

    private Trace among(JsonObject body, Address to, String place, String token) {
        List<JsonObject> messages = Json.objects(body, "messages");
        Optional<String> found = messages.stream()
            .filter((message) -> ours(message, to, token))
            .map((message) -> Json.found(message, "ts"))
            .flatMap(Optional::stream)
            .findFirst();
        if (found.isPresent()) {
            return new Trace.Found(new Reference(place, found.get()));
        }
        return Json.flag(body, "has_more") ? new Trace.Never() : new Trace.Absent();
    }

    /**
     * Until the bot's own id is known from an answer, any bot's message with the opaque
     * token counts.
     */
    private boolean ours(JsonObject message, Address to, String token) {
        JsonObject metadata = Json.at(message, "metadata");
        String bot = Json.text(message, "bot_id");
        String own = bots.get(to.tenant());
        return SlackMessenger.EVENT_TYPE.equals(Json.text(metadata, "event_type"))
                && token.equals(Json.text(Json.at(metadata, "event_payload"), "k")) && bot != null
                && (own == null || own.equals(bot));
    }

    private Trace failed(Reply reply, Address to) {
        return switch (reply) {
            case Reply.Limited(Duration after) -> {
                rests.put(to.tenant(), clock.instant().plus(after));
                yield new Trace.NotNow();
            }
            case Reply.Failed(String error) when FOR_GOOD.contains(error) -> new Trace.Never();
            default -> new Trace.NotNow();
        };
    }

    private static String ts(Instant at) {
        return "%d.%06d".formatted(at.getEpochSecond(), at.getNano() / 1000);
    }

}
