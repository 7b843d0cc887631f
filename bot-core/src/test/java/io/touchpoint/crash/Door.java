package io.touchpoint.crash;

import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Reference;
import io.touchpoint.conversation.Conversations;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.followup.BusinessEvent;
import io.touchpoint.followup.FollowUps;
import io.touchpoint.inbox.Inbox;
import io.touchpoint.inbox.Received;
import io.touchpoint.inbox.RequestWork;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.recovery.Cases;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes in what is delivered as an adapter does: it is stored, acknowledged, worked on.
 */
final class Door extends RequestWork {

    private static final String PLATFORM = "chat";

    private static final int SPARED_FROM = 3;

    private static final Reference ANYWHERE = new Reference("there", "m");

    private final CoreUnderTest core;

    private final Inbox inbox;

    private final Fate fate;

    Door(CoreUnderTest core, Fate fate) {
        super(PLATFORM, core.get(Inbox.class), core.clock());
        this.core = core;
        this.inbox = core.get(Inbox.class);
        this.fate = fate;
    }

    /** Stores it; on return it is acknowledged. Empty when it was stored before. */
    Optional<Received> store(Event event) {
        return inbox.store(PLATFORM, "chat|" + event.id(), "text/plain", event.body(), core.clock().instant());
    }

    /** A request that has failed several times is not cut again: it would be given up. */
    @Override
    protected void again(Received received) {
        fate.spare(received.attempts() >= SPARED_FROM);
        round(received, () -> {
            take(Event.read(received.id(), received.body()), core.clock().instant());
            return Optional.empty();
        });
        fate.spare(false);
    }

    private void take(Event event, Instant now) {
        switch (event.kind()) {
            case SHOP -> core.get(FollowUps.class).receive(business(event), now);
            case PRESS -> press(event, now);
            case WORDS -> core.get(Customers.class)
                .byAddress(Company.customer(event.customer()))
                .ifPresent((customer) -> core.get(Conversations.class)
                    .heard(customer, new Inbound.Said(event.id(), now, customer(event),
                            Company.customer(event.customer()), null, event.words()), now));
            case TAKE -> take(event, event.words(), now);
        }
    }

    private static BusinessEvent business(Event event) {
        return new BusinessEvent(Company.ID, "shop", event.id(), event.words(), event.at(),
                new CustomerFacts(Company.customerKey(event.customer()), "Dana", null, Locale.ENGLISH, Company.ZONE,
                        null, List.of(Company.customer(event.customer()))),
                "order", String.valueOf(event.customer()), null, "online order", null, null, List.of(), false);
    }

    private void press(Event event, Instant now) {
        String token = Outbox.token(Company.question(event.customer()));
        core.get(Outbox.class)
            .byToken(Company.ID, token)
            .ifPresent((said) -> core.get(Conversations.class)
                .pressed(said, new Inbound.Pressed(event.id(), now, customer(event), said.saying().to(), ANYWHERE,
                        token, event.words()), now));
    }

    private void take(Event event, String colleague, Instant now) {
        String token = Outbox.token(Company.card(event.customer()));
        core.get(Outbox.class)
            .byToken(Company.ID, token)
            .ifPresent((said) -> core.get(Cases.class)
                .pressed(said,
                        new Inbound.Pressed(event.id(), now,
                                new Inbound.Actor(Company.colleague(colleague), true, null), said.saying().to(),
                                ANYWHERE, token, "take"),
                        now));
    }

    private static Inbound.Actor customer(Event event) {
        return new Inbound.Actor(Company.customer(event.customer()), false, "Dana");
    }

}
