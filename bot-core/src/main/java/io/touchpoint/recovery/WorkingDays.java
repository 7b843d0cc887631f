package io.touchpoint.recovery;

import io.touchpoint.team.Team;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** When a team works. */
final class WorkingDays {

    private static final Set<DayOfWeek> USUAL = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private WorkingDays() {
    }

    /** The end of the team's next working day after today, in its zone. */
    static Instant endOfNext(Team team, Instant now) {
        Set<DayOfWeek> days = team.workdays().isEmpty() ? USUAL : team.workdays();
        LocalDate day = LocalDate.ofInstant(now, team.zone()).plusDays(1);
        while (!days.contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        return day.atTime(team.dayEnds()).atZone(team.zone()).toInstant();
    }

}
