package io.touchpoint.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Something that does due work in a process of its own, which may be killed. All is seen
 * from outside, in what is stored.
 */
interface Engine extends AutoCloseable {

    /** What the process prints once it does what is due. */
    String READY = "does what is due";

    /** How many pieces it does at once. */
    int AT_ONCE = 10;

    /** What a piece takes besides what is stored. */
    Duration TAKES = Duration.ofMillis(20);

    String name();

    /** Begins anew, with so many pieces that are due. */
    void load(int pieces);

    /** Starts a process that does them. */
    Child work();

    /** The pieces that a process has claimed and not done. */
    Set<String> claimed();

    /** The pieces that are not done. */
    Set<String> open();

    /** The pieces that were begun, each as often as it was. */
    List<String> performed();

    /** The pieces whose effect is stored, each as often as it is. */
    List<String> effects();

    @Override
    void close();

    /** Takes as long as a piece does. */
    static void takeTime() {
        LockSupport.parkNanos(TAKES.toNanos());
    }

}
