package io.touchpoint.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RhythmTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");

    private static Rhythm rhythm(String day, String time, int weeks) {
        return new Rhythm(LocalDate.parse(day), LocalTime.parse(time), BERLIN, weeks);
    }

    private static CheckIn checkIn() {
        return new CheckIn("w1|checkin|x", null, "w1", "slack", CheckIn.State.ACCEPTED,
                new CheckIn.Side("mara", "f1", 0), new CheckIn.Side("jon", "f2", 0), rhythm("2026-10-13", "16:00", 2),
                30, null, List.of(), 0L, List.of(), START, START, 0L);
    }

    @Test
    void computesEveryMeetingFromTheAnchorWhateverHappensToOneOfThem() {
        CheckIn changed = checkIn().without(2, START).moved(3, Instant.parse("2026-11-25T14:00:00Z"), START);
        List<String> starts = IntStream.rangeClosed(0, 13)
            .mapToObj(changed::occurrence)
            .map(Optional::orElseThrow)
            .filter((meeting) -> !meeting.skipped())
            .map((meeting) -> meeting.index() + " " + meeting.start() + " " + Wording.time(meeting.start(), NEW_YORK))
            .toList();
        assertThat(starts).containsExactly("0 2026-10-13T14:00:00Z 10:00", "1 2026-10-27T15:00:00Z 11:00",
                "3 2026-11-25T14:00:00Z 09:00", "4 2026-12-08T15:00:00Z 10:00", "5 2026-12-22T15:00:00Z 10:00",
                "6 2027-01-05T15:00:00Z 10:00", "7 2027-01-19T15:00:00Z 10:00", "8 2027-02-02T15:00:00Z 10:00",
                "9 2027-02-16T15:00:00Z 10:00", "10 2027-03-02T15:00:00Z 10:00", "11 2027-03-16T15:00:00Z 11:00",
                "12 2027-03-30T14:00:00Z 10:00", "13 2027-04-13T14:00:00Z 10:00");
        assertThat(changed.nextFrom(2)).map(Occurrence::index).contains(3);
    }

    @Test
    void saysWhenClocksChangeOnDifferentDays() {
        assertThat(ClockNotes.of(checkIn().rhythm(), NEW_YORK, "Jon")).containsExactly(
                "On 27 Oct it will be 11:00 for Jon: clocks change on different days.",
                "On 16 Mar it will be 11:00 for Jon: clocks change on different days.");
        assertThat(ClockNotes.of(checkIn().rhythm(), ZoneId.of("Europe/Paris"), "Jon")).isEmpty();
        assertThat(ClockNotes.of(rhythm("2026-10-13", "16:00", 1), ZoneId.of("Asia/Kathmandu"), "Jon"))
            .containsExactly("From 27 Oct it will be 20:45 for Jon: clocks do not change everywhere.");
        assertThat(ClockNotes.of(rhythm("2026-10-13", "16:00", 0), NEW_YORK, "Jon")).isEmpty();
    }

    @Test
    void isLaterByTheGapAndTakesTheFirstInAnOverlap() {
        Rhythm gap = rhythm("2027-03-28", "02:30", 2);
        assertThat(gap.at(0)).isEqualTo("2027-03-28T01:30:00Z");
        assertThat(gap.at(1).atZone(BERLIN).toLocalTime()).isEqualTo("02:30");
        assertThat(rhythm("2026-10-25", "02:30", 0).at(0)).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void findsTheFirstMeetingFromAMoment() {
        Rhythm rhythm = checkIn().rhythm();
        for (int index = 0; index < 30; index++) {
            assertThat(rhythm.firstFrom(rhythm.at(index))).isEqualTo(index);
            assertThat(rhythm.firstFrom(rhythm.at(index).plusMillis(1))).isEqualTo(index + 1);
        }
        assertThat(rhythm.firstFrom(START)).isZero();
        assertThat(rhythm("2026-10-13", "16:00", 0).firstFrom(Instant.parse("2026-10-14T00:00:00Z"))).isEqualTo(1);
    }

}
