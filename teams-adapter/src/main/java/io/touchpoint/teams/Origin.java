package io.touchpoint.teams;

import io.touchpoint.chat.Address;
import org.jspecify.annotations.Nullable;

/**
 * Where something was done, and so where an answer can go.
 *
 * @param person who did it; for what nobody did, the channel that it is about
 * @param in the direct chat or the channel
 * @param conversation the conversation, with the thread in it
 * @param serviceUrl where that conversation is answered
 * @param message the id of the card that was pressed on; null for none
 * @param dialog the dialog that was pressed on; null for none
 * @param token names the message that was pressed on, and goes into the buttons of an
 * answer
 */
record Origin(Address person, Address in, String conversation, String serviceUrl, @Nullable String message,
        Dialogs.@Nullable Open dialog, String token) {

    /** The token of answers to commands, which belong to no message. */
    static final String ANSWER = "answer";

    boolean direct() {
        return in.equals(person);
    }

    Origin token(String other) {
        return new Origin(person, in, conversation, serviceUrl, message, dialog, other);
    }

    Origin dialog(Dialogs.Open other) {
        return new Origin(person, in, conversation, serviceUrl, message, other, token);
    }

}
