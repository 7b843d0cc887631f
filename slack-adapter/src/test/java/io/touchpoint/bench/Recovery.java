package io.touchpoint.bench;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * What became of due work whose process was killed in the midst of it. Times are in
 * seconds from the kill.
 *
 * @param done how many effects were stored when it was killed
 * @param orphans how many pieces it had claimed and not done
 * @param ready when the next process was ready
 * @param first when the first orphan was done
 * @param last when all orphans were
 * @param all when all was done
 * @param repeated pieces that were performed more than once
 * @param doubled effects that are stored besides the first one of their piece
 * @param lost pieces without an effect
 */
record Recovery(int done, int orphans, double ready, double first, double last, double all, long repeated, long doubled,
        long lost) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    /**
     * Lets the process be killed when two of five effects are stored and a piece is in
     * flight, and another one do the rest; empty when the one that was killed had done
     * all that it had claimed after all.
     */
    static Optional<Recovery> of(Engine engine, int pieces) {
        engine.load(pieces);
        long killed;
        try (Child victim = engine.work()) {
            await(victim, () -> engine.effects().size() >= pieces * 2 / 5 && inFlight(engine));
            killed = System.nanoTime();
        }
        try (Child next = engine.work()) {
            Set<String> orphans = orphans(engine);
            int done = engine.effects().size();
            if (orphans.isEmpty()) {
                return Optional.empty();
            }
            await(next, () -> !engine.open().containsAll(orphans));
            double first = since(killed, System.nanoTime());
            await(next, () -> Collections.disjoint(engine.open(), orphans));
            double last = since(killed, System.nanoTime());
            await(next, () -> engine.open().isEmpty());
            double all = since(killed, System.nanoTime());
            List<String> performed = engine.performed();
            List<String> effects = engine.effects();
            return Optional.of(new Recovery(done, orphans.size(), since(killed, next.ready().at()), first, last, all,
                    repeated(performed), effects.size() - different(effects), pieces - different(effects)));
        }
    }

    /** Not between two claims, with which a number of effects may coincide. */
    private static boolean inFlight(Engine engine) {
        Set<String> claimed = engine.claimed();
        return engine.performed().stream().anyMatch(claimed::contains);
    }

    /** What is claimed once the database has ended what it was doing. */
    private static Set<String> orphans(Engine engine) {
        Set<String> before = Set.of();
        Set<String> orphans = engine.claimed();
        while (!orphans.equals(before)) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            before = orphans;
            orphans = engine.claimed();
        }
        return orphans;
    }

    private static void await(Child worker, BooleanSupplier seen) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!seen.getAsBoolean()) {
            if (!worker.alive() || System.nanoTime() > end) {
                throw new IllegalStateException(worker.name() + " ended, or took too long:\n" + worker.said());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static double since(long begin, long end) {
        return (end - begin) / 1e9;
    }

    private static long different(List<String> pieces) {
        return pieces.stream().distinct().count();
    }

    private static long repeated(List<String> pieces) {
        Set<String> once = new HashSet<>();
        return pieces.stream().filter((piece) -> !once.add(piece)).distinct().count();
    }

}
