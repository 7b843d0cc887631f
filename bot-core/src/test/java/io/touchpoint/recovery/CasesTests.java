package io.touchpoint.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Delivery;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.FakeDirectory;
import io.touchpoint.chat.FakeMessenger;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Messenger;
import io.touchpoint.chat.Reference;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.heartbeat.DeadLetter;
import io.touchpoint.heartbeat.DeadLetters;
import io.touchpoint.heartbeat.Heartbeat;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Said;
import io.touchpoint.survey.Scale;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Team;
import io.touchpoint.team.Teams;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class CasesTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final Address ANNA = Address.person("w1", "chat", "T1", "anna");

    private static final Address JON = Address.person("w1", "chat", "T1", "jon");

    private static final Address MARA = Address.person("w1", "chat", "T1", "mara");

    private static final Address ROOM = Address.channel("w1", "chat", "T1", "delivery");

    private static final String CASE = "w1|case|order:1042|delivery";

    private final FakeMessenger chat = new FakeMessenger("chat");

    private final FakeDirectory directory = new FakeDirectory("chat");

    private final CoreUnderTest core = CoreUnderTest.with("recovery", "outbox", "team", "customer")
        .bean(Messenger.class, chat)
        .bean(Directory.class, directory)
        .start();

    private final Cases cases = core.get(Cases.class);

    private final Outbox outbox = core.get(Outbox.class);

    private final AtomicInteger events = new AtomicInteger();

    @BeforeEach
    void company() {
        Team team = new Team("w1|team|delivery", "w1", "delivery", "delivery team", Map.of(), List.of(ROOM), BERLIN,
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(17, 0), DayOfWeek.MONDAY,
                LocalTime.of(9, 0));
        core.get(Teams.class)
            .replace("w1", List.of(team), List.of(colleague("jon", "Jon", JON), colleague("mara", "Mara", MARA)));
        core.get(Customers.class)
            .learn("w1", new CustomerFacts("c42", "Anna Holt", null, Locale.ENGLISH, BERLIN, null, List.of(ANNA)),
                    now());
    }

    private static Colleague colleague(String key, String name, Address address) {
        return new Colleague("w1|colleague|" + key, "w1", key, name, null, List.of(address), "delivery", null, BERLIN,
                LocalTime.of(9, 0), LocalTime.of(17, 0));
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void tellsTheTeamOfAnUnhappyCustomer() {
        cases.open(complaint("wish"), now());
        settle();
        assertThat(chat.texts(ROOM)).containsExactly("""
                Unhappy customer: Delivery, 2 of 5   answered 10:00 Europe/Berlin
                “Two days late. Write to [e-mail], [name]”
                Online order 10442. First case of this customer. Asked for a reply: by Tue 24 Nov, end of day.
                Nobody has it yet.
                [I'll take it] [Reply to customer…] [Close…]""");
        assertThat(cases.openOf("w1|customer|c42").map(Case::id)).contains(CASE);
    }

    @Test
    void opensOneCaseForOneWish() {
        cases.open(complaint("wish"), now());
        cases.open(complaint("wish"), now());
        settle();
        assertThat(chat.texts()).hasSize(1);
    }

    @Test
    void givesNewWordsOfTheSameConversationToItsCase() {
        cases.open(complaint("wish"), now());
        Complaint more = complaint("again", "Two days late. Write to a.holt@mail.example, Anna Holt",
                "And it is broken.");
        assertThat(cases.open(more, now()).id()).isEqualTo(CASE);
        settle();
        assertThat(chat.texts(ROOM)).hasSize(2).last().isEqualTo("The customer wrote:\n“And it is broken.”");
    }

    @Test
    void aColleagueTakesTheCase() {
        cases.open(complaint("wish"), now());
        settle();
        core.clock().advance(Duration.ofMinutes(12));
        assertThat(press(JON, "take")).isEqualTo(new Answer.Nothing());
        settle();
        assertThat(chat.texts(ROOM)).hasSize(2)
            .last(STRING)
            .contains("Taken by Jon, 10:12 Europe/Berlin.\n[Reply to customer…] [Close…]")
            .doesNotContain("I'll take it");
        assertThat(chat.standing().getLast().reference()).isEqualTo(chat.standing().getFirst().reference());
    }

    @Test
    void theSecondToTakeItIsToldWhoHasIt() {
        cases.open(complaint("wish"), now());
        settle();
        press(JON, "take");
        assertThat(shown(press(MARA, "take")))
            .isEqualTo("This has changed since. Here is the current state.\nTaken by Jon, 10:00 Europe/Berlin.");
        settle();
        assertThat(chat.texts(ROOM)).hasSize(2);
    }

    @Test
    void oneOfTwoWhoPressAtTheSameMomentHasIt() throws InterruptedException {
        cases.open(complaint("wish"), now());
        settle();
        Thread rival = Thread.ofPlatform().start(() -> press(MARA, "take"));
        press(JON, "take");
        rival.join();
        settle();
        assertThat(chat.texts(ROOM)).hasSize(2);
        assertThat(cases.byId(CASE).map(Case::status)).contains(Case.Status.TAKEN);
    }

    @Test
    void aPressDeliveredTwiceChangesNothingTwice() {
        cases.open(complaint("wish"), now());
        settle();
        Said card = said();
        Inbound.Pressed pressed = pressed(actor(JON, true), "take", card, ROOM);
        cases.pressed(card, pressed, now());
        cases.pressed(card, pressed, now());
        settle();
        assertThat(chat.texts(ROOM)).hasSize(2);
    }

    @Test
    void onlyKnownColleaguesActAndOnlyInTheTeamsChannel() {
        cases.open(complaint("wish"), now());
        settle();
        Said card = said();
        Address stranger = Address.person("w1", "chat", "T1", "eve");
        String denied = "Only the owner's team can do this.";
        assertThat(shown(cases.pressed(card, pressed(actor(JON, false), "take", card, ROOM), now()))).isEqualTo(denied);
        assertThat(shown(cases.pressed(card, pressed(actor(stranger, true), "take", card, ROOM), now())))
            .isEqualTo(denied);
        assertThat(shown(cases.pressed(card, pressed(actor(JON, true), "take", card, JON), now()))).isEqualTo(denied);
        assertThat(shown(submit(actor(stranger, true), "reply", Map.of("words", List.of("Hello"))))).isEqualTo(denied);
        assertThat(cases.byId(CASE).map(Case::status)).contains(Case.Status.OPEN);
    }

    @Test
    void aReplyReachesTheCustomerUnderTheColleaguesName() {
        cases.open(complaint("wish"), now());
        settle();
        Answer form = press(JON, "reply");
        assertThat(form).isInstanceOfSatisfying(Answer.Opened.class, (opened) -> {
            assertThat(opened.form().title()).isEqualTo("Reply to customer");
            assertThat(opened.form().parts().getFirst())
                .isEqualTo(new Block.Quote("Two days late. Write to a.holt@mail.example, Anna Holt", null));
        });
        assertThat(submit(actor(JON, true), "reply", Map.of("words", List.of("I'm sorry. A new one is on its way."))))
            .isEqualTo(new Answer.Nothing());
        settle();
        assertThat(chat.texts(ANNA)).containsExactly("Jon, delivery team:\n“I'm sorry. A new one is on its way.”");
        assertThat(chat.texts(ROOM)).hasSize(3)
            .anyMatch((text) -> text.startsWith("Jon wrote to the customer:"))
            .anyMatch((text) -> text.contains("Taken by Jon"));
    }

    @Test
    void aFormSentTwiceIsOneReply() {
        cases.open(complaint("wish"), now());
        settle();
        Inbound.Submitted form = new Inbound.Submitted("f1", now(), actor(JON, true), token() + ":reply",
                Map.of("words", List.of("Sorry.")));
        cases.submitted(said(), form, now());
        cases.submitted(said(), form, now());
        settle();
        assertThat(chat.texts(ANNA)).hasSize(1);
    }

    @Test
    void anEmptyReplyIsNotSent() {
        cases.open(complaint("wish"), now());
        settle();
        assertThat(submit(actor(JON, true), "reply", Map.of("words", List.of(" "))))
            .isEqualTo(new Answer.Wrong(Map.of("words", "Write something to the customer.")));
        assertThat(submit(actor(JON, true), "reply", Map.of())).isInstanceOf(Answer.Wrong.class);
    }

    @Test
    void whatTheCustomerAnswersGoesToTheThread() {
        cases.open(complaint("wish"), now());
        settle();
        press(JON, "take");
        assertThat(cases.hear("w1|customer|c42", "Thanks, Anna Holt", "e1", now())).isTrue();
        assertThat(cases.hear("w1|customer|c42", "Thanks, Anna Holt", "e1", now())).isTrue();
        settle();
        assertThat(chat.texts(ROOM)).hasSize(3).last().isEqualTo("@Jon, the customer wrote:\n“Thanks, [name]”");
        assertThat(chat.calls().getLast().thread()).isEqualTo(chat.standing().getFirst().reference());
    }

    @Test
    void hearsNothingWithoutAnOpenCase() {
        assertThat(cases.hear("w1|customer|c42", "Hello", "e1", now())).isFalse();
        cases.open(complaint("wish"), now());
        settle();
        closeCase("");
        assertThat(cases.hear("w1|customer|c42", "Hello", "e2", now())).isFalse();
    }

    @Test
    void closingTellsTheCustomerWhatWasWrittenForThem() {
        cases.open(complaint("wish"), now());
        settle();
        assertThat(press(JON, "close")).isInstanceOf(Answer.Opened.class);
        assertThat(closeCase("A new carrier takes your street from Monday.")).isEqualTo(new Answer.Nothing());
        settle();
        assertThat(chat.texts(ANNA))
            .containsExactly("Jon, delivery team:\n“A new carrier takes your street from Monday.”");
        assertThat(chat.texts(ROOM)).last(STRING)
            .endsWith("Closed by Jon, Mon 23 Nov, 10:00 Europe/Berlin. Root cause: a carrier or supplier.");
        assertThat(cases.openOf("w1|customer|c42")).isEmpty();
        assertThat(cases.nextDue()).isEmpty();
    }

    @Test
    void closingWithoutASentenceTellsTheCustomerNothing() {
        cases.open(complaint("wish"), now());
        settle();
        closeCase("");
        settle();
        assertThat(chat.texts(ANNA)).isEmpty();
    }

    @Test
    void closingNeedsACauseAndWhatWasDone() {
        cases.open(complaint("wish"), now());
        settle();
        assertThat(submit(actor(JON, true), "close", Map.of("cause", List.of("FATE"), "done", List.of("x"))))
            .isEqualTo(new Answer.Wrong(Map.of("cause", "Choose what comes closest.")));
        assertThat(submit(actor(JON, true), "close", Map.of("cause", List.of("PROCESS"))))
            .isEqualTo(new Answer.Wrong(Map.of("done", "Write what was done.")));
    }

    @Test
    void aButtonOfAClosedCaseShowsWhatBecameOfIt() {
        cases.open(complaint("wish"), now());
        settle();
        closeCase("");
        for (String action : List.of("take", "reply", "close")) {
            assertThat(shown(press(MARA, action))).startsWith("This has changed since.").contains("Closed by Jon");
        }
        assertThat(shown(submit(actor(MARA, true), "reply", Map.of("words", List.of("Hello")))))
            .contains("Closed by Jon");
        settle();
        assertThat(chat.texts(ANNA)).isEmpty();
    }

    @Test
    void aNewWishAfterTheEndIsANewCase() {
        cases.open(complaint("wish"), now());
        settle();
        closeCase("");
        assertThat(cases.open(complaint("wish"), now()).id()).isEqualTo(CASE);
        assertThat(cases.open(complaint("another"), now()).id()).isEqualTo(CASE + "|2");
        settle();
        assertThat(chat.texts(ROOM)).last(STRING).contains("This customer had a case before.");
    }

    @Test
    void isDueAtTheEndOfTheTeamsNextWorkingDay() {
        assertThat(cases.dueFor("w1", "delivery", Instant.parse("2026-11-23T09:00:00Z")))
            .isEqualTo(Instant.parse("2026-11-24T16:00:00Z"));
        assertThat(cases.dueFor("w1", "delivery", Instant.parse("2026-11-26T23:30:00Z")))
            .isEqualTo(Instant.parse("2026-11-30T16:00:00Z"));
        assertThat(cases.dueFor("w1", "delivery", Instant.parse("2026-03-27T09:00:00Z")))
            .isEqualTo(Instant.parse("2026-03-30T15:00:00Z"));
        assertThat(cases.dueFor("w1", "gone", Instant.parse("2026-11-23T09:00:00Z")))
            .isEqualTo(Instant.parse("2026-11-24T17:00:00Z"));
    }

    @Test
    void saysOnceThatItIsOverdue() {
        Case one = cases.open(complaint("wish"), now());
        settle();
        press(JON, "take");
        settle();
        assertThat(cases.nextDue()).contains(one.due());
        core.clock().set(one.due().minusMillis(1));
        settle();
        assertThat(chat.texts(ROOM)).hasSize(2);
        core.clock().set(one.due());
        settle();
        assertThat(chat.texts(ROOM)).hasSize(3)
            .last()
            .isEqualTo("Overdue: a reply was promised by Tue 24 Nov, end of day. @Jon has it.");
        assertThat(cases.nextDue()).isEmpty();
        core.clock().advance(Duration.ofDays(30));
        settle();
        assertThat(chat.texts(ROOM)).hasSize(3);
    }

    @Test
    void looksAgainAMinuteLaterAtACaseThatFailed() {
        Case one = cases.open(complaint("wish"), now());
        settle();
        core.clock().set(one.due());
        zone("Nowhere/None");
        settle();
        assertThat(cases.nextDue()).contains(one.due().plus(Duration.ofMinutes(1)));
        zone("Europe/Berlin");
        core.clock().advance(Duration.ofMinutes(1));
        settle();
        assertThat(chat.texts(ROOM)).last().asString().startsWith("Overdue: ");
    }

    private void zone(String stored) {
        core.mongo()
            .updateFirst(Query.query(Criteria.where("_id").is("w1|team|delivery")), Update.update("zone", stored),
                    "teams");
    }

    @Test
    void aReplyKeepsThePromise() {
        Case one = cases.open(complaint("wish"), now());
        settle();
        submit(actor(JON, true), "reply", Map.of("words", List.of("Sorry.")));
        settle();
        int said = chat.texts().size();
        core.clock().set(one.due().plusSeconds(1));
        settle();
        assertThat(chat.texts()).hasSize(said);
    }

    @Test
    void saysWhatADeadInstanceHadDecided() {
        cases.open(complaint("wish"), now());
        settle();
        Document stored = Objects.requireNonNull(core.mongo().findById(CASE, Document.class, "cases"));
        Document unsaid = new Document("key", CASE + "#0002").append("about", CASE)
            .append("to",
                    Document.parse("{workspace: 'w1', platform: 'chat', tenant: 'T1', kind: 'PERSON', _id: 'anna'}"))
            .append("lane", "REPLY")
            .append("message", Document.parse("{blocks: [{_class: 'note', spans: [{_class: 'plain', text: 'N'}]}]}"));
        stored.append("pending", List.of(unsaid)).append("said", 2).append("claimAt", Date.from(now()));
        core.mongo().save(stored, "cases");
        settle();
        assertThat(chat.texts(ANNA)).containsExactly("N");
        assertThat(cases.byId(CASE).orElseThrow().pending()).isEmpty();
    }

    @Test
    void isNeverShownInAChannelThatOtherCompaniesRead() {
        directory.shares(ROOM);
        cases.open(complaint("wish"), now());
        cases.hear("w1|customer|c42", "More", "e1", now());
        settle();
        assertThat(chat.calls()).isEmpty();
        assertThat(outbox.about(CASE)).extracting(Said::state).containsOnly(Said.State.DROPPED);
        assertThat(outbox.about(CASE).getFirst().reason()).isEqualTo("channel is shared with other companies");
    }

    @Test
    void waitsUntilItIsKnownWhoReadsTheChannel() {
        directory.answers(ROOM, new Directory.Found.NotNow<>("ratelimited"));
        cases.open(complaint("wish"), now());
        settle();
        assertThat(chat.calls()).isEmpty();
        directory.answers(ROOM,
                new Directory.Found.Here<>(new Directory.Channel(ROOM, "delivery", false, false, true)));
        core.clock().advance(Duration.ofMinutes(1));
        settle();
        assertThat(chat.texts(ROOM)).hasSize(1);
    }

    @Test
    void refusedSayingsAreSeen() {
        chat.always((_) -> new Delivery.Refused("is_archived"));
        cases.open(complaint("wish"), now());
        settle();
        assertThat(core.all(DeadLetters.class).stream().flatMap((kind) -> kind.of("w1", 10).stream()))
            .extracting(DeadLetter::reason)
            .containsExactly("is_archived");
    }

    private Complaint complaint(String eventId) {
        return complaint(eventId, "Two days late. Write to a.holt@mail.example, Anna Holt");
    }

    private static Complaint complaint(String eventId, String... words) {
        return new Complaint("w1|order:1042|delivery", "w1", "w1|customer|c42", ANNA, Locale.ENGLISH, "delivery",
                "delivery", "Delivery", Scale.STARS_5, 2, List.of(words), "online order 10442", eventId);
    }

    private Instant now() {
        return core.clock().instant();
    }

    private void settle() {
        core.get(Heartbeat.class).runDue(now());
    }

    private Said said() {
        return outbox.byToken("w1", token()).orElseThrow();
    }

    private String token() {
        return chat.standing()
            .reversed()
            .stream()
            .filter((one) -> one.call().to().equals(ROOM) && one.call().thread() == null)
            .findFirst()
            .orElseThrow()
            .call()
            .token();
    }

    private static Inbound.Actor actor(Address person, boolean colleague) {
        return new Inbound.Actor(person, colleague, null);
    }

    private Answer press(Address by, String action) {
        Said card = said();
        return cases.pressed(card, pressed(actor(by, true), action, card, ROOM), now());
    }

    private Inbound.Pressed pressed(Inbound.Actor actor, String action, Said card, Address in) {
        Reference reference = Optional.ofNullable(card.reference()).orElseThrow();
        return new Inbound.Pressed("p" + events.incrementAndGet(), now(), actor, in, reference,
                Outbox.token(card.saying().key()), action);
    }

    private Answer submit(Inbound.Actor actor, String form, Map<String, List<String>> values) {
        return cases.submitted(said(),
                new Inbound.Submitted("f" + events.incrementAndGet(), now(), actor, token() + ":" + form, values),
                now());
    }

    private Answer closeCase(String tell) {
        return submit(actor(JON, true), "close", Map.of("cause", List.of("PARTNER"), "done", List.of("Called them."),
                "tell", tell.isEmpty() ? List.of() : List.of(tell)));
    }

    private static String shown(Answer answer) {
        return (answer instanceof Answer.Shown(var message)) ? message.plainText() : answer.toString();
    }

}
