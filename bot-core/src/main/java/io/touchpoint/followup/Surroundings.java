package io.touchpoint.followup;

import io.touchpoint.breaker.Breaker;
import io.touchpoint.customer.Account.Turn;
import io.touchpoint.customer.Accounts;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customers;
import io.touchpoint.recovery.Case;
import io.touchpoint.recovery.Cases;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Knows what holds beyond one customer. */
@Component
class Surroundings {

    private final Rules rules;

    private final Accounts accounts;

    private final Customers customers;

    private final Cases cases;

    private final Breaker breaker;

    Surroundings(Rules rules, Accounts accounts, Customers customers, Cases cases, Breaker breaker) {
        this.rules = rules;
        this.accounts = accounts;
        this.customers = customers;
        this.cases = cases;
        this.breaker = breaker;
    }

    Around of(Customer customer) {
        String workspace = customer.workspace();
        String account = customer.account();
        List<String> people = (account == null) ? List.of(customer.id()) : customers.ofAccount(workspace, account);
        return new Around(rules.of(workspace), (account == null) ? null : accounts.get(workspace, account),
                cases.openOf(people).map(Case::openedAt).orElse(null), breaker.stop(workspace).orElse(null));
    }

    /** Takes a turn of the customer's account; true also for a customer without one. */
    boolean takeTurn(Circumstances circumstances, Instant now) {
        String account = circumstances.customer().account();
        AskRules held = circumstances.around().rules();
        return account == null || accounts.takeTurn(circumstances.workspace().id(), account,
                new Turn(circumstances.prompt(), now), held.most(account), held.within());
    }

    /** Counts the question; false when that stops all asking. */
    boolean count(Circumstances circumstances, Instant now) {
        return breaker.count(circumstances.workspace().id(), circumstances.around().rules().hourlyCap(), now);
    }

    /** Gives the account's turn back. */
    void giveBack(Customer customer, String prompt) {
        String account = customer.account();
        if (account != null) {
            accounts.giveBack(customer.workspace(), account, prompt);
        }
    }

}
