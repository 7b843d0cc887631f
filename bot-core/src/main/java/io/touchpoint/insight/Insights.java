package io.touchpoint.insight;

import io.touchpoint.feedback.Cell;
import io.touchpoint.feedback.Rollups;
import io.touchpoint.journey.JourneyMap;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.Touchpoint;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Says what a workspace's answers mean. What is usual, what is compared and what changed
 * is taken from all touchpoints of the workspace; a team's findings differ only in what
 * they list: a small team is held against the whole company, not against itself.
 */
@Service
public class Insights {

    /** The weeks from which it is learned what is usual, the reported one among them. */
    static final int WINDOW = 8;

    private static final double ACCEPTED = .25;

    private final Rollups rollups;

    private final JourneyMaps maps;

    Insights(Rollups rollups, JourneyMaps maps) {
        this.rollups = rollups;
        this.maps = maps;
    }

    /**
     * The findings of a week over the whole journey.
     * @param week the Monday with which it begins, in reporting days of the workspace
     * @param now until when answers are counted
     */
    public Findings all(String workspace, LocalDate week, Instant now) {
        return findings(workspace, week, now, (_) -> true);
    }

    /**
     * The findings of a week that list only what a team owns now.
     * @param week the Monday with which it begins, in reporting days of the workspace
     * @param now until when answers are counted
     */
    public Findings team(String workspace, String team, LocalDate week, Instant now) {
        return findings(workspace, week, now, (touchpoint) -> touchpoint.team().equals(team));
    }

    private Findings findings(String workspace, LocalDate week, Instant now, Predicate<Touchpoint> own) {
        if (week.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException(week + " is no Monday");
        }
        rollups.settle(workspace, now);
        LocalDate first = week.minusWeeks(WINDOW - 1);
        List<Cell> cells = rollups.cells(workspace, first, week.plusDays(6));
        return PainPoints.analyse(week, samples(maps.current(workspace), weekly(cells, first), own));
    }

    private static Map<String, Count[]> weekly(List<Cell> cells, LocalDate first) {
        Map<String, Count[]> counts = new HashMap<>();
        for (Cell cell : cells) {
            if (cell.compared()) {
                int week = Math.toIntExact(ChronoUnit.WEEKS.between(first, cell.day()));
                Count[] weeks = counts.computeIfAbsent(cell.touchpoint(), (_) -> none());
                weeks[week] = weeks[week].plus(new Count(cell.unhappy(), cell.answers()));
            }
        }
        return counts;
    }

    private static Count[] none() {
        Count[] weeks = new Count[WINDOW];
        Arrays.fill(weeks, Count.NONE);
        return weeks;
    }

    /**
     * Touchpoints that have left the map still count in what is usual, but nobody can
     * mend them: they are never listed.
     */
    private static List<Sample> samples(JourneyMap map, Map<String, Count[]> counts, Predicate<Touchpoint> own) {
        List<Sample> samples = new ArrayList<>();
        for (Touchpoint touchpoint : map.touchpoints()) {
            Count[] weeks = counts.getOrDefault(touchpoint.key(), none());
            samples.add(new Sample(touchpoint.key(), touchpoint.name(), touchpoint.accepted(), own.test(touchpoint),
                    List.of(weeks)));
        }
        Stream<String> gone = counts.keySet().stream().filter((key) -> map.touchpoint(key).isEmpty()).sorted();
        gone.forEach(
                (key) -> samples.add(new Sample(key, key, ACCEPTED, false, List.of(counts.getOrDefault(key, none())))));
        return samples;
    }

}
