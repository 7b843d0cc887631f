package io.touchpoint.followup;

import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.storage.ParkedWork;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks again for customers about whom chat gave no answer. */
@Component
class LookAgain implements DueWork {

    private static final int BATCH = 20;

    private final Ledger ledger;

    private final FollowUps followUps;

    private final ParkedWork parked;

    LookAgain(Ledger ledger, FollowUps followUps, ParkedWork parkedDecisions) {
        this.ledger = ledger;
        this.followUps = followUps;
        this.parked = parkedDecisions;
    }

    @Override
    public int runDue(Instant now) {
        int done = 0;
        Optional<Decision> claimed = ledger.claim(now);
        while (claimed.isPresent()) {
            lookAgain(claimed.get(), now);
            done++;
            claimed = (done < BATCH) ? ledger.claim(now) : Optional.empty();
        }
        return done;
    }

    private void lookAgain(Decision decision, Instant now) {
        try {
            followUps.lookAgain(decision, now);
        }
        catch (RuntimeException | StackOverflowError ex) {
            parked.failed(decision.id(), ex, now);
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return ledger.nextClaim();
    }

}
