package io.touchpoint.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Message;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Said;
import io.touchpoint.outbox.Saying;
import io.touchpoint.outbox.SendCheck.Verdict;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BreakerTests {

    private static final Instant NOW = Instant.parse("2026-11-19T09:05:00Z");

    private static final Address MARA = Address.person("w1", "slack", "T1", "U9");

    private static final Address DANA = Address.person("w1", "slack", "T1", "U1");

    private CoreUnderTest core;

    private Breaker breaker;

    @BeforeEach
    void start() {
        core = CoreUnderTest.with("workspace", "team", "outbox", "breaker").start();
        breaker = core.get(Breaker.class);
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        core.get(Workspaces.class)
            .put(new Workspace("w1", null, "Northwind", berlin, Locale.ENGLISH, null,
                    List.of(new Tenant("slack", "T1")), List.of(), List.of("mara", "gone"), "f"));
        core.get(Teams.class)
            .replace("w1", List.of(), List.of(new Colleague(Teams.colleagueId("w1", "mara"), "w1", "mara", "Mara", null,
                    List.of(MARA), null, null, berlin, LocalTime.of(9, 0), LocalTime.of(17, 0))));
    }

    @AfterEach
    void stop() {
        core.close();
    }

    private boolean count(int cap, Instant now) {
        return breaker.count("w1", cap, now);
    }

    @Test
    void stopsAtTheFirstQuestionAboveTheCap() {
        assertThat(IntStream.range(0, 5).allMatch((i) -> count(5, NOW.plusSeconds(i)))).isTrue();
        assertThat(breaker.stop("w1")).isEmpty();
        assertThat(count(5, NOW.plusSeconds(6))).isFalse();
        assertThat(breaker.stop("w1")).get()
            .extracting(Stop::since, Stop::reason)
            .containsExactly(NOW.plusSeconds(6), "more than 5 questions within an hour");
        assertThat(count(5, NOW.plus(Duration.ofDays(3)))).as("no time resumes it").isFalse();
        assertThat(breaker.count("w2", 5, NOW)).as("another workspace").isTrue();
    }

    @Test
    void countsTheHourThatGoesWithTheTime() {
        for (int minute = 0; minute < 600; minute += 12) {
            assertThat(count(6, NOW.plus(Duration.ofMinutes(minute)))).as("minute " + minute).isTrue();
        }
    }

    @Test
    void letsNoMoreThroughThanTheCapWhenManyAskAtOnce() throws Exception {
        List<Boolean> passed = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> calls = IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj((i) -> () -> count(25, NOW))
                .toList();
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                passed.add(call.get());
            }
        }
        assertThat(passed).filteredOn((one) -> one).hasSize(25);
    }

    @Test
    void stopsWhenMuchMoreIsAskedThanWasUsual() {
        for (int day = 0; day < 3; day++) {
            Instant at = NOW.plus(Duration.ofDays(day));
            assertThat(IntStream.range(0, 30).allMatch((i) -> count(1000, at))).isTrue();
        }
        Instant then = NOW.plus(Duration.ofDays(3));
        assertThat(IntStream.range(0, 150).allMatch((i) -> count(1000, then))).as("five times as many").isTrue();
        assertThat(count(1000, then)).isFalse();
        assertThat(breaker.stop("w1")).get()
            .extracting(Stop::reason)
            .isEqualTo("151 questions within an hour, where 30 were the most in the two weeks before");
    }

    @Test
    void knowsNothingUnusualInTheFirstDays() {
        assertThat(IntStream.range(0, 2).allMatch((day) -> count(1000, NOW.plus(Duration.ofDays(day))))).isTrue();
        Instant third = NOW.plus(Duration.ofDays(2));
        assertThat(IntStream.range(0, 400).allMatch((i) -> count(1000, third))).isTrue();
    }

    @Test
    void tellsTheAdminsOnceAndResumesAtTheirWord() {
        count(1, NOW);
        count(1, NOW);
        Alarm alarm = core.get(Alarm.class);
        assertThat(alarm.nextDue()).contains(NOW);
        assertThat(alarm.runDue(NOW)).isEqualTo(1);
        assertThat(alarm.nextDue()).isEmpty();
        assertThat(alarm.runDue(NOW)).isZero();
        assertThat(said("w1|breaker|asking|" + NOW.toEpochMilli() + "#0001")).get().satisfies((said) -> {
            assertThat(said.saying().to()).isEqualTo(MARA);
            assertThat(said.saying().message().plainText())
                .isEqualTo("I have stopped asking customers of Northwind: more than 1 questions within an hour.\n"
                        + "Questions that are due wait, for 7 days at most. When this is right, write /touchpoint resume.");
        });
        assertThat(breaker.resume("w1")).isTrue();
        assertThat(breaker.resume("w1")).isFalse();
        assertThat(count(1, NOW)).as("from a count that starts anew").isTrue();
    }

    @Test
    void stopsAtTheWordOfAnAdminWithoutTellingTheOthers() {
        assertThat(breaker.pause("w1", "Mara", NOW).reason()).isEqualTo("stopped by Mara");
        assertThat(breaker.pause("w1", "Jon", NOW.plusSeconds(1)).reason()).isEqualTo("stopped by Mara");
        assertThat(core.get(Alarm.class).nextDue()).isEmpty();
        assertThat(count(9, NOW)).isFalse();
    }

    @Test
    void leavesAMachineUnansweredThatAnswersWhateverIsSaid() {
        assertThat(IntStream.rangeClosed(1, 40).mapToObj((i) -> verdict(DANA, i, NOW)))
            .allMatch(new Verdict.Go()::equals);
        assertThat(verdict(DANA, 40, NOW)).as("the same again").isEqualTo(new Verdict.Go());
        assertThat(verdict(DANA, 41, NOW)).isEqualTo(new Verdict.Drop("answer loop"));
        assertThat(verdict(DANA, 42, NOW.plus(Duration.ofHours(3)))).isEqualTo(new Verdict.Drop("answer loop"));
        assertThat(verdict(MARA, 1, NOW)).as("somebody else").isEqualTo(new Verdict.Go());
        assertThat(breaker.mayGo(Saying.of("w1|case|order:1|delivery#0001", "w1|case|order:1|delivery", DANA,
                Lane.REPLY, Message.text("a")), NOW))
            .as("a colleague's answer")
            .isEqualTo(new Verdict.Go());
        assertThat(breaker.unanswered("w1")).isEqualTo(1);
        core.get(Alarm.class).runDue(NOW);
        assertThat(said("w1|breaker|loop|" + NOW.toEpochMilli() + "|U1#0001")).isPresent();
        assertThat(breaker.resume("w1")).isTrue();
        assertThat(verdict(DANA, 43, NOW.plus(Duration.ofHours(3)))).isEqualTo(new Verdict.Go());
    }

    @Test
    void answersAPersonWhoWritesALotForLong() {
        for (int i = 1; i <= 200; i++) {
            assertThat(verdict(DANA, i, NOW.plusSeconds(15L * i))).isEqualTo(new Verdict.Go());
        }
    }

    private Verdict verdict(Address to, int number, Instant now) {
        return breaker
            .mayGo(Saying.of(Saying.key("w1|talk|c1", number), "w1|talk|c1", to, Lane.REPLY, Message.text("a")), now);
    }

    private Optional<Said> said(String key) {
        return core.get(Outbox.class).byKey(key);
    }

}
