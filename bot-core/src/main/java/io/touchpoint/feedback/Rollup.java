package io.touchpoint.feedback;

import io.touchpoint.journey.JourneyStage;
import io.touchpoint.survey.Scale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One stored cell. It is derived from the responses and can be counted anew at any time:
 *
 * <pre>
 * {_id: "w1|delivery|STARS_5|slack|delivery|2026-11-17", workspace: "w1", touchpoint: "delivery", stage: "POST_PURCHASE",
 *  scale: "STARS_5", platform: "slack", team: "delivery", day: "2026-11-17", counts: [1, 0, 0, 2, 5], dirty: 8,
 *  staleAt?, computedAt: ISODate(…)}
 * </pre>
 *
 * @param id the cell's {@linkplain Bucket#id() id}
 * @param counts one for each value of the scale; empty until it is first counted
 * @param dirty how often it was marked; a count that began before the last mark is not
 * stored
 * @param staleAt since when it waits to be counted anew; null when it is right
 * @param computedAt when it was last counted
 */
@Document("rollups")
@TypeAlias("rollup")
record Rollup(@Id String id, String workspace, String touchpoint, @Nullable JourneyStage stage, Scale scale,
        String platform, String team, LocalDate day, List<Long> counts, @Nullable Long dirty, @Nullable Instant staleAt,
        @Nullable Instant computedAt) {

    Rollup {
        counts = (counts == null) ? List.of() : List.copyOf(counts);
    }

    boolean empty() {
        return counts.stream().allMatch((count) -> count == 0);
    }

    Cell cell() {
        return new Cell(touchpoint, stage, scale, platform, team, day, counts);
    }

}
