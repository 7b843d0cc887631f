package io.touchpoint.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationParameters;
import io.touchpoint.chat.Address;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The chats and channels that can be written to now. A direct chat is opened once, when
 * only the person is known.
 */
@Component
class Chats {

    private static final String NOT_INSTALLED = "not_installed";

    private final References references;

    private final Roster roster;

    private final Connector connector;

    private final TeamsSettings settings;

    private final Clock clock;

    /** Tenants that know the bot no more, since when. */
    private final Map<String, Instant> stopped = new ConcurrentHashMap<>();

    Chats(References references, Roster roster, Connector connector, TeamsSettings settings, Clock clock) {
        this.references = references;
        this.roster = roster;
        this.connector = connector;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A chat or channel.
     *
     * @param channel whether it is a channel of a team, where each new message begins a
     * thread
     */
    record Chat(String serviceUrl, String conversation, String bot, boolean channel) {
    }

    /** What became of looking for a chat. */
    sealed interface Found {

        /** It is there. */
        record Here(Chat chat) implements Found {
        }

        /** It cannot be written to; {@code reason} is a code, without personal data. */
        record Nowhere(String reason) implements Found {
        }

        /** The Bot Connector did not open it. */
        record Failed(Reply reply) implements Found {
        }

    }

    /** The chat or channel of an address. */
    Found with(Address to) {
        if (isStopped(to)) {
            return new Found.Nowhere("BotNotRegistered");
        }
        Optional<ChatReference> known = references.of(to);
        ChatReference.Note gone = known.map(ChatReference::gone).orElse(null);
        if (gone != null) {
            return new Found.Nowhere(gone.why());
        }
        return switch (to.kind()) {
            case CHANNEL -> channel(to, known);
            case PERSON -> person(to, known);
        };
    }

    /** The service that an address is reached by. */
    Optional<String> service(Address to) {
        return references.of(to)
            .map(ChatReference::serviceUrl)
            .or(() -> references.newest(to).map(ChatReference::serviceUrl))
            .filter(settings::answersTo);
    }

    /** Nothing more is sent to a tenant until it is heard of again. */
    void stop(Address to, String why) {
        stopped.put(to.tenant(), clock.instant());
    }

    /** A tenant was heard of. */
    void heard(String tenant) {
        stopped.remove(tenant);
    }

    private boolean isStopped(Address to) {
        return stopped.containsKey(to.tenant());
    }

    private Found channel(Address to, Optional<ChatReference> known) {
        Optional<String> service = service(to);
        if (service.isEmpty()) {
            return new Found.Nowhere(NOT_INSTALLED);
        }
        String type = known.map(ChatReference::type).orElse(null);
        boolean channel = (type != null) ? "channel".equals(type) : !to.id().endsWith("@thread.v2");
        return new Found.Here(new Chat(service.get(), to.id(), bot(known.orElse(null)), channel));
    }

    private Found person(Address to, Optional<ChatReference> known) {
        String conversation = known.map(ChatReference::conversationId).orElse(null);
        Optional<String> service = service(to);
        if (service.isEmpty()) {
            return new Found.Nowhere(NOT_INSTALLED);
        }
        String bot = bot(known.orElseGet(() -> references.newest(to).orElse(null)));
        if (conversation != null) {
            return new Found.Here(new Chat(service.get(), conversation, bot, false));
        }
        String userId = known.map(ChatReference::userId).orElse(null);
        if (userId == null) {
            return switch (inTeams(to)) {
                case InTeams.Is(Roster.Member member) -> open(to, service.get(), bot, member.id());
                case InTeams.Nowhere _ -> new Found.Nowhere(NOT_INSTALLED);
                case InTeams.NotNow(Reply reply) -> new Found.Failed(reply);
            };
        }
        return open(to, service.get(), bot, userId);
    }

    /** Whether a person is in one of the teams that the bot is in. */
    sealed interface InTeams {

        /** In one at least. */
        record Is(Roster.Member member) implements InTeams {
        }

        /** In none. */
        record Nowhere() implements InTeams {
        }

        /** The Bot Connector did not say. */
        record NotNow(Reply reply) implements InTeams {
        }

    }

    /** Looks for a person by the address's id. */
    InTeams inTeams(Address person) {
        return inTeams(person, (member) -> member.addressId().equals(person.id()) || member.id().equals(person.id()));
    }

    /** Looks for somebody in all teams that the bot is in, and learns who it is. */
    InTeams inTeams(Address near, Predicate<Roster.Member> who) {
        Reply failed = null;
        for (ChatReference team : references.teams(near)) {
            String service = team.serviceUrl();
            String id = team.teamId();
            if (service == null || id == null || !settings.answersTo(service)) {
                continue;
            }
            Roster.Members members = roster.in(near, service, id);
            Optional<Roster.Member> found = members.first(who);
            if (found.isPresent()) {
                learn(near, found.get(), team);
                return new InTeams.Is(found.get());
            }
            if (members instanceof Roster.Members.Unknown(Reply why) && !(why instanceof Reply.Failed)) {
                failed = why;
            }
        }
        return (failed != null) ? new InTeams.NotNow(failed) : new InTeams.Nowhere();
    }

    private void learn(Address near, Roster.Member member, ChatReference team) {
        Address address = Address.person(near.workspace(), near.platform(), near.tenant(), member.addressId());
        references.seen(address, new References.Facts(member.id(), member.aadObjectId(), member.name(), member.email(),
                null, null, team.serviceUrl(), team.botId(), null, null, null, null, null), false, clock.instant());
    }

    private Found open(Address to, String service, String bot, String userId) {
        ConversationParameters chat = new ConversationParameters();
        chat.setIsGroup(false);
        chat.setTenantId(to.tenant());
        chat.setBot(new ChannelAccount(bot));
        chat.setMembers(List.of(new ChannelAccount(userId)));
        var channelData = Json2.object();
        channelData.putObject("tenant").put("id", to.tenant());
        chat.setChannelData(channelData);
        Reply reply = connector.create(service, to.key(), chat);
        String id = (reply instanceof Reply.Done(JsonNode body)) ? Json2.text(body, "id") : null;
        if (id == null) {
            return new Found.Failed((reply instanceof Reply.Done) ? new Reply.Lost("answer_incomplete") : reply);
        }
        references.opened(to, id);
        return new Found.Here(new Chat(service, id, bot, false));
    }

    private String bot(@Nullable ChatReference known) {
        String told = (known == null) ? null : known.botId();
        return (told != null) ? told : "28:" + settings.appId();
    }

}
