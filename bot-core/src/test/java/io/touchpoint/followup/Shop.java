package io.touchpoint.followup;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.Directory.Person;
import io.touchpoint.conversation.AskCheck;
import io.touchpoint.conversation.AskCheck.Verdict;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A shop in Berlin that asks a day after each delivery, and whose customers are all found
 * in Slack.
 */
final class Shop implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final FakeDirectory directory = new FakeDirectory();

    private final CoreUnderTest core = CoreUnderTest
        .with("workspace", "journey", "survey", "customer", "team", "feedback", "recovery", "conversation", "outbox",
                "breaker", "followup")
        .bean(Directory.class, directory)
        .start();

    Shop() {
        core.get(Workspaces.class)
            .put(new Workspace("w1", null, "Northwind", ZONE, Locale.ENGLISH, null, List.of(new Tenant("slack", "T1")),
                    List.of(), List.of(), "f"));
        core.get(JourneyMaps.class)
            .publish("w1",
                    List.of(new Touchpoint("delivery", JourneyStage.POST_PURCHASE, false, "Delivery", "delivery", null,
                            "goal", "expectation", 0.2, "delivery", List.of("order.delivered"), List.of(),
                            Duration.ofHours(24), 1, false)));
    }

    CoreUnderTest core() {
        return core;
    }

    FakeDirectory directory() {
        return directory;
    }

    <T> T get(Class<T> type) {
        return core.get(type);
    }

    /** An order is delivered to a customer; gives the decision. */
    Decision delivers(String order, String customer, @Nullable String account, Instant at) {
        Address address = Address.person("w1", "slack", "T1", "U" + customer);
        directory.put(new Person(address, "Ada", null, null, null, false, true));
        return core.get(FollowUps.class)
            .receive(new BusinessEvent("w1", "shop", "e" + order + at, "order.delivered", at,
                    new CustomerFacts(customer, null, null, null, null, account, List.of(address)), "order", order,
                    null, null, null, null, List.of(), false), at)
            .getFirst();
    }

    Verdict mayAsk(Decision decision, Instant now) {
        return core.get(AskCheck.class).mayAsk(decision.id(), decision.customer(), now);
    }

    String why(Decision decision) {
        return core.get(Decisions.class).why("w1", decision.subject().id(), ZONE).getFirst().sentence();
    }

    @Override
    public void close() {
        core.close();
    }

}
