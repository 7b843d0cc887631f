package io.touchpoint.feedback;

import io.touchpoint.journey.JourneyStage;
import io.touchpoint.survey.Band;
import io.touchpoint.survey.Scale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a customer answered about one touchpoint.
 *
 * @param id {@code workspace|conversation|rating}: the conversation's id with
 * {@code |rating} behind it
 * @param touchpoint the touchpoint's id, frozen with stage and team when the customer was
 * asked; an answer about the relationship as a whole has no stage
 * @param platform the chat platform that the answer came from; {@link #IMPORTED} for one
 * that was brought in from another tool
 * @param day the reporting day in the workspace's zone, by the time of the answer
 * @param score the raw value on the scale; null while there are only words
 * @param comments the customer's own words as they came, oldest first
 * @param reasons ids of the reasons that the customer chose
 * @param context what the customer lived through, as staff may read it, such as "online
 * order"
 * @param at when the answer was first given
 * @param rev how often it has been changed
 * @param manual whether a colleague caused the question by hand: such answers are in no
 * figure
 * @param bucket the rollup cell it belongs to,
 * {@code workspace|touchpoint|scale|platform|team|day}; null without score
 * @param pendAt since when cells wait to be counted anew; null when they are
 * @param pend ids of those cells
 */
@Document("answers")
@TypeAlias("response")
public record Response(@Id String id, String workspace, String conversation, String customer, @Nullable String account,
        String touchpoint, @Nullable JourneyStage stage, String team, String platform, Scale scale, LocalDate day,
        @Nullable Integer score, List<String> comments, List<String> reasons, String context, Instant at,
        @Nullable Long rev, @Nullable Boolean manual, @Nullable String bucket, @Nullable Instant pendAt,
        List<String> pend) {

    /** Stands in the place of a platform where another tool had asked. */
    public static final String IMPORTED = "imported";

    public Response {
        comments = (comments == null) ? List.of() : List.copyOf(comments);
        reasons = (reasons == null) ? List.of() : List.copyOf(reasons);
        pend = (pend == null) ? List.of() : List.copyOf(pend);
    }

    /**
     * Whether it counts in figures: it has a score, nobody caused the question by hand,
     * and no other tool had asked it.
     */
    public boolean counted() {
        return score != null && !Boolean.TRUE.equals(manual) && !imported();
    }

    /** Whether it was brought in from another tool. */
    public boolean imported() {
        return platform.equals(IMPORTED);
    }

    /** The band of the score; empty while there are only words. */
    public Optional<Band> band() {
        return Optional.ofNullable(score).map(scale::band);
    }

    Response counting(@Nullable String cell, @Nullable Long rev, @Nullable Instant pendAt, Collection<String> pend) {
        return new Response(id, workspace, conversation, customer, account, touchpoint, stage, team, platform, scale,
                day, score, comments, reasons, context, at, rev, manual, cell, pendAt, List.copyOf(pend));
    }

}
