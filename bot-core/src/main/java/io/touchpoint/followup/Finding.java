package io.touchpoint.followup;

/**
 * What one gate said.
 *
 * @param words why, as staff may read it
 */
public record Finding(Gate gate, Result result, String words) {

    /** What a gate can say. */
    public enum Result {

        /** It may be asked. */
        PASSES,
        /** Not now, but later. */
        WAITS,
        /** It may not be asked. */
        HOLDS

    }

    static Finding passes(Gate gate, String words) {
        return new Finding(gate, Result.PASSES, words);
    }

    static Finding waits(Gate gate, String words) {
        return new Finding(gate, Result.WAITS, words);
    }

    static Finding holds(Gate gate, String words) {
        return new Finding(gate, Result.HOLDS, words);
    }

}
