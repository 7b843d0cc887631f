package io.touchpoint.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.Directory.Person;
import io.touchpoint.chat.FakeMessenger;
import io.touchpoint.chat.Messenger;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.followup.BusinessEvent.Attribute;
import io.touchpoint.followup.Ruling.Outcome;
import io.touchpoint.heartbeat.Heartbeat;
import io.touchpoint.journey.Asking;
import io.touchpoint.journey.Condition;
import io.touchpoint.journey.Condition.Comparison;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Place;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Said;
import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Survey;
import io.touchpoint.survey.Surveys;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class RehearsalsTests {

    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final Address MARA = Address.person("w1", "slack", "T1", "U0MARA");

    private final FakeDirectory directory = new FakeDirectory();

    private final FakeMessenger chat = new FakeMessenger("slack");

    private CoreUnderTest core;

    private int number;

    @BeforeEach
    void start() {
        core = CoreUnderTest
            .with("workspace", "journey", "survey", "customer", "team", "feedback", "recovery", "conversation",
                    "outbox", "privacy", "breaker", "followup")
            .bean(Directory.class, directory)
            .bean(Messenger.class, chat)
            .property("touchpoint.rehearsals.at-once=40")
            .property("touchpoint.rehearsals.news=PT0S")
            .start();
        core.get(Workspaces.class)
            .put(new Workspace("w1", null, "Northwind", BERLIN, Locale.ENGLISH, null,
                    List.of(new Tenant("slack", "T1")), List.of(), List.of(), "f"));
        core.get(JourneyMaps.class)
            .publish("w1",
                    List.of(touchpoint("checkout", "order.placed", "order.returned", Duration.ofHours(1), 3),
                            touchpoint("delivery", "order.delivered", "order.returned", Duration.ofHours(24), 1),
                            touchpoint("ticket_solved", "ticket.solved", "ticket.reopened", Duration.ofHours(3), 1)));
        Survey.Words words = new Survey.Words("Delivery", "the delivery", "how it went", "How was it?",
                List.of("Very bad", "Bad", "OK", "Good", "Very good"), "you ordered", "order {subject}",
                "it came on {day}", "Withdrawn.");
        core.get(Surveys.class)
            .put(new Survey(Surveys.id("w1", "delivery"), "w1", "delivery", Scale.STARS_5, Map.of("en", words),
                    List.of()));
        at(START);
    }

    @AfterEach
    void stop() {
        core.close();
    }

    private static Touchpoint touchpoint(String key, String askedOn, String withdrawnBy, Duration delay, int oneIn) {
        return new Touchpoint(key, JourneyStage.POST_PURCHASE, false, key, "delivery", null, "goal", "expectation", 0.2,
                "delivery", List.of(askedOn), List.of(withdrawnBy), delay, oneIn, false);
    }

    /** Lets the time pass, and everything happen that falls due. */
    private void at(Instant moment) {
        Heartbeat heartbeat = core.get(Heartbeat.class);
        Optional<Instant> due = heartbeat.nextDue();
        while (due.isPresent() && !due.get().isAfter(moment)) {
            heartbeat.runDue(core.clock().set(due.get()));
            due = heartbeat.nextDue();
        }
        core.clock().set(moment);
    }

    /** Something happens to a customer, and is told at once. */
    private Optional<Decision> happens(String type, String subject, int customer, @Nullable String account,
            Attribute... more) {
        Instant now = core.clock().instant();
        Address address = Address.person("w1", "slack", "T1", "U" + customer);
        if (customer != 9) {
            directory.put(new Person(address, "Ada", null, null, null, customer == 8, true));
        }
        number++;
        return core.get(FollowUps.class)
            .receive(new BusinessEvent("w1", "shop", "e" + number, type, now,
                    new CustomerFacts("c" + customer, "Customer " + customer, null, null, null, account,
                            List.of(address)),
                    type.substring(0, type.indexOf('.')), subject, null, null, null, null, List.of(more), false), now)
            .stream()
            .findFirst();
    }

    private Forecast forecast(int days, UnaryOperator<AskRules> rules, UnaryOperator<Touchpoint> delivery) {
        AskRules asRuled = core.get(Rules.class).of("w1");
        var map = core.get(JourneyMaps.class).current("w1");
        return core.get(Rehearsals.class)
            .forecast("w1",
                    new Change("that", rules.apply(asRuled),
                            map.with(delivery.apply(map.touchpoint("delivery").orElseThrow()))),
                    days, core.clock().instant(), (_) -> {
                    });
    }

    private Forecast ruled(UnaryOperator<AskRules> rules) {
        return forecast(30, rules, (it) -> it);
    }

    private Forecast changed(UnaryOperator<Touchpoint> delivery) {
        return forecast(30, (it) -> it, delivery);
    }

    private static UnaryOperator<Touchpoint> clock(int days) {
        return (it) -> it.asked(it.delay(), it.oneIn(),
                new Asking(Duration.ofDays(days), null, it.asking().all(), it.asking().any(), Place.PRIVATE));
    }

    @Test
    void agreesWithWhatReallyCame() {
        live(40, new Random(20261126));
        Instant to = core.clock().instant();
        Instant from = to.minus(Duration.ofDays(30));
        Forecast forecast = ruled((it) -> it);
        Map<String, Integer> people = new TreeMap<>();
        Map<Gate, Integer> heldBack = new EnumMap<>(Gate.class);
        for (Decision decision : core.mongo().findAll(Decision.class)) {
            Instant asked = decision.askedAt();
            Instant first = decision.earlier().isEmpty() ? decision.standing().at()
                    : decision.earlier().getFirst().at();
            if (asked != null && !asked.isBefore(from)) {
                people.merge(decision.customer(), 1, Integer::sum);
            }
            if (asked == null && decision.standing().outcome() == Outcome.SKIP && !first.isBefore(from)) {
                heldBack.merge(decision.standing().obstacle().orElseThrow().gate(), 1, Integer::sum);
            }
        }
        assertThat(new TreeMap<>(forecast.before().people())).isEqualTo(people);
        assertThat(forecast.before().heldBack()).isEqualTo(heldBack);
        assertThat(forecast.asked()).isEqualTo(forecast.before().asked()).isGreaterThan(10);
        assertThat(heldBack.keySet()).contains(Gate.TOUCHPOINT_CLOCK, Gate.ANY_CLOCK, Gate.SAMPLING, Gate.INTERNAL,
                Gate.REACHABILITY);
    }

    /** Days of a company whose customers are asked, answer, complain and opt out. */
    private void live(int days, Random random) {
        for (int hour = 0; hour < days * 24; hour += 3 + random.nextInt(5)) {
            at(START.plus(Duration.ofHours(hour)));
            int customer = random.nextInt(16);
            String type = List
                .of("order.placed", "order.delivered", "order.delivered", "order.returned", "ticket.solved",
                        "ticket.solved", "ticket.reopened")
                .get(random.nextInt(7));
            happens(type, customer + "-" + hour / 96, customer, (customer % 4 == 0) ? null : "Account " + customer % 4);
            core.get(Customers.class).byId("w1|customer|c" + random.nextInt(16)).ifPresent((one) -> {
                Instant now = core.clock().instant();
                one.invitations()
                    .stream()
                    .filter((asked) -> asked.answeredAt() == null)
                    .forEach((asked) -> core.get(Customers.class).answered(one.id(), asked.prompt(), now));
                if (random.nextInt(90) == 0) {
                    core.get(Customers.class).optOut(one.id(), now);
                }
                if (random.nextInt(30) == 0 && !one.invitations().isEmpty()) {
                    open(one.id(), one.invitations().getLast().prompt(), now);
                }
                if (random.nextInt(5) == 0) {
                    core.mongo()
                        .updateMulti(Query.query(Criteria.where("status").is("OPEN")),
                                new Update().set("status", "CLOSED").set("closing.at", now), "cases");
                }
            });
        }
        at(START.plus(Duration.ofDays(days)));
    }

    private void open(String customer, String conversation, Instant now) {
        core.mongo()
            .save(new Document("_id", conversation.replace("w1|", "w1|case|") + "|" + number)
                .append("complaint",
                        new Document("customer", customer).append("conversation", conversation)
                            .append("words", List.of()))
                .append("status", "OPEN")
                .append("openedAt", now), "cases");
    }

    @Test
    void asksWhomALooserClockLetsThrough() {
        happens("order.delivered", "1", 1, null);
        at(START.plus(Duration.ofDays(4)));
        assertThat(happens("order.delivered", "2", 1, null)).map(Decision::skipped).contains(true);
        at(START.plus(Duration.ofDays(8)));
        Forecast forecast = forecast(30, (it) -> rules(it, 3, it.most()), clock(3));
        assertThat(forecast.before().asked()).isEqualTo(1).isEqualTo(forecast.asked());
        assertThat(forecast.after().asked()).isEqualTo(2);
        assertThat(forecast.before().heldBack()).containsExactly(Map.entry(Gate.TOUCHPOINT_CLOCK, 1));
        assertThat(forecast.after().heldBack()).isEmpty();
        assertThat(changed(clock(3)).after().heldBack()).containsExactly(Map.entry(Gate.ANY_CLOCK, 1));
        assertThat(forecast.people()).containsExactly(new Forecast.Row("Customer 1", 1, 2));
    }

    private static AskRules rules(AskRules it, int days, int most) {
        return new AskRules(it.workspace(), Duration.ofDays(days), most, it.within(), it.hourly(), it.holidays(),
                it.accounts());
    }

    @Test
    void letsTheAnswerStartTheClockAgain() {
        Decision first = happens("order.delivered", "1", 1, null).orElseThrow();
        at(START.plus(Duration.ofDays(3)));
        core.get(Customers.class).answered(first.customer(), first.id(), core.clock().instant());
        happens("order.delivered", "2", 1, null);
        at(START.plus(Duration.ofDays(8)));
        assertThat(forecast(30, (it) -> rules(it, 2, 3), clock(2)).after().asked()).isEqualTo(1);
        assertThat(forecast(30, (it) -> rules(it, 1, 3), clock(1)).after().asked()).isEqualTo(2);
    }

    @Test
    void asksMoreOfAnAccountThatMayBeAskedMore() {
        for (int customer = 1; customer <= 5; customer++) {
            happens("order.delivered", "" + customer, customer, "Acme");
        }
        at(START.plus(Duration.ofDays(2)));
        Forecast forecast = ruled((it) -> rules(it, 7, 4));
        assertThat(forecast.before().heldBack()).containsExactly(Map.entry(Gate.ACCOUNT, 2));
        assertThat(forecast.accounts()).containsExactly(new Forecast.Row("Acme", 3, 4));
    }

    @Test
    void asksByOtherConditionsSamplesAndDelays() {
        happens("order.delivered", "1", 1, null, new Attribute("amount", "10"));
        happens("order.delivered", "2", 2, null, new Attribute("amount", "60"));
        happens("order.delivered", "3", 3, null);
        at(START.plus(Duration.ofHours(30)));
        Asking only = new Asking(Duration.ofDays(30), null,
                List.of(new Condition("amount", Comparison.AT_LEAST, List.of("50"))), List.of(), Place.PRIVATE);
        assertThat(changed((it) -> it.asked(it.delay(), 1, only)).after().people()).containsOnlyKeys("w1|customer|c2");
        assertThat(changed((it) -> it.asked(it.delay(), 1000, it.asking())).after().heldBack())
            .containsExactly(Map.entry(Gate.SAMPLING, 3));
        Tally later = changed((it) -> it.asked(Duration.ofDays(3), 1, it.asking())).after();
        assertThat(later.asked()).isZero();
        assertThat(later.waiting()).isEqualTo(3);
    }

    @Test
    void leavesOutWhatALaterEventWithdrew() {
        happens("order.delivered", "1", 1, null);
        at(START.plus(Duration.ofHours(26)));
        happens("order.returned", "1", 1, null);
        Forecast forecast = changed((it) -> it.asked(Duration.ofHours(28), 1, it.asking()));
        assertThat(forecast.before().asked()).isEqualTo(1);
        assertThat(forecast.after().heldBack()).containsEntry(Gate.WITHDRAWAL, 1);
    }

    @Test
    void takesWhatCameBeforeAsItWas() {
        happens("order.delivered", "1", 1, null);
        at(START.plus(Duration.ofHours(23)));
        happens("order.delivered", "2", 2, null);
        at(START.plus(Duration.ofHours(47)));
        Forecast forecast = forecast(1, (it) -> it, (it) -> it.asked(Duration.ZERO, 1000, it.asking()));
        assertThat(forecast.asked()).isEqualTo(2);
        assertThat(forecast.before().asked()).isEqualTo(2);
        assertThat(forecast.after().people()).containsOnlyKeys("w1|customer|c1");
    }

    @Test
    void tellsIt() {
        happens("order.delivered", "1", 1, "Acme");
        at(START.plus(Duration.ofDays(4)));
        happens("order.delivered", "2", 1, "Acme");
        at(START.plus(Duration.ofDays(8)));
        assertThat(ForecastText.of(forecast(30, (it) -> rules(it, 3, 3), clock(3))).plainText()).isEqualTo("""
                Rehearsal: that
                2 events of the last 30 days replayed, as it stands → with the change.
                Questions asked: 1 → 2. Really asked in that time: 1.
                People asked once: 1 → 0; twice: 0 → 1; more often: 0 → 0
                The most for one person: 1 → 2
                Asked most: Customer 1 1 → 2
                The most for one account: 1 → 2
                Accounts: Acme 1 → 2
                Held back: clock of the touchpoint 1 → 0
                Nobody was asked and no rule was changed. Who was really asked answers as then; others are taken not \
                to answer. Rules are changed in the workspace file.""");
    }

    @Test
    void changesNothing() {
        live(20, new Random(7));
        Map<String, List<Document>> before = stored();
        ruled((it) -> rules(it, 1, 100));
        assertThat(stored()).isEqualTo(before);
    }

    private Map<String, List<Document>> stored() {
        Map<String, List<Document>> all = new TreeMap<>();
        core.mongo().getCollectionNames().forEach((name) -> all.put(name, core.mongo().findAll(Document.class, name)));
        return all;
    }

    @Test
    void tellsALongOneInTheDirectChatAsItGoesOn() throws Exception {
        for (int customer = 1; customer <= 60; customer++) {
            happens("order.delivered", "" + customer, customer, "Company " + customer / 3);
        }
        at(START.plus(Duration.ofDays(2)));
        Instant now = core.clock().instant();
        assertThat(rehearse(now)).isEqualTo(rehearse(now))
            .isEqualTo("I'm replaying the events about 60 things of the last 30 days. I'll tell you in our chat.");
        RehearsalWork work = core.get(RehearsalWork.class);
        assertThat(work.nextDue()).contains(now);
        assertThat(work.runDue(now)).isEqualTo(1);
        work.await();
        assertThat(work.nextDue()).isEmpty();
        at(now.plus(Duration.ofMinutes(5)));
        assertThat(chat.texts(MARA)).startsWith("Rehearsal: that\nI'm replaying the events: 0% done.")
            .contains("Rehearsal: that\nI'm replaying the events: 50% done.")
            .last()
            .asString()
            .contains("Questions asked: 58 → 0");
        assertThat(chat.standing().stream().filter((one) -> one.call().to().equals(MARA)).map((one) -> one.reference()))
            .containsOnly(chat.standing().getLast().reference());
    }

    private String rehearse(Instant now) {
        AskRules none = rules(core.get(Rules.class).of("w1"), 7, 3);
        var map = core.get(JourneyMaps.class).current("w1");
        Touchpoint delivery = map.touchpoint("delivery").orElseThrow();
        return core.get(Rehearsals.class)
            .rehearse(new Change("that", none,
                    map.with(delivery.asked(delivery.delay(), 1, new Asking(Duration.ofDays(30), null,
                            List.of(new Condition("vip", Comparison.GIVEN, List.of())), List.of(), Place.PRIVATE)))),
                    30, "slack|Ev1", MARA, now)
            .plainText();
    }

    @Test
    void beginsAgainWhatWasBrokenOffAndEndsItSomeTime() throws Exception {
        for (int customer = 1; customer <= 60; customer++) {
            happens("order.delivered", "" + customer, customer, null);
        }
        Instant now = core.clock().instant();
        rehearse(now);
        core.mongo()
            .updateFirst(new Query(), new Update().set("fence", 1).set("claimAt", now.plusSeconds(60)),
                    Rehearsal.class);
        RehearsalWork work = core.get(RehearsalWork.class);
        assertThat(work.runDue(now)).isZero();
        core.mongo().updateFirst(new Query(), new Update().set("fence", 3), Rehearsal.class);
        assertThat(work.runDue(now.plusSeconds(60))).isEqualTo(1);
        work.await();
        assertThat(core.get(Outbox.class).byKey("w1|rehearsal|slack|Ev1#9999")).map(Said::saying)
            .map((saying) -> saying.message().plainText())
            .contains("I could not finish the rehearsal of “that”. Name fewer days.");
        assertThat(work.nextDue()).isEmpty();
    }

}
