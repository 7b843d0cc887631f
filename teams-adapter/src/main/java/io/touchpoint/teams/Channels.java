package io.touchpoint.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory.Channel;
import io.touchpoint.chat.Directory.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks channels and group chats up, each time anew. */
@Component
class Channels {

    private final References references;

    private final Chats chats;

    private final Roster roster;

    private final Connector connector;

    Channels(References references, Chats chats, Roster roster, Connector connector) {
        this.references = references;
        this.chats = chats;
        this.roster = roster;
        this.connector = connector;
    }

    Found<Channel> look(Address channel) {
        ChatReference known = references.of(channel).orElse(null);
        ChatReference.Note gone = (known == null) ? null : known.gone();
        if (gone != null) {
            return new Found.Nowhere<>(gone.why());
        }
        Optional<String> service = chats.service(channel);
        if (service.isEmpty()) {
            return new Found.Nowhere<>("not_installed");
        }
        if (known != null && known.teamId() == null && "groupChat".equals(known.type())) {
            return shared(channel, service.get(), channel.id(), false);
        }
        Reply failed = null;
        for (String team : teams(channel, known)) {
            Reply reply = connector.get(service.get(), new String[] { "v3", "teams", team, "conversations" });
            if (!(reply instanceof Reply.Done(JsonNode body))) {
                failed = reply;
                continue;
            }
            for (JsonNode one : body.path("conversations")) {
                if (channel.id().equals(Json2.text(one, "id"))) {
                    return found(channel, service.get(), one, known);
                }
            }
        }
        return (failed == null || failed instanceof Reply.Failed) ? new Found.Nowhere<>("not_installed")
                : new Found.NotNow<>(TeamsDirectory.reason(failed));
    }

    private List<String> teams(Address channel, @Nullable ChatReference known) {
        List<String> teams = new ArrayList<>();
        if (known != null && known.teamId() != null) {
            teams.add(known.teamId());
        }
        else {
            references.teams(channel).forEach((one) -> {
                if (one.teamId() != null) {
                    teams.add(one.teamId());
                }
            });
        }
        return teams;
    }

    private Found<Channel> found(Address channel, String service, JsonNode one, @Nullable ChatReference known) {
        String told = (known == null) ? null : known.membership();
        boolean archived = known != null && Boolean.TRUE.equals(known.archived());
        boolean shareable = "shared".equalsIgnoreCase(told) || "shared".equalsIgnoreCase(Json2.text(one, "type"))
                || "shared".equalsIgnoreCase(Json2.text(one, "membershipType"));
        String name = Json2.found(one, "name").orElse("General");
        return shareable ? shared(channel, service, name, archived)
                : new Found.Here<>(new Channel(channel, name, false, archived, true));
    }

    /** Whether people of other companies read it. */
    private Found<Channel> shared(Address channel, String service, String name, boolean archived) {
        roster.forget(channel, channel.id());
        return switch (roster.in(channel, service, channel.id())) {
            case Roster.Members.These(var all) -> new Found.Here<>(
                    new Channel(channel, name, all.stream().anyMatch(Roster.Member::guest), archived, true));
            case Roster.Members.Unknown(Reply.Failed(int _, String code)) -> new Found.Nowhere<>(code);
            case Roster.Members.Unknown(Reply why) -> new Found.NotNow<>(TeamsDirectory.reason(why));
        };
    }

}
