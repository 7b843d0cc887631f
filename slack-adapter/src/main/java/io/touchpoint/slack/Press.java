package io.touchpoint.slack;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a button carries: the token of the message that it stands on, and its action.
 */
record Press(String token, String action) {

    /** Begins the action_id of each button that comes back; a number follows. */
    static final String PREFIX = "press:";

    /** Begins the action_id of each button that only opens an address. */
    static final String LINK = "link:";

    private static final int MOST = 2000;

    String value() {
        String value = token + ":" + action;
        if (value.length() > MOST || token.indexOf(':') >= 0) {
            throw new IllegalStateException("a button's value does not fit: " + token);
        }
        return value;
    }

    /** Reads a value; empty for one that no button of ours carries. */
    static Optional<Press> of(@Nullable String value) {
        int colon = (value == null) ? -1 : value.indexOf(':');
        if (value == null || colon < 1 || colon == value.length() - 1 || value.length() > MOST) {
            return Optional.empty();
        }
        return Optional.of(new Press(value.substring(0, colon), value.substring(colon + 1)));
    }

}
