package io.touchpoint.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.followup.Lifeline.Turn;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifelineTests {

    private static final Instant START = Instant.parse("2026-11-19T09:00:00Z");

    private static final Touchpoint SOLVED = new Touchpoint("ticket_solved", JourneyStage.SERVICE, true, "Ticket",
            "support", null, "goal", "expectation", 0.2, "ticket_solved", List.of("ticket.solved"),
            List.of("ticket.reopened"), Duration.ofHours(3), 1, false);

    @Test
    void numbersTheRepeatsByWhatUndidTheOnesBefore() {
        List<Turn> turns = lifeline(solved(1, null), reopened(2), solved(3, null), reopened(4), solved(5, null))
            .turns(SOLVED);
        assertThat(turns).extracting(Turn::occurrence).containsExactly(null, "2", "3");
        assertThat(turns).extracting((turn) -> turn.undone() != null).containsExactly(true, true, false);
    }

    @Test
    void comesToTheSameWhateverTheOrderOfArrival() {
        List<BusinessEvent> events = new ArrayList<>(
                List.of(solved(1, null), reopened(2), solved(3, null), solved(4, null), reopened(5), solved(6, null)));
        List<Turn> expected = lifeline(events.toArray(BusinessEvent[]::new)).turns(SOLVED);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(events, new Random(seed));
            assertThat(lifeline(events.toArray(BusinessEvent[]::new)).turns(SOLVED)).as("seed " + seed)
                .usingRecursiveComparison()
                .ignoringFields("asking.arrived", "undone.arrived", "repeats.arrived")
                .isEqualTo(expected);
        }
    }

    @Test
    void takesTheGivenNumber() {
        assertThat(lifeline(solved(1, "1"), solved(2, "2"), solved(3, "2")).turns(SOLVED))
            .satisfiesExactly((first) -> assertThat(first.occurrence()).isNull(), (second) -> {
                assertThat(second.occurrence()).isEqualTo("2");
                assertThat(second.repeats()).hasSize(1);
            });
    }

    @Test
    void countsWhatHappensAtTheSameMomentAsUndone() {
        assertThat(lifeline(reopened(1), solved(1, null)).turns(SOLVED)).singleElement()
            .satisfies((turn) -> assertThat(turn.undone()).isNotNull());
    }

    private static Lifeline lifeline(BusinessEvent... events) {
        Lifeline lifeline = Lifeline.of(events[0]);
        for (BusinessEvent event : events) {
            lifeline = lifeline.with(event, "w1|customer|c1", START);
        }
        return lifeline;
    }

    private static BusinessEvent solved(int hour, @Nullable String occurrence) {
        return event("ticket.solved", hour, occurrence);
    }

    private static BusinessEvent reopened(int hour) {
        return event("ticket.reopened", hour, null);
    }

    private static BusinessEvent event(String type, int hour, @Nullable String occurrence) {
        return new BusinessEvent("w1", "desk", type + hour, type, START.plus(Duration.ofHours(hour)),
                new CustomerFacts("c1", null, null, null, null, null, List.of()), "ticket", "77", occurrence, null,
                null, null, List.of(), false);
    }

}
