package io.touchpoint.chat;

import java.util.Map;

/**
 * What the platform must be told in turn: an answer that only the person who acted sees.
 */
public sealed interface Answer {

    /** Nothing to show. */
    record Nothing() implements Answer {
    }

    /** A message that only the person who acted sees. */
    record Shown(Message message) implements Answer {
    }

    /**
     * A message that only the person who acted sees, and that is kept nowhere: it is
     * shown at once, or what was done is worked on again.
     */
    record Confided(Message message) implements Answer {
    }

    /** A form, opened or put in the place of the one that was open. */
    record Opened(Form form) implements Answer {
    }

    /**
     * What is wrong with the form that was sent: a sentence for each field by its key.
     */
    record Wrong(Map<String, String> fields) implements Answer {

        public Wrong {
            fields = Map.copyOf(fields);
        }

    }

    /** The message that was pressed on is replaced by this one. */
    record Replaced(Message message) implements Answer {
    }

    /** The personal view. */
    record Home(Message message) implements Answer {
    }

}
