package io.touchpoint.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.PlainText;
import io.touchpoint.chat.Told;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks people and channels up: among the chats that the bot has, and among the members
 * of the teams that it is in. Whoever is in neither cannot be reached. People are
 * remembered for a day; channels never, because whether one is shared decides what may be
 * said there.
 */
@Component
final class TeamsDirectory implements Directory {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final int MOST = 20_000;

    private final References references;

    private final Chats chats;

    private final Roster roster;

    private final Channels channels;

    private final Clock clock;

    private final Map<String, Remembered> people = new ConcurrentHashMap<>();

    TeamsDirectory(References references, Chats chats, Roster roster, Channels channels, Clock clock) {
        this.references = references;
        this.chats = chats;
        this.roster = roster;
        this.channels = channels;
        this.clock = clock;
    }

    private record Remembered(Roster.Member member, Instant until) {
    }

    @Override
    public String platform() {
        return TeamsMessenger.PLATFORM;
    }

    @Override
    public Found<Person> person(Address person) {
        ChatReference.Note gone = references.of(person).map(ChatReference::gone).orElse(null);
        return (gone != null) ? new Found.Nowhere<>(gone.why()) : who(person, null);
    }

    @Override
    public Found<Person> byEmail(String workspace, String tenant, String email) {
        Address near = Address.channel(workspace, platform(), tenant, "-");
        Optional<ChatReference> known = references.byEmail(near, email);
        if (known.isPresent()) {
            String id = Optional.ofNullable(known.get().aadObjectId())
                .orElseGet(() -> String.valueOf(known.get().userId()));
            return person(Address.person(workspace, platform(), tenant, id));
        }
        return switch (chats.inTeams(near,
                (member) -> email.equalsIgnoreCase(member.email()) || email.equalsIgnoreCase(member.principal()))) {
            case Chats.InTeams.Is(Roster.Member member) ->
                person(Address.person(workspace, platform(), tenant, member.addressId()));
            case Chats.InTeams.Nowhere _ -> new Found.Nowhere<>("not_installed");
            case Chats.InTeams.NotNow(Reply reply) -> new Found.NotNow<>(reason(reply));
        };
    }

    @Override
    public Found<Channel> channel(Address channel) {
        return channels.look(channel);
    }

    /**
     * Who somebody is, whether or not the bot may write to them.
     * @param here the activity in whose conversation they are; null for none
     */
    Found<Person> who(Address person, @Nullable Context here) {
        Remembered known = people.get(person.key());
        if (known != null && known.until().isAfter(clock.instant())) {
            return new Found.Here<>(read(person, known.member()));
        }
        Optional<ChatReference> reference = references.of(person);
        String service = reference.flatMap((_) -> chats.service(person)).orElse(null);
        String conversation = (here != null) ? Connector.root(here.arrival().conversation())
                : reference.map(ChatReference::conversationId).orElse(null);
        if (service != null && conversation != null) {
            String id = reference.map(ChatReference::userId).orElse(person.id());
            Reply reply = roster.one(service, conversation, id);
            if (reply instanceof Reply.Done(JsonNode body)) {
                return new Found.Here<>(remember(person, Roster.Member.of(body, person.tenant())));
            }
            if (!(reply instanceof Reply.Failed)) {
                return new Found.NotNow<>(reason(reply));
            }
        }
        return switch (chats.inTeams(person)) {
            case Chats.InTeams.Is(Roster.Member member) -> new Found.Here<>(remember(person, member));
            case Chats.InTeams.Nowhere _ -> new Found.Nowhere<>("not_installed");
            case Chats.InTeams.NotNow(Reply reply) -> new Found.NotNow<>(reason(reply));
        };
    }

    private Person remember(Address person, Roster.Member member) {
        if (people.size() >= MOST) {
            people.clear();
        }
        people.put(person.key(), new Remembered(member, clock.instant().plus(REMEMBERED)));
        references.seen(
                person, new References.Facts(member.id().isEmpty() ? null : member.id(), member.aadObjectId(),
                        member.name(), member.email(), null, null, null, null, null, null, null, null, null),
                false, clock.instant());
        return read(person, member);
    }

    private Person read(Address person, Roster.Member member) {
        Optional<ChatReference> reference = references.of(person);
        return new Person(person, PlainText.cut(member.name(), 80), member.email(),
                Told.locale(reference.map(ChatReference::locale).orElse(null)),
                Told.zone(reference.map(ChatReference::zone).orElse(null)), !member.guest(), true);
    }

    static String reason(Reply reply) {
        return switch (reply) {
            case Reply.Done _ -> "answer_incomplete";
            case Reply.Failed(int _, String code) -> code;
            case Reply.Limited _ -> "Throttled";
            case Reply.NotSent(String why) -> why;
            case Reply.Lost(String why) -> why;
        };
    }

}
