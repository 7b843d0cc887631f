package io.touchpoint.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.team.Team;
import io.touchpoint.team.Teams;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    @Test
    void keepsItsLocalTimeWhenClocksChange() {
        assertThat(due(schedule("Europe/Berlin", DayOfWeek.MONDAY, "09:00", "2026-10-13T00:00:00Z"), 3))
            .containsExactly("2026-10-19T07:00:00Z", "2026-10-26T08:00:00Z", "2026-11-02T08:00:00Z");
        assertThat(due(schedule("Australia/Lord_Howe", DayOfWeek.MONDAY, "09:00", "2026-03-29T00:00:00Z"), 3))
            .containsExactly("2026-03-29T22:00:00Z", "2026-04-05T22:30:00Z", "2026-04-12T22:30:00Z");
        assertThat(due(schedule("Asia/Kathmandu", DayOfWeek.FRIDAY, "08:00", "2026-11-20T02:15:00Z"), 1))
            .containsExactly("2026-11-27T02:15:00Z");
    }

    @Test
    void isNotShiftedForEverByAMissingHour() {
        assertThat(due(schedule("Europe/Berlin", DayOfWeek.SUNDAY, "02:30", "2027-03-22T00:00:00Z"), 2))
            .containsExactly("2027-03-28T01:30:00Z", "2027-04-04T00:30:00Z");
        assertThat(due(schedule("Europe/Berlin", DayOfWeek.SUNDAY, "02:30", "2026-10-20T00:00:00Z"), 1))
            .containsExactly("2026-10-25T00:30:00Z");
    }

    private static List<String> due(Schedule first, int many) {
        return Stream.iterate(first, Schedule::next)
            .limit(many)
            .map((schedule) -> Objects.requireNonNull(schedule.claimAt()).toString())
            .toList();
    }

    private static Schedule schedule(String zone, DayOfWeek day, String time, String now) {
        Team team = new Team(Teams.teamId("w1", "a"), "w1", "a", "team", Map.of(), List.of(), ZoneId.of(zone),
                Set.of(day), LocalTime.of(17, 0), day, LocalTime.parse(time));
        return Schedule.of(team, "slack", Instant.parse(now));
    }

}
