package io.touchpoint.conversation;

import java.time.Instant;

/** Asked when a question falls due: may it be asked now? */
public interface AskCheck {

    /**
     * Decides, keeps the decision with its reasons, and takes the customer's turn when it
     * says {@link Verdict.Ask}: asked again about the same prompt it says so again.
     */
    Verdict mayAsk(String prompt, String customer, Instant now);

    /** The decision. */
    sealed interface Verdict {

        /** Now. */
        record Ask() implements Verdict {
        }

        /** Now, but in the customer's own chat, wherever it was planned. */
        record AskPrivately() implements Verdict {
        }

        /** Not before {@code until}. */
        record Later(Instant until) implements Verdict {
        }

        /** Not at all. */
        record Never() implements Verdict {
        }

    }

}
