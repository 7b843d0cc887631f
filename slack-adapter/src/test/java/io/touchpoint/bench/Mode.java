package io.touchpoint.bench;

/** When a server under load does what follows from a press. */
enum Mode {

    /** Never: the press is stored and acknowledged. */
    ACKNOWLEDGED,
    /** Before it acknowledges, so that all of it is counted. */
    INLINE,
    /** After it has acknowledged, as it is delivered. */
    ASIDE

}
