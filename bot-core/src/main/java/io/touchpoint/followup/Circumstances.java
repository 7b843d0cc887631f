package io.touchpoint.followup;

import io.touchpoint.customer.Customer.Consent;
import io.touchpoint.customer.Customer.Invitation;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.WakingHours;
import io.touchpoint.journey.Asking;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.workspace.Workspace;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * All that the gates look at.
 *
 * @param clock the touchpoints that share a clock with this one, itself among them
 * @param prompt the id of the question
 * @param interaction what the event says of itself
 * @param around what holds beyond this customer
 * @param event when the thing happened that is asked about
 * @param arrived when the event arrived
 * @param now when the gates are asked
 * @param due when the question would be asked
 * @param reach where
 */
record Circumstances(Workspace workspace, Customer customer, Touchpoint touchpoint, Set<String> clock, String prompt,
        Interaction interaction, Around around, Instant event, Instant arrived, Instant now, Instant due, Reach reach) {

    static final Duration OLDEST = Duration.ofDays(7);

    private static final Duration SELDOM = Duration.ofDays(30);

    static final Duration CAP = Duration.ofHours(24);

    /** Every gate, in order. */
    List<Finding> findings() {
        return List.of(optOut(), internal(), interaction.kind(), interaction.conditions(touchpoint.asking()), age(),
                Finding.passes(Gate.WITHDRAWAL, "not withdrawn"),
                Finding.passes(Gate.RESOLUTION, "not asked about this before"), touchpointClock(), anyClock(), cap(),
                around.budget(prompt, due), around.openCase(zone()), sampling(),
                around.asking(event.plus(touchpoint.delay()).plus(OLDEST).isBefore(now), zone()), quietHours(),
                reachability());
    }

    /**
     * Whether those gates let a customer through that depend on what the customer was
     * asked.
     */
    boolean turnIsFree() {
        return List.of(optOut(), touchpointClock(), anyClock(), cap())
            .stream()
            .allMatch((finding) -> finding.result() == Finding.Result.PASSES);
    }

    Circumstances of(Customer other) {
        return new Circumstances(workspace, other, touchpoint, clock, prompt, interaction, around, event, arrived, now,
                due, reach);
    }

    /** The customer's zone, else the one that the platform knows, else the company's. */
    ZoneId zone() {
        return zone(customer, reach, workspace);
    }

    WakingHours hours() {
        return WakingHours.of(customer, zone(), around.rules().holidays());
    }

    static ZoneId zone(Customer customer, Reach reach, Workspace workspace) {
        ZoneId known = customer.zone();
        if (known == null && reach instanceof Reach.At(var _, var person) && person != null) {
            known = person.zone();
        }
        return (known != null) ? known : workspace.zone();
    }

    private Finding optOut() {
        Instant since = customer.optedOutAt();
        if (since != null) {
            return Finding.holds(Gate.OPT_OUT, "wants no questions since " + Times.day(since, zone()));
        }
        Consent consent = customer.consent();
        if (consent == null) {
            return around.rules().needsConsent() ? Finding.holds(Gate.OPT_OUT, "has not agreed to be asked")
                    : Finding.passes(Gate.OPT_OUT, "has not opted out");
        }
        String day = Times.day(consent.at(), zone());
        return consent.given() ? Finding.passes(Gate.OPT_OUT, "agreed to be asked on " + day)
                : Finding.holds(Gate.OPT_OUT, "has not agreed to be asked, as said on " + day);
    }

    private Finding internal() {
        boolean own = reach.colleague() || customer.email() != null && workspace.owns(customer.email());
        if (own && touchpoint.colleagues()) {
            return Finding.passes(Gate.INTERNAL, "one of the company's own people, whom this touchpoint is for");
        }
        return own ? Finding.holds(Gate.INTERNAL, "one of the company's own people")
                : Finding.passes(Gate.INTERNAL, "not one of the company's own people");
    }

    private Finding age() {
        boolean old = event.isBefore(arrived.minus(OLDEST));
        return old ? Finding.holds(Gate.AGE, "the event is older than 7 days")
                : Finding.passes(Gate.AGE, "the event is not older than 7 days");
    }

    private Finding touchpointClock() {
        Asking asking = touchpoint.asking();
        String days = asking.clock().toDays() + " days for ";
        String group = asking.group();
        return (group == null)
                ? clock(Gate.TOUCHPOINT_CLOCK, clock, asking.clock(), "about this touchpoint ",
                        days + "this touchpoint")
                : clock(Gate.TOUCHPOINT_CLOCK, clock, asking.clock(), "about " + group + " ", days + group);
    }

    private Finding anyClock() {
        Duration any = around.rules().any(customer.account());
        boolean wished = customer.wishes().seldom() && any.compareTo(SELDOM) < 0;
        Duration length = wished ? SELDOM : any;
        return clock(Gate.ANY_CLOCK, null, length, "",
                length.toDays() + " days for any question" + (wished ? ", as the customer wishes," : ""));
    }

    private Finding clock(Gate gate, @Nullable Set<String> touchpoints, Duration length, String about, String free) {
        Invitation last = last(touchpoints);
        if (last == null || !last.counts().plus(length).isAfter(due)) {
            return Finding.passes(gate, "the clock of " + free + " has run out by then");
        }
        String what = last.counts().equals(last.at()) ? "asked " : "answered ";
        return Finding.holds(gate, what + about + Times.ago(last.counts(), now) + ", next possible on "
                + Times.day(last.counts().plus(length), zone()));
    }

    /** The last other question, about some touchpoints or about any. */
    private @Nullable Invitation last(@Nullable Set<String> touchpoints) {
        Invitation last = null;
        for (Invitation one : customer.invitations()) {
            boolean counts = !one.prompt().equals(prompt)
                    && (touchpoints == null || touchpoints.contains(one.touchpoint()));
            if (counts && (last == null || one.counts().isAfter(last.counts()))) {
                last = one;
            }
        }
        return last;
    }

    private Finding cap() {
        boolean asked = customer.invitations()
            .stream()
            .anyMatch((one) -> !one.prompt().equals(prompt) && one.at().plus(CAP).isAfter(due));
        return asked ? Finding.holds(Gate.CAP, "asked within the 24 hours before")
                : Finding.passes(Gate.CAP, "no other question within 24 hours");
    }

    private Finding sampling() {
        if (touchpoint.oneIn() <= 1) {
            return Finding.passes(Gate.SAMPLING, "everyone is asked");
        }
        String who = "the one in " + touchpoint.oneIn() + " who are asked";
        return (Math.floorMod(hash(prompt), touchpoint.oneIn()) == 0) ? Finding.passes(Gate.SAMPLING, "among " + who)
                : Finding.holds(Gate.SAMPLING, "not among " + who);
    }

    private Finding quietHours() {
        WakingHours hours = hours();
        return hours.obstacle(due)
            .map((obstacle) -> Finding.waits(Gate.QUIET_HOURS, obstacle))
            .orElseGet(() -> Finding.passes(Gate.QUIET_HOURS, hours.words()));
    }

    private Finding reachability() {
        return switch (reach) {
            case Reach.At(var address, var _) ->
                Finding.passes(Gate.REACHABILITY, "reachable in " + StringUtils.capitalize(address.platform()));
            case Reach.Nowhere(String reason) -> Finding.holds(Gate.REACHABILITY, "unreachable, " + reason);
            case Reach.NotNow(String reason) -> Finding.waits(Gate.REACHABILITY, reason);
        };
    }

    /** A number that is the same for the same key always, and spread evenly. */
    static long hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
