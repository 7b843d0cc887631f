package io.touchpoint.kill;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Lets time pass until nothing is due any more: no faster than what is being done is
 * done, so that the time which it takes is that of leases, budgets and repeats.
 */
final class Settling {

    private static final Duration GLANCE = Duration.ofMillis(30);

    /** How long a thing may stay as it is until nobody is thought to be at it. */
    private static final Duration STILL = Duration.ofMillis(150);

    /** What is due later than that has nothing to do with what has happened. */
    private static final Duration HORIZON = Duration.ofMinutes(6);

    /** How far time goes at once where only budgets are waited for. */
    private static final Duration STRIDE = Duration.ofSeconds(4);

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Town town;

    /**
     * Where work waits.
     *
     * @param held what a document in somebody's hands looks like; null when all are
     */
    private record Shelf(String collection, String due, @Nullable Document held) {
    }

    private static final List<Shelf> SHELVES = List.of(
            new Shelf("conversations", "claimAt", new Document("leased", true)), new Shelf("inbound", "claimAt", null),
            new Shelf("events", "claimAt", null),
            new Shelf("outbox", "claimAt", new Document("holder", new Document("$exists", true))),
            new Shelf("answers", "pendAt", null), new Shelf("rollups", "staleAt", null),
            new Shelf("digests", "claimAt", null), new Shelf("checkins", "claimAt", null),
            new Shelf("cases", "claimAt", null), new Shelf("decisions", "claimAt", null));

    /** What waits on one shelf: since or until when, how much, and how much is held. */
    private record Waiting(Instant first, long count, long held) {
    }

    Settling(Town town) {
        this.town = town;
    }

    /**
     * Returns when nothing is due and people have done what they wanted to.
     * @return how long that took, by the simulated time
     */
    Duration settle(CompletableFuture<Void> people) {
        town.passes(false);
        Instant begun = town.clock().instant();
        Map<String, Waiting> last = Map.of();
        long since = System.nanoTime();
        while (true) {
            Instant now = town.clock().instant();
            boolean idle = people.isDone();
            town.slack().deliveries().redeliverDue(now);
            town.orphans().look(now);
            Map<String, Waiting> waiting = waiting(now);
            Optional<Instant> next = next(waiting);
            if (next.isEmpty() && idle) {
                people.join();
                return Duration.between(begun, now);
            }
            if (!waiting.equals(last)) {
                last = waiting;
                since = System.nanoTime();
            }
            long still = System.nanoTime() - since;
            boolean held = waiting.values().stream().anyMatch((one) -> one.held() > 0);
            if (next.isPresent() && next.get().isAfter(now) && (!held || still > STILL.toNanos())) {
                town.noteWhatIsBeingSaid();
                town.clock().moveTo(paced(waiting) ? next.get().plus(STRIDE) : next.get());
            }
            else if (still > PATIENCE.toNanos()) {
                throw new IllegalStateException("at " + now + " nothing is done about " + waiting + said());
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /** Whether all that waits are messages for which the budgets have no room. */
    private static boolean paced(Map<String, Waiting> waiting) {
        return waiting.keySet().equals(Set.of("outbox"))
                && waiting.values().stream().allMatch((one) -> one.held() == 0);
    }

    private String said() {
        return town.lives().stream().map((life) -> "\n" + life.said()).reduce("", String::concat);
    }

    private Optional<Instant> next(Map<String, Waiting> waiting) {
        Optional<Instant> repeat = town.slack().deliveries().nextRedelivery();
        return Stream.concat(waiting.values().stream().map(Waiting::first), repeat.stream())
            .min(Comparator.naturalOrder());
    }

    private Map<String, Waiting> waiting(Instant now) {
        Map<String, Waiting> waiting = new LinkedHashMap<>();
        for (Shelf shelf : SHELVES) {
            Document due = new Document(shelf.due(), new Document("$lte", Date.from(now.plus(HORIZON))));
            var collection = town.mongo().getCollection(shelf.collection());
            Document first = collection.find(due).sort(new Document(shelf.due(), 1)).first();
            if (first != null) {
                long count = collection.countDocuments(due);
                Document held = (shelf.held() == null) ? due : new Document(due).append("$and", List.of(shelf.held()));
                waiting.put(shelf.collection(), new Waiting(first.getDate(shelf.due()).toInstant(), count,
                        (shelf.held() == null) ? count : collection.countDocuments(held)));
            }
        }
        return waiting;
    }

}
