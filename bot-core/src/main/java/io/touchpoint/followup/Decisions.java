package io.touchpoint.followup;

import io.touchpoint.conversation.Conversations;
import io.touchpoint.conversation.Progress;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Said;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What was decided, and why. */
@Service
public class Decisions {

    private final Ledger ledger;

    private final Conversations conversations;

    private final Outbox outbox;

    private final Loosening loosening;

    Decisions(Ledger ledger, Conversations conversations, Outbox outbox, Loosening loosening) {
        this.ledger = ledger;
        this.conversations = conversations;
        this.outbox = outbox;
        this.loosening = loosening;
    }

    /**
     * The decisions about a customer, or about a subject, newest first.
     * @param sought the customer's id ({@code workspace|customer|key}), or the subject's
     * ({@code order:1042}, {@code ticket:77#2} or only {@code 1042})
     * @param zone in which times are told
     */
    public List<Why> why(String workspace, String sought, ZoneId zone) {
        return found(workspace, sought).stream().map((decision) -> explained(decision, zone)).toList();
    }

    /**
     * What came of the events on which something was decided from {@code from} on and
     * before {@code to}; the question about the relationship as a whole follows no event.
     * @param team the team whose touchpoints count; null for all
     */
    public Health health(String workspace, @Nullable String team, Instant from, Instant to) {
        int asked = 0;
        int notSampled = 0;
        int withdrawn = 0;
        int delayed = 0;
        Map<String, Integer> heldBack = new TreeMap<>();
        Map<String, Integer> unreachable = new TreeMap<>();
        for (Decision decision : ledger.between(workspace, from, to)) {
            boolean counts = counts(decision, team);
            Finding obstacle = decision.standing().obstacle().orElse(null);
            if (!counts) {
                continue;
            }
            Instant askedAt = decision.askedAt();
            if (askedAt != null) {
                asked += (askedAt.isBefore(from) || !askedAt.isBefore(to)) ? 0 : 1;
            }
            else if (decision.standing().outcome() == Ruling.Outcome.DELAY) {
                delayed++;
            }
            else if (decision.skipped() && obstacle != null) {
                switch (obstacle.gate()) {
                    case SAMPLING -> notSampled++;
                    case WITHDRAWAL -> withdrawn++;
                    case REACHABILITY -> unreachable.merge(obstacle.words(), 1, Integer::sum);
                    case OPT_OUT, INTERNAL, KIND, CONDITIONS, AGE, RESOLUTION, TOUCHPOINT_CLOCK, ANY_CLOCK, CAP,
                            ACCOUNT, OPEN_CASE, QUIET_HOURS, BREAKER ->
                        heldBack.merge(obstacle.gate().reason(), 1, Integer::sum);
                }
            }
        }
        return new Health(asked, heldBack, unreachable, notSampled, withdrawn, delayed);
    }

    /**
     * The ids of the prompts that were put from {@code from} on and before {@code to};
     * those that a colleague caused by hand, and those about the relationship as a whole,
     * are not among them.
     * @param team the team whose touchpoints count; null for all
     */
    public List<String> asked(String workspace, @Nullable String team, Instant from, Instant to) {
        return ledger.between(workspace, from, to)
            .stream()
            .filter((decision) -> counts(decision, team))
            .filter((decision) -> within(decision.askedAt(), from, to))
            .map(Decision::id)
            .toList();
    }

    private static boolean counts(Decision decision, @Nullable String team) {
        return (team == null || decision.team().equals(team)) && decision.manual() == null
                && !decision.aboutRelationship();
    }

    private static boolean within(@Nullable Instant at, Instant from, Instant to) {
        return at != null && !at.isBefore(from) && at.isBefore(to);
    }

    private List<Decision> found(String workspace, String sought) {
        if (sought.startsWith(workspace + "|customer|")) {
            return ledger.ofCustomer(workspace, sought);
        }
        int colon = sought.indexOf(':');
        String kind = (colon < 0) ? null : sought.substring(0, colon).toLowerCase(Locale.ROOT);
        String[] keyAndNumber = sought.substring(colon + 1).split("#", 2);
        String number = (keyAndNumber.length == 2) ? keyAndNumber[1] : null;
        return ledger.ofSubject(workspace, kind, keyAndNumber[0])
            .stream()
            .filter((decision) -> number == null || number.equals(decision.subject().occurrence()))
            .toList();
    }

    private Why explained(Decision decision, ZoneId zone) {
        return Why.of(decision, zone,
                conversations.progress(decision.id()).map((progress) -> since(progress, zone)).orElse(null),
                loosening.of(decision));
    }

    private String since(Progress progress, ZoneId zone) {
        Instant at = progress.at();
        String stage = progress.stage().words() + ((at == null) ? "" : ", " + Times.moment(at, zone));
        return Optional.ofNullable(progress.question())
            .flatMap(outbox::byKey)
            .map((said) -> delivery(said, zone) + "; " + stage)
            .orElse(stage);
    }

    private static String delivery(Said said, ZoneId zone) {
        return switch (said.state()) {
            case WAITING -> "waits to be sent";
            case DELIVERED -> "delivered " + Times.moment(said.at(), zone);
            case DROPPED -> "not sent: " + said.reason();
            case PARKED -> "not delivered: " + said.reason();
        };
    }

}
