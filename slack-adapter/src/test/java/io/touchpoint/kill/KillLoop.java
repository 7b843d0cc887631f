package io.touchpoint.kill;

import io.touchpoint.mongo.MongoUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Kills the application in the middle of its load, again and again, on a real mongod, and
 * prints what became of it. Takes {@code --rounds=200}, {@code --seed=7},
 * {@code --customers=20} and {@code --minutes=600}, after which no round begins. With
 * {@code --replicas=3} there are several, and in two rounds of three one of them is held
 * still past its leases and goes on instead.
 */
public final class KillLoop {

    private static final String HEADER = " round  Slack    kills  ready after  down    acknowledged  orphans  waited  all done  in flight  twice  wrong";

    private KillLoop() {
    }

    public static void main(String[] arguments) throws IOException {
        Options options = new Options(arguments);
        int rounds = options.number("rounds", 200);
        long seed = options.number("seed", 7);
        int customers = options.number("customers", 20);
        if (!MongoUnderTest.get().real()) {
            throw new IllegalStateException(
                    "An embedded database does not outlive anybody: set MONGOD or MONGODB_URI.");
        }
        Path folder = Files.createTempDirectory("kills");
        List<Siege.Round> played = new ArrayList<>();
        String database = MongoUnderTest.get().freshDatabase();
        System.out.printf(Locale.ROOT,
                "%nSIGKILL in the middle of the load: %d rounds of %d customers, seed %d%n%n%s%n", rounds, customers,
                seed, HEADER);
        Kit kit = Kit.trained();
        try (Town town = new Town(kit, database, database, folder)) {
            int replicas = options.number("replicas", 1);
            for (int i = 0; i < replicas; i++) {
                town.born();
            }
            Siege siege = new Siege(town, seed, customers);
            played.add(siege.rest());
            long end = System.nanoTime() + Duration.ofMinutes(options.number("minutes", 600)).toNanos();
            for (int i = 0; i < rounds && System.nanoTime() < end; i++) {
                Siege.Round round = (replicas > 1 && i % 3 > 0) ? siege.pause() : siege.kill();
                played.add(round);
                System.out.println(line(round));
                round.wrong().forEach((sentence) -> System.out.println("    WRONG: " + sentence));
            }
            played.add(siege.rest());
            System.out.println(summary(played, siege.ledger()));
        }
        System.exit(played.stream().allMatch((round) -> round.wrong().isEmpty()) ? 0 : 1);
    }

    private static String line(Siege.Round round) {
        return String.format(Locale.ROOT,
                "%6d  %-7s  %5d  %7.2f CPU s  %4.1f s  %12d  %7d  %4.1f s  %6.1f s  %9d  %5d  %5d", round.number(),
                round.fault(), round.kills(), seconds(round.cpu()), seconds(round.down()), round.acknowledged(),
                round.orphans(), seconds(round.stuck()), seconds(round.settled()), round.ambiguous(), round.twice(),
                round.wrong().size());
    }

    private static String summary(List<Siege.Round> rounds, Ledger ledger) {
        return String.format(Locale.ROOT, """

                Kills                                     %d
                Acknowledged events, presses, words       %d (all answers by status: %s)
                Lost, doubled, wrong, given up            %d
                Messages in flight, cut or unanswered     %d
                of these said twice                       %d
                CPU until ready again, median and worst   %.2f s, %.2f s
                Conversations whose attendant died        %d, waiting %.1f s of simulated time at most (lease 30 s)
                """, rounds.stream().mapToInt(Siege.Round::kills).sum(), ledger.acknowledged(), ledger.statuses(),
                rounds.stream().mapToInt((round) -> round.wrong().size()).sum(),
                rounds.stream().mapToInt(Siege.Round::ambiguous).sum(),
                rounds.stream().mapToInt(Siege.Round::twice).sum(),
                seconds(median(
                        sorted(rounds.stream().filter((round) -> round.kills() > 0).toList(), Siege.Round::cpu))),
                seconds(sorted(rounds, Siege.Round::cpu).getLast()),
                rounds.stream().mapToInt(Siege.Round::orphans).sum(),
                seconds(sorted(rounds, Siege.Round::stuck).getLast()));
    }

    private static List<Duration> sorted(List<Siege.Round> rounds, Function<Siege.Round, Duration> what) {
        return rounds.stream().map(what).sorted(Comparator.naturalOrder()).toList();
    }

    private static Duration median(List<Duration> sorted) {
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

}
