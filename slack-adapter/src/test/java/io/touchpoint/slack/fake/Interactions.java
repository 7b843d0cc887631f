package io.touchpoint.slack.fake;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What people do with messages and forms, computed from what they see: only what is shown
 * can be pressed.
 */
public final class Interactions {

    Interactions() {
    }

    /**
     * Presses a button on a message, or chooses an option.
     * @param message the message's id
     * @param control the control's id
     * @param value the value or the label of the option; null for a button
     */
    public Answered press(String person, String message, String control, @Nullable String value) {
        throw new UnsupportedOperationException();
    }

    /** Presses a button on a form or on the home tab, or chooses an option there. */
    public Answered pressIn(String person, String view, String control, @Nullable String value) {
        throw new UnsupportedOperationException();
    }

    /**
     * Fills in a form; the app hears of the fields that are live.
     * @param values a text, or a list of texts, for each control's id
     */
    public void fill(String person, String view, Map<String, ?> values) {
        throw new UnsupportedOperationException();
    }

    /** Fills in a form and sends it. */
    public Sent submit(String person, String view, Map<String, ?> values) {
        throw new UnsupportedOperationException();
    }

    /** Closes a form; the app hears of it when it asked to. */
    public @Nullable Answered close(String person, String view) {
        throw new UnsupportedOperationException();
    }

    /**
     * Types a slash command.
     * @param channel where it is typed; the answer stands there, for this person only
     * @param text such as {@code /touchpoint help}
     */
    public Answered command(String person, String channel, String text) {
        throw new UnsupportedOperationException();
    }

    /** Chooses a global shortcut. */
    public Answered shortcut(String person, String callbackId) {
        throw new UnsupportedOperationException();
    }

    /** Chooses a shortcut on a message. */
    public Answered messageShortcut(String person, String message, String callbackId) {
        throw new UnsupportedOperationException();
    }

}
