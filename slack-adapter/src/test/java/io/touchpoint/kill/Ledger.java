package io.touchpoint.kill;

import io.touchpoint.kill.Cohort.Buyer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What the application has acknowledged, as those know it who were answered. */
final class Ledger {

    private final Set<String> events = ConcurrentHashMap.newKeySet();

    private final Set<String> presses = ConcurrentHashMap.newKeySet();

    private final Set<String> words = ConcurrentHashMap.newKeySet();

    private final Map<String, AtomicInteger> statuses = new ConcurrentHashMap<>();

    private final Map<String, Duration> slowest = new ConcurrentHashMap<>();

    private final AtomicInteger acknowledged = new AtomicInteger();

    private volatile @Nullable Trap trap;

    private volatile boolean closed;

    /** What is waited for. */
    private record Trap(int count, CompletableFuture<Void> sprung) {
    }

    /** Counts an answer to Slack or the shop, and how long it took; 0 is none. */
    void answered(String whom, int status, Duration took) {
        String answer = whom + " " + status;
        slowest.merge(answer, took, (one, other) -> (one.compareTo(other) > 0) ? one : other);
        statuses.computeIfAbsent(answer, (_) -> new AtomicInteger()).incrementAndGet();
        if (status / 100 == 2) {
            int count = acknowledged.incrementAndGet();
            Trap set = trap;
            if (set != null && count >= set.count()) {
                set.sprung().complete(null);
            }
        }
    }

    /** Done once so many more have been acknowledged. */
    CompletableFuture<Void> after(int more) {
        Trap set = new Trap(acknowledged.get() + more, new CompletableFuture<>());
        trap = set;
        return set.sprung();
    }

    void event(Buyer buyer) {
        events.add(buyer.order());
    }

    void press(Buyer buyer) {
        presses.add(buyer.person().id());
    }

    void words(Buyer buyer) {
        words.add(buyer.person().id());
    }

    /** The orders of which the shop knows that they are known. */
    Set<String> events() {
        return Set.copyOf(events);
    }

    /** The customers who saw that their press was taken. */
    Set<String> presses() {
        return Set.copyOf(presses);
    }

    /** The customers whose words Slack knows to be taken. */
    Set<String> words() {
        return Set.copyOf(words);
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** How often each status was answered to whom. */
    Map<String, Integer> statuses() {
        Map<String, Integer> counts = new TreeMap<>();
        statuses.forEach((status, count) -> counts.put(status, count.get()));
        return counts;
    }

    /** How long each of these answers took at most. */
    Map<String, Duration> slowest() {
        return new TreeMap<>(slowest);
    }

    /** Forgets how often and how fast was answered. */
    void forgetAnswers() {
        statuses.clear();
        slowest.clear();
    }

    /** Nobody tries again from now on. */
    void close() {
        closed = true;
    }

    /** Waits a moment before somebody tries again. */
    void pause(Duration moment) {
        if (closed) {
            throw new IllegalStateException("nobody waits any more");
        }
        LockSupport.parkNanos(moment.toNanos());
    }

}
