package io.touchpoint.mongo;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does many small writes side by side, in no order: a real server keeps together what
 * comes together, and takes a millisecond for each that comes alone.
 */
public final class AtOnce {

    private static final int THREADS = 24;

    private AtOnce() {
    }

    /** Returns when all is written. */
    public static void write(List<Runnable> writes) {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS, Thread.ofVirtual().factory())) {
            List<? extends Future<?>> begun = writes.stream().map(threads::submit).toList();
            for (Future<?> one : begun) {
                one.get();
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
        catch (ExecutionException ex) {
            throw new IllegalStateException(ex.getCause());
        }
    }

}
