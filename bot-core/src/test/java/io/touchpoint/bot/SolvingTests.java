package io.touchpoint.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.FakeDirectory;
import io.touchpoint.chat.Field;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Inbound.Actor;
import io.touchpoint.chat.Spot;
import io.touchpoint.conversation.Smalltalk;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.followup.Decisions;
import io.touchpoint.followup.FollowUps;
import io.touchpoint.followup.Why;
import io.touchpoint.intake.ByHand;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Survey;
import io.touchpoint.survey.Surveys;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SolvingTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Actor JON = actor("UJON", true);

    private static final Actor DANA = actor("UDANA", false);

    private static final Spot SPOT = new Spot(Address.channel("w1", "slack", "T1", "C1"), "1.1");

    private final FakeDirectory directory = new FakeDirectory("slack");

    private Instant now = CoreUnderTest.START;

    private int sent;

    private CoreUnderTest core;

    private Solving solving;

    @BeforeEach
    void start() {
        core = CoreUnderTest
            .with("workspace", "journey", "survey", "customer", "team", "feedback", "recovery", "conversation",
                    "outbox", "breaker", "followup", "intake")
            .bean(Directory.class, directory)
            .property("touchpoint.events.secret=secret")
            .property("touchpoint.events.patience=1h")
            .start();
        core.get(Workspaces.class)
            .put(new Workspace("w1", null, "Northwind", LONDON, Locale.ENGLISH, null,
                    List.of(new Tenant("slack", "T1")), List.of("northwind.example"), List.of(), "f"));
        core.get(JourneyMaps.class)
            .publish("w1",
                    List.of(new Touchpoint("ticket", JourneyStage.SERVICE, true, "Support ticket", "support", null,
                            "goal", "expectation", 0.2, "ticket", List.of("ticket.solved"), List.of("ticket.reopened"),
                            Duration.ofHours(3), 1, false)));
        core.get(Surveys.class)
            .put(new Survey(Surveys.id("w1", "ticket"), "w1", "ticket", Scale.STARS_5,
                    Map.of("en",
                            new Survey.Words("Support ticket", "the handling", "how it went", "How was it?",
                                    List.of("Very bad", "Bad", "OK", "Good", "Very good"), "you wrote to us",
                                    "ticket {subject}", "ticket {subject} was solved", "Your ticket is open again.")),
                    List.of()));
        core.get(Teams.class)
            .replace("w1", List.of(), List.of(new Colleague("w1|colleague|jon", "w1", "jon", "Jon", null,
                    List.of(JON.person()), null, null, LONDON, LocalTime.of(9, 0), LocalTime.of(17, 0))));
        directory.knows(new Directory.Person(DANA.person(), "Dana", null, null, LONDON, false, true));
        directory.knows(new Directory.Person(JON.person(), "Jon", null, null, LONDON, true, true));
        solving = new Solving(core.get(Teams.class), core.get(Customers.class), core.get(Smalltalk.class),
                List.of(directory), core.get(FollowUps.class), core.get(ByHand.class), core.get(JourneyMaps.class));
    }

    @AfterEach
    void stop() {
        core.close();
    }

    private static Actor actor(String id, boolean colleague) {
        return new Actor(Address.person("w1", "slack", "T1", id), colleague, null);
    }

    private Answer marks(Actor actor, @Nullable Actor author) {
        return solving.marked(new Inbound.Marked("m", now, actor, SPOT, now.minusSeconds(30),
                (author == null) ? null : author.person()));
    }

    private Form form(@Nullable Actor author) {
        return ((Answer.Opened) marks(JON, author)).form();
    }

    private Answer sends(Actor actor, Form form, Map<String, List<String>> values) {
        sent++;
        return solving.submitted(new Inbound.Submitted("s" + sent, now, actor, form.key(), values), now);
    }

    private String told(Form form, Map<String, List<String>> values) {
        return shown(sends(JON, form, values));
    }

    private static String shown(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Shown.class);
        return ((Answer.Shown) answer).message().plainText();
    }

    private List<Why> decided(String sought) {
        return core.get(Decisions.class).why("w1", sought, LONDON);
    }

    @Test
    void asksNothingThatTheMessageTells() {
        Form form = form(DANA);
        assertThat(form.parts().getFirst()).isEqualTo(Block.Paragraph.of("Customer: Dana."));
        assertThat(form.parts()).filteredOn(Field.Text.class::isInstance)
            .allSatisfy((field) -> assertThat(((Field.Text) field).optional()).isTrue());
        assertThat(told(form, Map.of("title", List.of("Log-in"))).lines()).hasSize(2)
            .element(1)
            .isEqualTo("Support ticket: scheduled for Mon 23 Nov, 12:00 Europe/London.");
    }

    @Test
    void wantsToKnowTheCustomerWhereItCannotTell() {
        Form form = form(JON);
        assertThat(sends(JON, form, Map.of())).isEqualTo(new Answer.Wrong(Map.of("email", "Who is the customer?")));
        assertThat(sends(JON, form, Map.of("email", List.of("dana"))))
            .isEqualTo(new Answer.Wrong(Map.of("email", "This is not an e-mail address.")));
        assertThat(told(form, Map.of("email", List.of("Nobody@mail.example"))))
            .endsWith("Support ticket: not asked: unreachable, not found in chat (not_found).");
        assertThat(told(form, Map.of("email", List.of("lea@northwind.example"), "ticket", List.of("8")))).isEqualTo(
                "Ticket 8 is marked as solved.\n" + "Support ticket: not asked: one of the company's own people.");
    }

    @Test
    void knowsACustomerByTheAddressThatIsGiven() {
        core.get(Customers.class)
            .learn("w1",
                    new CustomerFacts("c42", "Dana", "dana@mail.example", null, LONDON, null, List.of(DANA.person())),
                    now);
        told(form(null), Map.of("email", List.of("Dana@Mail.example"), "ticket", List.of("7")));
        assertThat(decided("ticket:7")).singleElement().satisfies((why) -> {
            assertThat(why.decision().customer()).isEqualTo("w1|customer|c42");
            assertThat(why.decision().manual()).isTrue();
            assertThat(why.decision().owner()).isEqualTo("jon");
            assertThat(why.sentence()).startsWith("scheduled for");
        });
        assertThat(core.get(Decisions.class).asked("w1", null, now, now.plus(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithTheNumber() {
        assertThat(sends(JON, form(DANA), Map.of("ticket", List.of("a b"))))
            .isEqualTo(new Answer.Wrong(Map.of("ticket", "This must not have spaces, | or #.")));
    }

    @Test
    void tellsWhoeverIsNoColleagueThatItIsNotForThem() {
        assertThat(shown(marks(DANA, DANA)))
            .isEqualTo("Only people of Northwind can mark a conversation as solved. Write “person” in our own chat to "
                    + "hear from somebody.");
        core.get(Customers.class)
            .learn("w1", new CustomerFacts("c42", "Dana", null, Locale.GERMANY, LONDON, null, List.of(DANA.person())),
                    now);
        assertThat(shown(sends(DANA, form(DANA), Map.of()))).startsWith("Nur Leute von Northwind können");
        assertThat(shown(marks(actor("ULEA", true), DANA))).startsWith("Only people of Northwind");
        assertThat(decided("w1|customer|c42")).isEmpty();
    }

    @Test
    void opensTheTicketAgainWhenSomebodyWroteSince() {
        String first = told(form(DANA), Map.of());
        String number = first.substring("Ticket ".length(), first.indexOf(" is marked"));
        now = now.plusSeconds(60);
        assertThat(told(earlier(), Map.of())).contains("not asked: already scheduled for");
        now = now.plusSeconds(600);
        assertThat(told(form(DANA), Map.of())).contains("Ticket " + number, "scheduled for Mon 23 Nov, 12:11");
        assertThat(decided("ticket:" + number)).extracting((why) -> why.decision().subject().occurrence())
            .containsExactly("2", null);
        assertThat(decided("ticket:" + number).getLast().sentence()).contains("withdrawn by ticket.reopened");
    }

    /** The form of a message that was written before the conversation was marked. */
    private Form earlier() {
        return ((Answer.Opened) solving
            .marked(new Inbound.Marked("m", now, JON, SPOT, CoreUnderTest.START.minusSeconds(30), DANA.person())))
            .form();
    }

    @Test
    void decidesOnceHoweverOftenTheFormComes() {
        Inbound.Submitted submitted = new Inbound.Submitted("once", now, JON, form(DANA).key(), Map.of());
        Answer first = solving.submitted(submitted, now);
        assertThat(solving.submitted(submitted, now.plusSeconds(5))).isEqualTo(first);
        assertThat(decided("w1|customer|slack-UDANA")).singleElement()
            .satisfies((why) -> assertThat(why.decision().earlier()).isEmpty());
    }

    @Test
    void ignoresFormsThatItHasNotMade() {
        for (String key : List.of("solved:", "solved:channel|C1|1.1|x|", "solved:||||", "solved:channel|C1|1.1|5",
                "solved:channel| |1.1|5|U1")) {
            assertThat(solving.submitted(new Inbound.Submitted("s", now, JON, key, Map.of()), now))
                .isEqualTo(new Answer.Nothing());
        }
    }

}
