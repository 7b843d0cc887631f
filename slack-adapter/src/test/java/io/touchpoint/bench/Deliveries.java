package io.touchpoint.bench;

import io.touchpoint.chat.Address;
import io.touchpoint.conversation.Conversations;
import io.touchpoint.conversation.Plan;
import io.touchpoint.conversation.Subject;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Survey;
import io.touchpoint.survey.Surveys;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A company that asks a customer how the deliveries were. */
final class Deliveries {

    private static final Touchpoint DELIVERY = new Touchpoint("delivery", JourneyStage.POST_PURCHASE, false, "Delivery",
            "delivery", "jon", "Get the order", "On the promised day", 0.25, "delivery", List.of("order.delivered"),
            List.of("order.returned"), Duration.ofDays(1), 1, false);

    private static final Address ADDRESS = Address.person("w1", "slack", "T1", "U1");

    private final Conversations conversations;

    private final Instant due;

    /**
     * @param core keeps the company
     * @param due when all questions are
     */
    Deliveries(CoreUnderTest core, Instant due) {
        this.conversations = core.get(Conversations.class);
        this.due = due;
        core.get(Workspaces.class)
            .put(new Workspace("w1", null, "Northwind", ZoneId.of("Europe/Berlin"), Locale.ENGLISH, null, List.of(),
                    List.of(), List.of(), ""));
        core.get(Surveys.class)
            .put(new Survey("w1|survey|delivery", "w1", "delivery", Scale.STARS_5, Map.of("en",
                    new Survey.Words("Delivery", "the delivery", "how your delivery went", "How was the delivery?",
                            List.of("Very bad", "Bad", "OK", "Good", "Very good"), "you ordered from us",
                            "order {subject}", "order {subject} arrived", "You returned this order.")),
                    List.of()));
        core.get(Customers.class)
            .learn("w1", new CustomerFacts("c1", "Dana", null, Locale.ENGLISH, ZoneId.of("Europe/Berlin"), null,
                    List.of(ADDRESS)), due);
    }

    /** As much of the product as asks, and says nothing. */
    static CoreUnderTest.Builder core() {
        return CoreUnderTest.with("outbox", "workspace", "journey", "survey", "customer", "team", "feedback",
                "recovery", "privacy", "conversation");
    }

    /** Plans questions about some deliveries. */
    void plan(int from, int to) {
        IntStream.range(from, to)
            .parallel()
            .forEach((i) -> conversations.plan(new Plan("w1", "w1|customer|c1", null, DELIVERY, "delivery", "jon",
                    new Subject("order", "o" + i, null, "online order", due), ADDRESS, Locale.ENGLISH, due, null)));
    }

}
