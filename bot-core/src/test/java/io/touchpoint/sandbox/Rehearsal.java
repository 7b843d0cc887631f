package io.touchpoint.sandbox;

import java.util.Map;

/** Plays whole weeks of the company's life. */
final class Rehearsal {

    Map<String, Object> play(int weeks, int seed) {
        throw Trouble.notYet("no rehearsal of " + weeks + " weeks with seed " + seed);
    }

}
