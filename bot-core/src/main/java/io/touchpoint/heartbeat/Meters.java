package io.touchpoint.heartbeat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What can be measured of due work: how late it is, and how much was given up. */
@Component
class Meters implements MeterBinder {

    private final Heartbeat heartbeat;

    private final List<DeadLetters> deadLetters;

    private final Clock clock;

    Meters(Heartbeat heartbeat, List<DeadLetters> deadLetters, Clock clock) {
        this.heartbeat = heartbeat;
        this.deadLetters = List.copyOf(deadLetters);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("touchpoint.due.late", this, Meters::late)
            .description("How long the oldest work that is due has waited")
            .baseUnit("seconds")
            .register(registry);
        deadLetters.forEach((letters) -> Gauge.builder("touchpoint.dead.letters", letters, DeadLetters::count)
            .description("Work that was given up and waits for somebody")
            .tag("kind", letters.kind())
            .register(registry));
    }

    private double late() {
        Instant now = clock.instant();
        return heartbeat.nextDue()
            .map((due) -> Duration.between(due, now))
            .filter(Duration::isPositive)
            .map((late) -> late.toMillis() / 1000.0)
            .orElse(0.0);
    }

}
