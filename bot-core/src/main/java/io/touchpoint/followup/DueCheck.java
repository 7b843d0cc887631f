package io.touchpoint.followup;

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

    DueCheck(Workspaces workspaces, JourneyMaps maps, Customers customers, Ledger ledger, Reaching reaching,
            Undelivered undelivered, Surroundings surroundings) {
        this.workspaces = workspaces;
        this.maps = maps;
        this.customers = customers;
        this.ledger = ledger;
        this.reaching = reaching;
        this.undelivered = undelivered;
        this.surroundings = surroundings;
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
        while (true) {
            Customer known = known(customer);
            Circumstances circumstances = circumstances(workspace, maps.current(workspace.id()), decision, known,
                    surroundings.of(known), reach, now);
            List<Finding> findings = findings(circumstances, decision);
            Ruling.Outcome outcome = Ruling.outcome(findings);
            if (outcome != Ruling.Outcome.SEND || takesTurn(circumstances, decision, now)) {
                return settle(decision, circumstances, findings, outcome, now);
            }
        }
    }

    /** What the gates look at when a question falls due. */
    static Circumstances circumstances(Workspace workspace, JourneyMap map, Decision decision, Customer customer,
            Around around, Reach reach, Instant now) {
        Touchpoint touchpoint = decision.touchpoint();
        return new Circumstances(workspace, customer, touchpoint, map.onTheClockOf(touchpoint), decision.id(),
                Interaction.of(List.of()), around, decision.subject().at(), now, now, now, reach);
    }

    /** What the event itself says, and the sample, have been judged for good. */
    static List<Finding> findings(Circumstances circumstances, Decision decision) {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : circumstances.findings()) {
            findings.add(SETTLED.contains(finding.gate()) ? first(decision, finding) : finding);
        }
        return findings;
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
    private boolean takesTurn(Circumstances circumstances, Decision decision, Instant now) {
        if (!surroundings.takeTurn(circumstances, now)) {
            return false;
        }
        boolean taken = customers.invite(circumstances.customer().id(),
                new Invitation(decision.id(), decision.touchpoint().key(), now, null),
                (latest) -> circumstances.of(latest).turnIsFree());
        boolean counted = taken && surroundings.count(circumstances, now);
        if (taken && !counted && decision.askedAt() == null) {
            customers.uninvite(decision.customer(), decision.id());
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
