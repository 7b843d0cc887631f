package io.touchpoint.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchpoint.chat.Address;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is in a team or a chat, as the Bot Connector lists it page by page; remembered for
 * ten minutes.
 */
@Component
class Roster {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final int PAGES = 200;

    private static final int MOST = 500;

    private final Connector connector;

    private final Clock clock;

    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    Roster(Connector connector, Clock clock) {
        this.connector = connector;
        this.clock = clock;
    }

    /**
     * Somebody in a team or chat.
     *
     * @param id the id under which this bot knows the person
     * @param guest whether the person belongs to another company
     */
    record Member(String id, @Nullable String aadObjectId, String name, @Nullable String email,
            @Nullable String principal, boolean guest) {

        /** The id by which the person's address is known. */
        String addressId() {
            return (aadObjectId != null) ? aadObjectId : id;
        }

        /** Reads a member as the Bot Connector writes one. */
        static Member of(JsonNode node, String tenant) {
            String principal = Json2.text(node, "userPrincipalName");
            String home = Json2.text(node, "tenantId");
            boolean guest = "guest".equalsIgnoreCase(Json2.text(node, "userRole"))
                    || "anonymous".equalsIgnoreCase(Json2.text(node, "userRole"))
                    || (principal != null && principal.contains("#EXT#")) || (home != null && !home.equals(tenant));
            String id = Json2.found(node, "id").orElse("");
            String aad = Json2.found(node, "aadObjectId").or(() -> Json2.found(node, "objectId")).orElse(null);
            return new Member(id, aad, Json2.found(node, "name").orElse((aad != null) ? aad : id),
                    Json2.text(node, "email"), principal, guest);
        }

    }

    /** Who is there, or why that is not known. */
    sealed interface Members {

        /** They are. */
        record These(List<Member> all) implements Members {
        }

        /** The Bot Connector did not say. */
        record Unknown(Reply why) implements Members {
        }

        default Optional<Member> first(Predicate<Member> which) {
            return (this instanceof These(List<Member> all)) ? all.stream().filter(which).findFirst()
                    : Optional.empty();
        }

    }

    private record Remembered(Members.These members, Instant until) {
    }

    /** Everybody in a team (by the id of its first channel), a channel or a chat. */
    Members in(Address near, String serviceUrl, String conversation) {
        String key = near.tenant() + "|" + conversation;
        Remembered known = remembered.get(key);
        if (known != null && known.until().isAfter(clock.instant())) {
            return known.members();
        }
        Members members = read(near.tenant(), serviceUrl, conversation);
        if (members instanceof Members.These these) {
            if (remembered.size() >= MOST) {
                remembered.clear();
            }
            remembered.put(key, new Remembered(these, clock.instant().plus(REMEMBERED)));
        }
        return members;
    }

    void forget(Address near, String conversation) {
        remembered.remove(near.tenant() + "|" + conversation);
    }

    private Members read(String tenant, String serviceUrl, String conversation) {
        List<Member> all = new ArrayList<>();
        String[] path = { "v3", "conversations", conversation, "pagedmembers" };
        String next = null;
        for (int page = 0; page < PAGES; page++) {
            Reply reply = (next == null) ? connector.get(serviceUrl, path)
                    : connector.get(serviceUrl, path, "continuationToken", next);
            if (!(reply instanceof Reply.Done(JsonNode body))) {
                return new Members.Unknown(reply);
            }
            body.path("members").forEach((one) -> all.add(Member.of(one, tenant)));
            next = Json2.text(body, "continuationToken");
            if (next == null) {
                break;
            }
        }
        return new Members.These(List.copyOf(all));
    }

    /** One member, asked for anew. */
    Reply one(String serviceUrl, String conversation, String id) {
        return connector.get(serviceUrl, new String[] { "v3", "conversations", conversation, "members", id });
    }

}
