package io.touchpoint.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Requests that are sent to a server, and how it answered. */
final class Load {

    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

    private final long[] nanos;

    private Load(int requests) {
        this.nanos = new long[requests];
    }

    /**
     * Sends them over some connections, on each the next when the last was answered.
     */
    static Load closed(int port, List<byte[]> requests, int connections) {
        Load load = new Load(requests.size());
        AtomicInteger next = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofPlatform().start(() -> load.sendAll(port, requests, next)));
        }
        threads.forEach(Load::join);
        return load;
    }

    private void sendAll(int port, List<byte[]> requests, AtomicInteger next) {
        try (Wire wire = new Wire(port)) {
            for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
                long begun = System.nanoTime();
                answered(i, wire.send(requests.get(i)), begun);
            }
        }
        catch (IOException ex) {
            count(0);
        }
    }

    /**
     * Sends them evenly over a time, whatever becomes of those before. How long an answer
     * takes is counted from the moment at which its request was to be sent.
     */
    static Load open(int port, List<byte[]> requests, double seconds) {
        Load load = new Load(requests.size());
        Queue<Wire> idle = new ConcurrentLinkedQueue<>();
        double pause = seconds * 1e9 / requests.size();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < requests.size(); i++) {
                int number = i;
                long at = begin + Math.round(i * pause);
                for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                threads.execute(() -> load.send(port, idle, requests.get(number), number, at));
            }
        }
        idle.forEach(Load::close);
        return load;
    }

    private void send(int port, Queue<Wire> idle, byte[] request, int number, long at) {
        try {
            Wire free = idle.poll();
            Wire wire = (free != null) ? free : new Wire(port);
            answered(number, wire.send(request), at);
            idle.add(wire);
        }
        catch (IOException ex) {
            nanos[number] = System.nanoTime() - at;
            count(0);
        }
    }

    private static void close(Wire wire) {
        try {
            wire.close();
        }
        catch (IOException ex) {
            System.err.println("a connection could not be closed: " + ex.getMessage());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private void answered(int number, int status, long since) {
        nanos[number] = System.nanoTime() - since;
        count(status);
    }

    private void count(int status) {
        statuses.computeIfAbsent(status, (_) -> new AtomicInteger()).incrementAndGet();
    }

    /** How often each status was answered; 0 is no answer. */
    Map<Integer, Integer> statuses() {
        Map<Integer, Integer> counts = new TreeMap<>();
        statuses.forEach((status, count) -> counts.put(status, count.get()));
        return counts;
    }

    int acknowledged() {
        return statuses().entrySet()
            .stream()
            .filter((one) -> one.getKey() / 100 == 2)
            .mapToInt(Map.Entry::getValue)
            .sum();
    }

    /** Whether each was answered, and with a 2xx. */
    boolean clean() {
        return acknowledged() == nanos.length;
    }

    /** How long the answer took than which so many of a thousand are not slower. */
    double millis(double perMille) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        int index = (int) Math.ceil(sorted.length * perMille / 1_000) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)] / 1e6;
    }

}
