package io.touchpoint.recovery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a case was open.
 *
 * @param customer the customer's id
 * @param conversation the id of the conversation that it came from
 * @param closedAt null while it is open
 */
public record Spell(String customer, String conversation, Instant openedAt, @Nullable Instant closedAt) {

    /** Whether it was open at a moment. */
    public boolean covers(Instant moment) {
        return !openedAt.isAfter(moment) && (closedAt == null || closedAt.isAfter(moment));
    }

}
