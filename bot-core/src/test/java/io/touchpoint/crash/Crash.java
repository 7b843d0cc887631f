package io.touchpoint.crash;

/** The end of an instance: nothing of the product may catch it. */
final class Crash extends Error {

    private static final long serialVersionUID = 1L;

    Crash() {
        super("an injected crash", null, false, false);
    }

}
