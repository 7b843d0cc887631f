package io.touchpoint.followup;

import io.touchpoint.conversation.Subject;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customers;
import io.touchpoint.followup.Lifeline.Passed;
import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.storage.ParkedWork;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks about the relationship as a whole: a customer whose turn has come, who has been
 * known for a month and has dealt with the company often enough within a year, once every
 * gate lets the question through.
 */
@Component
class RelationshipQuestion implements DueWork {

    private static final Duration KNOWN = Duration.ofDays(30);

    private static final Duration YEAR = Duration.ofDays(365);

    /** How long to wait for what holds back only for some time. */
    private static final Duration AGAIN = Duration.ofDays(7);

    private static final Set<Gate> TEMPORARY = EnumSet.of(Gate.TOUCHPOINT_CLOCK, Gate.ANY_CLOCK, Gate.CAP, Gate.ACCOUNT,
            Gate.OPEN_CASE, Gate.BREAKER);

    private static final int BATCH = 20;

    private final Acquaintances acquaintances;

    private final Rules rules;

    private final Customers customers;

    private final JourneyMaps maps;

    private final Ledger ledger;

    private final FollowUps followUps;

    private final ParkedWork parked;

    RelationshipQuestion(Acquaintances acquaintances, Rules rules, Customers customers, JourneyMaps maps, Ledger ledger,
            FollowUps followUps, ParkedWork parkedAcquaintances) {
        this.acquaintances = acquaintances;
        this.rules = rules;
        this.customers = customers;
        this.maps = maps;
        this.ledger = ledger;
        this.followUps = followUps;
        this.parked = parkedAcquaintances;
    }

    @Override
    public int runDue(Instant now) {
        int done = 0;
        Optional<Acquaintance> claimed = acquaintances.claim(now);
        while (claimed.isPresent()) {
            look(claimed.get(), now);
            done++;
            claimed = (done < BATCH) ? acquaintances.claim(now) : Optional.empty();
        }
        return done;
    }

    @Override
    public Optional<Instant> nextDue() {
        return acquaintances.nextClaim();
    }

    private void look(Acquaintance claimed, Instant now) {
        try {
            AskRules.Relationship asked = rules.of(claimed.workspace()).relationship();
            Optional<Customer> customer = customers.byId(claimed.customer());
            if (asked == null || customer.isEmpty()) {
                acquaintances.forget(claimed);
            }
            else {
                acquaintances.rest(claimed, look(claimed, customer.get(), asked, now));
            }
        }
        catch (RuntimeException | StackOverflowError ex) {
            parked.failed(claimed.id(), ex, now);
        }
    }

    /** Looks at a customer; gives when to look again. */
    private Instant look(Acquaintance claimed, Customer customer, AskRules.Relationship asked, Instant now) {
        Rota rota = new Rota(customer.id(), asked.every());
        if (!dealtEnough(ledger.ofCustomer(customer.workspace(), customer.id()), asked, now)) {
            return rota.next(now);
        }
        Judge judge = followUps.judge(maps.current(customer.workspace()), customer, now);
        Instant awake = judge.hours().next(now);
        if (awake.isAfter(now)) {
            return awake;
        }
        Subject subject = new Subject(Touchpoint.RELATIONSHIP, claimed.key(), rota.turn(now), null, now);
        Decision decision = decide(judge, subject, Touchpoint.relationship(asked.team(), asked.every()));
        followUps.plan(judge, decision);
        return again(decision, rota.next(now), now);
    }

    /** A repeated look in one turn rules anew, until the question is planned. */
    private Decision decide(Judge judge, Subject subject, Touchpoint touchpoint) {
        Passed turn = new Passed("turn|" + subject.id(), "relationship.turn", judge.now(), judge.now(),
                judge.customer().id(), null, null, null, null, null, List.of(), null);
        Decision first = unclaimed(judge.decide(subject, touchpoint, turn));
        Decision kept = ledger.add(first);
        return ledger.change(kept.id(), (known) -> (known.plan() != null || known.standing().equals(first.standing()))
                ? known : unclaimed(judge.decideAgain(known, turn)));
    }

    /** This work looks again by itself. */
    private static Decision unclaimed(Decision decision) {
        return decision.planned(decision.plan(), null);
    }

    private static Instant again(Decision decision, Instant next, Instant now) {
        Ruling ruling = decision.standing();
        if (decision.plan() != null) {
            return next;
        }
        if (ruling.outcome() == Ruling.Outcome.DELAY && ruling.due() != null) {
            return ruling.due();
        }
        boolean temporary = ruling.findings()
            .stream()
            .filter((finding) -> finding.result() == Finding.Result.HOLDS)
            .allMatch((finding) -> TEMPORARY.contains(finding.gate()));
        Instant soon = now.plus(AGAIN);
        return (temporary && soon.isBefore(next)) ? soon : next;
    }

    private static boolean dealtEnough(List<Decision> decisions, AskRules.Relationship asked, Instant now) {
        List<Subject> dealings = decisions.stream()
            .filter((decision) -> !decision.aboutRelationship())
            .map(Decision::subject)
            .toList();
        boolean known = dealings.stream().anyMatch((one) -> !one.at().isAfter(now.minus(KNOWN)));
        long lately = dealings.stream()
            .filter((one) -> one.at().isAfter(now.minus(YEAR)))
            .map((one) -> one.kind() + ":" + one.key())
            .distinct()
            .count();
        return known && lately >= asked.after();
    }

}
