package io.touchpoint.feedback;

import java.util.OptionalDouble;

/**
 * How many take part. All three are counted under the same filters and by the cohort of
 * the invitations.
 *
 * @param selected interactions after which it was decided to ask
 * @param delivered those whose question arrived: not bounced, blocked or opted out
 * @param completed those that were answered; a rating without words is a complete answer
 */
public record Participation(long selected, long delivered, long completed) {

    /** Both together. */
    public Participation plus(Participation other) {
        return new Participation(selected + other.selected, delivered + other.delivered, completed + other.completed);
    }

    /** The response rate from end to end, 0 to 1; empty when nobody was selected. */
    public OptionalDouble ofSelected() {
        return rate(selected);
    }

    /** The response rate of those who got the question, 0 to 1; empty when nobody did. */
    public OptionalDouble ofDelivered() {
        return rate(delivered);
    }

    private OptionalDouble rate(long of) {
        return (of == 0) ? OptionalDouble.empty() : OptionalDouble.of((double) completed / of);
    }

}
