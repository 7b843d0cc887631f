package io.touchpoint.checkin;

import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Inbound;
import io.touchpoint.outbox.Said;
import io.touchpoint.team.Colleague;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Looks after touchpoint meetings. */
@Service
public class CheckIns {

    /** The key of the form that a command opens. */
    public static final String FORM = "checkin-plan";

    /** The form that plans a check-in, for a colleague who asked for it. */
    public Answer form(Inbound.Actor actor, Instant now) {
        return new Answer.Nothing();
    }

    /** A live field of the form was changed. */
    public Answer changed(Inbound.Changed changed, Instant now) {
        return new Answer.Nothing();
    }

    /** The form was sent. */
    public Answer submitted(Inbound.Submitted submitted, Instant now) {
        return new Answer.Nothing();
    }

    /** A button was pressed on something that a check-in said. */
    public Answer pressed(Said said, Inbound.Pressed pressed, Instant now) {
        return new Answer.Nothing();
    }

    /** A colleague's next check-ins, one line each, in the colleague's zone. */
    public List<Block> upcoming(Colleague colleague, Instant now) {
        return List.of();
    }

}
