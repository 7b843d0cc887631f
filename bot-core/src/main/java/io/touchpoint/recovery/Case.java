package io.touchpoint.recovery;

import io.touchpoint.outbox.Saying;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A customer who is to hear from a person.
 *
 * <pre class="code">
 * cases {_id: "w1|case|order:1042|delivery", version, complaint: {…}, status: "TAKEN", openedAt, due, first: true,
 *        taken?: {by, name, at}, repliedAt?, closing?: {…}, overdueAt?, heard: ["…"], inbox: ["…"], said: 3,
 *        pending: [saying, …], claimAt?}
 * </pre>
 *
 * @param id the conversation's id with {@code case} behind the workspace, from the second
 * case of a conversation on with {@code |2} and so on at the end
 * @param due until when a reply is promised
 * @param first whether the customer had no case before
 * @param taken who looks after it; null while nobody does
 * @param repliedAt when the customer was first written to; null until then
 * @param closing how it ended; null while it is open
 * @param overdueAt when it was said that it is overdue
 * @param heard the customer's own words as they came, the last ones
 * @param inbox what has been applied, the last ones
 * @param said how many sayings it has decided on
 * @param pending those that the outbox may not know yet
 * @param claimAt when something is to be done about it; null when nothing is
 */
@Document("cases")
@TypeAlias("case")
public record Case(@Id String id, @Version @Nullable Long version, Complaint complaint, Status status, Instant openedAt,
        Instant due, Boolean first, @Nullable Taken taken, @Nullable Instant repliedAt, @Nullable Closing closing,
        @Nullable Instant overdueAt, List<String> heard, List<String> inbox, Integer said, List<Saying> pending,
        @Nullable Instant claimAt) {

    public Case {
        heard = (heard == null) ? List.of() : List.copyOf(heard);
        inbox = (inbox == null) ? List.of() : List.copyOf(inbox);
        pending = (pending == null) ? List.of() : List.copyOf(pending);
    }

    /** The states of a case. */
    public enum Status {

        /** Nobody has it yet. */
        OPEN,
        /** A colleague looks after it. */
        TAKEN,
        /** It is done. */
        CLOSED

    }

    /**
     * Who looks after a case.
     *
     * @param by the colleague's key
     * @param name as colleagues call the person
     */
    @Document
    @TypeAlias("taken")
    public record Taken(String by, String name, Instant at) {
    }

    /**
     * How a case ended.
     *
     * @param cause the root cause, one of {@link Cause}
     * @param done what was done, in words for colleagues
     * @param told what the customer was told; null when nothing was
     * @param by the key of the colleague who closed it
     * @param name as colleagues call the person
     */
    @Document
    @TypeAlias("closing")
    public record Closing(Cause cause, String done, @Nullable String told, String by, String name, Instant at) {
    }

    public boolean open() {
        return status != Status.CLOSED;
    }

    boolean applied(String eventId) {
        return inbox.contains(eventId);
    }

    /** The key of the message in the team's channel. */
    String card() {
        return Saying.key(id, 1);
    }

}
