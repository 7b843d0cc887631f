package io.touchpoint.year;

import io.touchpoint.conversation.AskCheck;
import io.touchpoint.conversation.AskCheck.Verdict;
import io.touchpoint.customer.Account;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customer.Invitation;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.mongodb.core.mapping.event.BeforeConvertCallback;

/** What keeps people from being asked too often; each can be taken away. */
enum Missing {

    /** What was asked counts as asked long ago. */
    CLOCKS(new Ruled(true), "days after the last") {

        @Override
        Customer stored(Customer customer) {
            return aged(customer, Duration.ofDays(40));
        }

    },

    /** No rule keeps anybody from being asked again, and not the last day either. */
    CAP(new Ruled(false), "within 24 hours") {

        @Override
        Customer stored(Customer customer) {
            return aged(customer, Duration.ofDays(1));
        }

    },

    /** An account's turns are forgotten. */
    BUDGET(new Ruled(true), "questions in a week") {

        @Override
        Account stored(Account account) {
            return account.with(List.of());
        }

    },

    /** That a customer wants no questions is forgotten. */
    OPT_OUT(new Ruled(true), "after opting out") {

        @Override
        Customer stored(Customer customer) {
            return customer.optedOutSince(null);
        }

    },

    /** The hour is not looked at when a question falls due. */
    QUIET_HOURS(new Ruled(true), "at night") {

        @Override
        Verdict instead(Verdict verdict) {
            return (verdict instanceof Verdict.Later) ? new Verdict.Ask() : verdict;
        }

    };

    private final Ruled ruled;

    private final String fault;

    Missing(Ruled ruled, String fault) {
        this.ruled = ruled;
        this.fault = fault;
    }

    /** The rules with which it is missed. */
    Ruled ruled() {
        return ruled;
    }

    /** Words of what goes wrong without it. */
    String fault() {
        return fault;
    }

    Customer stored(Customer customer) {
        return customer;
    }

    Account stored(Account account) {
        return account;
    }

    Verdict instead(Verdict verdict) {
        return verdict;
    }

    private static Customer aged(Customer one, Duration by) {
        return one.invited(one.invitations()
            .stream()
            .map((asked) -> new Invitation(asked.prompt(), asked.touchpoint(), asked.platform(), asked.at().minus(by),
                    null))
            .toList());
    }

    /** Changes customers as they are stored. */
    record OfCustomers(Missing missing) implements BeforeConvertCallback<Customer> {

        @Override
        public Customer onBeforeConvert(Customer customer, String collection) {
            return missing.stored(customer);
        }

    }

    /** Changes accounts as they are stored. */
    record OfAccounts(Missing missing) implements BeforeConvertCallback<Account> {

        @Override
        public Account onBeforeConvert(Account account, String collection) {
            return missing.stored(account);
        }

    }

    /** Says something else than the gates. */
    record OfGates(Missing missing) implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return !(bean instanceof AskCheck gates) ? bean
                    : (AskCheck) (prompt, customer, now) -> missing.instead(gates.mayAsk(prompt, customer, now));
        }

    }

}
