package io.touchpoint.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.heartbeat.Heartbeat;
import io.touchpoint.mongo.CoreUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the sandbox moves its clock and waits for what follows. */
class SteppingTests {

    private static final Instant START = Instant.parse("2026-11-25T09:00:00Z");

    private final Notes notes = new Notes();

    private final StillPlatform platform = new StillPlatform();

    private final Jobs jobs = new Jobs();

    private final CoreUnderTest core = CoreUnderTest.with().bean(DueWork.class, notes).start();

    private final SandboxClock clock = new SandboxClock(core.mongo(), START);

    private final Sandbox sandbox = new Sandbox(platform, clock, core.get(Heartbeat.class), List.of(notes), jobs);

    @AfterEach
    void stop() {
        sandbox.close();
        jobs.close();
        core.close();
    }

    /** Work that notes when it was run for each moment at which it was due. */
    private static final class Notes implements DueWork {

        private final TreeSet<Instant> due = new TreeSet<>();

        private final List<Instant> ran = new ArrayList<>();

        private Optional<Instant> stuck = Optional.empty();

        @Override
        public synchronized int runDue(Instant now) {
            int done = 0;
            while (!due.isEmpty() && !due.first().isAfter(now)) {
                due.removeFirst();
                ran.add(now);
                done++;
            }
            return done;
        }

        @Override
        public synchronized Optional<Instant> nextDue() {
            return stuck.or(() -> due.stream().findFirst());
        }

    }

    @Test
    void stepsThroughEveryMomentAtWhichSomethingIsDue() {
        notes.due.addAll(List.of(START.plusSeconds(30), START.plusSeconds(3600), START.plusSeconds(7201)));
        assertThat(sandbox.moveTo(START.plusSeconds(7200))).isEqualTo(START.plusSeconds(7200));
        assertThat(notes.ran).containsExactly(START.plusSeconds(30), START.plusSeconds(3600));
    }

    @Test
    void waitsAFewSecondsForWhatFollowsFromADeed() {
        sandbox.act(() -> {
            notes.due.add(START.plusSeconds(1));
            notes.due.add(START.plus(Sandbox.PATIENCE).plusSeconds(1));
        });
        assertThat(notes.ran).containsExactly(START.plusSeconds(1));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void countsAFractionOfAMillisecondAsAWholeOne() {
        notes.due.add(START.plusNanos(1));
        sandbox.moveTo(START.plusSeconds(1));
        assertThat(notes.ran).containsExactly(START.plusMillis(1));
    }

    @Test
    void isNotHeldUpByWorkThatStaysOverdue() {
        notes.stuck = Optional.of(START.minusSeconds(1));
        assertThat(sandbox.moveTo(START.plusSeconds(60))).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void waitsForJobsThatRunBesideTheRequest() {
        CountDownLatch begun = new CountDownLatch(1);
        List<String> done = new ArrayList<>();
        sandbox.act(() -> jobs.execute(() -> {
            begun.countDown();
            done.add("done");
        }));
        assertThat(begun.getCount()).isZero();
        assertThat(done).containsExactly("done");
    }

    @Test
    void doesNotGoBack() {
        assertThatThrownBy(() -> sandbox.moveTo(START.minusSeconds(1))).isInstanceOf(Trouble.class)
            .hasMessageContaining("only moves forward");
    }

    @Test
    void standsStillWhileACallHangs() {
        platform.hanging = 1;
        assertThatThrownBy(() -> sandbox.moveTo(START.plus(Duration.ofHours(1)))).isInstanceOf(Trouble.class)
            .hasMessageContaining("hangs");
        assertThat(clock.instant()).isEqualTo(START);
        platform.behave();
        assertThat(sandbox.moveTo(START.plusSeconds(1))).isEqualTo(START.plusSeconds(1));
    }

}
