package io.touchpoint.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.mongo.CoreUnderTest;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxClockTests {

    private final CoreUnderTest core = CoreUnderTest.with().start();

    private final SandboxClock clock = new SandboxClock(core.mongo(), Instant.parse("2026-11-25T09:00:00Z"));

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void goesOnWhereItStoodOverAKeptDatabase() {
        Instant later = clock.instant().plusSeconds(60);
        clock.moveTo(later);
        assertThat(new SandboxClock(core.mongo(), Instant.parse("2020-01-01T00:00:00Z")).instant()).isEqualTo(later);
    }

    @Test
    void neverGoesBack() {
        Instant now = clock.instant();
        assertThat(clock.moveTo(now.minusSeconds(1))).isFalse();
        assertThat(clock.moveTo(now)).isFalse();
        assertThat(clock.instant()).isEqualTo(now);
    }

    @Test
    void countsWholeMilliseconds() {
        Instant now = clock.instant();
        assertThat(clock.moveTo(now.plusNanos(1_999_999))).isTrue();
        assertThat(clock.instant()).isEqualTo(now.plusMillis(1));
    }

    @Test
    void isReadOnceWhereNobodyElseMovesIt() {
        Instant now = clock.instant();
        SandboxClock own = new SandboxClock(core.mongo(), Instant.EPOCH, false);
        assertThat(own.moveTo(now.plusSeconds(5))).isTrue();
        assertThat(own.instant()).isEqualTo(now.plusSeconds(5)).isEqualTo(clock.instant());
        assertThat(own.moveTo(now)).isFalse();
        assertThat(own.instant()).isEqualTo(now.plusSeconds(5));
    }

    @Test
    void isTheSameForEverybodyOnOneDatabase() {
        SandboxClock other = new SandboxClock(core.mongo(), Instant.EPOCH);
        other.moveTo(clock.instant().plusSeconds(5));
        assertThat(clock.instant()).isEqualTo(other.instant());
    }

}
