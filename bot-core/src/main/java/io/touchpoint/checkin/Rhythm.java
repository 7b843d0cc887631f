package io.touchpoint.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When meetings take place. Each one is computed from the anchor, never from the one
 * before: whatever happens to one changes nothing for those after it.
 *
 * @param anchor the day of the first
 * @param time local time in the zone
 * @param zone the planner's zone
 * @param everyWeeks how many weeks lie between two; 0 for a single meeting
 */
record Rhythm(LocalDate anchor, LocalTime time, ZoneId zone, int everyWeeks) {

    boolean once() {
        return everyWeeks == 0;
    }

    /** Whether there is a meeting with this index, 0 for the first. */
    boolean has(int index) {
        return index == 0 || index > 0 && !once();
    }

    /**
     * When the meeting with this index begins: inside a gap of the clock later by the
     * gap, in an overlap the first.
     */
    Instant at(int index) {
        if (!has(index)) {
            throw new IllegalArgumentException("no meeting " + index);
        }
        return anchor.plusWeeks((long) everyWeeks * index).atTime(time).atZone(zone).toInstant();
    }

    /** The index of the first meeting that begins at a moment or later. */
    int firstFrom(Instant moment) {
        if (once()) {
            return at(0).isBefore(moment) ? 1 : 0;
        }
        long weeks = ChronoUnit.WEEKS.between(anchor, moment.atZone(zone).toLocalDate());
        int index = Math.toIntExact(Math.max(0, weeks / everyWeeks - 1));
        while (at(index).isBefore(moment)) {
            index++;
        }
        return index;
    }

}
