package io.touchpoint.teams.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The ways in which the Connector and the login misbehave now. */
public final class Faults {

    private static final Set<String> LOGIN = Set.of("token", "metadata", "keys", "discovery");

    private final List<Fault> waiting = new ArrayList<>();

    private CountDownLatch release = new CountDownLatch(1);

    private int hanging;

    Faults() {
    }

    /** Makes the next calls that match misbehave. */
    public synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    /** Ends all faults and lets hanging calls go. */
    public synchronized void clear() {
        waiting.clear();
        release();
    }

    /** Lets hanging calls go. */
    public synchronized void release() {
        release.countDown();
        release = new CountDownLatch(1);
        hanging = 0;
    }

    /** How many calls hang now. */
    public synchronized int hanging() {
        return hanging;
    }

    /** Waits until a call hangs. */
    public synchronized void awaitHanging() throws InterruptedException {
        while (hanging == 0) {
            wait();
        }
    }

    /** What still lies in wait. */
    public synchronized List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    synchronized Optional<Fault.Effect> take(List<String> operations, @Nullable String place) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            boolean meant = operations.contains(fault.operation())
                    || (fault.operation().equals("*") && operations.stream().noneMatch(LOGIN::contains));
            if (meant && (fault.place() == null || fault.place().equals(place))) {
                if (fault.times() <= 1) {
                    waiting.remove(i);
                }
                else {
                    waiting.set(i, fault.times(fault.times() - 1));
                }
                return Optional.of(fault.effect());
            }
        }
        return Optional.empty();
    }

    void hang() {
        CountDownLatch until;
        synchronized (this) {
            hanging++;
            notifyAll();
            until = release;
        }
        try {
            until.await();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        finally {
            synchronized (this) {
                if (release == until) {
                    hanging--;
                }
            }
        }
    }

}
