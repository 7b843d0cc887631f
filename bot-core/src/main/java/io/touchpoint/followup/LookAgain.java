package io.touchpoint.followup;

import io.touchpoint.heartbeat.DueWork;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks again for customers about whom chat gave no answer. */
@Component
class LookAgain implements DueWork {

    private static final int BATCH = 20;

    private final Ledger ledger;

    private final FollowUps followUps;

    LookAgain(Ledger ledger, FollowUps followUps) {
        this.ledger = ledger;
        this.followUps = followUps;
    }

    @Override
    public int runDue(Instant now) {
        int done = 0;
        Optional<Decision> claimed = ledger.claim(now);
        while (claimed.isPresent()) {
            followUps.lookAgain(claimed.get(), now);
            done++;
            claimed = (done < BATCH) ? ledger.claim(now) : Optional.empty();
        }
        return done;
    }

    @Override
    public Optional<Instant> nextDue() {
        return ledger.nextClaim();
    }

}
