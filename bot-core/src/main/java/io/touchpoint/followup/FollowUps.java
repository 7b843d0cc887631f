package io.touchpoint.followup;

import io.touchpoint.chat.Directory.Person;
import io.touchpoint.conversation.Conversations;
import io.touchpoint.conversation.Plan;
import io.touchpoint.conversation.Subject;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.followup.Lifeline.Passed;
import io.touchpoint.followup.Lifeline.Turn;
import io.touchpoint.journey.JourneyMap;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/**
 * Decides what follows from business events. What has happened to a subject is kept in
 * one document; decisions and questions are brought into line with it after each event,
 * so that the order in which events arrive does not matter, nor how often.
 */
@Service
public class FollowUps {

    private final Workspaces workspaces;

    private final JourneyMaps maps;

    private final Customers customers;

    private final Conversations conversations;

    private final Ledger ledger;

    private final Reaching reaching;

    private final Undelivered undelivered;

    private final Surroundings surroundings;

    private final Acquaintances acquaintances;

    FollowUps(Workspaces workspaces, JourneyMaps maps, Customers customers, Conversations conversations, Ledger ledger,
            Reaching reaching, Undelivered undelivered, Surroundings surroundings, Acquaintances acquaintances) {
        this.workspaces = workspaces;
        this.maps = maps;
        this.customers = customers;
        this.conversations = conversations;
        this.ledger = ledger;
        this.reaching = reaching;
        this.undelivered = undelivered;
        this.surroundings = surroundings;
        this.acquaintances = acquaintances;
    }

    /** The types of events that the workspace's journey map names, in order. */
    public Set<String> types(String workspace) {
        Set<String> types = new TreeSet<>();
        for (Touchpoint touchpoint : maps.current(workspace).touchpoints()) {
            types.addAll(touchpoint.askedOn());
            types.addAll(touchpoint.withdrawnBy());
        }
        return types;
    }

    /**
     * Decides what follows from an event; received again it changes nothing.
     * @return a decision for each touchpoint that asks on such an event, then those that
     * the event withdrew, in the order of the journey
     */
    public List<Decision> receive(BusinessEvent event, Instant now) {
        JourneyMap map = maps.current(event.workspace());
        Customer learned = customers.learn(event.workspace(), event.customer(), now);
        Lifeline lifeline = ledger.add(event, learned.id(), now);
        Judge judge = judge(map, learned, now);
        while (true) {
            for (Touchpoint touchpoint : map.touchpoints()) {
                bringIntoLine(lifeline, touchpoint, judge);
            }
            Lifeline latest = ledger.lifeline(event).orElse(lifeline);
            if (latest.equals(lifeline)) {
                acquaintances.meet(judge);
                return decisions(lifeline, event, judge);
            }
            lifeline = latest;
        }
    }

    /** What was the last to happen to a subject, as far as is known. */
    public Optional<Latest> latest(String workspace, String kind, String key) {
        return ledger.lifeline(Lifeline.id(workspace, kind, key))
            .map((lifeline) -> lifeline.passed().getLast())
            .map((last) -> new Latest(last.type(), last.at()));
    }

    /** What happened last. */
    public record Latest(String type, Instant at) {
    }

    /** Looks again for a customer whom chat gave no answer about. */
    void lookAgain(Decision delayed, Instant now) {
        Customer customer = customers.byId(delayed.customer())
            .orElseThrow(() -> new IllegalStateException("no customer " + delayed.customer()));
        Passed asking = ledger.asking(delayed);
        Instant patience = asking.at().plus(delayed.touchpoint().delay()).plus(Circumstances.OLDEST);
        Judge judge = judge(maps.current(delayed.workspace()), customer, now);
        Judge settled = now.isAfter(patience) ? judge.givingUp() : judge;
        Decision decided = ledger.change(delayed.id(), (known) -> (known.standing().outcome() == Ruling.Outcome.DELAY)
                ? settled.decideAgain(known, asking) : known.planned(known.plan(), null));
        plan(decided);
    }

    /** What is known of a customer, looked up anew. */
    Judge judge(JourneyMap map, Customer customer, Instant now) {
        Workspace workspace = workspaces.get(map.workspace());
        Reach reach = reaching.find(workspace, customer);
        if (reach instanceof Reach.At(var _, Person person) && person != null) {
            learn(workspace.id(), customer, person, now);
        }
        Customer known = customers.byId(customer.id()).orElse(customer);
        return new Judge(workspace, map, undelivered.without(known), surroundings.of(known), reach, now);
    }

    /** What the platform knows fills in what the events do not say. */
    private void learn(String workspace, Customer customer, Person person, Instant now) {
        customers.learn(workspace,
                new CustomerFacts(customer.id().substring(Customers.id(workspace, "").length()),
                        (customer.name() == null) ? person.name() : null, null,
                        (customer.locale() == null) ? person.locale() : null,
                        (customer.zone() == null) ? person.zone() : null, null, List.of(person.address())),
                now);
    }

    private void bringIntoLine(Lifeline lifeline, Touchpoint touchpoint, Judge judge) {
        List<Turn> turns = lifeline.turns(touchpoint);
        for (Turn turn : turns) {
            Subject subject = subject(lifeline, turn);
            Optional<Decision> known = ledger.find(prompt(judge, subject, touchpoint));
            Passed undone = turn.undone();
            if (undone != null) {
                known.ifPresent((decision) -> withdraw(decision, undone, judge));
            }
            else {
                plan(known.map((decision) -> again(decision, turn, judge))
                    .orElseGet(() -> ledger.add(judge.decide(subject, touchpoint, turn.asking()))));
            }
        }
        lifeline.passed()
            .stream()
            .filter((one) -> touchpoint.withdrawnBy().contains(one.type()))
            .findFirst()
            .ifPresent((undone) -> withdrawRenumbered(lifeline, touchpoint, turns, undone, judge));
    }

    /**
     * When something that undid the subject becomes known late, what was taken for one
     * repeat may turn out to be the next. A decision on an event that is not known here
     * was made by somebody who knows more.
     */
    private void withdrawRenumbered(Lifeline lifeline, Touchpoint touchpoint, List<Turn> turns, Passed undone,
            Judge judge) {
        List<String> numbered = turns.stream()
            .map((turn) -> prompt(judge, subject(lifeline, turn), touchpoint))
            .toList();
        for (Subject subject : lifeline.subjects(touchpoint)) {
            String id = prompt(judge, subject, touchpoint);
            if (!numbered.contains(id)) {
                ledger.find(id)
                    .filter((decision) -> lifeline.knows(decision.standing().event()))
                    .ifPresent((decision) -> withdraw(decision, undone, judge));
            }
        }
    }

    /** Another event on the same may ask what the first one could not. */
    private Decision again(Decision known, Turn turn, Judge judge) {
        Decision decision = known;
        for (Passed repeat : turn.repeats()) {
            if (!decision.knows(repeat.event())) {
                decision = ledger.change(known.id(), (one) -> heardAgain(one, repeat, judge));
            }
        }
        return decision;
    }

    private static Decision heardAgain(Decision known, Passed repeat, Judge judge) {
        if (known.knows(repeat.event())) {
            return known;
        }
        boolean open = known.skipped() && known.askedAt() == null && known.plan() == null && !known.withdrawn();
        return open ? judge.decideAgain(known, repeat) : known.noting(Judge.repeat(known, repeat, judge.now()));
    }

    private void withdraw(Decision decision, Passed undone, Judge judge) {
        if (!decision.withdrawn() && !decision.skipped()) {
            ledger.change(decision.id(), (known) -> known.withdrawn() ? known
                    : known.ruled(Judge.withdrawal(undone, known.zone(), judge.now())).planned(known.plan(), null));
        }
        if (decision.plan() != null) {
            conversations.withdraw(decision.id(), undone.event(), judge.now());
        }
    }

    /** Plans the question that a decision has led to, unless it has been put. */
    void plan(Decision decision) {
        Plan plan = decision.plan();
        if (plan != null && decision.standing().outcome() == Ruling.Outcome.SEND && decision.askedAt() == null) {
            conversations.plan(plan);
        }
    }

    private List<Decision> decisions(Lifeline lifeline, BusinessEvent event, Judge judge) {
        List<Decision> asking = new ArrayList<>();
        List<Decision> withdrawn = new ArrayList<>();
        for (Touchpoint touchpoint : judge.map().touchpoints()) {
            for (Turn turn : lifeline.turns(touchpoint)) {
                Optional<Decision> known = ledger.find(prompt(judge, subject(lifeline, turn), touchpoint));
                if (turn.asksOn(event.key())) {
                    asking.add(known.map((decision) -> seenBy(event.key(), decision))
                        .orElseGet(() -> undone(lifeline, touchpoint, turn, judge)));
                }
                else if (turn.undone() != null && turn.undone().event().equals(event.key())) {
                    known.filter(Decision::withdrawn).ifPresent(withdrawn::add);
                }
            }
        }
        asking.addAll(withdrawn);
        return asking;
    }

    /**
     * What was undone before it became known is not asked, which is kept like any
     * decision.
     */
    private Decision undone(Lifeline lifeline, Touchpoint touchpoint, Turn turn, Judge judge) {
        Decision decided = judge.decide(subject(lifeline, turn), touchpoint, turn.asking());
        Passed undone = turn.undone();
        return (undone == null) ? ledger.add(decided)
                : ledger.add(decided.ruled(Judge.withdrawal(undone, decided.zone(), judge.now())).planned(null, null));
    }

    private static Decision seenBy(String event, Decision decision) {
        return decision.earlier()
            .stream()
            .filter((ruling) -> ruling.event().equals(event)
                    && ruling.obstacle().filter((finding) -> finding.gate() == Gate.RESOLUTION).isPresent())
            .findFirst()
            .map(decision::seenAs)
            .orElse(decision);
    }

    static Subject subject(Lifeline lifeline, Turn turn) {
        return new Subject(lifeline.kind(), lifeline.key(), turn.occurrence(), turn.asking().title(),
                turn.asking().at());
    }

    static String prompt(Judge judge, Subject subject, Touchpoint touchpoint) {
        return judge.workspace().id() + "|" + subject.id() + "|" + touchpoint.key();
    }

}
