package io.touchpoint.digest;

import io.touchpoint.team.Team;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * When a team's next digest is due. The one after it follows from the rule and never from
 * the time at which the last one was sent.
 *
 * <pre class="code">
 * digestSchedules {_id: "w1|digest|delivery", workspace: "w1", team: "delivery", platform: "slack", on: "2026-11-30",
 *                  time: "09:00:00", zone: "Europe/Berlin", claimAt: ISODate("2026-11-30T08:00:00Z"), fence: 3}
 * </pre>
 *
 * @param platform the chat platform that it is sent on
 * @param on the local day on which it is due
 * @param time the local time at which it is due
 * @param claimAt when it is due, or until when somebody is at it; null once it was given
 * up
 * @param fence counts the claims
 */
@Document("digestSchedules")
@TypeAlias("digestSchedule")
record Schedule(@Id String id, String workspace, String team, String platform, LocalDate on, LocalTime time,
        ZoneId zone, @Nullable Instant claimAt, @Nullable Long fence) {

    /** The schedule of a team that has had none, or another one, until now. */
    static Schedule of(Team team, String platform, Instant now) {
        LocalDate today = now.atZone(team.zone()).toLocalDate();
        LocalDate on = today.minusWeeks(1).with(TemporalAdjusters.nextOrSame(team.digestDay()));
        while (!new Digest.Plan(on, team.digestTime(), team.zone()).due().isAfter(now)) {
            on = on.plusWeeks(1);
        }
        return due(id(team.workspace(), team.key()), team.workspace(), team.key(), platform,
                new Digest.Plan(on, team.digestTime(), team.zone()), 0L);
    }

    private static Schedule due(String id, String workspace, String team, String platform, Digest.Plan plan,
            @Nullable Long fence) {
        return new Schedule(id, workspace, team, platform, plan.on(), plan.time(), plan.zone(), plan.due(), fence);
    }

    /** {@code workspace|digest|team}. */
    static String id(String workspace, String team) {
        return workspace + "|digest|" + team;
    }

    Digest.Plan plan() {
        return new Digest.Plan(on, time, zone);
    }

    /** The same one week on. */
    Schedule next() {
        return due(id, workspace, team, platform, new Digest.Plan(on.plusWeeks(1), time, zone), fence);
    }

    /** Whether it is what a team wants. */
    boolean fits(Team wanted, String wantedPlatform) {
        return platform.equals(wantedPlatform) && zone.equals(wanted.zone()) && time.equals(wanted.digestTime())
                && on.getDayOfWeek() == wanted.digestDay();
    }

}
