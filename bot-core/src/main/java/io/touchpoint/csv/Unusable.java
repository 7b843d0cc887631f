package io.touchpoint.csv;

/** The file as a whole cannot be worked on; the message says why, and how to mend it. */
final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    Unusable(String message) {
        super(message, null, false, false);
    }

}
