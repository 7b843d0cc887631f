package io.touchpoint.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A request of a platform as it came, stored before it is acknowledged; it is its own job
 * until it is done.
 *
 * <pre>
 * {_id: "slack|T1|event:Ev1", platform: "slack", at, type: "application/json", body: "{…}", claimAt?, holder?,
 *  fence: 1, attempts: 1, parked?: {at, why}}
 * </pre>
 *
 * @param id the same for each delivery of one thing that happened; the platform first
 * @param platform whose application works on it
 * @param at when it arrived
 * @param type the content type
 * @param body the body
 * @param claimAt when it may be worked on; null once it is done or given up
 * @param holder who claimed it last; null while it waits to be tried again
 * @param fence counts the claims: who holds an older one may not finish it
 * @param attempts how often it was begun
 * @param parked why it was given up; null otherwise
 */
@Document("inbound")
@TypeAlias("received")
public record Received(@Id String id, String platform, Instant at, String type, String body, @Nullable Instant claimAt,
        @Nullable String holder, Integer fence, Integer attempts, @Nullable Parked parked) {

    /**
     * Since when a request is given up, and why: a code, without anything from its body.
     */
    public record Parked(Instant at, String why) {
    }

}
