package io.touchpoint.inbox;

import io.touchpoint.heartbeat.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on the stored requests of one platform and settles what becomes of them. It does
 * again what a worker left behind.
 */
public abstract class RequestWork implements DueWork {

    private static final Logger log = LoggerFactory.getLogger(RequestWork.class);

    private static final int ATTEMPTS = 5;

    private static final int BATCH = 20;

    private final String platform;

    private final Inbox inbox;

    private final Clock clock;

    protected RequestWork(String platform, Inbox inbox, Clock clock) {
        this.platform = platform;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public final int runDue(Instant now) {
        int done = 0;
        while (done < BATCH) {
            Optional<Received> claimed = inbox.claim(platform, now);
            if (claimed.isEmpty()) {
                break;
            }
            again(claimed.get());
            done++;
        }
        return done;
    }

    @Override
    public final Optional<Instant> nextDue() {
        return inbox.nextClaim(platform);
    }

    /** Does another round of work on a request. */
    protected abstract void again(Received received);

    /**
     * Does one round of work on a request, and never throws.
     * @param work what is to be done; it gives why nobody can make sense of the request,
     * and nothing once it is done; when it throws, it is tried again later
     */
    protected final void round(Received received, Callable<Optional<String>> work) {
        try {
            Optional<String> broken = work.call();
            if (broken.isPresent()) {
                park(received, broken.get());
            }
            else {
                inbox.done(received);
            }
        }
        catch (Exception | StackOverflowError ex) {
            failed(received, ex);
        }
    }

    private void failed(Received received, Throwable ex) {
        int attempts = received.attempts();
        String why = ex.getClass().getSimpleName();
        if (attempts >= ATTEMPTS) {
            park(received, "failed:" + why);
            return;
        }
        log.warn("A request of {} failed and is tried again: {}", platform, why);
        Duration pause = Duration.ofSeconds(5L << Math.min(attempts, 6));
        attempt(() -> inbox.later(received, clock.instant().plus(pause)));
    }

    private void park(Received received, String why) {
        log.warn("A request of {} was given up: {}", platform, why);
        attempt(() -> inbox.park(received, why, clock.instant()));
    }

    /** What cannot be settled now is done again when its lease has ended. */
    private void attempt(Runnable settling) {
        try {
            settling.run();
        }
        catch (RuntimeException ex) {
            log.warn("A request of {} could not be settled: {}", platform, ex.getClass().getSimpleName());
        }
    }

}
