package io.touchpoint.bench;

import io.touchpoint.kill.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a press costs: the processor time of the server for each, beside Bolt apps that
 * write as many documents into the same mongod, and how a burst is answered. All take
 * turns; what comes before the rounds warms up and does not count; a press that is not
 * answered with a 2xx ends it. Takes {@code --rounds=3}, {@code --presses=2000},
 * {@code --warm=6000}, {@code --open=0} further conversations that nobody answers,
 * {@code --burst=10000} and {@code --seconds=5}.
 */
public final class PressBenchmark {

    private final Options options;

    private final int rounds;

    private final int presses;

    private final int warm;

    private final Optional<Peers> peers;

    private PressBenchmark(Options options, Optional<Peers> peers) {
        this.options = options;
        this.peers = peers;
        this.rounds = options.number("rounds", 3);
        this.presses = options.number("presses", 2_000);
        this.warm = options.number("warm", 6_000);
    }

    public static void main(String[] arguments) throws Exception {
        Conditions.requireRealMongo();
        PressBenchmark benchmark = new PressBenchmark(new Options(arguments), Peers.find());
        System.out.printf(Locale.ROOT, "%n%d cores, Java %s%s%n", Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                benchmark.peers.map((found) -> ", " + found.named("@slack/bolt") + ", npm " + found.named("mongodb"))
                    .orElse(""));
        if (benchmark.rounds > 0) {
            benchmark.cost();
        }
        benchmark.burst();
        System.out.printf(Locale.ROOT, "%nLoad %s%n%n", Files.readString(Path.of("/proc/loadavg")).strip());
        System.exit(0);
    }

    private void cost() {
        int open = options.number("open", 0);
        List<Pressed> all = new ArrayList<>();
        try {
            for (Mode mode : List.of(Mode.ACKNOWLEDGED, Mode.INLINE)) {
                Pressed ours = Pressed.touchpoint(mode);
                all.add(ours);
                ours.crowd().more(open);
                ours.warm(warm);
                int writes = writes(ours);
                System.out.printf(Locale.ROOT, "%n%s: a press writes %d documents%n", mode, writes);
                peers.ifPresent((found) -> all.add(Pressed.boltJs(found, mode, writes, ours.crowd())));
                all.add(Pressed.boltJava(mode, writes, ours.crowd()));
            }
            all.stream().filter((one) -> !one.name().equals("Touchpoint")).forEach((one) -> one.warm(warm));
            for (int round = 0; round < rounds; round++) {
                all.forEach((one) -> one.measured(presses));
            }
            print(all, open);
        }
        finally {
            all.reversed().forEach(Pressed::close);
        }
    }

    private int writes(Pressed ours) {
        List<byte[]> requests = ours.requests(presses);
        long before = ours.written();
        ours.round(requests);
        return Math.round((float) (ours.written() - before) / presses);
    }

    private void print(List<Pressed> all, int open) {
        System.out.printf(Locale.ROOT, "%n%,d presses a round, 16 connections, %,d further conversations open%n%n",
                presses, open);
        for (Pressed one : all) {
            System.out.printf(Locale.ROOT, "%-14s %-13s %s µs of CPU a press; %s a second; p99 %s ms; %d MB%n",
                    one.name(), one.mode(), figures(one, Pressed.Round::micros, "%.0f"),
                    figures(one, Pressed.Round::rate, "%.0f"), figures(one, Pressed.Round::slow, "%.1f"),
                    one.megabytes());
        }
        System.out.println();
        for (Pressed one : all) {
            Pressed ours = all.stream().filter((other) -> other.mode() == one.mode()).findFirst().orElseThrow();
            if (one != ours) {
                ratio(ours, one, one.name().equals("bolt-js") ? 0.6 : 0.3);
            }
        }
    }

    private static String figures(Pressed one, ToDoubleFunction<Pressed.Round> what, String format) {
        return String.join(", ",
                one.rounds()
                    .stream()
                    .map((round) -> String.format(Locale.ROOT, format, what.applyAsDouble(round)))
                    .toList());
    }

    private static void ratio(Pressed ours, Pressed peer, double goal) {
        List<String> ratios = new ArrayList<>();
        int held = 0;
        for (int i = 0; i < ours.rounds().size(); i++) {
            double ratio = ours.rounds().get(i).micros() / peer.rounds().get(i).micros();
            ratios.add(String.format(Locale.ROOT, "%.2f", ratio));
            held += (ratio <= goal) ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "%s, ratio against %s: %s; goal %.1f, %s (%d of %d)%n", ours.mode(), peer.name(),
                String.join(", ", ratios), goal, (held >= Math.max(1, ratios.size() - 1)) ? "held" : "missed", held,
                ratios.size());
    }

    private void burst() {
        int size = options.number("burst", 10_000);
        int seconds = options.number("seconds", 5);
        if (size == 0) {
            return;
        }
        System.out.printf(Locale.ROOT, "%n%,d presses in %d s, timed from when each was to be sent%n", size, seconds);
        try (Pressed ours = Pressed.touchpoint(Mode.ASIDE)) {
            ours.warm(warm);
            int writes = writes(ours);
            burst(ours, size, seconds);
            peers.ifPresent((found) -> {
                try (Pressed peer = Pressed.boltJs(found, Mode.ASIDE, writes, ours.crowd())) {
                    peer.warm(warm);
                    burst(peer, size, seconds);
                }
            });
        }
    }

    private static void burst(Pressed one, int size, int seconds) {
        List<byte[]> requests = one.requests(size);
        long kept = one.kept();
        long memory = one.megabytes();
        Load load = one.burst(requests, seconds);
        System.out.printf(Locale.ROOT, "%-14s answers %s; p50 %.1f, p99 %.0f, p99.9 %.0f, slowest %.0f ms%n",
                one.name(), load.statuses(), load.millis(500), load.millis(990), load.millis(999), load.millis(1_000));
        System.out.printf(Locale.ROOT, "%-14s all %d acknowledged kept %.1f s later; %d MB before, %d MB after%n", "",
                load.acknowledged(), one.awaitKept(kept + load.acknowledged()).toMillis() / 1000.0, memory,
                one.megabytes());
    }

}
