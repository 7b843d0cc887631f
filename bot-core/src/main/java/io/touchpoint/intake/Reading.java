package io.touchpoint.intake;

/** What a payload comes to. */
sealed interface Reading {

    /** It tells of something that happened. */
    record Told(Happening happening) implements Reading {
    }

    /** Nothing is asked about it; {@code why} as people read it. */
    record Nothing(String why) implements Reading {
    }

}
