package io.touchpoint.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.time.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class HeartbeatTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final List<String> done = new ArrayList<>();

    @Test
    void doesNothingWhileAnythingIsNotRight() {
        AtomicBoolean right = new AtomicBoolean();
        Heartbeat heartbeat = heartbeat(List.of(() -> true, right::get), work("work"));
        heartbeat.beat();
        assertThat(done).isEmpty();
        right.set(true);
        heartbeat.beat();
        assertThat(done).containsExactly("work");
    }

    @Test
    void holdsNothingBackForWorkThatOverflowsTheStack() {
        DueWork endless = new Piece(() -> {
            throw new StackOverflowError();
        });
        assertThat(heartbeat(List.of(), endless, work("other")).runDue(NOW)).isEqualTo(1);
        assertThat(done).containsExactly("other");
    }

    @Test
    void seesWhatBecomesDueWhileItIsAtWork() {
        SettableClock clock = new SettableClock(NOW);
        List<Instant> ran = new ArrayList<>();
        DueWork slow = new Piece(() -> {
            ran.add(clock.instant());
            clock.advance(Duration.ofSeconds(10));
            return (ran.size() < 3) ? 1 : 0;
        });
        List<Instant> seen = new ArrayList<>();
        DueWork later = new DueWork() {

            @Override
            public int runDue(Instant now) {
                seen.add(now);
                return 0;
            }

            @Override
            public Optional<Instant> nextDue() {
                return Optional.empty();
            }

        };
        new Heartbeat(List.of(slow, later), List.of(), List.of(), clock).beat();
        assertThat(seen).containsExactly(NOW, NOW.plusSeconds(10), NOW.plusSeconds(20));
    }

    /** The work here ends only when the pulse has gone on. */
    @Test
    void showsThatItIsAliveHoweverLongTheWorkTakes() {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch shown = new CountDownLatch(3);
        DueWork endless = new Piece(() -> {
            working.countDown();
            await(shown);
            return 0;
        });
        new ApplicationContextRunner()
            .withPropertyValues("spring.config.name=touchpoint", "touchpoint.heartbeat=PT0.001S")
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(
                    AutoConfigurations.of(TaskExecutionAutoConfiguration.class, TaskSchedulingAutoConfiguration.class))
            .withUserConfiguration(HeartbeatConfiguration.class, Heartbeat.class)
            .withBean(DueWork.class, () -> endless)
            .withBean(Pulse.class, () -> (_) -> {
                await(working);
                shown.countDown();
            })
            .run((context) -> assertThat(shown.await(1, TimeUnit.MINUTES)).isTrue());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private Heartbeat heartbeat(List<BeatCheck> checks, DueWork... works) {
        return new Heartbeat(List.of(works), checks, List.of(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Something to be done once. */
    private DueWork work(String name) {
        return new Piece(() -> {
            if (done.contains(name)) {
                return 0;
            }
            done.add(name);
            return 1;
        });
    }

    /** Work that knows no time. */
    private record Piece(IntSupplier deed) implements DueWork {

        @Override
        public int runDue(Instant now) {
            return deed.getAsInt();
        }

        @Override
        public Optional<Instant> nextDue() {
            return Optional.empty();
        }

    }

}
