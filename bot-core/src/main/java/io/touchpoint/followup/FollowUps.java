package io.touchpoint.followup;

import io.touchpoint.chat.Directory.Person;
import io.touchpoint.conversation.Conversations;
import io.touchpoint.conversation.Plan;
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
import java.util.function.UnaryOperator;
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

    private final Books books;

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
        this.books = new Stored(ledger, conversations);
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
        Alignment alignment = new Alignment(books, judge);
        while (true) {
            for (Touchpoint touchpoint : map.touchpoints()) {
                alignment.bringIntoLine(lifeline, touchpoint);
            }
            Lifeline latest = ledger.lifeline(event).orElse(lifeline);
            if (latest.equals(lifeline)) {
                acquaintances.meet(judge);
                return decisions(lifeline, event, alignment);
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
        new Alignment(books, settled).plan(decided);
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

    /** Plans the question that a decision has led to, unless it has been put. */
    void plan(Judge judge, Decision decision) {
        new Alignment(books, judge).plan(decision);
    }

    private List<Decision> decisions(Lifeline lifeline, BusinessEvent event, Alignment alignment) {
        List<Decision> asking = new ArrayList<>();
        List<Decision> withdrawn = new ArrayList<>();
        for (Touchpoint touchpoint : alignment.judge().map().touchpoints()) {
            for (Turn turn : lifeline.turns(touchpoint)) {
                Optional<Decision> known = ledger.find(alignment.prompt(Alignment.subject(lifeline, turn), touchpoint));
                if (turn.asksOn(event.key())) {
                    asking.add(known.map((decision) -> seenBy(event.key(), decision))
                        .orElseGet(() -> undone(lifeline, touchpoint, turn, alignment.judge())));
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
        Decision decided = judge.decide(Alignment.subject(lifeline, turn), touchpoint, turn.asking());
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

    /** What is stored. */
    private record Stored(Ledger ledger, Conversations conversations) implements Books {

        @Override
        public Optional<Decision> find(String id) {
            return ledger.find(id);
        }

        @Override
        public Decision add(Decision decision) {
            return ledger.add(decision);
        }

        @Override
        public Decision change(String id, UnaryOperator<Decision> change) {
            return ledger.change(id, change);
        }

        @Override
        public void plan(Plan plan) {
            conversations.plan(plan);
        }

        @Override
        public void withdraw(String id, String event, Instant now) {
            conversations.withdraw(id, event, now);
        }

    }

}
