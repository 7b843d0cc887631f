package io.touchpoint.followup;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision, explained.
 *
 * @param sentence what was decided
 * @param gates every gate with what it said, in order
 * @param since what has come of the question; null when it was not planned
 * @param looser the rule that would have let it through, as it can be rehearsed; null
 * when it was asked, or no rule would
 */
public record Why(Decision decision, String sentence, List<String> gates, @Nullable String since,
        @Nullable String looser) {

    public Why {
        gates = List.copyOf(gates);
    }

    static Why of(Decision decision, ZoneId zone, @Nullable String since, @Nullable String looser) {
        List<String> gates = decision.standing()
            .findings()
            .stream()
            .map((finding) -> mark(finding) + " " + finding.words())
            .toList();
        return new Why(decision, decision.sentence(zone), gates, since, looser);
    }

    private static String mark(Finding finding) {
        return switch (finding.result()) {
            case PASSES -> "✓";
            case WAITS -> "…";
            case HOLDS -> "✗";
        };
    }

}
