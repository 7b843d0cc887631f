package io.touchpoint.checkin;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says when a meeting will be at an unusual time for somebody in another zone. */
final class ClockNotes {

    private static final int WEEKS_SHOWN = 26;

    private static final int WEEKS_USUAL = 52;

    private static final int MOST = 3;

    private ClockNotes() {
    }

    /**
     * At most three sentences about the coming half year.
     * @param whom as in "for Jon"
     */
    static List<String> of(Rhythm rhythm, ZoneId zone, String whom) {
        if (rhythm.once() || zone.equals(rhythm.zone())) {
            return List.of();
        }
        LocalTime usual = usual(rhythm, zone);
        List<Integer> unusual = IntStream.rangeClosed(0, WEEKS_SHOWN / rhythm.everyWeeks())
            .filter((index) -> !local(rhythm, index, zone).equals(usual))
            .boxed()
            .toList();
        if (unusual.size() > MOST) {
            LocalTime first = local(rhythm, 0, zone);
            return IntStream.rangeClosed(1, WEEKS_SHOWN / rhythm.everyWeeks())
                .filter((index) -> !local(rhythm, index, zone).equals(first))
                .limit(1)
                .mapToObj((index) -> sentence("From ", rhythm, index, zone, whom, "clocks do not change everywhere."))
                .toList();
        }
        List<String> notes = new ArrayList<>();
        for (int index : unusual) {
            notes.add(sentence("On ", rhythm, index, zone, whom, "clocks change on different days."));
        }
        return notes;
    }

    /** The local time at which most meetings of a year begin; of equals, the first. */
    private static LocalTime usual(Rhythm rhythm, ZoneId zone) {
        Map<LocalTime, Long> counts = IntStream.range(0, WEEKS_USUAL / rhythm.everyWeeks())
            .mapToObj((index) -> local(rhythm, index, zone))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        LocalTime first = local(rhythm, 0, zone);
        return counts.entrySet()
            .stream()
            .max(Map.Entry.<LocalTime, Long>comparingByValue()
                .thenComparing(Comparator.comparing((time) -> time.getKey().equals(first))))
            .map(Map.Entry::getKey)
            .orElse(first);
    }

    private static LocalTime local(Rhythm rhythm, int index, ZoneId zone) {
        return rhythm.at(index).atZone(zone).toLocalTime();
    }

    private static String sentence(String when, Rhythm rhythm, int index, ZoneId zone, String whom, String why) {
        Instant at = rhythm.at(index);
        return when + Wording.date(at, zone) + " it will be " + Wording.time(at, zone) + " for " + whom + ": " + why;
    }

}
