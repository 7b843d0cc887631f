package io.touchpoint.intake;

import org.jspecify.annotations.Nullable;

/** What a delivery means to a workspace. */
sealed interface Meaning {

    /**
     * A business event.
     *
     * @param body as CloudEvents has it
     * @param alias what its source is to be remembered to call it; null for nothing
     */
    record Event(byte[] body, @Nullable Alias alias) implements Meaning {
    }

    /** Nothing is asked about it; {@code why} as people read it. */
    record Nothing(String why) implements Meaning {
    }

}
