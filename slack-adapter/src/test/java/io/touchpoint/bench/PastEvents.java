package io.touchpoint.bench;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.FakeDirectory;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.followup.BusinessEvent;
import io.touchpoint.followup.BusinessEvent.Attribute;
import io.touchpoint.followup.FollowUps;
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
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * The past of a company: one event goes through the product, and what is stored of it
 * then is the pattern of all others.
 */
final class PastEvents {

    static final Instant NOW = CoreUnderTest.START;

    private static final int PAGE = 2_000;

    /** How many events happen to one customer. */
    private static final int EACH = 5;

    private static final int PER_ACCOUNT = 4;

    private final CoreUnderTest core;

    private final int events;

    private final Duration time;

    private final Random random = new Random(20261126);

    private PastEvents(CoreUnderTest core, int events, int days) {
        this.core = core;
        this.events = events;
        this.time = Duration.ofDays(days);
    }

    /** Starts the part of the product that decides. */
    static CoreUnderTest product(String uri) {
        return CoreUnderTest
            .with("workspace", "journey", "survey", "customer", "team", "feedback", "recovery", "conversation",
                    "outbox", "privacy", "breaker", "followup")
            .bean(Directory.class, new FakeDirectory("slack").knowsEverybody())
            .database(uri)
            .start();
    }

    /** Fills a database. */
    static void keep(String uri, int events, int days) {
        try (CoreUnderTest core = product(uri)) {
            new PastEvents(core, events, days).keep();
        }
    }

    private void keep() {
        core.get(Workspaces.class)
            .put(new Workspace("w1", null, "Northwind", ZoneId.of("Europe/Berlin"), Locale.ENGLISH, null,
                    List.of(new Tenant("slack", "T1")), List.of(), List.of(), ""));
        core.get(JourneyMaps.class)
            .publish("w1",
                    List.of(touchpoint("checkout", JourneyStage.PURCHASE, "order.placed", 1, 5),
                            touchpoint("delivery", JourneyStage.POST_PURCHASE, "order.delivered", 24, 1),
                            touchpoint("help_center", JourneyStage.SELF_SERVICE, "article.read", 0, 1)));
        core.get(FollowUps.class)
            .receive(new BusinessEvent("w1", "shop", "e", "order.delivered", NOW,
                    new CustomerFacts("c", "Dana Whitfield", "dana@example.com", Locale.ENGLISH,
                            ZoneId.of("Europe/London"), "Acme", List.of(Address.person("w1", "slack", "T1", "U"))),
                    "order", "pattern", null, "online order", null, null, List.of(new Attribute("amount", "49.90")),
                    false), NOW);
        Document lifeline = pattern("lifelines");
        Document decision = pattern("decisions");
        Document customer = pattern("customers");
        for (int from = 0; from < events; from += PAGE) {
            List<Integer> page = IntStream.range(from, Math.min(events, from + PAGE)).boxed().toList();
            List<Instant> at = page.stream().map((_) -> NOW.minusMillis(random.nextLong(time.toMillis()))).toList();
            insert("lifelines",
                    IntStream.range(0, page.size())
                        .mapToObj((i) -> lifeline(lifeline, page.get(i), at.get(i)))
                        .toList());
            insert("decisions",
                    IntStream.range(0, page.size())
                        .mapToObj((i) -> decision(decision, page.get(i), at.get(i)))
                        .toList());
        }
        for (int from = 0; from < events / EACH; from += PAGE) {
            insert("customers",
                    IntStream.range(from, Math.min(events / EACH, from + PAGE))
                        .mapToObj((i) -> customer(customer, i))
                        .toList());
        }
    }

    private static Touchpoint touchpoint(String key, JourneyStage stage, String askedOn, int hours, int oneIn) {
        return new Touchpoint(key, stage, true, key, "delivery", null, "goal", "expectation", 0.2, "delivery",
                List.of(askedOn), List.of("order.returned"), Duration.ofHours(hours), oneIn, false);
    }

    /** What is stored of the one event, which goes. */
    private Document pattern(String collection) {
        return Objects.requireNonNull(core.mongo().getCollection(collection).findOneAndDelete(new Document()));
    }

    private void insert(String collection, List<Document> page) {
        core.mongo().getCollection(collection).insertMany(page);
    }

    private String customerOf(int event) {
        return "w1|customer|c%06d".formatted(event % (events / EACH));
    }

    private static String touchpointOf(int event) {
        return List.of("delivery", "checkout", "help_center").get(event % 3);
    }

    private Document lifeline(Document pattern, int event, Instant at) {
        Document passed = new Document(pattern.getList("passed", Document.class).getFirst())
            .append("event", "shop|e%07d".formatted(event))
            .append("type", List.of("order.delivered", "order.placed", "article.read").get(event % 3))
            .append("at", Date.from(at))
            .append("arrived", Date.from(at))
            .append("customer", customerOf(event));
        return new Document(pattern).append("_id", "w1|lifeline|order:%07d".formatted(event))
            .append("key", "%07d".formatted(event))
            .append("passed", List.of(passed));
    }

    /** Every third question was put, a day later. */
    private Document decision(Document pattern, int event, Instant at) {
        boolean put = event % 9 == 0 && at.plus(Duration.ofDays(1)).isBefore(NOW);
        Document standing = new Document(pattern.get("standing", Document.class))
            .append("event", "shop|e%07d".formatted(event))
            .append("at", Date.from(put ? at.plus(Duration.ofDays(1)) : at));
        return new Document(pattern).append("_id", prompt(event))
            .append("customer", customerOf(event))
            .append("subject",
                    new Document(pattern.get("subject", Document.class)).append("key", "%07d".formatted(event)))
            .append("standing", standing)
            .append("earlier", put ? List.of(new Document(standing).append("at", Date.from(at))) : List.of())
            .append("askedAt", put ? Date.from(at.plus(Duration.ofDays(1))) : null);
    }

    private static String prompt(int event) {
        return "w1|order:%07d|%s".formatted(event, touchpointOf(event));
    }

    /** Two of three belong to an account; everybody was asked before. */
    private Document customer(Document pattern, int number) {
        List<Document> invitations = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Instant at = NOW.minus(Duration.ofDays(95 - 31L * i)).plusSeconds(random.nextInt(500_000));
            invitations.add(new Document("prompt", "w1|order:before-%d-%d|delivery".formatted(number, i))
                .append("touchpoint", "delivery")
                .append("at", Date.from(at))
                .append("answeredAt", Date.from(at.plus(Duration.ofHours(5)))));
        }
        return new Document(pattern).append("_id", "w1|customer|c%06d".formatted(number))
            .append("name", "Customer " + number)
            .append("email", "customer%d@example.com".formatted(number))
            .append("account", (number % 3 == 0) ? null : "Company " + number / PER_ACCOUNT)
            .append("invitations", invitations);
    }

}
