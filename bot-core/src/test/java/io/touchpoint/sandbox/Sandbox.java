package io.touchpoint.sandbox;

import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.heartbeat.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thing happen at a time and waits until everything that follows from it is
 * done. What follows within a few seconds, such as the second of two messages to one
 * channel, is waited for by moving the clock to it.
 */
public final class Sandbox implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration GLANCE = Duration.ofMillis(20);

    private final SimulatedPlatform platform;

    private final SandboxClock clock;

    private final Heartbeat heartbeat;

    private final List<DueWork> works;

    private final Jobs jobs;

    private final ReentrantLock turn = new ReentrantLock(true);

    private final ExecutorService pulse = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

    private volatile boolean ready;

    Sandbox(SimulatedPlatform platform, SandboxClock clock, Heartbeat heartbeat, List<DueWork> works, Jobs jobs) {
        this.platform = platform;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.works = List.copyOf(works);
        this.jobs = jobs;
    }

    SimulatedPlatform platform() {
        return platform;
    }

    Instant now() {
        return clock.instant();
    }

    /** Whether the company is seeded and the page may be shown. */
    boolean ready() {
        return ready;
    }

    void isReady() {
        this.ready = true;
    }

    /**
     * Does something and waits for what follows, or until a call hangs.
     * @return what {@code deed} gave
     */
    <T> T act(Supplier<T> deed) {
        turn.lock();
        try {
            T gave = deed.get();
            settle(clock.instant().plus(PATIENCE), false);
            return gave;
        }
        finally {
            turn.unlock();
        }
    }

    /** Does something and waits for what follows, or until a call hangs. */
    void act(Runnable deed) {
        act(() -> {
            deed.run();
            return true;
        });
    }

    /**
     * Moves the clock through every moment at which something is due.
     * @return the time, once nothing more is due then
     */
    Instant moveTo(Instant to) {
        Instant target = to.truncatedTo(ChronoUnit.MILLIS);
        refuseWhileHanging();
        turn.lock();
        try {
            if (target.isBefore(clock.instant())) {
                throw Trouble.conflict("The clock only moves forward; it is " + clock.instant() + ".");
            }
            settle(target, true);
            refuseWhileHanging();
            clock.moveTo(target);
            return clock.instant();
        }
        finally {
            turn.unlock();
        }
    }

    private void refuseWhileHanging() {
        if (platform.hanging() > 0) {
            throw Trouble.conflict("A call of the application hangs; end the fault before you move the clock.");
        }
    }

    /**
     * Waits until nothing is due up to a moment, or until a call hangs.
     * @param beat whether the heart beats first, though nothing is due, as it does all
     * the time where the clock goes by itself
     */
    private void settle(Instant until, boolean beat) {
        Future<?> settled = pulse.submit(() -> stepUntil(until, beat));
        boolean waiting = true;
        while (waiting) {
            waiting = !glance(settled) && platform.hanging() == 0;
        }
    }

    private static boolean glance(Future<?> settled) {
        try {
            settled.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        }
        catch (TimeoutException ex) {
            return false;
        }
        catch (ExecutionException ex) {
            throw new IllegalStateException("the sandbox could not settle", ex.getCause());
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    private Void stepUntil(Instant until, boolean beat) throws InterruptedException {
        awaitJobs();
        if (beat) {
            heartbeat.runDue(clock.instant());
        }
        Map<DueWork, Instant> dues = runAllDue(dues());
        Optional<Instant> next = next(dues);
        while (next.isPresent() && !next.get().isAfter(until)) {
            clock.moveTo(wholeMillis(next.get()));
            dues = runAllDue(dues);
            next = next(dues);
        }
        return null;
    }

    /** Not before the moment, in the milliseconds that the clock counts. */
    private static Instant wholeMillis(Instant at) {
        return at.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Does what is due now, until nothing is or can be done.
     * @param known when each kind of work was due when nothing more could be done
     * @return the same now
     */
    private Map<DueWork, Instant> runAllDue(Map<DueWork, Instant> known) throws InterruptedException {
        Map<DueWork, Instant> dues = known;
        while (someDone(dues)) {
            dues = dues();
        }
        return dues;
    }

    private boolean someDone(Map<DueWork, Instant> dues) throws InterruptedException {
        awaitJobs();
        int begun = jobs.begun();
        Instant now = clock.instant();
        List<DueWork> ripe = works.stream().filter((work) -> isDue(dues.get(work), now)).toList();
        int done = heartbeat.runDue(ripe, now) + platform.runDue(now);
        awaitJobs();
        return done > 0 || jobs.begun() > begun;
    }

    private static boolean isDue(@Nullable Instant due, Instant now) {
        return due != null && !due.isAfter(now);
    }

    private void awaitJobs() throws InterruptedException {
        while (!jobs.await(Duration.ofSeconds(60))) {
            if (platform.hanging() == 0) {
                throw new IllegalStateException("the application has been busy for a minute");
            }
        }
    }

    /**
     * The earliest moment after now: what is overdue has been tried and waits for
     * something else than time.
     */
    private Optional<Instant> next(Map<DueWork, Instant> dues) {
        Instant now = clock.instant();
        return Stream.concat(dues.values().stream(), platform.nextDue().stream())
            .filter((due) -> due.isAfter(now))
            .min(Comparator.naturalOrder());
    }

    /** When each kind of work that waits is next due. */
    private Map<DueWork, Instant> dues() {
        Map<DueWork, Instant> dues = new IdentityHashMap<>();
        works.forEach((work) -> work.nextDue().ifPresent((due) -> dues.put(work, due)));
        return dues;
    }

    @Override
    public void close() {
        pulse.shutdownNow();
    }

}
