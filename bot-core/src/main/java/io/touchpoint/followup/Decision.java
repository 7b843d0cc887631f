package io.touchpoint.followup;

import io.touchpoint.conversation.Plan;
import io.touchpoint.conversation.Subject;
import io.touchpoint.journey.Touchpoint;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Whether a customer is asked about a touchpoint, when, and why not:
 *
 * <pre>
 * {_id: "w1|order:1042|delivery", version: 1, workspace: "w1", customer: "w1|customer|c42",
 *  subject: {kind: "order", key: "1042", at: …}, touchpoint: {key: "delivery", …}, team: "delivery", zone: "Europe/Berlin",
 *  standing: {event: "shop|e1", at: …, stage: "ARRIVED", outcome: "SEND", due: …,
 *             findings: [{gate: "OPT_OUT", result: "PASSES", words: "welcomes questions"}, …]},
 *  earlier: [], plan: {…}}
 * </pre>
 *
 * @param id the id of the prompt: {@code workspace|subject|touchpoint}
 * @param touchpoint as it stood when the event arrived
 * @param team the team that answers for it, frozen when the event arrived
 * @param zone where the customer lives, as far as it was known
 * @param standing the ruling that counts
 * @param earlier rulings that it took the place of, and those on repeated events, oldest
 * first
 * @param plan the question as it was planned; null when none is
 * @param askedAt when the customer's turn was taken for it; null before
 * @param claimAt when the customer is looked for again; null when that is not needed
 */
@Document("decisions")
@TypeAlias("decision")
public record Decision(@Id String id, @Version @Nullable Long version, String workspace, String customer,
        Subject subject, Touchpoint touchpoint, String team, @Nullable String owner, @Nullable Boolean manual,
        ZoneId zone, Ruling standing, List<Ruling> earlier, @Nullable Plan plan, @Nullable Instant askedAt,
        @Nullable Instant claimAt) {

    private static final int REMEMBERED = 20;

    public Decision {
        earlier = (earlier == null) ? List.of() : List.copyOf(earlier);
    }

    /** The decision in a few words; times are told where the customer lives. */
    public String sentence() {
        return sentence(zone);
    }

    /** The decision in a few words; times are told in a zone, with its name. */
    public String sentence(ZoneId told) {
        String why = standing.obstacle().map(Finding::words).orElse("");
        return switch (standing.outcome()) {
            case SEND -> (askedAt != null) ? "asked on " + Times.moment(askedAt, told)
                    : "scheduled for " + Times.moment(standing.due(), told);
            case DELAY -> "put off to " + Times.moment(standing.due(), told) + ": " + why;
            case SKIP ->
                (askedAt != null) ? "asked on " + Times.moment(askedAt, told) + ", then " + why : "not asked: " + why;
        };
    }

    boolean withdrawn() {
        return standing.findings()
            .stream()
            .anyMatch((finding) -> finding.gate() == Gate.WITHDRAWAL && finding.result() == Finding.Result.HOLDS);
    }

    /** Whether it is about the relationship as a whole, and no event led to it. */
    public boolean aboutRelationship() {
        return touchpoint.key().equals(Touchpoint.RELATIONSHIP);
    }

    boolean skipped() {
        return standing.outcome() == Ruling.Outcome.SKIP;
    }

    /** Whether a ruling on this event is known. */
    boolean knows(String event) {
        return Stream.concat(earlier.stream(), Stream.of(standing)).anyMatch((ruling) -> ruling.event().equals(event));
    }

    /** The same about the customer whom a later event names. */
    Decision of(String other) {
        return new Decision(id, version, workspace, other, subject, touchpoint, team, owner, manual, zone, standing,
                earlier, plan, askedAt, claimAt);
    }

    /** A later ruling takes the place of the one that stands. */
    Decision ruled(Ruling later) {
        return with(later, remember(standing), plan, askedAt, claimAt);
    }

    /** With the ruling that stands told in other words. */
    Decision amended(Ruling same) {
        return with(same, earlier, plan, askedAt, claimAt);
    }

    /** A ruling that changes nothing is kept beside the one that stands. */
    Decision noting(Ruling repeat) {
        return with(standing, remember(repeat), plan, askedAt, claimAt);
    }

    /** As it looks to somebody who told of the same thing again. */
    Decision seenAs(Ruling repeat) {
        return with(repeat, earlier, plan, null, claimAt);
    }

    Decision planned(@Nullable Plan question, @Nullable Instant again) {
        return with(standing, earlier, question, askedAt, again);
    }

    Decision asked(Instant at) {
        return with(standing, earlier, plan, (askedAt != null) ? askedAt : at, claimAt);
    }

    private List<Ruling> remember(Ruling ruling) {
        List<Ruling> all = new ArrayList<>(earlier);
        all.add(ruling);
        return all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
    }

    private Decision with(Ruling stands, List<Ruling> before, @Nullable Plan question, @Nullable Instant asked,
            @Nullable Instant again) {
        return new Decision(id, version, workspace, customer, subject, touchpoint, team, owner, manual, zone, stands,
                before, question, asked, again);
    }

}
