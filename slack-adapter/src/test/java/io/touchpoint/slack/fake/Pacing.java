package io.touchpoint.slack.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rate limits of the Web API: a token bucket for each thing that is limited. */
final class Pacing {

    private final Map<String, Bucket> buckets = new HashMap<>();

    /**
     * A thing that is limited.
     *
     * @param key names it
     * @param capacity how many calls may follow each other at once
     * @param interval after how long one more is possible
     */
    record Need(String key, int capacity, Duration interval) {

        static Need aMinute(String key, int calls) {
            return new Need(key, calls, Duration.ofMinutes(1).dividedBy(calls));
        }

    }

    private record Bucket(double tokens, Instant at) {

        Bucket filled(Need need, Instant now) {
            double gained = (double) Duration.between(at, now).toNanos() / need.interval().toNanos();
            return new Bucket(Math.min(need.capacity(), tokens + Math.max(0, gained)), now);
        }

        Bucket spent() {
            return new Bucket(tokens - 1, at);
        }

    }

    /**
     * Takes one call from every bucket, or from none.
     * @return zero, or the whole seconds to wait
     */
    synchronized long take(List<Need> needs, Instant now) {
        long wait = 0;
        for (Need need : needs) {
            Bucket bucket = buckets.getOrDefault(need.key(), new Bucket(need.capacity(), now)).filled(need, now);
            buckets.put(need.key(), bucket);
            double lacking = 1 - bucket.tokens();
            if (lacking > 1e-9) {
                wait = Math.max(wait, (long) Math.ceil(lacking * need.interval().toNanos() / 1e9 - 1e-9));
                wait = Math.max(wait, 1);
            }
        }
        if (wait == 0) {
            needs.forEach((need) -> buckets.computeIfPresent(need.key(), (_, bucket) -> bucket.spent()));
        }
        return wait;
    }

}
