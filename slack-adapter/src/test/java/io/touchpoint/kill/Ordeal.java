package io.touchpoint.kill;

import io.touchpoint.sandbox.SimulatedPlatform.Channel;
import io.touchpoint.slack.fake.Answered;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The application in the middle of its load while its database is in trouble, and
 * afterwards, without anybody mending anything.
 */
final class Ordeal {

    private static final Duration BACK = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(300);

    private static final String MANAGER = "U0MARA";

    private static final String COLLEAGUE = "U0SAM";

    /** What happens to the database; returns when it is over. */
    interface Trouble {

        void strike(Watch watch);

    }

    /**
     * How it was endured.
     *
     * @param lasted how long the trouble was
     * @param answers how often what was answered to whom meanwhile
     * @param slowest how long each of these answers took at most
     * @param unready when the application said that it was not ready; null for never
     * @param alive whether it always said that it lives
     * @param back when it was ready after the end of the trouble
     * @param settled when all was caught up after that, by the simulated time
     * @param wrong a sentence for everything that must not be
     * @param ambiguous messages of which nobody could know whether they stand
     * @param twice how many of these stand twice
     */
    record Endured(String name, Duration lasted, Map<String, Integer> answers, Map<String, Duration> slowest,
            @Nullable Duration unready, boolean alive, Duration back, Duration settled, long threads, long megabytes,
            List<String> wrong, int ambiguous, int twice) {

        /** Whether everybody was answered in time. */
        boolean inTime() {
            return answers.keySet().stream().noneMatch((answer) -> answer.endsWith(" 0"));
        }

        String line() {
            String told = answers.entrySet()
                .stream()
                .map((one) -> "%s ×%d ≤ %.1f s".formatted(one.getKey(), one.getValue(),
                        seconds(slowest.getOrDefault(one.getKey(), Duration.ZERO))))
                .collect(Collectors.joining(", "));
            return String.format(Locale.ROOT, """
                    %s, for %.1f s
                      answers meanwhile   %s
                      readiness           %s, back %.1f s after the end; liveness %s
                      memory, threads     %d MB resident, %d threads at most
                      caught up           after %.1f s of simulated time
                      wrong, said twice   %d, %d of %d in flight
                    """, name, seconds(lasted), told,
                    (unready == null) ? "never down" : "down after %.1f s".formatted(seconds(unready)), seconds(back),
                    alive ? "always up" : "WAS DOWN", megabytes, threads, seconds(settled), wrong.size(), twice,
                    ambiguous);
        }

        private static double seconds(Duration duration) {
            return duration.toMillis() / 1000.0;
        }

    }

    private final Town town;

    private final Siege siege;

    private final Ledger ledger;

    private final AtomicInteger taken = new AtomicInteger();

    private final AtomicBoolean asking = new AtomicBoolean();

    Ordeal(Town town, long seed, int customers) {
        this.town = town;
        this.siege = new Siege(town, seed, customers);
        this.ledger = siege.ledger();
    }

    /**
     * Plays an ordinary day, one with trouble in its middle, and one to see that all is
     * well.
     */
    static Endured endure(String name, String ours, String theirs, Path folder, Trouble trouble) {
        try (Town town = new Town(Kit.trained(), ours, theirs, folder)) {
            town.born();
            Ordeal ordeal = new Ordeal(town, 13, 12);
            ordeal.rest();
            Endured endured = ordeal.endure(name, trouble);
            List<String> wrong = new ArrayList<>(endured.wrong());
            wrong.addAll(ordeal.rest());
            return ordeal.with(endured, wrong);
        }
    }

    private Endured with(Endured endured, List<String> wrong) {
        return new Endured(endured.name(), endured.lasted(), endured.answers(), endured.slowest(), endured.unready(),
                endured.alive(), endured.back(), endured.settled(), endured.threads(), endured.megabytes(), wrong,
                endured.ambiguous(), endured.twice());
    }

    /** Plays an ordinary day; gives what is wrong after it. */
    List<String> rest() {
        return siege.rest().wrong();
    }

    /** Plays a day with trouble in its middle. */
    Endured endure(String name, Trouble trouble) {
        List<Endured> seen = new ArrayList<>();
        Siege.Round round = siege.day((life) -> {
            town.passes(false);
            ledger.forgetAnswers();
            try (Watch watch = new Watch(life)) {
                ask();
                long begun = System.nanoTime();
                trouble.strike(watch);
                long ended = System.nanoTime();
                watch.await(true, BACK);
                asking.set(false);
                seen.add(new Endured(name, Duration.ofNanos(ended - begun), ledger.statuses(), ledger.slowest(),
                        watch.unready(), watch.alive(), Duration.ofNanos(System.nanoTime() - ended), Duration.ZERO,
                        watch.threads(), watch.megabytes(), List.of(), 0, 0));
            }
            return Siege.Blow.none();
        }, 1);
        Endured endured = seen.getFirst();
        List<String> wrong = new ArrayList<>(round.wrong());
        long kept = town.mongo()
            .getCollection("inbound")
            .countDocuments(new Document("_id", new Document("$regex", "^slack\\|T0HOME\\|said:" + COLLEAGUE)));
        if (kept < taken.get()) {
            wrong.add((taken.get() - kept) + " acknowledged messages of a colleague are not stored");
        }
        if (!endured.alive()) {
            wrong.add("it said that it does not live");
        }
        endured.answers()
            .keySet()
            .stream()
            .filter((answer) -> Stream.of(" 0", " 200", " 202", " 503").noneMatch(answer::endsWith))
            .forEach((answer) -> wrong.add("was answered: " + answer));
        return new Endured(name, endured.lasted(), endured.answers(), endured.slowest(), endured.unready(),
                endured.alive(), endured.back(), round.settled(), endured.threads(), endured.megabytes(), wrong,
                round.ambiguous(), round.twice());
    }

    /** Lets colleagues write to the bot and ask for help all the time. */
    private void ask() {
        asking.set(true);
        String channel = town.people().channels().stream().map(Channel::id).findFirst().orElseThrow();
        Thread.ofVirtual().name("writing").start(() -> {
            while (asking.get()) {
                for (Answered answered : town.slack().events().tells(COLLEAGUE, "help").answers()) {
                    ledger.answered("Slack", answered.status(), answered.took());
                    taken.addAndGet(answered.ok() ? 1 : 0);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        });
        Thread.ofVirtual().name("asking").start(() -> {
            while (asking.get()) {
                Answered answered = town.slack().interactions().command(MANAGER, channel, "/touchpoint help");
                ledger.answered("command", answered.status(), answered.took());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        });
    }

}
