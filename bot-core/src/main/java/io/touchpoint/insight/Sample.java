package io.touchpoint.insight;

import java.util.List;

/**
 * What is counted at one touchpoint.
 *
 * @param touchpoint the touchpoint's id
 * @param name as people read it
 * @param accepted the share of unhappy answers that is accepted, 0 to 1
 * @param own whether it may be listed; it counts in what is usual in any case
 * @param weeks one count for each week of the window, oldest first, the reported week
 * last; all samples have the same number of weeks
 */
public record Sample(String touchpoint, String name, double accepted, boolean own, List<Count> weeks) {

    public Sample {
        weeks = List.copyOf(weeks);
    }

    Count window() {
        return last(weeks.size(), 0);
    }

    /** The sum of so many weeks, leaving out so many at the end. */
    Count last(int many, int leavingOut) {
        int to = Math.max(0, weeks.size() - leavingOut);
        return weeks.subList(Math.max(0, to - many), to).stream().reduce(Count.NONE, Count::plus);
    }

}
