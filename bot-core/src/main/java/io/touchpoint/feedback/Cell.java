package io.touchpoint.feedback;

import io.touchpoint.journey.JourneyStage;
import io.touchpoint.survey.Band;
import io.touchpoint.survey.Scale;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one touchpoint, scale, platform, team and reporting day, counted.
 *
 * @param stage the stage of the touchpoint when the cell was first counted; null for the
 * relationship as a whole
 * @param team the team that owned the touchpoint when the customers were asked
 * @param counts one for each value of the scale, from its least to its greatest
 */
public record Cell(String touchpoint, @Nullable JourneyStage stage, Scale scale, String platform, String team,
        LocalDate day, List<Long> counts) {

    public Cell {
        counts = List.copyOf(counts);
    }

    public Histogram histogram() {
        return new Histogram(scale, counts);
    }

    /** All answers. */
    public long answers() {
        return histogram().answers();
    }

    /** The answers in the low band of the scale. */
    public long unhappy() {
        return histogram().in(Band.LOW);
    }

    /**
     * Whether it counts when touchpoints are compared: the likelihood to recommend is
     * asked about the whole company and belongs to no touchpoint.
     */
    public boolean compared() {
        return scale != Scale.NPS_0_10;
    }

}
