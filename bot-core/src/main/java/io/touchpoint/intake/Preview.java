package io.touchpoint.intake;

import io.touchpoint.followup.BusinessEvent;
import io.touchpoint.followup.Why;
import java.util.List;

/** What a payload would come to if its source sent it now. */
public sealed interface Preview {

    /**
     * It cannot be read: {@code field} is where, a JSON pointer into the payload or a
     * part of the event.
     */
    record Unreadable(String field, String problem) implements Preview {
    }

    /** Nothing would be asked about it; {@code why} as people read it. */
    record Nothing(String why) implements Preview {
    }

    /** A business event, and what would be decided on it. */
    record Event(BusinessEvent event, List<Why> decisions) implements Preview {

        public Event {
            decisions = List.copyOf(decisions);
        }

    }

}
