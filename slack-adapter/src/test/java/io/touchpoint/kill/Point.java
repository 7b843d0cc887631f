package io.touchpoint.kill;

import org.jspecify.annotations.Nullable;

/** A moment of the application's work at which it can be killed. */
sealed interface Point {

    /**
     * A write command to a collection.
     *
     * @param command the command's name; empty for any write
     * @param nth which one, counted from the beginning of the scene
     * @param moment where in that write
     */
    record Write(String collection, String command, int nth, Moment moment) implements Point {

        /** As the child is told. */
        String query() {
            return "collection=" + collection + "&command=" + command + "&nth=" + nth + "&before="
                    + (moment != Moment.STORED);
        }

    }

    /**
     * A call of Slack's.
     *
     * @param operation such as {@code send}
     * @param channel the channel that it goes to; null for the customer's direct chat
     * @param applied whether it has had its effect
     */
    record Send(String operation, @Nullable String channel, boolean applied) implements Point {
    }

    /** Where in a write. */
    enum Moment {

        /** Before the server has heard of it. */
        UNSENT,
        /**
         * Before the server has heard of it, but not before what led to it was
         * acknowledged.
         */
        ACKNOWLEDGED,
        /** After it is stored, before the application knows. */
        STORED

    }

}
