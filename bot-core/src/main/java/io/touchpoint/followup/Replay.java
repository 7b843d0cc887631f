package io.touchpoint.followup;

import io.touchpoint.chat.Directory.Person;
import io.touchpoint.conversation.Plan;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customer.Invitation;
import io.touchpoint.followup.Lifeline.Passed;
import io.touchpoint.followup.Past.Arrival;
import io.touchpoint.journey.JourneyMap;
import io.touchpoint.journey.Touchpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/**
 * Lets the events of some time come once more, in memory, through the same gates by other
 * rules. A question counts as delivered when it falls due; who was really asked it
 * answers as fast as then, and nobody else answers.
 */
final class Replay implements Books {

    private final Past past;

    private final JourneyMap map;

    private final Map<String, List<Touchpoint>> concerned = new HashMap<>();

    private final Crowd crowd;

    private final Map<String, Open> open = new HashMap<>();

    private final Map<String, Decision> decisions = new HashMap<>();

    private final Set<String> before = new HashSet<>();

    private final PriorityQueue<Later> queue = new PriorityQueue<>(
            Comparator.comparing(Later::at).thenComparingInt(Later::number));

    private final Tally tally = Tally.empty();

    private int number;

    private Replay(Past past, AskRules rules, JourneyMap map) {
        this.past = past;
        this.map = map;
        this.crowd = new Crowd(past, rules, this::later, tally);
        past.before().forEach((id, lifeline) -> {
            open.put(id, new Open(lifeline, new ArrayList<>()));
            lifeline.passed().forEach((one) -> before.add(one.event()));
        });
    }

    /** A subject to which more will happen. */
    private record Open(Lifeline lifeline, List<String> prompts) {
    }

    /** What happens at a time; of two at one time the earlier planned goes first. */
    private record Later(Instant at, int number, Runnable what) {
    }

    /**
     * Lets it all come.
     * @param progress is told how many events have come
     */
    static Tally of(Past past, AskRules rules, JourneyMap map, IntConsumer progress) {
        Replay replay = new Replay(past, rules, map);
        int come = 0;
        for (Arrival arrival : past.arrivals()) {
            replay.passTo(arrival.passed().arrived());
            replay.arrives(arrival);
            come++;
            progress.accept(come);
        }
        replay.passTo(past.to());
        replay.decisions.values().forEach(replay::count);
        return replay.tally
            .waiting(Math.toIntExact(replay.decisions.values().stream().filter((one) -> !settled(one)).count()));
    }

    private void later(Instant at, Runnable what) {
        if (!at.isAfter(past.to())) {
            queue.add(new Later(at, number++, what));
        }
    }

    private void passTo(Instant moment) {
        for (Later next = queue.peek(); next != null && !next.at().isAfter(moment); next = queue.peek()) {
            queue.remove();
            next.what().run();
        }
    }

    private void arrives(Arrival arrival) {
        Passed passed = arrival.passed();
        String id = arrival.lifeline();
        Customer customer = crowd.get(passed.customer());
        Instant now = passed.arrived();
        Open known = open.computeIfAbsent(id,
                (_) -> new Open(new Lifeline(id, null, past.workspace().id(), arrival.kind(), arrival.key(), List.of()),
                        new ArrayList<>()));
        Open next = new Open(known.lifeline().with(passed), known.prompts());
        open.put(id, next);
        Alignment alignment = new Alignment(this, new Judge(past.workspace(), map, customer,
                crowd.around(customer, now), reach(customer, passed.event()), now));
        concerned.computeIfAbsent(passed.type(), this::concernedBy)
            .forEach((touchpoint) -> alignment.bringIntoLine(next.lifeline(), touchpoint));
        if (arrival.last()) {
            open.remove(id);
            next.prompts().forEach(this::close);
        }
    }

    private List<Touchpoint> concernedBy(String type) {
        return map.touchpoints()
            .stream()
            .filter((one) -> one.askedOn().contains(type) || one.withdrawnBy().contains(type))
            .toList();
    }

    /** As it was found when it happened. */
    private Reach reach(Customer customer, String event) {
        if (customer.addresses().isEmpty() || past.remembered().unreachable().contains(event)) {
            return new Reach.Nowhere("not found in chat then");
        }
        boolean colleague = past.remembered().colleagues().contains(customer.id());
        return new Reach.At(customer.addresses().getFirst(),
                colleague ? new Person(customer.addresses().getFirst(), "", null, null, null, true, true) : null);
    }

    @Override
    public Optional<Decision> find(String id) {
        return Optional.ofNullable(decisions.get(id));
    }

    @Override
    public Decision add(Decision decision) {
        Decision kept = lean(before.contains(decision.standing().event()) ? decision.asked(past.from()) : decision);
        decisions.put(kept.id(), kept);
        Open subject = open.get(lifeline(kept));
        if (subject != null) {
            subject.prompts().add(kept.id());
        }
        lookAgain(kept);
        return kept;
    }

    @Override
    public Decision change(String id, UnaryOperator<Decision> change) {
        Decision changed = lean(change.apply(known(id)));
        decisions.put(id, changed);
        lookAgain(changed);
        return changed;
    }

    private Decision known(String id) {
        return Objects.requireNonNull(decisions.get(id), id);
    }

    /** Without what no later look needs: there may be very many. */
    private static Decision lean(Decision decision) {
        Ruling standing = decision.standing();
        List<Finding> needed = standing.findings()
            .stream()
            .filter((finding) -> finding.result() == Finding.Result.HOLDS || DueCheck.SETTLED.contains(finding.gate()))
            .toList();
        return decision.amended(new Ruling(standing.event(), standing.at(), standing.stage(), standing.outcome(),
                standing.due(), needed));
    }

    private void lookAgain(Decision decision) {
        Instant again = decision.claimAt();
        if (again != null) {
            later(again, () -> due(decision.id(), again));
        }
    }

    @Override
    public void plan(Plan plan) {
        later(plan.due(), () -> due(plan.id(), plan.due()));
    }

    @Override
    public void withdraw(String id, String event, Instant now) {
        // The decision says so already, and there is no conversation.
    }

    private void due(String id, Instant now) {
        Decision decision = decisions.get(id);
        if (decision == null || decision.skipped() || decision.askedAt() != null) {
            return;
        }
        Customer customer = crowd.get(decision.customer());
        Circumstances circumstances = DueCheck.circumstances(past.workspace(), map, decision, customer,
                crowd.around(customer, now), reach(customer, decision.standing().event()), now);
        List<Finding> findings = DueCheck.findings(circumstances, decision, Optional.empty());
        Ruling.Outcome outcome = Ruling.outcome(findings);
        Ruling ruling = new Ruling(decision.standing().event(), now, Ruling.Stage.DUE, outcome, now, findings);
        Decision ruled = lean(decision.ruled(ruling).planned(decision.plan(), null));
        switch (outcome) {
            case SEND -> {
                crowd.invite(new Invitation(id, decision.touchpoint().key(), null, now, null), customer);
                decisions.put(id, ruled.asked(now));
            }
            case SKIP -> decisions.put(id, ruled);
            case DELAY -> {
                Instant possible = DueCheck.again(circumstances, now);
                Instant again = possible.isAfter(now) ? possible : now.plus(DueCheck.AGAIN);
                later(again, () -> due(id, again));
            }
        }
        if (outcome != Ruling.Outcome.DELAY && !open.containsKey(lifeline(decision))) {
            close(id);
        }
    }

    /** Nothing more happens to its subject: one that is settled need not be kept. */
    private void close(String id) {
        Decision decision = known(id);
        if (settled(decision)) {
            count(decision);
            decisions.remove(id);
        }
    }

    private static boolean settled(Decision decision) {
        return decision.askedAt() != null || decision.skipped();
    }

    private void count(Decision decision) {
        if (decision.askedAt() == null && decision.skipped()) {
            decision.standing().obstacle().ifPresent((held) -> tally.heldBack().merge(held.gate(), 1, Integer::sum));
        }
    }

    private static String lifeline(Decision decision) {
        return decision.workspace() + "|lifeline|" + decision.subject().kind() + ":" + decision.subject().key();
    }

}
