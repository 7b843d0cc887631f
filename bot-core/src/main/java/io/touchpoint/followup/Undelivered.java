package io.touchpoint.followup;

import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customer.Invitation;
import io.touchpoint.customer.Customers;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Said;
import java.util.List;
import org.springframework.stereotype.Component;

/** Questions that never reached a customer do not count: their turn is given back. */
@Component
class Undelivered {

    private static final String NOBODY_KNOWS = "unknown";

    private final Customers customers;

    private final Outbox outbox;

    private final Surroundings surroundings;

    Undelivered(Customers customers, Outbox outbox, Surroundings surroundings) {
        this.customers = customers;
        this.outbox = outbox;
        this.surroundings = surroundings;
    }

    /** The customer without them. */
    Customer without(Customer customer) {
        List<String> lost = customer.invitations()
            .stream()
            .filter((one) -> one.answeredAt() == null)
            .map(Invitation::prompt)
            .filter(this::lost)
            .toList();
        if (lost.isEmpty()) {
            return customer;
        }
        lost.forEach((prompt) -> {
            customers.uninvite(customer.id(), prompt);
            surroundings.giveBack(customer, prompt);
        });
        return customers.byId(customer.id()).orElse(customer);
    }

    private boolean lost(String prompt) {
        List<Said> said = outbox.about(prompt);
        return !said.isEmpty() && said.stream().allMatch(Undelivered::neverSaid);
    }

    private static boolean neverSaid(Said said) {
        return switch (said.state()) {
            case WAITING, DELIVERED -> false;
            case DROPPED -> true;
            case PARKED -> !NOBODY_KNOWS.equals(said.reason());
        };
    }

}
