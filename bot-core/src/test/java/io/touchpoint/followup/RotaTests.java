package io.touchpoint.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RotaTests {

    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");

    private static final Duration QUARTER = Duration.ofDays(90);

    @Test
    void comesRoundOnceInEachPeriod() {
        Rota rota = new Rota("w1|customer|c1", QUARTER);
        Instant begun = rota.begun(NOW);
        assertThat(begun).isBeforeOrEqualTo(NOW).isAfter(NOW.minus(QUARTER));
        assertThat(rota.begun(begun)).isEqualTo(begun);
        assertThat(rota.begun(begun.minusSeconds(1))).isEqualTo(begun.minus(QUARTER));
        assertThat(rota.next(begun)).isEqualTo(begun.plus(QUARTER));
        assertThat(rota.next(begun.minusSeconds(1))).isEqualTo(begun);
        assertThat(rota.turn(begun)).isEqualTo(begun.toString().substring(0, 10));
    }

    @Test
    void spreadsTheTurnsOfManyCustomers() {
        for (int week = 0; week < 12; week++) {
            Instant from = NOW.plus(Duration.ofDays(7L * week));
            long turns = IntStream.range(0, 9_000)
                .mapToObj((number) -> new Rota("w1|customer|c" + number, QUARTER).next(NOW.minusSeconds(1)))
                .filter((turn) -> !turn.isBefore(from) && turn.isBefore(from.plus(Duration.ofDays(7))))
                .count();
            assertThat(turns).as("week %d", week).isBetween(600L, 800L);
        }
    }

}
