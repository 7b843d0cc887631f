package io.touchpoint.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** One figure of each round. */
record Figures(List<Double> rounds) {

    /** These as so many times others, round by round. */
    Figures against(Figures others) {
        return new Figures(IntStream.range(0, rounds.size())
            .mapToObj((round) -> rounds.get(round) / others.rounds.get(round))
            .toList());
    }

    String print(String format) {
        return String.join(", ", rounds.stream().map((one) -> String.format(Locale.ROOT, format, one)).toList());
    }

    /** Whether a goal was held: in all rounds but one. */
    String verdict(DoublePredicate goal) {
        long held = rounds.stream().filter(goal::test).count();
        return "%s (%d of %d)".formatted((held >= Math.max(1, rounds.size() - 1)) ? "held" : "missed", held,
                rounds.size());
    }

}
