package io.touchpoint.digest;

import io.touchpoint.chat.Address;
import io.touchpoint.insight.Finding;
import io.touchpoint.insight.Findings;
import io.touchpoint.outbox.Saying;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A team's digest of one week, as it was made: every figure that it prints, and ids of
 * the answers that it quotes, but nobody's words. It is made once; whatever is shown of
 * it later is read from here.
 *
 * <p>
 * A team's digest is about its own touchpoints: counts, shares, pain points, what goes
 * well and how asking went are all of those, so that every figure passes one filter. What
 * is usual, and what a change is judged among, comes from all touchpoints of the company,
 * and the chart shows the whole journey.
 *
 * <pre class="code">
 * digests {_id: "w1|digest|delivery|2026-W47", workspace: "w1", team: "delivery", platform: "slack", week: "2026-11-16",
 *          outcome: "REPORT", plan: {on: "2026-11-23", time: "09:00:00", zone: "Europe/Berlin"}, channel: {…}, missed: [],
 *          findings: {…}, customers: 441, pains: [{touchpoint: "delivery", reasons: [{label: "late", answers: 14}, …],
 *          owner: {name: "jon", address: {…}}, quotes: [{answer: "w1|order:1042|delivery|rating", comment: 0}]}],
 *          health: {asked: 1240, …}, recommendation?: {counts: […], …}, after: [{…}], at: ISODate(…), claimAt?: ISODate(…), fence: 1, version: 1}
 * </pre>
 *
 * @param id {@code workspace|digest|team|week}, the week as in 2026-W47: inserting it
 * decides who makes it
 * @param platform the chat platform that it is sent on
 * @param week the Monday of the reported week
 * @param reason why it was skipped; null otherwise
 * @param plan when it was due
 * @param late whether it was made noticeably later than that
 * @param channel where it is sent
 * @param missed digests before it that were never sent
 * @param findings null where nothing was worked out
 * @param customers how many customers the answers of the period come from
 * @param pains the pain points that it lists, the worst first
 * @param health null where nobody was to be asked
 * @param recommendation null for a team that does not read what customers say of the
 * relationship as a whole
 * @param after what is said after it
 * @param at when it was made
 * @param claimAt when it is next to be handed to the outbox; null once that is done
 */
@Document("digests")
@TypeAlias("digest")
public record Digest(@Id String id, @Version @Nullable Long version, String workspace, String team, String platform,
        LocalDate week, Outcome outcome, @Nullable String reason, Plan plan, @Nullable Boolean late,
        @Nullable Address channel, List<Missed> missed, @Nullable Findings findings, @Nullable Long customers,
        List<Pain> pains, @Nullable Health health, @Nullable Recommendation recommendation, List<Saying> after,
        Instant at, @Nullable Instant claimAt, @Nullable Long fence) {

    public Digest {
        missed = (missed == null) ? List.of() : List.copyOf(missed);
        pains = (pains == null) ? List.of() : List.copyOf(pains);
        after = (after == null) ? List.of() : List.copyOf(after);
    }

    /** What became of a week's digest. */
    public enum Outcome {

        /** It reports figures. */
        REPORT,
        /** It says, once, that there is nothing to report. */
        QUIET,
        /** There was still nothing to report, and nothing is said. */
        SILENT,
        /** It is not sent; the reason stands beside it. */
        SKIPPED

    }

    /** When a digest is sent: a day and a time in the team's zone. */
    public record Plan(LocalDate on, LocalTime time, ZoneId zone) {

        /**
         * The moment: inside a gap of the clock later by the gap, in an overlap the
         * first.
         */
        public Instant due() {
            return on.atTime(time).atZone(zone).toInstant();
        }

    }

    /**
     * A pain point beyond its figures.
     *
     * @param reasons what unhappy customers named, the most frequent first
     * @param covered how many of the unhappy answers name any reason
     * @param owner who answers for the touchpoint; null when nobody is named
     * @param quotes the answers that it quotes
     */
    public record Pain(String touchpoint, List<Named> reasons, @Nullable Long covered, @Nullable Owner owner,
            List<Quoted> quotes) {

        public Pain {
            reasons = (reasons == null) ? List.of() : List.copyOf(reasons);
            quotes = (quotes == null) ? List.of() : List.copyOf(quotes);
        }

    }

    /** A reason that customers named: its id, its label, and how many answers name it. */
    public record Named(String reason, String label, long answers) {
    }

    /** A colleague, by name and by direct chat; without one on this platform, by name. */
    public record Owner(String name, @Nullable Address address) {
    }

    /** A comment of an answer, 0 for its first. */
    public record Quoted(String answer, Integer comment) {
    }

    /** The pain points that it lists, with their figures, the worst first. */
    public List<Finding> painPoints() {
        Findings found = findings;
        return (found == null) ? List.of()
                : pains.stream().map((pain) -> found.touchpoint(pain.touchpoint())).flatMap(Optional::stream).toList();
    }

    /** What is known of a listed touchpoint beyond its figures. */
    public Optional<Pain> pain(String touchpoint) {
        return pains.stream().filter((pain) -> pain.touchpoint().equals(touchpoint)).findFirst();
    }

    /** Whether a message of it is sent. */
    boolean spoken() {
        return outcome == Outcome.REPORT || outcome == Outcome.QUIET;
    }

    Digest with(long customers, List<Pain> pains) {
        return new Digest(id, version, workspace, team, platform, week, outcome, reason, plan, late, channel, missed,
                findings, customers, pains, health, recommendation, after, at, claimAt, fence);
    }

    Digest with(@Nullable Health health, @Nullable Recommendation recommendation) {
        return new Digest(id, version, workspace, team, platform, week, outcome, reason, plan, late, channel, missed,
                findings, customers, pains, health, recommendation, after, at, claimAt, fence);
    }

    Digest followedBy(List<Saying> sayings) {
        return new Digest(id, version, workspace, team, platform, week, outcome, reason, plan, late, channel, missed,
                findings, customers, pains, health, recommendation, sayings, at, claimAt, fence);
    }

}
