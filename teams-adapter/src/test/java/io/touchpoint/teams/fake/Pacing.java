package io.touchpoint.teams.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rate limits of the Connector: for each thing that is limited, when it was used. */
final class Pacing {

    private final Map<String, Deque<Instant>> used = new HashMap<>();

    /**
     * A thing that is limited.
     *
     * @param key names it
     * @param windows how often it may be used
     */
    record Need(String key, List<Limits.Window> windows) {
    }

    /**
     * Takes one call from every budget, or from none.
     * @return zero, or the whole seconds to wait
     */
    synchronized long take(List<Need> needs, Instant now) {
        Duration wait = Duration.ZERO;
        for (Need need : needs) {
            Deque<Instant> calls = used.computeIfAbsent(need.key(), (_) -> new ArrayDeque<>());
            for (Limits.Window window : need.windows()) {
                Duration until = lacking(calls, window, now);
                wait = (until.compareTo(wait) > 0) ? until : wait;
            }
        }
        if (!wait.isZero()) {
            return Math.max(1, wait.plusMillis(999).toSeconds());
        }
        needs.forEach((need) -> note(need, now));
        return 0;
    }

    private static Duration lacking(Deque<Instant> calls, Limits.Window window, Instant now) {
        Instant since = now.minus(window.length());
        List<Instant> within = calls.stream().filter((at) -> at.isAfter(since)).toList();
        if (within.size() < window.calls()) {
            return Duration.ZERO;
        }
        Instant free = within.get(within.size() - window.calls()).plus(window.length());
        return Duration.between(now, free);
    }

    private void note(Need need, Instant now) {
        Deque<Instant> calls = used.computeIfAbsent(need.key(), (_) -> new ArrayDeque<>());
        calls.addLast(now);
        Duration longest = need.windows()
            .stream()
            .map(Limits.Window::length)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
        Instant oldest = now.minus(longest);
        while (!calls.isEmpty() && !calls.getFirst().isAfter(oldest)) {
            calls.removeFirst();
        }
    }

}
