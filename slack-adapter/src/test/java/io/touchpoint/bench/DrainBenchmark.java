package io.touchpoint.bench;

import io.touchpoint.kill.Options;
import java.lang.management.ManagementFactory;
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

    public static void main(String[] arguments) {
        Conditions.requireRealMongo();
        new DrainBenchmark(new Options(arguments)).run();
        System.exit(0);
    }

    private void run() {
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
        print(contestants.stream().map((one) -> new Figures(rates.getOrDefault(one.name(), List.of()))).toList(),
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

    private void print(List<Figures> rates, List<String> names) {
        System.out.printf(Locale.ROOT, "%n%d due at a time, %d rounds after one to warm up; %s%n%n", pieces, rounds,
                Conditions.machine());
        for (int i = 0; i < names.size(); i++) {
            System.out.printf(Locale.ROOT, "%-32s %s a second%n", names.get(i), rates.get(i).print("%.0f"));
        }
        ratio("against db-scheduler", rates.get(0).against(rates.get(1)), 1);
        ratio("with %,d waiting, against %,d".formatted(many, FEW), rates.get(3).against(rates.get(2)), 0.8);
        System.out.printf(Locale.ROOT, "%nUp %s, CPU of this process %s%n%n",
                Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()),
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    }

    private static void ratio(String what, Figures ratios, double goal) {
        System.out.printf(Locale.ROOT, "%nRatio %s: %s; goal %.1f, %s%n", what, ratios.print("%.2f"), goal,
                ratios.verdict((ratio) -> ratio >= goal));
    }

}
