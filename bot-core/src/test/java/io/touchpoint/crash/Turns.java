package io.touchpoint.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Lets several players act by turns in an order that a seed decides: one at a time, each
 * until it passes. The same seed gives the same order, without waiting for any clock.
 */
public final class Turns {

    private final Random random;

    private final double broken;

    private @Nullable Player playing;

    private int interruptions;

    /**
     * @param broken how probable it is that a player is interrupted when it passes
     */
    public Turns(long seed, double broken) {
        this.random = new Random(seed);
        this.broken = broken;
    }

    public Random random() {
        return random;
    }

    public int interruptions() {
        return interruptions;
    }

    /**
     * Returns when all have come to their end. The turns are given on a thread of the
     * players' own kind: none of them waits for the operating system then.
     */
    public void play(List<Runnable> parts) {
        FutureTask<Void> all = new FutureTask<>(() -> giveTurns(parts), null);
        Thread.ofVirtual().start(all);
        try {
            all.get();
        }
        catch (InterruptedException | ExecutionException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private void giveTurns(List<Runnable> parts) {
        List<Player> left = new ArrayList<>(parts.stream().map(Player::new).toList());
        while (!left.isEmpty()) {
            Player next = left.get(random.nextInt(left.size()));
            playing = next;
            if (next.ended()) {
                left.remove(next);
            }
        }
        playing = null;
    }

    /** Lets others go first; sometimes the player never goes on from here. */
    public void pass() {
        Player mine = playing;
        if (mine == null) {
            return;
        }
        mine.pass();
        if (random.nextDouble() < broken) {
            interruptions++;
            throw new Interruption();
        }
    }

    /** A crash. */
    public static final class Interruption extends RuntimeException {

        private static final long serialVersionUID = 1L;

    }

    private static final class Player {

        private final Semaphore go = new Semaphore(0);

        private final Semaphore back = new Semaphore(0);

        private final Thread thread;

        private boolean ended;

        private @Nullable Throwable failure;

        Player(Runnable part) {
            this.thread = Thread.ofVirtual().unstarted(() -> play(part));
        }

        private void play(Runnable part) {
            go.acquireUninterruptibly();
            try {
                part.run();
            }
            catch (RuntimeException | Error ex) {
                failure = ex;
            }
            ended = true;
            back.release();
        }

        void pass() {
            back.release();
            go.acquireUninterruptibly();
        }

        boolean ended() {
            if (thread.getState() == Thread.State.NEW) {
                thread.start();
            }
            go.release();
            back.acquireUninterruptibly();
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
            return ended;
        }

    }

}
