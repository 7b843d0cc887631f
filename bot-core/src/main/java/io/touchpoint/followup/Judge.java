package io.touchpoint.followup;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Spot;
import io.touchpoint.conversation.Plan;
import io.touchpoint.conversation.Subject;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.WakingHours;
import io.touchpoint.followup.Lifeline.Passed;
import io.touchpoint.journey.JourneyMap;
import io.touchpoint.journey.Place;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.workspace.Workspace;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides when an event arrives.
 *
 * @param map the journey map as it stands
 * @param customer as known without questions that never arrived
 * @param around what holds beyond the customer
 * @param reach where the customer is reached
 */
record Judge(Workspace workspace, JourneyMap map, Customer customer, Around around, Reach reach, Instant now) {

    /** The decision on a repeat of a subject, with the question that follows from it. */
    Decision decide(Subject subject, Touchpoint touchpoint, Passed asking) {
        String id = workspace.id() + "|" + subject.id() + "|" + touchpoint.key();
        Ruling ruling = ruling(id, touchpoint, asking);
        Decision decision = new Decision(id, null, workspace.id(), customer.id(), subject, touchpoint,
                team(touchpoint, asking), (asking.owner() != null) ? asking.owner() : touchpoint.owner(),
                asking.manual(), zone(), ruling, List.of(), null, null, null);
        return planned(decision, asking);
    }

    /** The decision as it becomes by another event that tells of the same. */
    Decision decideAgain(Decision known, Passed asking) {
        return planned(known.of(customer.id()).ruled(ruling(known.id(), known.touchpoint(), asking)), asking);
    }

    /** The decision that something undid what it is about. */
    static Ruling withdrawal(Passed undone, ZoneId zone, Instant now) {
        return new Ruling(undone.event(), now, Ruling.Stage.ARRIVED, Ruling.Outcome.SKIP, null, List.of(Finding
            .holds(Gate.WITHDRAWAL, "withdrawn by " + undone.type() + " on " + Times.day(undone.at(), zone))));
    }

    /** What is said to another event that tells of the same. */
    static Ruling repeat(Decision known, Passed asking, Instant now) {
        String words = known.skipped() ? "decided before, " + known.sentence() : "already " + known.sentence();
        return new Ruling(asking.event(), now, Ruling.Stage.ARRIVED, Ruling.Outcome.SKIP, null,
                List.of(Finding.holds(Gate.RESOLUTION, words)));
    }

    private Ruling ruling(String id, Touchpoint touchpoint, Passed asking) {
        Instant wanted = asking.at().plus(touchpoint.delay());
        Instant due = hours().next(wanted.isBefore(now) ? now : wanted);
        Circumstances then = circumstances(id, touchpoint, asking, due);
        List<Finding> findings = then.findings();
        Ruling.Outcome outcome = Ruling.outcome(findings);
        return new Ruling(asking.event(), now, Ruling.Stage.ARRIVED, outcome, switch (outcome) {
            case SEND -> due;
            case DELAY -> due.isAfter(now) ? due : hours().next(now.plus(DueCheck.AGAIN));
            case SKIP -> null;
        }, findings);
    }

    /** The same when chat has given no answer for too long. */
    Judge givingUp() {
        return (reach instanceof Reach.NotNow(String reason))
                ? new Judge(workspace, map, customer, around, new Reach.Nowhere(reason), now) : this;
    }

    private Decision planned(Decision decision, Passed asking) {
        return switch (decision.standing().outcome()) {
            case SEND -> decision.planned(plan(decision, asking), null);
            case DELAY -> decision.planned(null, decision.standing().due());
            case SKIP -> decision.planned(null, null);
        };
    }

    private @Nullable Plan plan(Decision decision, Passed asking) {
        Instant due = decision.standing().due();
        if (due == null || !(reach instanceof Reach.At(var address, var person))) {
            return null;
        }
        Locale locale = customer.language();
        if (locale == null && person != null) {
            locale = person.locale();
        }
        return new Plan(workspace.id(), customer.id(), customer.account(), decision.touchpoint(), decision.team(),
                decision.owner(), decision.subject(), address, (locale != null) ? locale : workspace.locale(), due,
                decision.manual(), thread(decision.touchpoint(), asking, address));
    }

    /**
     * Where the question is put when the touchpoint wants that, and who is asked is known
     * there.
     */
    private static @Nullable Spot thread(Touchpoint touchpoint, Passed asking, Address address) {
        Spot thread = asking.thread();
        boolean wanted = touchpoint.asking().place() == Place.THREAD && thread != null
                && thread.place().platform().equals(address.platform())
                && thread.place().tenant().equals(address.tenant());
        return wanted ? thread : null;
    }

    private Circumstances circumstances(String id, Touchpoint touchpoint, Passed asking, Instant due) {
        return new Circumstances(workspace, customer, touchpoint, map.onTheClockOf(touchpoint), id,
                Interaction.of(asking.attributes()), around, asking.at(), asking.arrived(), now, due, reach);
    }

    /** When the customer is asked at all. */
    WakingHours hours() {
        return WakingHours.of(customer, zone(), around.rules().holidays());
    }

    private ZoneId zone() {
        return Circumstances.zone(customer, reach, workspace);
    }

    /** The team that the event names, when the map knows it. */
    private String team(Touchpoint touchpoint, Passed asking) {
        String named = asking.team();
        return (named != null && map.touchpoints().stream().anyMatch((one) -> one.team().equals(named))) ? named
                : touchpoint.team();
    }

}
