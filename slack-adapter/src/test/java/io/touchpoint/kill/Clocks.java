package io.touchpoint.kill;

import io.touchpoint.mongo.Mongod;
import io.touchpoint.slack.fake.Answered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lets the clock of the application's machine jump in the middle of the load, and jump
 * back after a while: the application runs on its own system clock, which libfaketime
 * moves, while the database, Slack, the shop and people know what time it is. Takes
 * {@code --customers=12} a day, {@code --seed=23} and {@code --seconds=10}, for how long
 * the clock is wrong.
 */
public final class Clocks {

    private static final List<Duration> JUMPS = List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofDays(1),
            Duration.ofDays(-1), Duration.ofMinutes(2), Duration.ofMinutes(-2));

    /** What Slack signs may be so old, or so far ahead. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    /** By then what was being sent is sent. */
    private static final Duration NOTICED = Duration.ofSeconds(3);

    private final Town town;

    private final FakedClock clock;

    private final Siege siege;

    private final Duration lasts;

    private final List<String> wrong = new ArrayList<>();

    private Clocks(Town town, FakedClock clock, Options options) {
        this.town = town;
        this.clock = clock;
        this.siege = new Siege(town, options.number("seed", 23), options.number("customers", 12));
        this.lasts = Duration.ofSeconds(options.number("seconds", 10));
    }

    public static void main(String[] arguments) throws IOException {
        Optional<Path> library = FakedClock.library();
        if (library.isEmpty()) {
            System.out.println("The clock cannot be moved without Debian's package libfaketime: install it.");
            System.exit(1);
        }
        Path folder = Files.createTempDirectory("clocks");
        FakedClock clock = new FakedClock(library.get(), folder, Town.START);
        List<String> wrong;
        try (Mongod mongod = Mongod.in(clock.environment())) {
            String database = mongod.uri().replace("/?", "/clocks?");
            try (Town town = new Town(Kit.trained(), database, database, clock)) {
                Clocks clocks = new Clocks(town, clock, new Options(arguments));
                clocks.jump();
                wrong = clocks.wrong;
            }
        }
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private void jump() {
        System.out.printf(Locale.ROOT, "%nThe application's clock jumps in the middle of the load, for %d s%n%n",
                lasts.toSeconds());
        town.born();
        FakedClock.Hand first = clock.last();
        tell("right", siege.rest());
        for (Duration jump : JUMPS) {
            tell(told(jump), siege.day((_) -> jump(first, jump), 1));
        }
        tell(told(Duration.ofDays(1)) + ", killed", siege.day((life) -> killed(life, first), 1));
        FakedClock.Hand second = clock.last();
        town.born();
        tell("two, right", siege.rest());
        for (Duration jump : JUMPS.subList(0, 2)) {
            tell("two, one " + told(jump), siege.day((_) -> jump(second, jump), 1));
        }
        tell("two, right", siege.rest());
        refuse();
    }

    private static String told(Duration jump) {
        return String.format(Locale.ROOT, (jump.abs().toMinutes() < 60) ? "%+d min" : "%+d h",
                (jump.abs().toMinutes() < 60) ? jump.toMinutes() : jump.toHours());
    }

    private Siege.Blow jump(FakedClock.Hand hand, Duration by) {
        siege.ledger().forgetAnswers();
        hand.wrongBy(by);
        Outages.wait(NOTICED);
        long said = said();
        if (town.lives().size() == 1) {
            ask((by.abs().compareTo(WINDOW) > 0) ? 401 : 200);
        }
        Outages.wait(lasts);
        long more = said() - said;
        if (town.lives().size() == 1 && more > 0) {
            wrong(more + " messages were sent by a wrong clock");
        }
        hand.wrongBy(Duration.ZERO);
        return Siege.Blow.none();
    }

    private long said() {
        return town.slack().calls().stream().filter((call) -> call.method().equals("chat.postMessage")).count();
    }

    /** A manager presses the right thing at the right time. */
    private void ask(int expected) {
        String channel = town.people().channels().getFirst().id();
        Answered answered = town.slack().interactions().command("U0MARA", channel, "/touchpoint help");
        siege.ledger().answered("command", answered.status(), answered.took());
        if (answered.status() != expected) {
            wrong("a command was answered with " + answered.status() + ", not " + expected);
        }
    }

    private void wrong(String sentence) {
        wrong.add(sentence);
        System.out.println("  WRONG: " + sentence);
    }

    /** Dies while its clock is wrong; the next one's is right. */
    private Siege.Blow killed(Life life, FakedClock.Hand hand) {
        siege.ledger().forgetAnswers();
        hand.wrongBy(Duration.ofDays(1));
        Outages.wait(lasts.dividedBy(2));
        town.kill(life);
        town.born();
        return Siege.Blow.none();
    }

    private void tell(String name, Siege.Round round) {
        Map<String, Integer> answers = siege.ledger().statuses();
        System.out.printf(Locale.ROOT, "%-16s  caught up after %5.1f s, %d wrong, %d of %d in flight said twice; %s%n",
                name, round.settled().toMillis() / 1000.0, round.wrong().size(), round.twice(), round.ambiguous(),
                answers.entrySet()
                    .stream()
                    .map((answer) -> answer.getKey() + " ×" + answer.getValue())
                    .collect(Collectors.joining(", ")));
        round.wrong().forEach(this::wrong);
        siege.ledger().forgetAnswers();
    }

    /** One whose clock is wrong already does not start. */
    private void refuse() {
        Life life = town.begin();
        clock.last().wrongBy(Duration.ofSeconds(5));
        int code = life.end();
        town.retire(life);
        String sentence = life.said().lines().filter((line) -> line.contains("seconds apart")).findFirst().orElse("");
        System.out.println("5 s wrong at the start: exit code " + code + ", \"" + sentence + "\"");
        if (code != 1 || sentence.isEmpty()) {
            wrong("was not refused: " + life.said());
        }
    }

}
