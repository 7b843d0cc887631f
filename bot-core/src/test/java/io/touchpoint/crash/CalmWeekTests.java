package io.touchpoint.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.mongo.MongoUnderTest;
import io.touchpoint.time.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The way from an event to a figure when nothing fails. */
class CalmWeekTests {

    private static final int DAYS = 5;

    private static final int CUSTOMERS = 1;

    @Test
    void endsAsItMust() {
        SettableClock clock = new SettableClock(CoreUnderTest.START);
        Run run = new Run(1, clock, Faults.likely(0, 0, 0, 0), null);
        try (Instance instance = new Instance(MongoUnderTest.get().freshDatabase(), clock)) {
            instance.enter(run);
            Company.open(instance.core());
            Story story = new Story(run.turns.random(), CUSTOMERS);
            for (int day = 1; day <= DAYS; day++) {
                run.queue.addAll(story.nextDay(clock.set(CoreUnderTest.START.plus(Duration.ofDays(day)))));
                instance.live(run);
                boolean rests = instance.settle(Duration.ofHours(6));
                assertThat(new Comparison(run, instance.core(), story.people(), rests)).matches(Comparison::clean);
            }
        }
    }

}
