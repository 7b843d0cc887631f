package io.touchpoint.setup;

/** The workspace file is missing or wrong: the start is refused. */
class UnusableFile extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnusableFile(String message) {
        super(message);
    }

}
