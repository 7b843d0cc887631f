package io.touchpoint.slack.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

/** The ways in which the Web API misbehaves now. */
public final class Faults {

    private static final Map<String, String> SHORT = Map.of("send", "chat.postMessage", "update", "chat.update",
            "delete", "chat.delete", "ephemeral", "chat.postEphemeral", "open", "views.open", "home", "views.publish",
            "find", "conversations.history", "person", "users.info", "email", "users.lookupByEmail", "channel",
            "conversations.info");

    private final List<Fault> waiting = new ArrayList<>();

    private CountDownLatch release = new CountDownLatch(1);

    private int hanging;

    Faults() {
    }

    /** Makes the next calls that match misbehave. */
    public synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    /** Ends all faults and lets hanging calls go unanswered. */
    public synchronized void clear() {
        waiting.clear();
        release();
    }

    /** Cuts the connections that hang. */
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

    synchronized Optional<Fault.Effect> take(String method, @Nullable String channel) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            String meant = SHORT.getOrDefault(fault.operation(), fault.operation());
            boolean matches = (meant.equals("*") || meant.equals(method))
                    && (fault.channel() == null || fault.channel().equals(channel));
            if (matches) {
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

    void hang() throws InterruptedException {
        CountDownLatch until;
        synchronized (this) {
            hanging++;
            notifyAll();
            until = release;
        }
        try {
            until.await();
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
