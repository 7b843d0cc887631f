package io.touchpoint.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Field;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Saying;
import io.touchpoint.teams.fake.Fault;
import io.touchpoint.teams.fake.Person;
import io.touchpoint.teams.fake.Post;
import io.touchpoint.teams.fake.Pressed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTests {

    private static final Message QUESTION = Message.of(Block.Paragraph.of("How was the delivery?"),
            Block.Buttons.of(Button.of("rate:1", "1 Bad"), Button.of("rate:5", "5 Good")));

    private final AdapterUnderTest adapter = AdapterUnderTest.anew();

    private final String team = adapter.place("team");

    private final Person ada = adapter.person("Ada");

    private final Outbox outbox = adapter.get(Outbox.class);

    private void says(String text) {
        adapter.teams.events().says(ada.id(), text);
        adapter.settle();
    }

    /** Puts a question to somebody, as the product does. */
    private Post asked(Address to, Message message, String place) {
        Saying saying = Saying.of("w1|order:1|delivery#0001", "w1|order:1|delivery", to, Lane.PROMPT, message);
        outbox.promise(List.of(saying), adapter.clock.instant());
        outbox.runDue(adapter.clock.instant());
        return adapter.teams.posts(place).getLast();
    }

    private Post asked(Message message) {
        says("hi");
        adapter.received.clear();
        return asked(adapter.address(ada), message, adapter.teams.directChat(ada.id()));
    }

    private <T extends Inbound> T heard(Class<T> type) {
        assertThat(adapter.received).isNotEmpty().last().isInstanceOf(type);
        return type.cast(adapter.received.getLast());
    }

    @Test
    void readsAPressAndShowsWhatTakesTheCardsPlaceAtOnce() {
        Post question = asked(QUESTION);
        adapter.product((_) -> {
            outbox.promise(List.of(Saying
                .of("w1|order:1|delivery#0002", "w1|order:1|delivery", adapter.address(ada), Lane.REPLY,
                        Message.text("Delivery: 5, good."))
                .inPlaceOf("w1|order:1|delivery#0001")), adapter.clock.instant());
            return new Answer.Nothing();
        });
        Pressed pressed = adapter.teams.interactions().press(ada.id(), question.id(), "5 Good");
        assertThat(pressed.ok()).isTrue();
        Inbound.Pressed heard = heard(Inbound.Pressed.class);
        assertThat(heard.action()).isEqualTo("rate:5");
        assertThat(heard.token()).isEqualTo(Outbox.token("w1|order:1|delivery#0001"));
        assertThat(heard.in()).isEqualTo(adapter.address(ada));
        assertThat(heard.actor().colleague()).isTrue();
        assertThat(adapter.teams.read(adapter.teams.seen(ada.id(), question), ada.zone()))
            .contains("Delivery: 5, good.");
        assertThat(adapter.teams.flaws()).isEmpty();
    }

    @Test
    void worksOnMoreTurnsAtOnceThanTheSdkHasThreads() {
        int turns = 4 * Runtime.getRuntime().availableProcessors();
        List<Person> people = IntStream.range(0, turns).mapToObj((i) -> adapter.person("Person" + i)).toList();
        CyclicBarrier together = new CyclicBarrier(turns);
        adapter.product((_) -> {
            meet(together);
            return new Answer.Nothing();
        });
        people.forEach((person) -> adapter.teams.events().says(person.id(), "hi"));
        adapter.settle();
        assertThat(adapter.received).hasSize(turns);
        assertThat(together.isBroken()).isFalse();
        assertThat(adapter.parked()).isEmpty();
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(10, TimeUnit.SECONDS);
        }
        catch (BrokenBarrierException | InterruptedException | TimeoutException ex) {
            throw new IllegalStateException(ex);
        }
    }

    @Test
    void promisesTheAnswerThatTeamsDoesNotTakeJustNow() {
        says("hi");
        adapter.product((_) -> new Answer.Shown(Message.text("What I can do:")));
        adapter.teams.faults().add(Fault.tooMany("send", Duration.ofSeconds(7)));
        says("/touchpoint help");
        assertThat(shown("What I can do:")).isZero();
        adapter.clock.advance(Duration.ofSeconds(10));
        outbox.runDue(adapter.clock.instant());
        outbox.runDue(adapter.clock.instant());
        assertThat(shown("What I can do:")).isEqualTo(1);
    }

    @Test
    void keepsNothingOfWhatItConfidesAndTriesThatAgain() {
        says("hi");
        adapter.product((_) -> new Answer.Confided(Message.text("whsec_x")));
        adapter.teams.faults().add(Fault.tooMany("send", Duration.ofSeconds(7)));
        says("/touchpoint secret new");
        assertThat(shown("whsec_x")).isZero();
        assertThat(adapter.stored()).doesNotContain("whsec_x");
        adapter.clock.advance(Duration.ofSeconds(10));
        adapter.get(Work.class).runDue(adapter.clock.instant());
        assertThat(shown("whsec_x")).isEqualTo(1);
        assertThat(adapter.stored()).doesNotContain("whsec_x");
    }

    private long shown(String text) {
        return adapter.chat(ada).stream().filter((post) -> adapter.teams.read(post, ada.zone()).contains(text)).count();
    }

    @Test
    void readsTheFallbackOfAPress() {
        Post question = asked(QUESTION);
        String id = adapter.get(Seal.class).press(adapter.address(ada), "token", "rate:1");
        adapter.teams.deliveries().deliver(submit(question, id));
        adapter.settle();
        assertThat(heard(Inbound.Pressed.class)).extracting(Inbound.Pressed::token, Inbound.Pressed::action)
            .containsExactly("token", "rate:1");
    }

    private tools.jackson.databind.node.ObjectNode submit(Post card, String id) {
        tools.jackson.databind.node.ObjectNode activity = adapter.teams.deliveries().sent().getLast().deepCopy();
        activity.remove("text");
        activity.put("id", "submit-1").put("replyToId", card.activityId()).putObject("value").put(Seal.NAME, id);
        return activity;
    }

    @Test
    void saysKindlyThatAButtonIsNotOurs() {
        Post question = asked(QUESTION);
        Person eve = adapter.person("Eve");
        adapter.teams.events().says(eve.id(), "hi");
        adapter.settle();
        adapter.received.clear();
        String id = adapter.get(Seal.class).press(adapter.address(eve), "token", "rate:1");
        adapter.teams.events().says(ada.id(), "x");
        adapter.settle();
        adapter.received.clear();
        adapter.teams.deliveries().deliver(submit(question, id));
        adapter.settle();
        assertThat(adapter.received).isEmpty();
    }

    @Test
    void showsARefusalAboveTheCard() {
        Post question = asked(QUESTION);
        adapter.product((_) -> new Answer.Shown(Message.text("Only the owner can do this.")));
        adapter.teams.interactions().press(ada.id(), question.id(), "5 Good");
        assertThat(adapter.teams.read(adapter.teams.seen(ada.id(), question), ada.zone()))
            .contains("Only the owner can do this.", "How was the delivery?", "5 Good");
    }

    @Test
    void opensSendsAndCorrectsADialog() {
        Post prompt = asked(Message.of(Block.Paragraph.of("Case"), Block.Buttons.of(Button.form("reply", "Reply…"))));
        Form form = new Form("token:reply", "Reply", "Send",
                List.of(Block.Paragraph.of("Write"), new Field.Text("words", "Your words", null, true, true, 500),
                        new Field.Choice("tags", "Tags",
                                List.of(new Field.Option("a", "A"), new Field.Option("b", "B")), List.of("a"), true,
                                true, false)));
        adapter.product((inbound) -> switch (inbound) {
            case Inbound.Submitted submitted -> submitted.values().getOrDefault("words", List.of()).isEmpty()
                    ? new Answer.Wrong(Map.of("words", "Write something.")) : new Answer.Nothing();
            default -> new Answer.Opened(form);
        });
        Pressed opened = adapter.teams.interactions().press(ada.id(), prompt.id(), "Reply…");
        assertThat(heard(Inbound.Pressed.class).action()).isEqualTo("reply");
        String dialog = opened.open().orElseThrow().id();
        Pressed wrong = adapter.teams.interactions().submit(ada.id(), dialog, Map.of("tags", List.of("a", "b")));
        assertThat(adapter.teams.read(wrong.open().orElseThrow())).contains("Write something.");
        Pressed sent = adapter.teams.interactions().submit(ada.id(), dialog, Map.of("words", List.of("Sorry, Ada")));
        assertThat(sent.open()).isEmpty();
        Inbound.Submitted submitted = heard(Inbound.Submitted.class);
        assertThat(submitted.form()).isEqualTo("token:reply");
        assertThat(submitted.values()).containsEntry("words", List.of("Sorry, Ada"))
            .containsEntry("tags", List.of("a", "b"));
        assertThat(adapter.teams.flaws()).isEmpty();
    }

    @Test
    void followsAChangeByAButtonInTheDialog() {
        Post prompt = asked(Message.of(Block.Buttons.of(Button.form("plan", "Plan…"))));
        adapter.product((inbound) -> new Answer.Opened(new Form("token:plan", "Plan", "Send",
                List.of(new Field.Day("day", "Day", null, true), new Field.Time("time", "Time", null, true),
                        new Field.Person("with", "With", null, true),
                        Block.Paragraph.of(inbound instanceof Inbound.Changed ? "10:00 for Jon" : "Choose")))));
        Pressed opened = adapter.teams.interactions().press(ada.id(), prompt.id(), "Plan…");
        Pressed updated = adapter.teams.interactions()
            .press(ada.id(), opened.open().orElseThrow().id(), "Update", Map.of("day", List.of("2026-12-01")));
        assertThat(heard(Inbound.Changed.class).values()).containsEntry("day", List.of("2026-12-01"))
            .containsEntry("time", List.of());
        assertThat(adapter.teams.read(updated.open().orElseThrow())).contains("10:00 for Jon");
        assertThat(adapter.teams.flaws()).isEmpty();
    }

    @Test
    void offersAFormThatACommandAskedFor() {
        adapter.product((_) -> new Answer.Opened(new Form("checkin-plan", "Plan a check-in", "Send",
                List.of(new Field.Text("note", "Note", null, true, true, 500)))));
        says("/touchpoint checkin");
        assertThat(heard(Inbound.Commanded.class).words()).isEqualTo("checkin");
        Pressed opened = adapter.teams.interactions().press(ada.id(), adapter.chat(ada).getLast().id(), "Open…");
        adapter.teams.interactions().submit(ada.id(), opened.open().orElseThrow().id(), Map.of("note", List.of("hi")));
        assertThat(heard(Inbound.Submitted.class).form()).isEqualTo("checkin-plan");
        adapter.clock.advance(Dialogs.OPEN);
        adapter.received.clear();
        adapter.teams.interactions().press(ada.id(), adapter.chat(ada).getLast().id(), "Open…");
        assertThat(adapter.received).isEmpty();
        assertThat(adapter.teams.read(adapter.teams.dialog(ada.id()).orElseThrow()))
            .contains("This has changed since.");
    }

    @Test
    void showsThePersonalViewInTheChat() {
        adapter.product((_) -> new Answer.Home(Message.text("Your touchpoints")));
        says("home");
        heard(Inbound.HomeOpened.class);
        assertThat(adapter.teams.read(adapter.chat(ada).getLast(), ada.zone())).contains("Your touchpoints");
    }

    @Test
    void hearsAMentionInAChannelAndAnswersInPrivate() {
        Person jon = adapter.person("Jon");
        adapter.team(team, ada, jon);
        adapter.product((_) -> new Answer.Shown(Message.text("Because the order arrived.")));
        adapter.teams.events().says(ada.id(), team, "@Touchpoint why <@" + jon.id() + ">", null);
        adapter.settle();
        Inbound.Said said = heard(Inbound.Said.class);
        assertThat(said.in()).isEqualTo(adapter.channel(team));
        assertThat(said.thread()).isNull();
        assertThat(said.text()).startsWith("why <@");
        assertThat(adapter.teams.read(adapter.chat(ada).getLast(), ada.zone())).contains("Because the order arrived.");
        assertThat(adapter.teams.posts(team)).extracting((post) -> adapter.teams.read(post, ada.zone()))
            .noneMatch((text) -> text.contains("Because"))
            .anyMatch((text) -> text.contains("I've answered in our chat."));
    }

    @Test
    void knowsGuestsFromColleagues() {
        Person guest = adapter.person("Gus", Person.Trait.GUEST);
        adapter.teams.events().says(guest.id(), "hi");
        adapter.settle();
        assertThat(heard(Inbound.Said.class).actor().colleague()).isFalse();
    }

    @Test
    void greetsOnce() {
        Person guest = adapter.person("Gus", Person.Trait.GUEST);
        adapter.product((_) -> new Answer.Home(Message.text("I may ask you here how it went.")));
        adapter.teams.events().installs(guest.id());
        adapter.settle();
        heard(Inbound.HomeOpened.class);
        adapter.teams.events().upgrades(guest.id(), "add-upgrade");
        adapter.settle();
        assertThat(adapter.chat(guest)).hasSize(1);
        adapter.product((_) -> new Answer.Shown(Message.text("What I can do:")));
        adapter.teams.events().installs(ada.id());
        adapter.settle();
        assertThat(heard(Inbound.Commanded.class).words()).isEqualTo("help");
    }

    @Test
    void writesNoMoreAfterTheAppWasRemoved() {
        says("hi");
        adapter.teams.events().uninstalls(ada.id());
        adapter.settle();
        assertThat(adapter.get(TeamsMessenger.class).deliver(adapter.address(ada), null, QUESTION, "t"))
            .isEqualTo(new io.touchpoint.chat.Delivery.Refused("uninstalled"));
        adapter.teams.events().installs(ada.id());
        adapter.settle();
        assertThat(adapter.get(TeamsMessenger.class).deliver(adapter.address(ada), null, QUESTION, "t"))
            .isInstanceOf(io.touchpoint.chat.Delivery.Delivered.class);
    }

    @Test
    void takesAReactionToAQuestionForAnAnswer() {
        Post question = asked(QUESTION);
        adapter.teams.events().reacts(ada.id(), question.id(), "like");
        adapter.settle();
        assertThat(heard(Inbound.Said.class).text()).isEqualTo("\ud83d\udc4d");
    }

    @Test
    void leavesReactionsToOtherMessagesAlone() {
        Post thanks = asked(Message.text("Thank you."));
        adapter.teams.events().reacts(ada.id(), thanks.id(), "like");
        adapter.settle();
        assertThat(adapter.received).isEmpty();
    }

    @Test
    void hearsAnEditedAnswerAnew() {
        Post said = adapter.teams.events().says(ada.id(), "4").post();
        adapter.settle();
        adapter.teams.events().edits(said.id(), "2");
        adapter.settle();
        assertThat(adapter.received).extracting(Inbound::id).doesNotHaveDuplicates();
        assertThat(adapter.received)
            .filteredOn((one) -> one instanceof Inbound.Unsaid unsaid && unsaid.text().equals("4"))
            .hasSize(1);
        assertThat(heard(Inbound.Said.class).text()).isEqualTo("2");
    }

    @Test
    void takesBackWhatIsRemovedAsItStoodAtLast() {
        Post said = adapter.teams.events().says(ada.id(), "It was wet").post();
        adapter.teams.events().edits(said.id(), "It was wet and late");
        adapter.settle();
        adapter.received.clear();
        adapter.teams.events().deletes(said.id());
        adapter.settle();
        assertThat(adapter.received).extracting((one) -> ((Inbound.Unsaid) one).text())
            .containsExactlyInAnyOrder("It was wet", "It was wet and late");
    }

    @Test
    void tellsThatAChannelChanged() {
        adapter.team(team, ada);
        adapter.received.clear();
        adapter.teams.events().changes().channelCreated(ada.id(), team, adapter.place("new"), "New");
        adapter.settle();
        assertThat(heard(Inbound.PlaceChanged.class).channel()).isEqualTo(adapter.channel(adapter.place("new")));
    }

}
