package io.touchpoint.recovery;

import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Inbound;
import io.touchpoint.outbox.Said;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Looks after the cases of unhappy customers. */
@Service
public class Cases {

    /** Opens a case, unless it is open. */
    public Case open(Complaint complaint, Instant now) {
        return new Case(complaint.workspace() + "|case|" + complaint.conversation());
    }

    /** When a case that is opened now is due: the end of the team's next working day. */
    public Instant dueFor(String workspace, String team, Instant now) {
        return now;
    }

    /** The open case of a customer. */
    public Optional<Case> openOf(String customer) {
        return Optional.empty();
    }

    /** Gives the customer's words to the open case; false when there is none. */
    public boolean hear(String customer, String words, String eventId, Instant now) {
        return false;
    }

    /** A button was pressed on a case's message. */
    public Answer pressed(Said said, Inbound.Pressed pressed, Instant now) {
        return new Answer.Nothing();
    }

    /** A form was sent that was opened from a case's message. */
    public Answer submitted(Said said, Inbound.Submitted submitted, Instant now) {
        return new Answer.Nothing();
    }

}
