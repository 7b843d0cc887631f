package io.touchpoint.kill;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Watches from outside how an application is. */
final class Watch implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(250);

    private final Life life;

    private final long begun = System.nanoTime();

    private volatile boolean open = true;

    private volatile @Nullable Duration unready;

    private volatile @Nullable Duration readyAgain;

    private volatile boolean alive = true;

    private volatile long threads;

    private volatile long kilobytes;

    Watch(Life life) {
        this.life = life;
        Thread.ofVirtual().name("watch").start(() -> {
            while (open) {
                look();
                LockSupport.parkNanos(GLANCE.toNanos());
            }
        });
    }

    private synchronized void look() {
        boolean ready = life.health("readiness") == 200;
        Duration now = Duration.ofNanos(System.nanoTime() - begun);
        if (!ready && unready == null) {
            unready = now;
        }
        readyAgain = ready ? ((readyAgain != null) ? readyAgain : now) : null;
        alive &= life.health("liveness") == 200;
        threads = Math.max(threads, life.status("Threads"));
        kilobytes = Math.max(kilobytes, life.status("VmRSS"));
    }

    /** Waits until it says that it is ready, or that it is not. */
    void await(boolean ready, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while ((life.health("readiness") == 200) != ready) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("it did not become " + (ready ? "ready" : "unready") + life.said());
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        look();
    }

    /** After how long it said that it was not ready; null when it never did. */
    @Nullable Duration unready() {
        return unready;
    }

    /** Whether it always said that it lives. */
    boolean alive() {
        return alive;
    }

    /** How many threads of the system it had at most. */
    long threads() {
        return threads;
    }

    /** How much memory it had at most. */
    long megabytes() {
        return kilobytes / 1024;
    }

    @Override
    public void close() {
        open = false;
    }

}
