package io.touchpoint.digest;

import io.touchpoint.chat.Block;
import io.touchpoint.insight.Count;
import io.touchpoint.insight.Finding;
import io.touchpoint.insight.Findings;
import io.touchpoint.insight.Gates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The unhappy shares along the journey as a chart. Touchpoints with too few answers for a
 * figure are not in it; the period before is left out when one that is shown had too few
 * then.
 */
final class Bars {

    private static final int MOST = 20;

    private static final int LABEL = 20;

    private Bars() {
    }

    static Optional<Block> of(Findings found) {
        Set<String> most = found.touchpoints()
            .stream()
            .filter((finding) -> finding.now().answers() >= Gates.SHOWN)
            .sorted(Comparator.comparingLong((Finding finding) -> finding.now().answers()).reversed())
            .limit(MOST)
            .map(Finding::touchpoint)
            .collect(Collectors.toSet());
        List<Finding> drawn = found.touchpoints()
            .stream()
            .filter((finding) -> most.contains(finding.touchpoint()))
            .toList();
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        boolean week = found.weeks() == 1;
        List<Block.Series> series = new ArrayList<>();
        series.add(series(week ? "This week" : "Last 4 weeks", drawn, Finding::now));
        if (drawn.stream().allMatch((finding) -> finding.before().answers() >= Gates.SHOWN)) {
            series.add(series(week ? "Week before" : "4 weeks before", drawn, Finding::before));
        }
        return Optional
            .of(new Block.Bars("Unhappy customers along the journey, %", "%", labels(drawn), List.copyOf(series)));
    }

    private static Block.Series series(String name, List<Finding> drawn, Function<Finding, Count> period) {
        return new Block.Series(name,
                drawn.stream().map((finding) -> (double) Wording.whole(period.apply(finding).share())).toList());
    }

    private static List<String> labels(List<Finding> drawn) {
        List<String> labels = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Finding finding : drawn) {
            String label = Wording.cut(finding.name(), LABEL);
            for (int i = 2; !taken.add(label); i++) {
                label = Wording.cut(finding.name(), LABEL - 1 - String.valueOf(i).length()) + " " + i;
            }
            labels.add(label);
        }
        return labels;
    }

}
