package io.touchpoint.followup;

import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customer.Invitation;
import io.touchpoint.customer.Customers;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows which rules, loosened how far, would have let a question through. */
@Component
class Loosening {

    private static final Set<Gate> LOOSER = EnumSet.of(Gate.CONDITIONS, Gate.TOUCHPOINT_CLOCK, Gate.ANY_CLOCK,
            Gate.ACCOUNT, Gate.SAMPLING);

    private final Customers customers;

    private final JourneyMaps maps;

    private final Rules rules;

    Loosening(Customers customers, JourneyMaps maps, Rules rules) {
        this.customers = customers;
        this.maps = maps;
        this.rules = rules;
    }

    /**
     * The rules in the words of the workspace file, with semicolons between; null for a
     * question that was put, or that something else holds back.
     */
    @Nullable String of(Decision decision) {
        List<Gate> held = decision.standing()
            .findings()
            .stream()
            .filter((finding) -> finding.result() == Finding.Result.HOLDS)
            .map(Finding::gate)
            .toList();
        if (decision.askedAt() != null || held.isEmpty() || !LOOSER.containsAll(held)) {
            return null;
        }
        Customer customer = customers.byId(decision.customer())
            .orElseThrow(() -> new IllegalStateException("no customer " + decision.customer()));
        List<String> looser = new ArrayList<>();
        for (Gate gate : held) {
            Optional<String> rule = rule(gate, decision, customer);
            if (rule.isEmpty()) {
                return null;
            }
            looser.add(rule.get());
        }
        return String.join("; ", looser);
    }

    private Optional<String> rule(Gate gate, Decision decision, Customer customer) {
        Touchpoint touchpoint = decision.touchpoint();
        AskRules asRuled = rules.of(decision.workspace());
        return switch (gate) {
            case CONDITIONS -> Optional.of(conditions(touchpoint));
            case TOUCHPOINT_CLOCK ->
                clock(decision, customer, maps.current(decision.workspace()).onTheClockOf(touchpoint))
                    .map((days) -> touchpoint.key() + " clock " + days + " d");
            case ANY_CLOCK -> clock(decision, customer, null)
                .map((days) -> account(customer, (own) -> own.any() != null, asRuled).map((name) -> "accounts " + name)
                    .orElse("") + " clock " + days + " d")
                .map(String::strip);
            case ACCOUNT -> Optional.ofNullable(customer.account())
                .map((account) -> account(customer, (own) -> own.most() != null, asRuled)
                    .map((name) -> "accounts %s at-most %d".formatted(name, asRuled.most(name) + 1))
                    .orElseGet(() -> "account %d in %d d".formatted(asRuled.most() + 1, asRuled.within().toDays())));
            case SAMPLING -> Optional.of(touchpoint.key() + " one-in 1");
            default -> Optional.empty();
        };
    }

    private static String conditions(Touchpoint touchpoint) {
        List<String> lifted = new ArrayList<>();
        if (!touchpoint.asking().all().isEmpty()) {
            lifted.add(touchpoint.key() + " only-if nothing");
        }
        if (!touchpoint.asking().any().isEmpty()) {
            lifted.add(touchpoint.key() + " only-if-any nothing");
        }
        return String.join("; ", lifted);
    }

    private static Optional<String> account(Customer customer, Predicate<AskRules.ForAccount> ownRule,
            AskRules asRuled) {
        return asRuled.accounts()
            .stream()
            .filter((own) -> own.account().equals(customer.account()) && ownRule.test(own))
            .map(AskRules.ForAccount::account)
            .findFirst();
    }

    /**
     * The longest clock, in days, that would have run out when the question was due.
     * @param touchpoints those that it is about; null for all
     */
    private static Optional<Long> clock(Decision decision, Customer customer, @Nullable Set<String> touchpoints) {
        Instant judged = decision.standing().at();
        Instant wanted = decision.subject().at().plus(decision.touchpoint().delay());
        Instant due = wanted.isAfter(judged) ? wanted : judged;
        return customer.invitations()
            .stream()
            .filter((one) -> !one.prompt().equals(decision.id()) && !one.at().isAfter(judged))
            .filter((one) -> touchpoints == null || touchpoints.contains(one.touchpoint()))
            .map((one) -> counted(one, judged))
            .max(Instant::compareTo)
            .map((last) -> Duration.between(last, due).toDays())
            .filter((days) -> days > 0);
    }

    /** From when the clock counted, as far as it was known then. */
    private static Instant counted(Invitation one, Instant judged) {
        return one.counts().isAfter(judged) ? one.at() : one.counts();
    }

}
