package io.touchpoint.heartbeat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does whatever is due, and shows that this instance is alive; nothing else is scheduled.
 */
@Component
public class Heartbeat {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private final List<DueWork> works;

    private final List<BeatCheck> checks;

    private final List<Pulse> pulses;

    private final Clock clock;

    Heartbeat(List<DueWork> works, List<BeatCheck> checks, List<Pulse> pulses, Clock clock) {
        this.works = List.copyOf(works);
        this.checks = List.copyOf(checks);
        this.pulses = List.copyOf(pulses);
        this.clock = clock;
    }

    /**
     * Beats on the wall clock, unless something is not right. It looks at the clock again
     * for each round: leases end and work becomes due however much there is to do.
     */
    void beat() {
        boolean more = true;
        while (more && checks.stream().allMatch(BeatCheck::mayBeat)) {
            Instant now = clock.instant();
            more = works.stream().mapToInt((work) -> run(work, now)).sum() > 0;
        }
    }

    /** Shows that this instance is alive. */
    void pulse() {
        Instant now = clock.instant();
        pulses.forEach((pulse) -> pulse.show(now));
    }

    /**
     * Does what is due, until nothing is; what became due by doing it is done too. Work
     * that fails is left for the next beat and holds no other work back.
     * @return how much was done
     */
    public int runDue(Instant now) {
        return runDue(works, now);
    }

    /** Does what is due of some kinds of work, in turn, until nothing of them is. */
    public int runDue(List<DueWork> some, Instant now) {
        int all = 0;
        int idle = 0;
        for (int next = 0; idle < some.size(); next = (next + 1) % some.size()) {
            int done = run(some.get(next), now);
            idle = (done > 0) ? 0 : idle + 1;
            all += done;
        }
        return all;
    }

    private static int run(DueWork work, Instant now) {
        try {
            return work.runDue(now);
        }
        catch (RuntimeException | StackOverflowError ex) {
            log.warn("{} failed and is tried again: {}", work.getClass().getSimpleName(), ex.getClass().getName());
            return 0;
        }
    }

    /** The earliest moment at which something will be due. */
    public Optional<Instant> nextDue() {
        return works.stream().map(DueWork::nextDue).flatMap(Optional::stream).min(Instant::compareTo);
    }

}
