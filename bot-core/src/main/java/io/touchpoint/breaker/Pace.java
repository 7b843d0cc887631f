package io.touchpoint.breaker;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How many customers a workspace asked lately:
 *
 * <pre>
 * {_id: "w1", version: 3, slots: [{from: 2026-11-20T09:00:00Z, asked: 12}],
 *  peaks: [{day: 2026-11-19, most: 40}], stop: {since: …, reason: "…", claimAt: …}}
 * </pre>
 *
 * @param workspace the workspace's id
 * @param slots tens of minutes in which somebody was asked, of the last hour and the one
 * that has begun
 * @param peaks the most within an hour of each day, by UTC, of the last two weeks
 * @param stop null while customers are asked
 */
@Document("paces")
@TypeAlias("pace")
record Pace(@Id String workspace, @Version @Nullable Long version, List<Slot> slots, List<Peak> peaks,
        @Nullable Stop stop) {

    private static final Duration SLOT = Duration.ofMinutes(10);

    private static final Duration HOUR = Duration.ofHours(1);

    private static final int DAYS = 14;

    /** Fewer days than these say nothing about what is usual. */
    private static final int LEAST_DAYS = 3;

    private static final int TIMES_THE_USUAL = 5;

    /** Fewer than these within an hour are no anomaly. */
    private static final int LEAST_ANOMALY = 100;

    Pace {
        slots = (slots == null) ? List.of() : List.copyOf(slots);
        peaks = (peaks == null) ? List.of() : List.copyOf(peaks);
    }

    /** Ten minutes, and how many were asked in them. */
    record Slot(Instant from, int asked) {
    }

    /** A day, and the most that were asked within an hour of it. */
    record Peak(LocalDate day, int most) {
    }

    static Pace of(String workspace) {
        return new Pace(workspace, null, List.of(), List.of(), null);
    }

    /**
     * How many were asked within the hour before {@code now}; those of the ten minutes
     * before it that have begun within it count too.
     */
    int lastHour(Instant now) {
        return slots.stream()
            .filter((slot) -> slot.from().plus(SLOT).isAfter(now.minus(HOUR)))
            .mapToInt(Slot::asked)
            .sum();
    }

    /**
     * Why one more is too many.
     * @param cap the most within an hour
     */
    Optional<String> tooMany(Instant now, int cap) {
        int asked = lastHour(now) + 1;
        if (asked > cap) {
            return Optional.of("more than %,d questions within an hour".formatted(cap));
        }
        LocalDate today = day(now);
        List<Peak> before = peaks.stream().filter((peak) -> peak.day().isBefore(today)).toList();
        int usual = before.stream().mapToInt(Peak::most).max().orElse(0);
        boolean unusual = before.size() >= LEAST_DAYS && asked > LEAST_ANOMALY && asked > TIMES_THE_USUAL * usual;
        return unusual ? Optional
            .of("%,d questions within an hour, where %,d were the most in the two weeks before".formatted(asked, usual))
                : Optional.empty();
    }

    /** One more was asked. */
    Pace counting(Instant now) {
        Instant from = Instant.ofEpochSecond(now.getEpochSecond() / SLOT.toSeconds() * SLOT.toSeconds());
        List<Slot> counted = new ArrayList<>();
        int inThis = 1;
        for (Slot slot : slots) {
            if (slot.from().equals(from)) {
                inThis += slot.asked();
            }
            else if (slot.from().plus(SLOT).isAfter(now.minus(HOUR))) {
                counted.add(slot);
            }
        }
        counted.add(new Slot(from, inThis));
        return new Pace(workspace, version, counted, raised(day(now), lastHour(now) + 1), stop);
    }

    private List<Peak> raised(LocalDate today, int most) {
        List<Peak> raised = new ArrayList<>(
                peaks.stream().filter((peak) -> peak.day().isAfter(today.minusDays(DAYS + 1))).toList());
        int known = raised.stream().filter((peak) -> peak.day().equals(today)).mapToInt(Peak::most).max().orElse(0);
        raised.removeIf((peak) -> peak.day().equals(today));
        raised.add(new Peak(today, Math.max(known, most)));
        return raised;
    }

    /** The same with a stop. */
    Pace with(Stop other) {
        return new Pace(workspace, version, slots, peaks, other);
    }

    /**
     * As {@link #with}, from a count that starts anew, so that it does not stop again at
     * once.
     */
    Pace resumed() {
        return new Pace(workspace, version, List.of(), peaks, null);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

}
