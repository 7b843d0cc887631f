package io.touchpoint.sandbox;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs work beside the caller, and knows when all of it is done. */
public final class Jobs implements Executor, AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private int running;

    private int begun;

    @Override
    public void execute(Runnable job) {
        synchronized (this) {
            running++;
            begun++;
        }
        threads.execute(() -> {
            try {
                job.run();
            }
            finally {
                done();
            }
        });
    }

    /** How many were ever begun. */
    synchronized int begun() {
        return begun;
    }

    private synchronized void done() {
        running--;
        notifyAll();
    }

    /**
     * Waits until nothing runs.
     * @return whether it is so; false when the time was up
     */
    public synchronized boolean await(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (running > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    @Override
    public void close() {
        threads.close();
    }

}
