package io.touchpoint.storage;

/** The application must not run on this database; the message says why. */
class StartRefused extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private StartRefused(String message) {
        super(message);
    }

    /** The stored documents have a form that this release does not know. */
    static StartRefused newerSchema(int stored, int known) {
        return new StartRefused(
                ("The database has been used by a newer release of Touchpoint (its schema is %d, this release "
                        + "knows %d): start that release, or restore an older backup.")
                    .formatted(stored, known));
    }

    /** Only the whole application knows all that the database must have. */
    static StartRefused notPrepared() {
        return new StartRefused("The database is not prepared for this release of Touchpoint: start the application "
                + "on it once, and then do this again.");
    }

    /** Leases would end too early or too late. */
    static StartRefused wrongClock(double seconds) {
        return new StartRefused(
                "The clocks of this machine and of the database are %.1f seconds apart, and at most 3 will do: "
                    .formatted(seconds) + "let a time service such as chrony set both.");
    }

}
