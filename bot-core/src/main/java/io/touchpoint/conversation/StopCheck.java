package io.touchpoint.conversation;

import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customers;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Saying;
import io.touchpoint.outbox.SendCheck;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Keeps back a question whose customer has said stop, anywhere, since it was promised.
 */
@Component
class StopCheck implements SendCheck {

    private final MongoOperations mongo;

    private final Customers customers;

    StopCheck(MongoOperations mongo, Customers customers) {
        this.mongo = mongo;
        this.customers = customers;
    }

    @Override
    public Verdict mayGo(Saying saying, Instant now) {
        if (saying.lane() != Lane.PROMPT) {
            return new Verdict.Go();
        }
        return Optional.ofNullable(mongo.findById(saying.about(), Conversation.class))
            .flatMap((conversation) -> customers.byId(conversation.customer()))
            .filter(Customer::refuses)
            .<Verdict>map((_) -> new Verdict.Drop("opted_out"))
            .orElseGet(Verdict.Go::new);
    }

}
