package io.touchpoint.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the answers up to the end of a week say: everything that a digest prints, to be
 * stored with it.
 *
 * @param week the Monday of the reported week
 * @param from the first reporting day of the period
 * @param to its last
 * @param weeks the length of the period: 1, or 4 when no touchpoint that may be listed
 * has ten answers in the week
 * @param overall all touchpoints together
 * @param own those that may be listed together; equal to {@code overall} when all may
 * @param usual the unhappy share of all answers in the window, 0 to 1; 0 when there are
 * none
 * @param compared how many touchpoints have answers enough in both periods
 * @param touchpoints all, in the order of the journey
 * @param listed ids of the pain points, the worst first
 * @param bright the id of the touchpoint that goes best; null when none does
 * @param tooFew ids of those with answers, but too few to rank, in the order of the
 * journey
 */
public record Findings(LocalDate week, LocalDate from, LocalDate to, int weeks, Overall overall, Overall own,
        double usual, int compared, List<Finding> touchpoints, List<String> listed, @Nullable String bright,
        List<String> tooFew) {

    public Findings {
        touchpoints = List.copyOf(touchpoints);
        listed = List.copyOf(listed);
        tooFew = List.copyOf(tooFew);
    }

    /** What was found at a touchpoint. */
    public Optional<Finding> touchpoint(String key) {
        return touchpoints.stream().filter((finding) -> finding.touchpoint().equals(key)).findFirst();
    }

    /** The pain points, the worst first. */
    public List<Finding> painPoints() {
        return listed.stream().map(this::touchpoint).flatMap(Optional::stream).toList();
    }

    /** The touchpoint that goes best. */
    public Optional<Finding> brightSpot() {
        return Optional.ofNullable(bright).flatMap(this::touchpoint);
    }

    /** Those with answers, but too few to rank, in the order of the journey. */
    public List<Finding> tooFewToRank() {
        return tooFew.stream().map(this::touchpoint).flatMap(Optional::stream).toList();
    }

}
