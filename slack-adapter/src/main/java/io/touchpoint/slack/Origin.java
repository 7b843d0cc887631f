package io.touchpoint.slack;

import io.touchpoint.chat.Address;
import org.jspecify.annotations.Nullable;

/**
 * Where something was done, and so where an answer can go.
 *
 * @param person who did it
 * @param channel the id of the channel or direct chat; null outside messages
 * @param message the id of the message that was pressed on; null for none
 * @param thread the id of the message in whose thread that is; null for none
 * @param view the id of the form that was pressed on; null for none
 * @param home whether that is the personal view
 * @param ephemeral whether only this person sees the message
 * @param responseUrl where an answer can be sent for half an hour; null for nowhere
 * @param triggerId what opens a form within three seconds; null for nothing
 * @param token goes into the buttons of an answer
 */
record Origin(Address person, @Nullable String channel, @Nullable String message, @Nullable String thread,
        @Nullable String view, boolean home, boolean ephemeral, @Nullable String responseUrl,
        @Nullable String triggerId, String token) {

    /** The token of answers to commands, which belong to no message. */
    static final String ANSWER = "answer";

    /** The token of the personal view. */
    static final String HOME = "home";

    static Origin of(Address person, String token) {
        return new Origin(person, null, null, null, null, false, false, null, null, token);
    }

    /** Whether an answer can take the place of the open form. */
    boolean inForm() {
        return view != null && !home;
    }

    /** The same after the form was closed. */
    Origin withoutForm() {
        return new Origin(person, channel, message, thread, null, home, ephemeral, responseUrl, triggerId, token);
    }

    Origin token(String other) {
        return new Origin(person, channel, message, thread, view, home, ephemeral, responseUrl, triggerId, other);
    }

}
