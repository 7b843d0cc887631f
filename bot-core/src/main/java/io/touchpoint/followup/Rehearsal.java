package io.touchpoint.followup;

import io.touchpoint.chat.Address;
import java.time.Duration;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A rehearsal that takes longer than a person waits for an answer:
 *
 * <pre>
 * {_id: "w1|rehearsal|slack|T1|Ev1", workspace: "w1", change: {words: "clock 3 d", …}, days: 30, askedAt: …,
 *  person: {…}, claimAt: …, fence: 1}
 * </pre>
 *
 * @param askedAt when it was asked for, which ends the time that is replayed
 * @param person who is told
 * @param claimAt when somebody takes it up, or again if that one is never heard of again
 * @param fence counts who took it up
 */
@Document("rehearsals")
@TypeAlias("rehearsal")
record Rehearsal(@Id String id, String workspace, Change change, Integer days, Instant askedAt, Address person,
        Instant claimAt, Integer fence) {

    static Rehearsal asked(String workspace, String by, Change change, int days, Address person, Instant now) {
        return new Rehearsal(workspace + "|rehearsal|" + by, workspace, change, days, now, person, now, 0);
    }

    Instant from() {
        return askedAt.minus(Duration.ofDays(days));
    }

}
