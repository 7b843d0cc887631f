package io.touchpoint.conversation;

/** What can happen to a conversation. */
sealed interface Happening {

    /**
     * A button was pressed.
     *
     * @param on the key of the saying that it stands on
     */
    record Press(String on, String action) implements Happening {
    }

    /**
     * The customer wrote.
     *
     * @param forCase whether a case of the customer waits for words
     */
    record Words(String text, boolean forCase) implements Happening {
    }

    /** The customer took back what was written. */
    record Unsaid(String text) implements Happening {
    }

    /** What the customer lived through was undone. */
    record Undone() implements Happening {
    }

    /** The moment that the state waits for has come, and the question may be asked. */
    record MayAsk() implements Happening {
    }

    /** The line in the thread could not be said. */
    record ThreadClosed() implements Happening {
    }

    /** The moment has come, but the question may not be asked. */
    record MayNotAsk() implements Happening {
    }

    /** Nobody answered in time. */
    record TimeIsUp() implements Happening {
    }

}
