package io.touchpoint.followup;

import io.touchpoint.chat.Spot;
import io.touchpoint.conversation.AskCheck;
import io.touchpoint.conversation.Plan;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customer.Invitation;
import io.touchpoint.customer.Customers;
import io.touchpoint.journey.JourneyMap;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Looks at every gate once more when a question falls due, and takes the customer's turn.
 */
@Component
class DueCheck implements AskCheck {

    /** How long to wait when chat gives no answer. */
    static final Duration AGAIN = Duration.ofMinutes(15);

    /** How long to go on waiting. */
    static final Duration PATIENCE = Duration.ofDays(3);

    /** What is judged for good when the event arrives. */
    static final Set<Gate> SETTLED = EnumSet.of(Gate.KIND, Gate.CONDITIONS, Gate.AGE, Gate.SAMPLING);

    private final Workspaces workspaces;

    private final JourneyMaps maps;

    private final Customers customers;

    private final Ledger ledger;

    private final Reaching reaching;

    private final Undelivered undelivered;

    private final Surroundings surroundings;

    private final Threads threads;

    DueCheck(Workspaces workspaces, JourneyMaps maps, Customers customers, Ledger ledger, Reaching reaching,
            Undelivered undelivered, Surroundings surroundings, Threads threads) {
        this.workspaces = workspaces;
        this.maps = maps;
        this.customers = customers;
        this.ledger = ledger;
        this.reaching = reaching;
        this.undelivered = undelivered;
        this.surroundings = surroundings;
        this.threads = threads;
    }

    @Override
    public Verdict mayAsk(String prompt, String customer, Instant now) {
        Decision decision = ledger.find(prompt).orElseThrow(() -> new IllegalStateException("no decision " + prompt));
        Plan plan = decision.plan();
        if (plan == null || decision.withdrawn()) {
            return new Verdict.Never();
        }
        Workspace workspace = workspaces.get(decision.workspace());
        Reach reach = patient(reaching.at(plan.to()), plan, now);
        Invitation turn = new Invitation(prompt, decision.touchpoint().key(), plan.to().platform(), now, null);
        Optional<Way> way = Optional.ofNullable(plan.thread()).map(this::way);
        while (true) {
            Customer known = known(customer);
            Circumstances circumstances = circumstances(workspace, maps.current(workspace.id()), decision, known,
                    surroundings.of(known), reach, now);
            List<Finding> findings = findings(circumstances, decision, way);
            Ruling.Outcome outcome = Ruling.outcome(findings);
            if (outcome != Ruling.Outcome.SEND || takesTurn(circumstances, decision, turn)) {
                Verdict verdict = settle(decision, circumstances, findings, outcome, now);
                boolean closed = way.filter((one) -> !one.open()).isPresent();
                return (closed && verdict instanceof Verdict.Ask) ? new Verdict.AskPrivately() : verdict;
            }
        }
    }

    /** Whether a thread is open, and how that reads behind who is reached. */
    record Way(boolean open, String words) {
    }

    private Way way(Spot thread) {
        return threads.obstacle(thread)
            .map((obstacle) -> new Way(false, ", and asked privately because " + obstacle))
            .orElseGet(() -> new Way(true, ", and asked in the thread of the conversation"));
    }

    /** What the gates look at when a question falls due. */
    static Circumstances circumstances(Workspace workspace, JourneyMap map, Decision decision, Customer customer,
            Around around, Reach reach, Instant now) {
        Touchpoint touchpoint = decision.touchpoint();
        return new Circumstances(workspace, customer, touchpoint, map.onTheClockOf(touchpoint), decision.id(),
                Interaction.of(List.of()), around, decision.subject().at(), now, now, now, reach);
    }

    /** What the event itself says, and the sample, have been judged for good. */
    static List<Finding> findings(Circumstances circumstances, Decision decision, Optional<Way> way) {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : circumstances.findings()) {
            findings.add(SETTLED.contains(finding.gate()) ? first(decision, finding)
                    : way.map((one) -> where(finding, one)).orElse(finding));
        }
        return findings;
    }

    private static Finding where(Finding finding, Way way) {
        return (finding.gate() == Gate.REACHABILITY && finding.result() == Finding.Result.PASSES)
                ? Finding.passes(finding.gate(), finding.words() + way.words()) : finding;
    }

    private static Finding first(Decision decision, Finding otherwise) {
        return decision.standing()
            .findings()
            .stream()
            .filter((finding) -> finding.gate() == otherwise.gate())
            .findFirst()
            .orElse(otherwise);
    }

    /**
     * The account's turn, the customer's and the workspace's; none without the others.
     */
    private boolean takesTurn(Circumstances circumstances, Decision decision, Invitation turn) {
        if (!surroundings.takeTurn(circumstances, turn.at())) {
            return false;
        }
        boolean taken = customers.invite(circumstances.customer().id(), turn,
                (latest) -> circumstances.of(latest).turnIsFree());
        boolean counted = taken && surroundings.count(circumstances, turn.at());
        if (taken && !counted && decision.askedAt() == null) {
            customers.uninvite(circumstances.customer().id(), decision.id());
        }
        if (!counted) {
            surroundings.giveBack(circumstances.customer(), decision.id());
        }
        return counted;
    }

    private Verdict settle(Decision decision, Circumstances circumstances, List<Finding> findings,
            Ruling.Outcome outcome, Instant now) {
        Instant again = (outcome == Ruling.Outcome.DELAY) ? again(circumstances, now) : null;
        Ruling ruling = new Ruling(decision.standing().event(), now, Ruling.Stage.DUE, outcome,
                (outcome == Ruling.Outcome.SEND) ? now : again, findings);
        Decision kept = ledger.change(decision.id(), (known) -> keep(known, ruling));
        if (kept.askedAt() == null) {
            surroundings.giveBack(circumstances.customer(), decision.id());
        }
        if (kept.withdrawn()) {
            return new Verdict.Never();
        }
        return switch (outcome) {
            case SEND -> new Verdict.Ask();
            case DELAY -> new Verdict.Later((again != null) ? again : now.plus(AGAIN));
            case SKIP -> new Verdict.Never();
        };
    }

    /**
     * What is said of a reminder is noted beside the decision that the customer was asked
     * by.
     */
    private static Decision keep(Decision known, Ruling ruling) {
        if (known.withdrawn()) {
            return known;
        }
        if (known.askedAt() != null) {
            return (ruling.outcome() == Ruling.Outcome.SEND) ? known : known.noting(ruling);
        }
        Decision ruled = known.ruled(ruling);
        return (ruling.outcome() == Ruling.Outcome.SEND) ? ruled.asked(ruling.at()) : ruled;
    }

    /** When a question that has to wait is looked at again. */
    static Instant again(Circumstances circumstances, Instant now) {
        boolean notNow = circumstances.reach() instanceof Reach.NotNow || circumstances.around().stop() != null;
        Instant wanted = notNow ? now.plus(AGAIN) : now;
        return circumstances.hours().next(wanted);
    }

    private static Reach patient(Reach reach, Plan plan, Instant now) {
        boolean tired = now.isAfter(plan.due().plus(PATIENCE));
        return (reach instanceof Reach.NotNow(String reason) && tired) ? new Reach.Nowhere(reason) : reach;
    }

    private Customer known(String id) {
        return undelivered
            .without(customers.byId(id).orElseThrow(() -> new IllegalStateException("no customer " + id)));
    }

}
