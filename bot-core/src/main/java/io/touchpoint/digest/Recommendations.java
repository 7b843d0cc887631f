package io.touchpoint.digest;

import io.touchpoint.feedback.Cell;
import io.touchpoint.feedback.Histogram;
import io.touchpoint.feedback.Rollups;
import io.touchpoint.followup.AskRules;
import io.touchpoint.followup.Rules;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.survey.Scale;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what customers answered about the relationship as a whole. */
@Component
class Recommendations {

    private final Rules rules;

    private final Rollups rollups;

    Recommendations(Rules rules, Rollups rollups) {
        this.rules = rules;
        this.rollups = rollups;
    }

    /**
     * The answers of the days up to one, as they were last counted.
     * @return null for a team that does not read them
     */
    @Nullable Recommendation of(String workspace, String team, LocalDate to) {
        AskRules.Relationship asked = rules.of(workspace).relationship();
        if (asked == null || !asked.team().equals(team)) {
            return null;
        }
        LocalDate from = to.minusDays(Recommendation.DAYS - 1);
        Histogram all = rollups.cells(workspace, from, to)
            .stream()
            .filter((cell) -> cell.touchpoint().equals(Touchpoint.RELATIONSHIP) && cell.scale() == Scale.NPS_0_10)
            .map(Cell::histogram)
            .reduce(Histogram.none(Scale.NPS_0_10), Histogram::plus);
        return new Recommendation(from, to, all.counts());
    }

}
