package io.touchpoint.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchpoint.sandbox.SeededWeeks.Counts;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SeededWeeksTests {

    @Test
    void theLastTwoWeeksAreTheDigestCaseOfTheOracles() throws IOException {
        Map<String, String> oracle = new HashMap<>();
        for (JsonNode row : oracle().path("input").path("touchpoints")) {
            oracle.put(row.path("touchpoint").asString(), row.path("now") + " " + row.path("before"));
        }
        Map<String, Counts> now = week(0);
        Map<String, Counts> before = week(1);
        assertThat(now.keySet()).isEqualTo(oracle.keySet());
        now.forEach((touchpoint,
                counts) -> assertThat(pair(counts) + " " + pair(Objects.requireNonNull(before.get(touchpoint))))
                    .isEqualTo(oracle.get(touchpoint)));
        assertThat(now.values().stream().mapToInt(Counts::answers).sum()).isEqualTo(SeededWeeks.REPORTED);
    }

    @Test
    void theWeeksBeforeLeaveTheFindingsAsTheyAre() throws IOException {
        JsonNode expected = oracle().path("expected");
        Moments all = Moments.of(total((_) -> true));
        assertThat(all.mean()).isEqualTo(expected.path("p0").asDouble(), within(1e-12));
        assertThat(all.weight()).isEqualTo(expected.path("m").asDouble(), within(1e-5));
    }

    @Test
    void thereAreEightWeeksOfAnswers() {
        assertThat(SeededWeeks.all().stream().map(Counts::monday).distinct()).hasSize(8);
        assertThat(SeededWeeks.all()).allMatch((week) -> week.answers() > 0 && week.unhappy() <= week.answers());
    }

    private static JsonNode oracle() throws IOException {
        try (InputStream in = SeededWeeksTests.class.getResourceAsStream("/statistics-oracles.json")) {
            for (JsonNode one : JsonMapper.shared().readTree(in).path("cases")) {
                if (one.path("name").asString().equals("digest-16-22-nov")) {
                    return one;
                }
            }
        }
        throw new IllegalStateException("no digest case");
    }

    private static Map<String, Counts> week(int back) {
        return SeededWeeks.all()
            .stream()
            .filter((week) -> week.monday().equals(SeededWeeks.LAST.minusWeeks(back)))
            .collect(Collectors.toMap(Counts::touchpoint, (week) -> week));
    }

    private static String pair(Counts counts) {
        return "[" + counts.unhappy() + "," + counts.answers() + "]";
    }

    private static Collection<List<Counts>> total(Predicate<Counts> which) {
        return SeededWeeks.all().stream().filter(which).collect(Collectors.groupingBy(Counts::touchpoint)).values();
    }

    /** Prior mean and weight, by the method of moments, worked out here once more. */
    private record Moments(double mean, double weight) {

        static Moments of(Collection<List<Counts>> touchpoints) {
            double n = 0;
            double x = 0;
            double squares = 0;
            for (List<Counts> weeks : touchpoints) {
                double answers = weeks.stream().mapToInt(Counts::answers).sum();
                n += answers;
                squares += answers * answers;
                x += weeks.stream().mapToInt(Counts::unhappy).sum();
            }
            double mean = x / n;
            double spread = 0;
            for (List<Counts> weeks : touchpoints) {
                double answers = weeks.stream().mapToInt(Counts::answers).sum();
                double share = weeks.stream().mapToInt(Counts::unhappy).sum() / answers;
                spread += answers * (share - mean) * (share - mean);
            }
            double one = mean * (1 - mean);
            double variance = (spread - (touchpoints.size() - 1) * one) / (n - squares / n);
            return new Moments(mean, one / variance - 1);
        }

    }

}
