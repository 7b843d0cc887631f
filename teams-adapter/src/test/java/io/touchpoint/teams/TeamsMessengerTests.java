package io.touchpoint.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Delivery;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Messenger;
import io.touchpoint.chat.Reference;
import io.touchpoint.teams.fake.Call;
import io.touchpoint.teams.fake.Fault;
import io.touchpoint.teams.fake.Person;
import io.touchpoint.teams.fake.Place;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsMessengerTests {

    private static final Message HELLO = Message.of(Block.Paragraph.of("Hello"),
            Block.Buttons.of(Button.of("yes", "Yes"), Button.of("no", "No")));

    private final AdapterUnderTest adapter = AdapterUnderTest.anew();

    private final String team = adapter.place("team");

    private final Messenger messenger = adapter.get(TeamsMessenger.class);

    private final Person ada = adapter.person("Ada");

    private Address known() {
        adapter.teams.events().says(ada.id(), "hi");
        adapter.settle();
        return adapter.address(ada);
    }

    private static Reference stands(Delivery delivery) {
        assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
        return ((Delivery.Delivered) delivery).reference();
    }

    private long sends() {
        return adapter.calls()
            .stream()
            .filter((call) -> call.line().startsWith("POST") && call.line().contains("/activities"))
            .count();
    }

    @Test
    void writesToAPersonWhoWrote() {
        Address to = known();
        Reference reference = stands(messenger.deliver(to, null, HELLO, "t1"));
        assertThat(reference.place()).isEqualTo(adapter.teams.directChat(ada.id()));
        assertThat(adapter.chat(ada).getLast().id()).contains(reference.message());
        assertThat(adapter.calls()).extracting(Call::operation).doesNotContain("create");
        assertThat(adapter.teams.flaws()).isEmpty();
    }

    @Test
    void opensAChatOnceWithSomebodyOfATeam() {
        adapter.team(team, adapter.person("Mara"), ada);
        stands(messenger.deliver(adapter.address(ada), null, HELLO, "t1"));
        stands(messenger.deliver(adapter.address(ada), null, HELLO, "t2"));
        assertThat(adapter.chat(ada)).hasSize(2);
        assertThat(adapter.calls().stream().filter((call) -> call.line().endsWith("/v3/conversations"))).hasSize(1);
    }

    @Test
    void cannotReachSomebodyWhoIsNowhere() {
        assertThat(messenger.deliver(adapter.address(ada), null, HELLO, "t1"))
            .isEqualTo(new Delivery.Refused("not_installed"));
    }

    @Test
    void beginsAThreadInAChannelAndAnswersInIt() {
        adapter.team(team, ada);
        Address to = adapter.channel(team);
        Reference root = stands(messenger.deliver(to, null, HELLO, "t1"));
        assertThat(root.place()).startsWith(team + ";messageid=");
        Reference reply = stands(messenger.deliver(to, root, HELLO, "t2"));
        assertThat(reply.place()).isEqualTo(root.place());
        assertThat(adapter.teams.posts(team)).hasSizeGreaterThanOrEqualTo(2);
        stands(messenger.replace(to, reply, Message.text("Changed"), "t3"));
        stands(((TeamsMessenger) messenger).withdraw(to, reply));
    }

    @ParameterizedTest
    @CsvSource({ "403, ConversationBlockedByUser", "403, BotNotInConversationRoster", "403, BotDisabledByAdmin",
            "403, MessageWritesBlocked", "404, ConversationNotFound" })
    void parksADeadReferenceUntilTheNextMessage(int status, String code) {
        Address to = known();
        adapter.teams.faults().add(Fault.refused("send", status, code));
        assertThat(messenger.deliver(to, null, HELLO, "t1")).isEqualTo(new Delivery.Refused(code));
        long sent = sends();
        assertThat(messenger.deliver(to, null, HELLO, "t2")).isEqualTo(new Delivery.Refused(code));
        assertThat(sends()).isEqualTo(sent);
        known();
        stands(messenger.deliver(to, null, HELLO, "t3"));
    }

    @Test
    void stopsAllSendsOfATenantThatDoesNotKnowTheBot() {
        Address to = known();
        adapter.teams.faults().add(Fault.refused("send", 401, "BotNotRegistered"));
        assertThat(messenger.deliver(to, null, HELLO, "t1")).isEqualTo(new Delivery.Refused("BotNotRegistered"));
        assertThat(messenger.deliver(adapter.channel(team), null, HELLO, "t2"))
            .isEqualTo(new Delivery.Refused("BotNotRegistered"));
        known();
        stands(messenger.deliver(to, null, HELLO, "t3"));
    }

    @Test
    void waitsAsLongAsItIsTold() {
        Address to = known();
        adapter.teams.faults().add(Fault.tooMany("send", Duration.ofSeconds(7)));
        assertThat(messenger.deliver(to, null, HELLO, "t1")).isInstanceOfSatisfying(Delivery.Deferred.class,
                (deferred) -> assertThat(deferred).extracting(Delivery.Deferred::after, Delivery.Deferred::reason)
                    .containsExactly(Duration.ofSeconds(7), "Throttled"));
        adapter.teams.faults().add(Fault.tooMany("send", Duration.ZERO));
        assertThat(messenger.deliver(to, null, HELLO, "t1")).isInstanceOfSatisfying(Delivery.Deferred.class,
                (deferred) -> assertThat(deferred.after()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20)));
    }

    @Test
    void triesAgainLaterAfterOverlapOrARefusedToken() {
        Address to = known();
        adapter.teams.faults().add(Fault.refused("send", 412, "PreconditionFailed"));
        assertThat(messenger.deliver(to, null, HELLO, "t1"))
            .isEqualTo(new Delivery.Deferred(Duration.ofSeconds(5), "", "PreconditionFailed"));
        adapter.teams.faults().add(Fault.refused("send", 401, "Unauthorized"));
        assertThat(messenger.deliver(to, null, HELLO, "t1"))
            .isEqualTo(new Delivery.Deferred(Duration.ofSeconds(5), "", "Unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 408, 500, 502, 503, 504 })
    void doesNotKnowWhatAFailingConnectorDidAndAsksItOnce(int status) {
        Address to = known();
        long sent = sends();
        adapter.teams.faults().add(Fault.of("send", new Fault.Effect.Lost(status)));
        assertThat(messenger.deliver(to, null, HELLO, "t1")).isInstanceOf(Delivery.Unknown.class);
        assertThat(sends() - sent).isEqualTo(1);
    }

    @Test
    void triesAgainWhenNoChatCouldBeOpened() {
        adapter.team(team, adapter.person("Mara"), ada);
        adapter.teams.faults().add(Fault.of("create", new Fault.Effect.Lost(502)));
        assertThat(messenger.deliver(adapter.address(ada), null, HELLO, "t1")).isInstanceOf(Delivery.Deferred.class);
    }

    @Test
    void splitsWhatIsTooBigOnce() {
        Address to = known();
        adapter.teams.faults().add(Fault.refused("send", 413, "MessageSizeTooBig"));
        Message two = Message.of(Block.Paragraph.of("First"), Block.Paragraph.of("Second"));
        Reference reference = stands(messenger.deliver(to, null, two, "t1"));
        assertThat(adapter.chat(ada)).filteredOn((post) -> post.card().isPresent()).hasSize(2);
        assertThat(adapter.chat(ada).getLast().id()).contains(reference.message());
        adapter.teams.faults().add(Fault.refused("send", 413, "MessageSizeTooBig").times(2));
        assertThat(messenger.deliver(to, null, two, "t2")).isEqualTo(new Delivery.Refused("MessageSizeTooBig"));
    }

    @Test
    void keepsInsideEveryWindowOfTheConnector() {
        assertThat(messenger.budgets(known(), false)).allSatisfy((budget) -> {
            double perSecond = 1000.0 / budget.interval().toMillis();
            boolean tenant = budget.key().endsWith("|tenant");
            assertThat(budget.burst() + perSecond).isLessThanOrEqualTo(tenant ? 25 : 7);
            assertThat(budget.burst() + 2 * perSecond).isLessThanOrEqualTo(tenant ? 50 : 8);
            assertThat(budget.burst() + 30 * perSecond).isLessThanOrEqualTo(tenant ? 750 : 60);
            assertThat(budget.burst() + 3600 * perSecond).isLessThanOrEqualTo(tenant ? 90_000 : 1_800);
        });
    }

    @Test
    void sendsOneAtATimeInAConversation() throws InterruptedException {
        Address to = known();
        adapter.teams.faults().add(Fault.slow("send", Duration.ofMillis(100)).times(5));
        List<Thread> threads = List.of(1, 2, 3)
            .stream()
            .map((i) -> Thread.ofVirtual().start(() -> stands(messenger.deliver(to, null, HELLO, "t" + i))))
            .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(adapter.calls()).noneMatch((call) -> call.status() == 412);
        assertThat(adapter.chat(ada)).filteredOn((post) -> post.card().isPresent()).hasSize(3);
    }

    @Test
    void neverLooksForWhatItSaid() {
        assertThat(messenger.find(known(), null, "t1", AdapterUnderTest.START))
            .isInstanceOf(Messenger.Trace.Never.class);
    }

    @Test
    void writesToAGroupWithoutAThread() {
        adapter.teams
            .add(Place.group(adapter.place("group"), "Group", ada.tenant(), java.util.Set.of(ada.id())).bot(true));
        adapter.teams.events().says(ada.id(), adapter.place("group"), "@Touchpoint hi", null);
        adapter.settle();
        Reference reference = stands(messenger.deliver(adapter.channel(adapter.place("group")), null, HELLO, "t1"));
        assertThat(reference.place()).isEqualTo(adapter.place("group"));
    }

}
