package io.touchpoint.followup;

import io.touchpoint.conversation.Plan;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The decisions and questions that are brought into line with what has happened. */
interface Books {

    Optional<Decision> find(String id);

    /** Keeps a new decision, else the one that is there already. */
    Decision add(Decision decision);

    /** Changes a decision. */
    Decision change(String id, UnaryOperator<Decision> change);

    /** Plans a question; planned before, it stays as it is. */
    void plan(Plan plan);

    /** Withdraws a question. */
    void withdraw(String id, String event, Instant now);

}
