package io.touchpoint.intake;

import io.touchpoint.followup.BusinessEvent;
import io.touchpoint.followup.Decision;
import io.touchpoint.followup.FollowUps;
import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.storage.Instances;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes business events in, each of them once: it is kept first, then decided, then the
 * answer is kept. Whoever dies in between is replaced once that is known.
 */
@Component
public class Intake implements DueWork {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private static final int ATTEMPTS = 8;

    private static final int BATCH = 20;

    private final Workspaces workspaces;

    private final FollowUps followUps;

    private final Receipts receipts;

    private final Instances instances;

    private final Duration patience;

    Intake(IntakeSettings settings, Workspaces workspaces, FollowUps followUps, Receipts receipts,
            Instances instances) {
        this.workspaces = workspaces;
        this.followUps = followUps;
        this.receipts = receipts;
        this.instances = instances;
        this.patience = settings.patience();
    }

    /**
     * Takes an event in.
     * @return the answer, as JSON: the first one, however often the event comes; empty
     * when it is kept and deciding takes longer than the sender is made to wait
     */
    public Optional<String> take(Workspace workspace, byte[] body, Instant now) throws Malformed {
        BusinessEvent event = new EventReader(workspace, now).read(body);
        String id = id(event);
        Optional<Receipt> known = receipts.find(id);
        if (known.isEmpty()) {
            EventReader.check(event, followUps.types(event.workspace()));
            receipts.keep(new Receipt(id, workspace.id(), now, new String(body, StandardCharsets.UTF_8), null,
                    now.plus(Receipts.LEASE), instances.holder(), null, null));
            known = receipts.find(id);
        }
        Optional<String> answer = known.map(Receipt::answer);
        return (answer.isPresent() || known.isEmpty()) ? answer : decidedInTime(known.get(), workspace, now);
    }

    /** The deciding goes on when the sender has waited long enough. */
    private Optional<String> decidedInTime(Receipt receipt, Workspace workspace, Instant now) {
        CompletableFuture<Optional<String>> decided = new CompletableFuture<>();
        Thread.startVirtualThread(() -> decided.complete(decided(receipt, workspace, now)));
        return decided.completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    private Optional<String> decided(Receipt receipt, Workspace workspace, Instant now) {
        try {
            return Optional.of(decide(receipt, workspace, now));
        }
        catch (Malformed | RuntimeException | StackOverflowError ex) {
            log.warn("An event is kept and will be decided later: {}", ex.getClass().getName());
            return Optional.empty();
        }
    }

    /** Decides what was left undecided. */
    @Override
    public int runDue(Instant now) {
        int done = 0;
        Optional<Receipt> claimed = receipts.claim(instances.holder(), now);
        while (claimed.isPresent()) {
            finish(claimed.get(), now);
            done++;
            claimed = (done < BATCH) ? receipts.claim(instances.holder(), now) : Optional.empty();
        }
        return done;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.ofNullable(receipts.nextClaim());
    }

    private void finish(Receipt receipt, Instant now) {
        try {
            decide(receipt, workspaces.get(receipt.workspace()), now);
        }
        catch (Malformed ex) {
            receipts.park(receipt.id(), String.valueOf(ex.getMessage()));
        }
        catch (RuntimeException | StackOverflowError ex) {
            log.warn("An event could not be decided: {}", ex.getClass().getName());
            if (receipt.attempts() != null && receipt.attempts() >= ATTEMPTS) {
                receipts.park(receipt.id(), ex.getClass().getName());
            }
        }
    }

    /** Decides on the event as it came first, whatever a repeat says. */
    private String decide(Receipt receipt, Workspace workspace, Instant now) throws Malformed {
        String body = receipt.body();
        if (body == null) {
            return receipts.answer(receipt.id(), "{}");
        }
        BusinessEvent event = new EventReader(workspace, receipt.at()).read(body.getBytes(StandardCharsets.UTF_8));
        return receipts.answer(receipt.id(), answer(event, followUps.receive(event, now)));
    }

    /** The types of events that are taken in, in order. */
    Set<String> known(String workspace) {
        return EventReader.known(followUps.types(workspace));
    }

    private static String answer(BusinessEvent event, List<Decision> decisions) {
        List<Map<String, String>> told = new ArrayList<>();
        for (Decision decision : decisions) {
            Map<String, String> one = new LinkedHashMap<>();
            one.put("touchpoint", decision.touchpoint().key());
            one.put("decision", decision.standing().outcome().name().toLowerCase(Locale.ROOT));
            one.put("words", decision.sentence());
            told.add(one);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("event", event.id());
        answer.put("decisions", told);
        answer.put("message", told.isEmpty() ? "no touchpoint asks about this" : "decided");
        return Json.write(answer);
    }

    private static String id(BusinessEvent event) {
        return event.workspace() + "|" + event.source() + "|" + event.id();
    }

}
