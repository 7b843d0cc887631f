package io.touchpoint.heartbeat;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Does pieces of due work at the same time: what many write at once a database writes
 * together, and one after the other takes it many times as long. The property
 * {@code touchpoint.at-once} says how many at most, 20 unless set; 1 keeps their order.
 */
@Component
public class SideBySide {

    private final int atOnce;

    SideBySide(@Value("${touchpoint.at-once:20}") int atOnce) {
        if (atOnce < 1 || atOnce > 100) {
            throw new IllegalArgumentException("touchpoint.at-once must be from 1 to 100, not " + atOnce);
        }
        this.atOnce = atOnce;
    }

    /** Returns when all is done; the work should not throw. */
    public <T> void each(List<T> pieces, Consumer<T> work) {
        if (atOnce == 1 || pieces.size() < 2) {
            pieces.forEach(work);
            return;
        }
        Semaphore room = new Semaphore(atOnce);
        List<Future<?>> begun;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            begun = pieces.stream().<Future<?>>map((piece) -> threads.submit(() -> {
                room.acquireUninterruptibly();
                try {
                    work.accept(piece);
                }
                finally {
                    room.release();
                }
            })).toList();
        }
        begun.forEach(SideBySide::rethrow);
    }

    private static void rethrow(Future<?> done) {
        try {
            done.get();
        }
        catch (ExecutionException ex) {
            throw new IllegalStateException(ex.getCause());
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

}
