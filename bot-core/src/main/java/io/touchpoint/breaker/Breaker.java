package io.touchpoint.breaker;

import io.touchpoint.chat.Address;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Saying;
import io.touchpoint.outbox.SendCheck;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Stops asking when more customers are asked than is allowed or usual, and answering a
 * person who seems to be a machine, until an admin resumes it.
 */
@Service
public class Breaker implements SendCheck {

    private final Paces paces;

    Breaker(Paces paces) {
        this.paces = paces;
    }

    /** The workspace's stop; empty while customers are asked. */
    public Optional<Stop> stop(String workspace) {
        return Optional.ofNullable(paces.of(workspace).stop());
    }

    /** How many people of a workspace are not answered. */
    public int unanswered(String workspace) {
        return paces.stopped(workspace).size();
    }

    /**
     * Counts a question that is about to be put.
     * @param cap the most of a workspace within an hour
     * @return whether it may be; if not, asking has stopped
     */
    public boolean count(String workspace, int cap, Instant now) {
        return paces.change(workspace, (pace) -> {
            if (pace.stop() != null) {
                return pace;
            }
            return pace.tooMany(now, cap)
                .map((reason) -> pace.with(new Stop(now, reason, now)))
                .orElseGet(() -> pace.counting(now));
        }).stop() == null;
    }

    /** An admin stops asking; stopped already, it stays as it is. */
    public Stop pause(String workspace, String by, Instant now) {
        Stop wanted = new Stop(now, "stopped by " + by, null);
        Stop standing = paces.change(workspace, (pace) -> (pace.stop() != null) ? pace : pace.with(wanted)).stop();
        return (standing != null) ? standing : wanted;
    }

    /**
     * An admin resumes asking and answering.
     * @return whether anything was stopped
     */
    public boolean resume(String workspace) {
        boolean stopped = paces.of(workspace).stop() != null;
        paces.change(workspace, (pace) -> (pace.stop() == null) ? pace : pace.resumed());
        int unanswered = unanswered(workspace);
        paces.stopped(workspace).forEach(paces::forget);
        return stopped || unanswered > 0;
    }

    /** Replies to customers are counted; what colleagues write to them is not. */
    @Override
    public Verdict mayGo(Saying saying, Instant now) {
        Address to = saying.to();
        boolean counts = saying.lane() == Lane.REPLY && to.kind() == Address.Kind.PERSON && saying.replaces() == null
                && !saying.about().startsWith(to.workspace() + "|case|");
        return (counts && isLoop(to, saying.key(), now)) ? new Verdict.Drop("answer loop") : new Verdict.Go();
    }

    private boolean isLoop(Address with, String reply, Instant now) {
        while (true) {
            Optional<Exchange> known = paces.exchange(Exchange.id(with));
            Exchange counted = known.map((exchange) -> exchange.counting(reply, now))
                .orElseGet(() -> Exchange.begun(with, reply, now));
            if (known.filter(counted::equals).isPresent() || paces.saved(counted)) {
                return counted.stoppedAt() != null;
            }
        }
    }

}
