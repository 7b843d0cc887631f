package io.touchpoint.kill;

import io.touchpoint.slack.fake.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The application killed in the middle of its load, round after round: a round is a day,
 * on which some customers get their orders and those of the day before are asked.
 */
final class Siege {

    private static final long PATIENCE_SECONDS = 180;

    /** A lease, and a moment in which it is noticed that it has ended. */
    private static final Duration STUCK = Duration.ofSeconds(31);

    private final Town town;

    private final Ledger ledger = new Ledger();

    private final SplittableRandom random;

    private final int customers;

    private Cohort yesterday;

    private Cohort today;

    private int rounds;

    private int ambiguous;

    private int twice;

    /**
     * What became of one round.
     *
     * @param fault what Slack did besides
     * @param kills how often the application was killed
     * @param cpu the processor time until it took requests again, at most
     * @param down how long it took none
     * @param acknowledged how much was acknowledged
     * @param orphans conversations whose attendant died
     * @param stuck how long after that one of them waited at most, by the simulated time
     * @param settled how long it took after the restart until all was done, by that time
     * @param ambiguous messages of which nobody could know whether they stand
     * @param twice how many of these stand twice
     * @param wrong a sentence for everything that must not be
     */
    record Round(int number, String fault, int kills, Duration cpu, Duration down, int acknowledged, int orphans,
            Duration stuck, Duration settled, int ambiguous, int twice, List<String> wrong) {
    }

    Siege(Town town, long seed, int customers) {
        this.town = town;
        this.random = new SplittableRandom(seed);
        this.customers = customers;
        this.yesterday = new Cohort(town, ledger, "none", 0, random);
        this.today = yesterday;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Plays a day on which the application dies. */
    Round kill() {
        return day((life) -> {
            List<String> lost = new ArrayList<>();
            LockSupport.parkNanos(random.nextLong(20_000_000));
            long dead = System.nanoTime();
            town.passes(false);
            town.kill(life);
            lost.addAll(audit().acknowledged(everybody()));
            int kills = 1;
            if (random.nextInt(8) == 0) {
                Life early = town.begin();
                LockSupport.parkNanos(random.nextLong(1_500_000_000));
                town.kill(early);
                kills++;
            }
            Life next = town.born();
            return new Blow(kills, next.cpuUntilReady(), Duration.ofNanos(System.nanoTime() - dead), lost);
        });
    }

    /** Plays a day on which the application runs out of memory. */
    Round exhaust() {
        return day((life) -> {
            long dead = System.nanoTime();
            town.passes(false);
            town.exhaust(life);
            List<String> lost = audit().acknowledged(everybody());
            Life next = town.born();
            return new Blow(1, next.cpuUntilReady(), Duration.ofNanos(System.nanoTime() - dead), lost);
        });
    }

    /**
     * Plays a day on which one of several applications is held still until the others
     * have done what it had begun, and then goes on where it stood.
     */
    Round pause() {
        return day((life) -> {
            town.pause(life);
            new Settling(town).settle(CompletableFuture.completedFuture(null));
            town.resume(life);
            return new Blow(0, Duration.ZERO, Duration.ZERO, audit().acknowledged(everybody()));
        });
    }

    /** Plays a day on which nothing happens to the application. */
    Round rest() {
        return day((_) -> Blow.none());
    }

    /** What is done to the application in the middle of the load. */
    interface Strike {

        Blow at(Life life);

    }

    /** What was done, and what of it is wrong already. */
    record Blow(int kills, Duration cpu, Duration down, List<String> wrong) {

        static Blow none() {
            return new Blow(0, Duration.ZERO, Duration.ZERO, List.of());
        }

    }

    /** Plays a day that is struck at any moment. */
    Round day(Strike strike) {
        return day(strike, 1 + random.nextInt(customers + 2 * yesterday.buyers().size() - 1));
    }

    /** Plays a day that is struck as soon as so much was acknowledged. */
    Round day(Strike strike, int acknowledged) {
        int before = ledger.acknowledged();
        rounds++;
        today = new Cohort(town, ledger, "r" + rounds, customers, random);
        Instant morning = town.clock().instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.DAYS);
        town.clock().moveTo(morning.plus(Duration.ofMinutes(8 * 60 + 30)));
        String fault = misbehave();
        CompletableFuture<Void> moment = ledger.after(acknowledged);
        town.passes(true);
        CompletableFuture<Void> load = CompletableFuture.allOf(today.buy(), yesterday.answer())
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        moment.completeOnTimeout(null, 5, TimeUnit.SECONDS).join();
        Blow blow = strike.at(town.lives().get(random.nextInt(town.lives().size())));
        Duration settled = new Settling(town).settle(load);
        Audit.Found found = audit().settled(today.buyers(), yesterday.buyers());
        Orphans.Found orphans = town.orphans().found();
        List<String> wrong = new ArrayList<>(blow.wrong());
        wrong.addAll(found.wrong());
        if (orphans.longest().compareTo(STUCK) > 0) {
            wrong.add("a conversation waited for " + orphans.longest());
        }
        yesterday = today;
        Round round = new Round(rounds, fault, blow.kills(), blow.cpu(), blow.down(), ledger.acknowledged() - before,
                orphans.count(), orphans.longest(), settled, found.ambiguous() - ambiguous, found.twice() - twice,
                wrong);
        ambiguous = found.ambiguous();
        twice = found.twice();
        return round;
    }

    private Audit audit() {
        return new Audit(town, ledger);
    }

    private List<Cohort.Buyer> everybody() {
        List<Cohort.Buyer> all = new ArrayList<>(today.buyers());
        all.addAll(yesterday.buyers());
        return all;
    }

    private String misbehave() {
        town.slack().deliveries().duplicateNext(random.nextInt(6));
        String fault = List.of("none", "drop", "mute", "hang").get(random.nextInt(4));
        int times = 1 + random.nextInt(3);
        switch (fault) {
            case "drop" -> town.slack().faults().add(Fault.drop("send").times(times));
            case "mute" -> town.slack().faults().add(Fault.mute("send").times(times));
            case "hang" -> town.slack().faults().add(Fault.hang("send").times(times));
            default -> {
                return fault;
            }
        }
        return fault + " " + times;
    }

}
