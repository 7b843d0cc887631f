package io.touchpoint.bench;

import io.touchpoint.chat.Address;
import io.touchpoint.conversation.AskCheck;
import io.touchpoint.conversation.Conversations;
import io.touchpoint.conversation.Plan;
import io.touchpoint.conversation.Subject;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.heartbeat.Heartbeat;
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
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * The product: a planned question becomes due, may be asked, and is promised to the
 * outbox; then its conversation waits for the answer.
 */
final class Touchpoints implements Contestant {

    private static final Instant NOW = CoreUnderTest.START;

    private static final int PAGE = 10_000;

    private static final Touchpoint DELIVERY = new Touchpoint("delivery", JourneyStage.POST_PURCHASE, false, "Delivery",
            "delivery", "jon", "Get the order", "On the promised day", 0.25, "delivery", List.of("order.delivered"),
            List.of("order.returned"), Duration.ofDays(1), 1, false);

    private final int backlog;

    private final CoreUnderTest core;

    private int loaded;

    /**
     * @param backlog how many further conversations wait for another day
     */
    Touchpoints(int backlog) {
        this.backlog = backlog;
        this.core = CoreUnderTest
            .with("outbox", "workspace", "journey", "survey", "customer", "team", "feedback", "recovery", "privacy",
                    "conversation")
            .bean(AskCheck.class, (_, _, _) -> new AskCheck.Verdict.Ask())
            .start();
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
                    List.of(address(1))), NOW);
        waitForAnotherDay();
    }

    private void waitForAnotherDay() {
        Date another = Date.from(NOW.plus(Duration.ofDays(30)));
        for (int from = 0; from < backlog; from += PAGE) {
            core.mongo()
                .getCollection("conversations")
                .insertMany(IntStream.range(from, Math.min(backlog, from + PAGE))
                    .mapToObj((i) -> new Document("_id", "w1|order:later-%07d|delivery".formatted(i))
                        .append("workspace", "w1")
                        .append("customer", "w1|customer|later" + i)
                        .append("claimAt", another))
                    .toList());
        }
    }

    private static Address address(int number) {
        return Address.person("w1", "slack", "T1", "U" + number);
    }

    @Override
    public String name() {
        return "Touchpoint" + ((backlog > 0) ? ", %,d waiting".formatted(backlog) : "");
    }

    @Override
    public void load(int pieces) {
        Conversations conversations = core.get(Conversations.class);
        int from = loaded;
        loaded += pieces;
        IntStream.range(from, loaded).parallel().forEach((i) -> conversations.plan(plan(i)));
    }

    private static Plan plan(int number) {
        return new Plan("w1", "w1|customer|c1", null, DELIVERY, "delivery", "jon",
                new Subject("order", "o" + number, null, "online order", NOW), address(number), Locale.ENGLISH, NOW,
                null);
    }

    @Override
    public void drain() {
        core.get(Heartbeat.class).runDue(NOW);
    }

    @Override
    public long effects() {
        return core.mongo().getCollection("outbox").deleteMany(new Document()).getDeletedCount();
    }

    @Override
    public void close() {
        core.close();
    }

}
