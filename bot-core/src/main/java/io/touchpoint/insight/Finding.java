package io.touchpoint.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the answers say about one touchpoint. Shares and probabilities are 0 to 1 and not
 * rounded.
 *
 * @param touchpoint the touchpoint's id
 * @param name as people read it
 * @param own whether it may be listed
 * @param now the period
 * @param before the equal period before
 * @param weeks one count for each week of the window, oldest first, the reported week
 * last
 * @param likelyLower lower end of the likely range (90 %, Jeffreys) of the unhappy share;
 * 0 without answers
 * @param likelyUpper upper end of it; 1 without answers
 * @param estimate the unhappy share, drawn towards the usual one the more the fewer
 * answers there are
 * @param estimateLower the 5 % point of that estimate
 * @param estimateUpper the 95 % point of it
 * @param accepted the unhappy share that is accepted
 * @param reference the share that the impact is counted from
 * @param yardstick whether that is the usual or the accepted one
 * @param impact unhappy answers beyond the reference; negative when there are fewer
 * @param standsOut whether it is surely above the usual
 * @param aboveAccepted whether it is surely above what is accepted
 * @param probabilityWorse that the period is worse than the one before; null when either
 * has too few answers
 * @param qWorse the same after allowing for the number of touchpoints that were compared,
 * as a share of false alarms
 * @param qBetter that share for better
 * @param change in words
 * @param shareWithout the unhappy share of all answers without this touchpoint's; null
 * when there are no others
 */
public record Finding(String touchpoint, String name, boolean own, Count now, Count before, List<Count> weeks,
        double likelyLower, double likelyUpper, double estimate, double estimateLower, double estimateUpper,
        double accepted, double reference, Yardstick yardstick, double impact, boolean standsOut, boolean aboveAccepted,
        @Nullable Double probabilityWorse, @Nullable Double qWorse, @Nullable Double qBetter, Change change,
        @Nullable Double shareWithout) {

    public Finding {
        weeks = List.copyOf(weeks);
    }

    /** The reported week alone. */
    public Count week() {
        return weeks.getLast();
    }

    /** Whether it has answers enough to be ranked. */
    public boolean ranked() {
        return now.answers() >= Gates.RANKED;
    }

    /** Whether it is a pain point. */
    public boolean painful() {
        return own && ranked() && (standsOut || aboveAccepted);
    }

}
