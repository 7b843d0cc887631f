package io.touchpoint.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Reference;
import io.touchpoint.chat.Spot;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.heartbeat.DeadLetter;
import io.touchpoint.heartbeat.Heartbeat;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Said;
import io.touchpoint.storage.Instances;
import io.touchpoint.storage.ParkedWork;
import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Survey;
import io.touchpoint.survey.Surveys;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationsTests {

    private static final Address DANA = Address.person("w1", "slack", "T1", "U42");

    private static final Address CHANNEL = Address.channel("w1", "slack", "T1", "C7");

    private static final String ID = "w1|order:10442|delivery";

    private final List<AskCheck.Verdict> verdicts = new ArrayList<>();

    private String poison = "";

    private Runnable meanwhile = () -> {
    };

    private CoreUnderTest core;

    private Conversations conversations;

    private Instant now = CoreUnderTest.START;

    @BeforeEach
    void start() {
        core = CoreUnderTest
            .with("outbox", "workspace", "journey", "survey", "customer", "team", "feedback", "recovery", "privacy",
                    "conversation")
            .bean(AskCheck.class, (id, _, _) -> verdict(id))
            .start();
        conversations = core.get(Conversations.class);
        core.get(Workspaces.class)
            .put(new Workspace("w1", null, "Northwind Outfitters", ZoneId.of("Europe/Berlin"), Locale.ENGLISH, null,
                    List.of(), List.of(), List.of(), ""));
        core.get(Surveys.class)
            .put(new Survey("w1|survey|delivery", "w1", "delivery", Scale.STARS_5, Map.of("en",
                    new Survey.Words("Delivery", "the delivery", "how your delivery went", "How was the delivery?",
                            List.of("Very bad", "Bad", "OK", "Good", "Very good"), "you ordered from us",
                            "order {subject}", "order {subject} arrived", "You returned this order.")),
                    List.of()));
        core.get(Customers.class)
            .learn("w1", new CustomerFacts("c42", "Dana", null, Locale.ENGLISH, ZoneId.of("Asia/Kathmandu"), null,
                    List.of(DANA)), now);
    }

    private AskCheck.Verdict verdict(String id) {
        if (id.equals(poison)) {
            throw new IllegalStateException("poison");
        }
        meanwhile.run();
        return verdicts.isEmpty() ? new AskCheck.Verdict.Ask() : verdicts.removeFirst();
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void asksWhenTheTimeHasComeAndNotBefore() {
        conversations.plan(plan(now.plus(Duration.ofHours(1))));
        conversations.plan(plan(now.plus(Duration.ofHours(9))));
        beat();
        assertThat(said()).isEmpty();
        now = now.plus(Duration.ofHours(1));
        beat();
        beat();
        assertThat(said()).containsExactly(ID + "#0001");
    }

    @Test
    void letsOnlyTheCustomerTakeUpWhatIsOfferedInTheThread() {
        conversations.plan(offered());
        beat();
        Address other = Address.person("w1", "slack", "T1", "U7");
        assertThat(takesUp("e1", other)).isEqualTo("This question is for somebody else.");
        assertThat(said()).containsExactly(ID + "#0001");
        assertThat(takesUp("e2", DANA)).isEqualTo("I've asked you in our own chat.");
        assertThat(takesUp("e3", DANA)).isEqualTo("I've asked you in our own chat.");
        assertThat(said()).containsExactly(ID + "#0001", ID + "#0002", ID + "#0003");
        assertThat(core.get(Outbox.class).byKey(ID + "#0002").orElseThrow().saying().to()).isEqualTo(DANA);
        now = now.plus(Duration.ofDays(8));
        beat();
        assertThat(takesUp("e4", DANA)).startsWith("This question has closed.");
    }

    @Test
    void asksPrivatelyWhenTheThreadIsClosed() {
        verdicts.add(new AskCheck.Verdict.AskPrivately());
        conversations.plan(offered());
        beat();
        assertThat(question().saying().to()).isEqualTo(DANA);
    }

    @Test
    void asksPrivatelyWhatCouldNotBeOfferedInTheThread() {
        conversations.plan(offered());
        beat();
        assertThat(question().saying().thread()).isEqualTo(new Reference("C7", "7.1"));
        now = now.plus(Duration.ofMinutes(15));
        beat();
        assertThat(said()).containsExactly(ID + "#0001");
        core.mongo()
            .getCollection("outbox")
            .updateOne(new Document("_id", ID + "#0001"),
                    new Document("$set", new Document("state", "PARKED").append("reason", "restricted_action")));
        now = now.plus(Duration.ofMinutes(15));
        beat();
        assertThat(core.get(Outbox.class).byKey(ID + "#0002").orElseThrow().saying().to()).isEqualTo(DANA);
        assertThat(conversations.progress(ID).orElseThrow().question()).isEqualTo(ID + "#0002");
    }

    @Test
    void looksNoMoreAtALineThatStands() {
        conversations.plan(offered());
        beat();
        core.mongo()
            .getCollection("outbox")
            .updateOne(new Document("_id", ID + "#0001"), new Document("$set", new Document("state", "DELIVERED")));
        now = now.plus(Duration.ofMinutes(15));
        beat();
        assertThat(document().getDate("claimAt").toInstant())
            .isEqualTo(now.minus(Duration.ofMinutes(15)).plus(Duration.ofDays(7)));
    }

    private Plan offered() {
        Plan plan = plan(now);
        return new Plan(plan.workspace(), plan.customer(), null, plan.touchpoint(), plan.team(), null, plan.subject(),
                plan.to(), plan.locale(), plan.due(), null, new Spot(CHANNEL, "7.1"));
    }

    /** What somebody is shown who presses in the thread. */
    private String takesUp(String id, Address person) {
        Answer answer = conversations.pressed(question(), new Inbound.Pressed(id, now,
                new Inbound.Actor(person, false, null), CHANNEL, new Reference("C7", "7.2"), "t", "privately"), now);
        return ((Answer.Shown) answer).message().plainText();
    }

    @Test
    void waitsWhenTheGatesSayLaterAndEndsWhenTheySayNever() {
        verdicts
            .addAll(List.of(new AskCheck.Verdict.Later(now.plus(Duration.ofHours(2))), new AskCheck.Verdict.Never()));
        conversations.plan(plan(now));
        beat();
        assertThat(conversations.progress(ID).orElseThrow().stage()).isEqualTo(Progress.Stage.PLANNED);
        now = now.plus(Duration.ofHours(2));
        beat();
        assertThat(conversations.progress(ID).orElseThrow().stage()).isEqualTo(Progress.Stage.HELD_BACK);
        assertThat(said()).isEmpty();
    }

    @Test
    void remindsOnceAfterThreeDaysWhenTheGatesSaySoAndThenCloses() {
        asked();
        Instant reminder = now.plus(Duration.ofDays(3));
        now = reminder.minusSeconds(1);
        beat();
        verdicts.add(new AskCheck.Verdict.Later(reminder.plus(Duration.ofHours(2))));
        now = reminder;
        beat();
        assertThat(said()).containsExactly(ID + "#0001");
        now = reminder.plus(Duration.ofHours(2));
        beat();
        assertThat(said()).containsExactly(ID + "#0001", ID + "#0002");
        now = now.plus(Duration.ofDays(7)).minusSeconds(1);
        beat();
        assertThat(said()).hasSize(2);
        now = now.plusSeconds(1);
        beat();
        assertThat(said()).hasSize(4);
        assertThat(conversations.progress(ID).orElseThrow().stage()).isEqualTo(Progress.Stage.EXPIRED);
    }

    @Test
    void remindsNobodyWhoHasReactedOrMayNotBeAsked() {
        asked();
        write("e1", "Where is my refund?");
        List<String> before = said();
        now = now.plus(Duration.ofDays(3));
        beat();
        assertThat(said()).isEqualTo(before);
        now = now.plus(Duration.ofDays(4));
        beat();
        assertThat(conversations.progress(ID).orElseThrow().stage()).isEqualTo(Progress.Stage.EXPIRED);
    }

    @Test
    void expiresAfterSevenDaysWhereAGateHeldTheReminderBack() {
        asked();
        verdicts.add(new AskCheck.Verdict.Never());
        now = now.plus(Duration.ofDays(3));
        beat();
        assertThat(said()).containsExactly(ID + "#0001");
        assertThat(core.get(Attendant.class).nextDue()).contains(now.plus(Duration.ofDays(4)));
        assertThat(conversations.progress(ID).orElseThrow().stage()).isEqualTo(Progress.Stage.ASKED);
    }

    @Test
    void givesUpWhatOverflowsTheStack() {
        meanwhile = () -> {
            throw new StackOverflowError();
        };
        conversations.plan(plan(now));
        for (int attempt = 0; attempt < 8; attempt++) {
            assertThat(givenUp()).isEmpty();
            beat();
            now = now.plus(Duration.ofSeconds(30));
        }
        assertThat(givenUp()).containsExactly(ID);
    }

    @Test
    void givesUpWhatAlwaysFailsUntilSomebodyTriesItAgain() {
        poison = ID;
        conversations.plan(plan(now));
        for (int attempt = 0; attempt < 8; attempt++) {
            assertThat(givenUp()).isEmpty();
            beat();
            now = now.plus(Duration.ofSeconds(30));
        }
        assertThat(givenUp()).containsExactly(ID);
        beat();
        assertThat(core.get(Attendant.class).nextDue()).isEmpty();
        poison = "";
        beat();
        assertThat(said()).isEmpty();
        assertThat(core.get(ParkedWork.class, "parkedConversations").retry("w1", ID, now)).isTrue();
        beat();
        assertThat(said()).containsExactly(ID + "#0001");
        assertThat(givenUp()).isEmpty();
    }

    private List<String> givenUp() {
        return core.get(ParkedWork.class, "parkedConversations").of("w1", 10).stream().map(DeadLetter::id).toList();
    }

    @Test
    void goesOnFromWhatHappenedWhileTheGatesWereAsked() {
        meanwhile = () -> conversations.withdraw(ID, "e1", now);
        conversations.plan(plan(now));
        beat();
        assertThat(conversations.progress(ID).orElseThrow().stage()).isEqualTo(Progress.Stage.WITHDRAWN);
        assertThat(said()).isEmpty();
    }

    @Test
    void appliesEachEventOnceHoweverOftenItIsDelivered() {
        asked();
        press("e1", "rate:2");
        List<String> once = said();
        Document before = document();
        press("e1", "rate:2");
        press("e1", "rate:5");
        conversations.withdraw(ID, "e1", now);
        assertThat(said()).isEqualTo(once);
        assertThat(document()).isEqualTo(before);
        assertThat(core.get(Responses.class).byConversation(ID).orElseThrow().score()).isEqualTo(2);
    }

    @Test
    void recordsTheAnswerAtTheFirstTapAndEveryChange() {
        asked();
        press("e1", "rate:2");
        write("e2", "Two days late and nobody told me.");
        press("e3", "rate:4");
        Response response = core.get(Responses.class).byConversation(ID).orElseThrow();
        assertThat(response.score()).isEqualTo(4);
        assertThat(response.comments()).containsExactly("Two days late and nobody told me.");
        assertThat(response.day()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(document().get("talk", Document.class).getList("scores", Integer.class)).containsExactly(2, 4);
    }

    @Test
    void countsTheDayOfTheRatingNotOfEarlierWords() {
        asked();
        write("e1", "Where is my refund?");
        now = now.plus(Duration.ofDays(2));
        press("e2", "rate:3");
        assertThat(core.get(Responses.class).byConversation(ID).orElseThrow().day())
            .isEqualTo(LocalDate.of(2026, 11, 25));
    }

    @Test
    void refusesAPressByAnybodyElse() {
        asked();
        Inbound.Actor other = new Inbound.Actor(Address.person("w1", "slack", "T1", "U666"), true, null);
        Answer answer = conversations.pressed(question(),
                new Inbound.Pressed("e1", now, other, DANA, new Reference("D1", "1"), "t", "rate:1"), now);
        assertThat(answer).isInstanceOf(Answer.Shown.class);
        assertThat(core.get(Responses.class).byConversation(ID)).isEmpty();
    }

    @Test
    void takesWordsOnlyWhereSomethingWasAsked() {
        assertThat(write("e1", "hello")).isFalse();
        asked();
        assertThat(write("e2", "hello")).isTrue();
    }

    @Test
    void neverPutsAnOlderAnswerInThePlaceOfANewerOne() {
        asked();
        press("e1", "rate:2");
        Conversation rated = Objects.requireNonNull(core.mongo().findById(ID, Conversation.class));
        press("e2", "rate:4");
        core.get(Effects.class).perform(rated, new Effect.Answered("record1", 1L, 2, List.of(), List.of(), now), now);
        assertThat(core.get(Responses.class).byConversation(ID).orElseThrow().score()).isEqualTo(4);
    }

    @Test
    void goesOnAfterAnybodyDiedInTheMiddle() {
        asked();
        Conversation asking = core.mongo().findById(ID, Conversation.class);
        assertThat(asking).isNotNull();
        press("e1", "rate:1");
        List<String> expected = said();
        Document settled = document();
        Document undone = new Document(settled).append("claimAt", Date.from(now))
            .append("leased", true)
            .append("effects",
                    core.mongo()
                        .getCollection("outbox")
                        .find()
                        .into(new ArrayList<>())
                        .stream()
                        .filter((entry) -> !entry.getString("_id").endsWith("#0001"))
                        .map((entry) -> new Document("_class", "say").append("key", entry.getString("_id"))
                            .append("saying", entry.get("saying")))
                        .toList());
        core.mongo().getCollection("conversations").replaceOne(new Document("_id", ID), undone);
        beat();
        assertThat(said()).isEqualTo(expected);
        assertThat(document().getList("effects", Document.class)).isEmpty();
    }

    @Test
    void isAttendedToAtOnceWhenItIsKnownThatWhoDidSoIsGone() {
        meanwhile = () -> {
            throw new AssertionError("killed");
        };
        conversations.plan(plan(now));
        assertThatThrownBy(this::beat).hasMessage("killed");
        meanwhile = () -> {
        };
        assertThat(core.get(Attendant.class).nextDue()).contains(now.plus(Attendant.LEASE));
        core.get(Instances.class).stop();
        beat();
        assertThat(said()).containsExactly(ID + "#0001");
    }

    @Test
    void endsTheSameHoweverEventsAreRepeatedAndShuffled() {
        for (int seed = 0; seed < 20; seed++) {
            core.mongo().getCollection("conversations").deleteMany(new Document());
            core.mongo().getCollection("answers").deleteMany(new Document());
            core.mongo().getCollection("outbox").deleteMany(new Document());
            asked();
            List<String> events = new ArrayList<>(List.of("a rate:2", "b rate:4", "c done", "a rate:2", "b rate:4"));
            Collections.shuffle(events, new Random(seed));
            events.forEach((event) -> press(event.substring(0, 1), event.substring(2)));
            boolean fourLast = events.indexOf("b rate:4") > events.indexOf("a rate:2");
            assertThat(core.get(Responses.class).byConversation(ID).orElseThrow().score()).as("seed " + seed)
                .isEqualTo(fourLast ? 4 : 2);
            assertThat(document().getList("effects", Document.class)).isEmpty();
            assertThat(said()).doesNotHaveDuplicates();
        }
    }

    private Plan plan(Instant due) {
        Touchpoint delivery = new Touchpoint("delivery", JourneyStage.POST_PURCHASE, false, "Delivery", "delivery",
                "jon", "Get the order", "On the promised day", 0.25, "delivery", List.of("order.delivered"),
                List.of("order.returned"), Duration.ofDays(1), 1, false);
        return new Plan("w1", "w1|customer|c42", null, delivery, "delivery", "jon",
                new Subject("order", "10442", null, "online order", now), DANA, Locale.ENGLISH, due, null);
    }

    private void asked() {
        conversations.plan(plan(now));
        beat();
    }

    private void press(String id, String action) {
        conversations.pressed(question(), new Inbound.Pressed(id, now, new Inbound.Actor(DANA, false, null), DANA,
                new Reference("D1", "1"), "t", action), now);
        beat();
    }

    private boolean write(String id, String words) {
        Customer customer = core.get(Customers.class).byId("w1|customer|c42").orElseThrow();
        boolean heard = conversations.heard(customer,
                new Inbound.Said(id, now, new Inbound.Actor(DANA, false, null), DANA, null, words), now);
        beat();
        return heard;
    }

    private Said question() {
        return core.get(Outbox.class).byKey(ID + "#0001").orElseThrow();
    }

    private void beat() {
        core.get(Heartbeat.class).runDue(now);
    }

    private List<String> said() {
        return core.mongo()
            .getCollection("outbox")
            .find()
            .map((entry) -> entry.getString("_id"))
            .into(new ArrayList<>())
            .stream()
            .sorted()
            .toList();
    }

    private Document document() {
        return Objects
            .requireNonNull(core.mongo().getCollection("conversations").find(new Document("_id", ID)).first());
    }

}
