package io.touchpoint.followup;

import io.touchpoint.conversation.Subject;
import io.touchpoint.customer.Customer;
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
import org.springframework.stereotype.Service;

/**
 * Tells what would be decided on an event if it came now. Nothing is kept, learned or
 * asked.
 */
@Service
public class Foresight {

    private final Workspaces workspaces;

    private final JourneyMaps maps;

    private final Customers customers;

    private final Ledger ledger;

    private final Reaching reaching;

    private final Surroundings surroundings;

    Foresight(Workspaces workspaces, JourneyMaps maps, Customers customers, Ledger ledger, Reaching reaching,
            Surroundings surroundings) {
        this.workspaces = workspaces;
        this.maps = maps;
        this.customers = customers;
        this.ledger = ledger;
        this.reaching = reaching;
        this.surroundings = surroundings;
    }

    /**
     * A decision for each touchpoint that the event concerns, in the order of the
     * journey; one that is known is given as the event would find it.
     */
    public List<Why> foresee(BusinessEvent event, Instant now) {
        Workspace workspace = workspaces.get(event.workspace());
        JourneyMap map = maps.current(workspace.id());
        Customer customer = customers.imagined(workspace.id(), event.customer());
        Lifeline known = ledger.lifeline(event).orElseGet(() -> Lifeline.of(event));
        Lifeline lifeline = known.knows(event.key()) ? known : known.with(event, customer.id(), now);
        Judge judge = new Judge(workspace, map, customer, surroundings.of(customer), reaching.find(workspace, customer),
                now);
        List<Why> foreseen = new ArrayList<>();
        for (Touchpoint touchpoint : map.touchpoints()) {
            for (Turn turn : lifeline.turns(touchpoint)) {
                foreseen(lifeline, event, touchpoint, turn, judge)
                    .map((decision) -> Why.of(decision, workspace.zone(), null, null))
                    .ifPresent(foreseen::add);
            }
        }
        return foreseen;
    }

    private Optional<Decision> foreseen(Lifeline lifeline, BusinessEvent event, Touchpoint touchpoint, Turn turn,
            Judge judge) {
        Passed undone = turn.undone();
        boolean undoes = undone != null && undone.event().equals(event.key());
        if (!undoes && !turn.asksOn(event.key())) {
            return Optional.empty();
        }
        Subject subject = Alignment.subject(lifeline, turn);
        Decision decision = ledger.find(Alignment.prompt(judge, subject, touchpoint))
            .orElseGet(() -> judge.decide(subject, touchpoint, turn.asking()));
        return Optional.of((undone == null || decision.withdrawn()) ? decision
                : decision.ruled(Judge.withdrawal(undone, decision.zone(), judge.now())).planned(null, null));
    }

}
