package io.touchpoint.crash;

/**
 * How probable each fault is at each write, and how often each has been injected.
 *
 * @param crash that the instance ends before it, or after it was applied
 * @param cut that the connection is lost before it, or after it was applied
 * @param stall that the instance is held still past every lease before it
 * @param platform that a platform does not say what it has done
 */
record Faults(double crash, double cut, double stall, double platform, Counts counts) {

    /** Every fault, often enough to be met several times by each customer. */
    static Faults all() {
        return likely(.045, .025, .008, .05);
    }

    static Faults likely(double crash, double cut, double stall, double platform) {
        return new Faults(crash, cut, stall, platform, new Counts());
    }

    /** What has been injected so far. */
    static final class Counts {

        int crashes;

        int cuts;

        int stalls;

        int unknown;

        int repeated;

        int all() {
            return crashes + cuts + stalls + unknown + repeated;
        }

    }

}
