package io.touchpoint.teams;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What must be known of a person or a channel of Teams to write there.
 *
 * <pre>
 * {_id: "w1|teams|TENANT|person:AAD-ID", home: "w1|teams|TENANT", userId: "29:…", aadObjectId, name?, email?,
 *  conversationId: "a:…", type: "personal", serviceUrl, botId: "28:…", seenAt, locale?, zone?, greetedAt?,
 *  gone?: {at, why}, succeededAt?, failed?: {at, why}, sent: [{id, token}]}
 * {_id: "w1|teams|TENANT|channel:19:…@thread.tacv2", home: …, conversationId: "19:…@thread.tacv2",
 *  type: "channel", serviceUrl, botId, teamId: "19:…", aadGroupId?, membership?: "shared", archived?, seenAt, …}
 * </pre>
 *
 * @param id the address's key
 * @param home workspace, platform and tenant: what is asked for together
 * @param userId the id under which this bot knows the person, other than any other bot
 * @param conversationId the direct chat or the channel; null until there is a chat
 * @param type personal, channel or groupChat; null for a person of whom only a team is
 * known
 * @param serviceUrl where the Bot Connector took the last activity from
 * @param membership standard, private or shared; null while it was not said
 * @param gone why nothing can be sent there until the next install or message
 * @param sent the last cards that stand there, so that reactions to them are understood
 */
@Document(ChatReference.COLLECTION)
@TypeAlias("teamsReference")
record ChatReference(@Id String id, String home, @Nullable String userId, @Nullable String aadObjectId,
        @Nullable String name, @Nullable String email, @Nullable String conversationId, @Nullable String type,
        @Nullable String serviceUrl, @Nullable String botId, @Nullable String teamId, @Nullable String aadGroupId,
        @Nullable String membership, @Nullable Boolean archived, @Nullable String locale, @Nullable String zone,
        @Nullable Instant seenAt, @Nullable Instant greetedAt, @Nullable Note gone, @Nullable Instant succeededAt,
        @Nullable Note failed, List<Sent> sent) {

    static final String COLLECTION = "teams_references";

    ChatReference {
        sent = (sent == null) ? List.of() : List.copyOf(sent);
    }

    /** Since when something is so, and why: a code, without personal data. */
    record Note(Instant at, String why) {
    }

    /** A card that stands there: the platform's id of it, and its token. */
    record Sent(String id, String token) {
    }

}
