package io.touchpoint.storage;

/** The stored documents have a form that this release does not know. */
class NewerSchema extends IllegalStateException {

    private static final long serialVersionUID = 1;

    NewerSchema(int stored, int known) {
        super(("The database has been used by a newer release of Touchpoint (its schema is %d, this release knows %d): "
                + "start that release, or restore an older backup.")
            .formatted(stored, known));
    }

}
