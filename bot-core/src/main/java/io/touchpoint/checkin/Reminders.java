package io.touchpoint.checkin;

import io.touchpoint.team.Colleague;
import io.touchpoint.team.Teams;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** When the two people of a check-in are reminded of it. */
@Component
class Reminders {

    private static final LocalTime TIME = LocalTime.of(16, 0);

    private static final int WEEK = 7;

    private final Teams teams;

    Reminders(Teams teams) {
        this.teams = teams;
    }

    /** A reminder of one person of one meeting. */
    record Reminder(Colleague reader, Occurrence meeting, Instant at) {
    }

    /**
     * The next reminder of one side: at 16:00 of the reader's time on the day before, and
     * where that is a day off, on the last working day before it.
     */
    Optional<Reminder> next(CheckIn checkIn, CheckIn.Side side, Colleague reader) {
        if (checkIn.state() != CheckIn.State.ACCEPTED) {
            return Optional.empty();
        }
        return checkIn.nextFrom(side.next()).map((meeting) -> new Reminder(reader, meeting, at(meeting, reader)));
    }

    private Instant at(Occurrence meeting, Colleague reader) {
        Set<DayOfWeek> workdays = PlanForm.workdays(teams, reader);
        LocalDate before = meeting.start().atZone(reader.zone()).toLocalDate().minusDays(1);
        LocalDate day = Stream.iterate(before, (some) -> some.minusDays(1))
            .limit(WEEK)
            .filter((some) -> workdays.contains(some.getDayOfWeek()))
            .findFirst()
            .orElse(before);
        return day.atTime(TIME).atZone(reader.zone()).toInstant();
    }

}
