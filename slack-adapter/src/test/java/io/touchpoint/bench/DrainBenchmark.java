package io.touchpoint.bench;

import io.touchpoint.kill.Options;
import io.touchpoint.mongo.MongoUnderTest;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many due follow-ups a second are claimed, asked and put down as asked: beside
 * db-scheduler doing one stored effect each, and beside itself with many more that wait
 * for another day. All take turns; the first round warms up and does not count; a figure
 * is a ratio of two that ran in the same round. Takes {@code --rounds=5},
 * {@code --pieces=3000} and {@code --waiting=1000000}.
 */
public final class DrainBenchmark {

    private static final int FEW = 10_000;

    private final int pieces;

    private final int rounds;

    private final int many;

    private DrainBenchmark(Options options) {
        this.pieces = options.number("pieces", 3_000);
        this.rounds = options.number("rounds", 5);
        this.many = options.number("waiting", 1_000_000);
    }

    public static void main(String[] arguments) throws Exception {
        if (!MongoUnderTest.get().real()) {
            System.err.println("This needs a real MongoDB: put a mongod on PATH, or set MONGOD or MONGODB_URI.");
            System.exit(1);
        }
        new DrainBenchmark(new Options(arguments)).run();
        System.exit(0);
    }

    private void run() throws Exception {
        List<Contestant> contestants = List.of(new Touchpoints(0), new DbScheduler(), new Touchpoints(FEW),
                new Touchpoints(many));
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Contestant contestant : contestants) {
                double rate = rate(contestant);
                if (round > 0) {
                    rates.computeIfAbsent(contestant.name(), (_) -> new ArrayList<>()).add(rate);
                }
            }
        }
        print(contestants.stream().map((one) -> rates.getOrDefault(one.name(), List.of())).toList(),
                contestants.stream().map(Contestant::name).toList());
        contestants.forEach(Contestant::close);
    }

    /** Due pieces done a second. */
    private double rate(Contestant contestant) {
        contestant.load(pieces);
        long begin = System.nanoTime();
        contestant.drain();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long effects = contestant.effects();
        if (effects != pieces) {
            throw new IllegalStateException(contestant.name() + " had " + effects + " effects of " + pieces);
        }
        return pieces / seconds;
    }

    private void print(List<List<Double>> rates, List<String> names) throws Exception {
        System.out.printf(Locale.ROOT,
                "%n%d due at a time, %d rounds after one to warm up; %d cores, Java %s, load %s%n%n", pieces, rounds,
                Runtime.getRuntime().availableProcessors(), Runtime.version().feature(),
                Files.readString(Path.of("/proc/loadavg")).strip());
        for (int i = 0; i < names.size(); i++) {
            System.out.printf(Locale.ROOT, "%-32s %s a second%n", names.get(i), rounded(rates.get(i), "%.0f"));
        }
        ratio("against db-scheduler", rates.get(0), rates.get(1), 1);
        ratio("with %,d waiting, against %,d".formatted(many, FEW), rates.get(3), rates.get(2), 0.8);
        System.out.printf(Locale.ROOT, "%nUp %s, CPU of this process %s%n%n",
                Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()),
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    }

    /** Holds when it does in all rounds but one. */
    private static void ratio(String what, List<Double> ours, List<Double> others, double goal) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ours.size(); round++) {
            ratios.add(ours.get(round) / others.get(round));
        }
        long held = ratios.stream().filter((ratio) -> ratio >= goal).count();
        System.out.printf(Locale.ROOT, "%nRatio %s: %s; goal %.1f, %s (%d of %d)%n", what, rounded(ratios, "%.2f"),
                goal, (held >= ratios.size() - 1) ? "held" : "missed", held, ratios.size());
    }

    private static String rounded(List<Double> figures, String format) {
        return String.join(", ", figures.stream().map((one) -> String.format(Locale.ROOT, format, one)).toList());
    }

}
