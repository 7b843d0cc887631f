package io.touchpoint.digest;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.chat.Address;
import io.touchpoint.team.Team;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The schedules of all teams' digests: one for each team that has a channel. */
@Component
class Schedules {

    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofMinutes(1);

    private final MongoOperations mongo;

    private final Workspaces workspaces;

    private final Teams teams;

    private volatile @Nullable Instant looked;

    Schedules(MongoOperations mongo, Workspaces workspaces, Teams teams) {
        this.mongo = mongo;
        this.workspaces = workspaces;
        this.teams = teams;
    }

    /**
     * Follows the teams of all workspaces, if that was last done more than a minute ago.
     */
    void follow(Instant now) {
        Instant last = looked;
        if (last == null || !now.isBefore(last.plus(LOOK))) {
            List<Workspace> all = workspaces.all();
            all.forEach((workspace) -> follow(workspace.id(), now));
            looked = all.isEmpty() ? null : now;
        }
    }

    /**
     * Makes the schedules of a workspace those of its teams. One that is due is left
     * until it has been seen to, so that a change loses no digest.
     */
    void follow(String workspace, Instant now) {
        Map<String, Schedule> known = new HashMap<>();
        mongo.find(query(where("_id").gte(workspace + "|digest|").lt(workspace + "|digest}")), Schedule.class)
            .forEach((schedule) -> known.put(schedule.id(), schedule));
        for (Team team : teams.teams(workspace)) {
            String platform = team.channels().stream().map(Address::platform).findFirst().orElse(null);
            Schedule schedule = known.get(Schedule.id(workspace, team.key()));
            if (platform != null) {
                known.remove(Schedule.id(workspace, team.key()));
                follow(team, platform, schedule, now);
            }
        }
        known.values().forEach((gone) -> mongo.remove(asSeen(gone), Schedule.class));
    }

    private void follow(Team team, String platform, @Nullable Schedule known, Instant now) {
        Schedule wanted = Schedule.of(team, platform, now);
        if (known == null) {
            try {
                mongo.insert(wanted);
            }
            catch (DuplicateKeyException _) {
                // another instance was first
                return;
            }
        }
        else if (!known.fits(team, platform) && known.plan().due().isAfter(now)) {
            mongo.replace(asSeen(known), wanted);
        }
    }

    /** Claims one that is due on one of these platforms. */
    Optional<Schedule> claim(Set<String> platforms, Instant now) {
        return Optional
            .ofNullable(mongo.findAndModify(query(on(platforms).and("claimAt").lte(now)).with(Sort.by("claimAt")),
                    new Update().set("claimAt", now.plus(LEASE)).inc("fence", 1),
                    FindAndModifyOptions.options().returnNew(true), Schedule.class));
    }

    /**
     * What was due is seen to; nothing happens when somebody else has claimed it since.
     */
    void done(Schedule claimed) {
        mongo.replace(query(where("_id").is(claimed.id()).and("fence").is(claimed.fence())), claimed.next());
    }

    Optional<Instant> nextDue(Set<String> platforms) {
        return Optional
            .ofNullable(mongo.findOne(query(on(platforms).and("claimAt").exists(true)).with(Sort.by("claimAt")),
                    Schedule.class))
            .map(Schedule::claimAt);
    }

    private static Criteria on(Set<String> platforms) {
        return where("platform").in(platforms);
    }

    private static org.springframework.data.mongodb.core.query.Query asSeen(Schedule schedule) {
        return query(
                where("_id").is(schedule.id()).and("fence").is(schedule.fence()).and("claimAt").is(schedule.claimAt()));
    }

}
