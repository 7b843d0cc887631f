package io.touchpoint.storage;

import java.time.Duration;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Documents that an instance takes for itself for the time of a lease, under a name that
 * {@link Instances#holder} gives. A module declares a bean of this type where somebody
 * waits for such work, and where it may be begun again at any moment: what an instance
 * held that has died is taken up before its lease ends.
 *
 * <pre class="code">
 * {claimAt: ISODate("…"), holder: "5c1f…/17", …}
 * </pre>
 *
 * @param type what the documents are mapped to
 * @param longest how long a lease is at most
 * @param free which of them may be taken up before it ends
 */
public record Leased(Class<?> type, Duration longest, Criteria free) {

    /** All of them may. */
    public Leased(Class<?> type, Duration longest) {
        this(type, longest, new Criteria());
    }

}
