package io.touchpoint.inbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The work on requests that goes on after they were acknowledged, each on a thread of its
 * own, some of them at once. Work that is cut off is begun again from what was stored.
 */
@Component
public class RequestJobs implements SmartLifecycle {

    private static final int MOST = 500;

    /** More at once are not done sooner, and fill the memory. */
    private static final int AT_ONCE = 32;

    private static final int DRAIN_MILLIS = 5_000;

    private final AtomicInteger count = new AtomicInteger();

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    private volatile boolean open = true;

    private final Executor executor;

    /**
     * @param executor a bean named {@code jobs} that runs the work, for those who watch
     * it; a virtual thread for each piece otherwise
     */
    @Autowired
    RequestJobs(@Qualifier("jobs") ObjectProvider<Executor> executor) {
        this(executor.getIfAvailable(() -> (job) -> Thread.ofVirtual().name("request").start(job)));
    }

    public RequestJobs(Executor executor) {
        this.executor = executor;
    }

    /** Starts a piece of work; false when too much is going on or the end has come. */
    public boolean start(Runnable job) {
        return start(CompletableFuture.completedFuture(null), job);
    }

    /** The same, for work that begins when something else has ended. */
    public boolean start(CompletableFuture<Void> before, Runnable job) {
        if (count.incrementAndGet() > MOST || !open) {
            ended();
            return false;
        }
        executor.execute(() -> {
            try {
                before.join();
                inPlace(job);
            }
            finally {
                ended();
            }
        });
        return true;
    }

    private void inPlace(Runnable job) {
        places.acquireUninterruptibly();
        try {
            job.run();
        }
        finally {
            places.release();
        }
    }

    private void ended() {
        count.decrementAndGet();
        synchronized (this) {
            notifyAll();
        }
    }

    /**
     * Waits until nothing is going on.
     * @param mostMillis how long at most
     * @return whether that came true in time
     */
    public synchronized boolean settled(long mostMillis) {
        long end = System.nanoTime() + mostMillis * 1_000_000;
        try {
            while (count.get() > 0) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void start() {
        open = true;
    }

    @Override
    public void stop() {
        open = false;
        settled(DRAIN_MILLIS);
    }

    @Override
    public boolean isRunning() {
        return open;
    }

}
