package io.touchpoint.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.outbox.Outbox;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Teams;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.Test;

class CalendarTextTests {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Colleague colleague(String key, String name) {
        return new Colleague(Teams.colleagueId("w1", key), "w1", key, name, null, List.of(), null, null, BERLIN,
                LocalTime.of(9, 0), LocalTime.of(17, 0));
    }

    private static final Pair PAIR = new Pair(colleague("mara", "Mara"), colleague("jon", "Jon"));

    private static CheckIn checkIn(int weeks) {
        return new CheckIn("w1|checkin|x", null, "w1", "slack", CheckIn.State.ACCEPTED,
                new CheckIn.Side("mara", "f1", 0), new CheckIn.Side("jon", "f2", 0),
                new Rhythm(LocalDate.of(2026, 12, 8), LocalTime.of(16, 0), BERLIN, weeks), 30, "secret note", List.of(),
                0L, List.of(), NOW, NOW, 0L);
    }

    private static String text(CheckIn checkIn, Pair pair) {
        return CalendarText.of(checkIn, pair, "touchpoint.example", NOW);
    }

    @Test
    void writesOneEventForOneMeeting() {
        assertThat(text(checkIn(0), PAIR)).isEqualTo("""
                BEGIN:VCALENDAR
                PRODID:-//Touchpoint//Check-ins//EN
                VERSION:2.0
                METHOD:PUBLISH
                REFRESH-INTERVAL;VALUE=DURATION:PT1H
                X-PUBLISHED-TTL:PT1H
                BEGIN:VEVENT
                DTSTART:20261208T150000Z
                DURATION:PT30M
                SUMMARY:Touchpoint meeting: Mara / Jon
                DTSTAMP:20261201T100000Z
                UID:occ-%s-0@touchpoint.example
                SEQUENCE:0
                STATUS:CONFIRMED
                ORGANIZER:mailto:no-reply@touchpoint.example
                END:VEVENT
                END:VCALENDAR
                """.formatted(Outbox.token("w1|checkin|x")).replace("\n", "\r\n"));
    }

    @Test
    void isValidAndHasNeitherRulesNorZonesNorNotes() throws Exception {
        CheckIn changed = checkIn(1).without(1, NOW).moved(2, Instant.parse("2026-12-23T09:00:00Z"), NOW);
        String text = text(changed, PAIR);
        assertThat(CalendarText.calendar(changed, PAIR, "touchpoint.example", NOW).validate().hasErrors()).isFalse();
        assertThat(text).doesNotContain("TZID", "RRULE", "EXDATE", "VTIMEZONE", "secret note");
        assertThat(text).contains("STATUS:CANCELLED", "DTSTART:20261223T090000Z").containsOnlyOnce("CANCELLED");
        assertThat(new CalendarBuilder().build(new StringReader(text)).getComponents("VEVENT")).hasSize(25);
    }

    @Test
    void showsACancelledMeetingForThirtyDays() {
        CheckIn changed = checkIn(1).without(1, NOW);
        assertThat(CalendarText.of(changed, PAIR, "h.example", NOW.plusSeconds(29 * 86400L))).contains("CANCELLED");
        assertThat(CalendarText.of(changed, PAIR, "h.example", NOW.plusSeconds(31 * 86400L)))
            .doesNotContain("CANCELLED");
    }

    @Test
    void keepsItsBytesWhileNothingChanges() {
        assertThat(text(checkIn(2), PAIR))
            .isEqualTo(CalendarText.of(checkIn(2), PAIR, "touchpoint.example", NOW.plusSeconds(3600)));
    }

    @Test
    void foldsByOctets() {
        Pair pair = new Pair(colleague("mara", "日本語".repeat(20)), colleague("jon", "Ä".repeat(80)));
        String text = text(checkIn(0), pair);
        assertThat(text.split("\r\n")).allSatisfy((line) -> {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        });
        assertThat(text.replace("\r\n ", "")).contains("Touchpoint meeting: " + pair.title());
    }

    @Test
    void addsNoZonesToTheMachine() {
        int before = ZoneId.getAvailableZoneIds().size();
        text(checkIn(1), PAIR);
        assertThat(ZoneId.getAvailableZoneIds()).hasSize(before);
    }

}
