package io.touchpoint.outbox;

import io.touchpoint.chat.Budget;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What budgets allow, by the generic cell rate algorithm (ITU-T I.371): a bucket keeps
 * the moment until which it is used up, and may run ahead of the time by its burst.
 */
final class Pacing {

    private final Map<String, Bucket> buckets = new HashMap<>();

    Pacing(List<Bucket> stored) {
        stored.forEach((bucket) -> buckets.put(bucket.id(), bucket));
    }

    /**
     * The earliest moment, from {@code now} on, at which every budget has a call left.
     */
    Instant free(List<Budget> budgets, Instant now) {
        return budgets.stream()
            .map((budget) -> bucket(budget).free(budget, now))
            .max(Comparator.naturalOrder())
            .orElse(now);
    }

    /** Uses up one call of every budget at a moment. */
    void take(List<Budget> budgets, Instant at) {
        budgets.forEach((budget) -> buckets.put(budget.key(), bucket(budget).taken(budget, at)));
    }

    Bucket bucket(Budget budget) {
        return buckets.getOrDefault(budget.key(), new Bucket(budget.key(), null, null));
    }

    /**
     * The state of one budget.
     *
     * @param until the moment until which it is used up
     * @param rest before that moment the platform wants to hear nothing
     */
    @Document(Budgets.COLLECTION)
    @TypeAlias("budget")
    record Bucket(@Id String id, @Nullable Instant until, @Nullable Instant rest) {

        Instant free(Budget budget, Instant now) {
            Instant paced = (until == null) ? now : until.minus(budget.interval().multipliedBy(budget.burst() - 1L));
            Instant from = (rest != null && rest.isAfter(paced)) ? rest : paced;
            return from.isAfter(now) ? from : now;
        }

        Bucket taken(Budget budget, Instant at) {
            Instant start = (until != null && until.isAfter(at)) ? until : at;
            Duration interval = Duration.ofMillis(budget.interval().plusNanos(999_999).toMillis());
            return new Bucket(id, start.plus(interval), rest);
        }

    }

}
