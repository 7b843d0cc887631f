package io.touchpoint.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.touchpoint.kill.Options;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How long it takes after {@code kill -9} until what the killed process had claimed is
 * done, and what is done or stored twice: due follow-ups beside db-scheduler, ten pieces
 * of 20 ms at once, another process being started at once. Both take turns. Takes
 * {@code --rounds=5} and {@code --pieces=2000}.
 */
public final class RecoveryBenchmark {

    private static final double GOAL_SECONDS = 5;

    private static final int TRIES = 3;

    private final int rounds;

    private final int pieces;

    private final Map<Engine, List<Recovery>> recoveries = new LinkedHashMap<>();

    private RecoveryBenchmark(Options options) {
        this.rounds = options.number("rounds", 5);
        this.pieces = options.number("pieces", 2_000);
    }

    public static void main(String[] arguments) throws IOException {
        Conditions.requireRealMongo();
        try (Engine ours = new TouchpointEngine(); Engine peer = new DbSchedulerEngine()) {
            new RecoveryBenchmark(new Options(arguments)).run(ours, peer);
        }
        System.exit(0);
    }

    private void run(Engine ours, Engine peer) throws IOException {
        System.out.printf(Locale.ROOT, "%n%,d due at a time, %d rounds; %s %s; %s%n%n", pieces, rounds, peer.name(),
                version(), Conditions.machine());
        for (int round = 1; round <= rounds; round++) {
            for (Engine engine : List.of(ours, peer)) {
                Recovery recovery = played(engine);
                recoveries.computeIfAbsent(engine, (_) -> new ArrayList<>()).add(recovery);
                print(round, engine, recovery);
            }
        }
        System.out.println();
        ratio("the first orphan", ours, peer, Recovery::first);
        ratio("all", ours, peer, Recovery::all);
        goal(ours);
        System.out.printf(Locale.ROOT, "%nAfterwards: %s%n%n", Conditions.machine());
    }

    /** A round in which nothing was claimed when the process was killed is void. */
    private Recovery played(Engine engine) {
        return Stream.generate(() -> Recovery.of(engine, pieces))
            .limit(TRIES)
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(engine.name() + " had claimed nothing when it was killed"));
    }

    private static void print(int round, Engine engine, Recovery recovery) {
        System.out.printf(Locale.ROOT,
                "Round %d, %-13s killed after %,d, %d claimed; ready after %.1f s, first orphan done after %.1f s, "
                        + "last after %.1f s, all after %.1f s; %d performed twice, %d stored twice, %d lost%n",
                round, engine.name() + ":", recovery.done(), recovery.orphans(), recovery.ready(), recovery.first(),
                recovery.last(), recovery.all(), recovery.repeated(), recovery.doubled(), recovery.lost());
    }

    private Figures figures(Engine engine, ToDoubleFunction<Recovery> what) {
        return new Figures(recoveries.getOrDefault(engine, List.of()).stream().mapToDouble(what).boxed().toList());
    }

    private void ratio(String what, Engine ours, Engine peer, ToDoubleFunction<Recovery> when) {
        System.out.printf(Locale.ROOT, "Ratio against %s, time until %s is done: %s%n", peer.name(), what,
                figures(ours, when).against(figures(peer, when)).print("%.2f"));
    }

    private void goal(Engine ours) {
        Figures first = figures(ours, Recovery::first);
        Figures last = figures(ours, Recovery::last);
        Figures doubled = figures(ours, Recovery::doubled);
        System.out.printf(Locale.ROOT, "%nOrphans resumed within %.0f s: the first %s, the last %s%n", GOAL_SECONDS,
                first.verdict((seconds) -> seconds <= GOAL_SECONDS),
                last.verdict((seconds) -> seconds <= GOAL_SECONDS));
        System.out.printf(Locale.ROOT, "Repeated stored effects: %s; goal 0, %s%n", doubled.print("%.0f"),
                doubled.rounds().stream().allMatch((one) -> one == 0) ? "held" : "missed");
        recoveries
            .forEach((engine, _) -> System.out.printf(Locale.ROOT, "Performed twice, %s: %s; lost: %s%n", engine.name(),
                    figures(engine, Recovery::repeated).print("%.0f"), figures(engine, Recovery::lost).print("%.0f")));
    }

    private static String version() throws IOException {
        try (InputStream file = Scheduler.class
            .getResourceAsStream("/META-INF/maven/com.github.kagkarlsson/db-scheduler/pom.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(file));
            return properties.getProperty("version", "");
        }
    }

}
