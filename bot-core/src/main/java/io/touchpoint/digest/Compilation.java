package io.touchpoint.digest;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;
import io.touchpoint.insight.Findings;
import io.touchpoint.insight.Insights;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.outbox.Saying;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Workspaces;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Makes a team's digest of a week.
 *
 * <p>
 * The week is the last whole one, Monday to Sunday in the workspace's zone, before the
 * digest was due; what is known when it is made counts. Up to two days after it was due
 * it is made late, after that it is skipped and the next one says so.
 */
@Component
class Compilation {

    private static final Duration LATE = Duration.ofMinutes(10);

    private static final Duration TOO_LATE = Duration.ofHours(48);

    private static final int LOOK_BACK = 60;

    private final MongoOperations mongo;

    private final Workspaces workspaces;

    private final Teams teams;

    private final JourneyMaps maps;

    private final Insights insights;

    private final Pains pains;

    private final ObjectProvider<Directory> directories;

    private final ObjectProvider<AfterDigest> after;

    Compilation(MongoOperations mongo, Workspaces workspaces, Teams teams, JourneyMaps maps, Insights insights,
            Pains pains, ObjectProvider<Directory> directories, ObjectProvider<AfterDigest> after) {
        this.mongo = mongo;
        this.workspaces = workspaces;
        this.teams = teams;
        this.maps = maps;
        this.insights = insights;
        this.pains = pains;
        this.directories = directories;
        this.after = after;
    }

    /** What is at hand while a digest is made. */
    private record Draft(String id, Schedule schedule, LocalDate week, Instant now) {

        Digest skipped(String reason) {
            return digest(Digest.Outcome.SKIPPED, reason, null, List.of(), null);
        }

        Digest said(Digest.Outcome outcome, Address channel, List<Missed> missed, Findings found) {
            return digest(outcome, null, channel, missed, found);
        }

        private Digest digest(Digest.Outcome outcome, @Nullable String reason, @Nullable Address channel,
                List<Missed> missed, @Nullable Findings found) {
            boolean late = now.isAfter(schedule.plan().due().plus(LATE));
            boolean spoken = outcome == Digest.Outcome.REPORT || outcome == Digest.Outcome.QUIET;
            return new Digest(id, null, schedule.workspace(), schedule.team(), schedule.platform(), week, outcome,
                    reason, schedule.plan(), late, channel, missed, found, null, List.of(), null, null, List.of(), now,
                    spoken ? now : null, 0L);
        }

    }

    /**
     * Makes the digest that a schedule says is due.
     * @return the digest, not yet stored; empty when it cannot be made now
     */
    Optional<Digest> make(Schedule schedule, Instant now) {
        LocalDate week = week(schedule);
        Draft draft = new Draft(id(schedule, week), schedule, week, now);
        if (now.isAfter(schedule.plan().due().plus(TOO_LATE))) {
            return Optional.of(draft.skipped("it was more than 48 hours late"));
        }
        Optional<Address> channel = teams.team(schedule.workspace(), schedule.team())
            .flatMap((team) -> team.channel(schedule.platform()));
        if (channel.isEmpty()) {
            return Optional.of(draft.skipped("the team had no channel"));
        }
        if (maps.current(schedule.workspace()).ownedBy(schedule.team()).isEmpty()) {
            return Optional.of(draft.skipped("the team owned no touchpoint"));
        }
        return switch (look(channel.get())) {
            case Directory.Found.NotNow<Directory.Channel> _ -> Optional.empty();
            case Directory.Found.Nowhere<Directory.Channel>(String reason) ->
                Optional.of(draft.skipped("the channel was not found (" + reason + ")"));
            case Directory.Found.Here<Directory.Channel>(Directory.Channel place) ->
                Optional.of(place.shared() ? draft.skipped("the channel was shared with another company")
                        : place.archived() ? draft.skipped("the channel was archived") : made(draft, channel.get()));
        };
    }

    private Directory.Found<Directory.Channel> look(Address channel) {
        return directories.stream()
            .filter((directory) -> directory.platform().equals(channel.platform()))
            .findFirst().<Directory.Found<Directory
                    .Channel>>map((directory) -> directory.channel(channel))
            .orElseGet(() -> new Directory.Found.NotNow<>("no directory"));
    }

    private Digest made(Draft draft, Address channel) {
        Schedule schedule = draft.schedule();
        Findings found = insights.team(schedule.workspace(), schedule.team(), draft.week(), draft.now());
        List<Digest> before = before(draft);
        if (found.own().week().answers() == 0) {
            boolean said = before.stream()
                .filter((digest) -> digest.outcome() != Digest.Outcome.SKIPPED)
                .findFirst()
                .filter((digest) -> digest.outcome() != Digest.Outcome.REPORT)
                .isPresent();
            Digest.Outcome outcome = said ? Digest.Outcome.SILENT : Digest.Outcome.QUIET;
            return pains.withHealth(draft.said(outcome, channel, missed(before), found), found);
        }
        Digest plain = draft.said(Digest.Outcome.REPORT, channel, missed(before), found);
        Digest full = pains.add(plain, found);
        List<Saying> sayings = new ArrayList<>();
        after.orderedStream().forEach((one) -> sayings.addAll(one.after(full, draft.now())));
        return full.followedBy(sayings);
    }

    /** Digests of the team before this one, the newest first. */
    private List<Digest> before(Draft draft) {
        String first = draft.schedule().workspace() + "|digest|" + draft.schedule().team() + "|";
        return mongo.find(query(where("_id").gte(first).lt(draft.id())).with(Sort.by(Sort.Direction.DESC, "_id"))
            .limit(LOOK_BACK), Digest.class);
    }

    private static List<Missed> missed(List<Digest> before) {
        return before.stream()
            .takeWhile((digest) -> digest.outcome() == Digest.Outcome.SKIPPED)
            .map((digest) -> new Missed(digest.week(), (digest.reason() == null) ? "skipped" : digest.reason()))
            .toList()
            .reversed();
    }

    private LocalDate week(Schedule schedule) {
        return schedule.plan()
            .due()
            .atZone(workspaces.get(schedule.workspace()).zone())
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .minusWeeks(1);
    }

    private static String id(Schedule schedule, LocalDate week) {
        return "%s|digest|%s|%d-W%02d".formatted(schedule.workspace(), schedule.team(),
                week.get(IsoFields.WEEK_BASED_YEAR), week.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

}
