package io.touchpoint.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.Directory.Person;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Spot;
import io.touchpoint.conversation.AskCheck;
import io.touchpoint.conversation.AskCheck.Verdict;
import io.touchpoint.conversation.Conversations;
import io.touchpoint.conversation.Progress;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customer.Invitation;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.journey.Asking;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Place;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Saying;
import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Survey;
import io.touchpoint.survey.Surveys;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowUpsTests {

    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final FakeDirectory directory = new FakeDirectory();

    private CoreUnderTest core;

    private int number;

    private String workspace = "w0";

    @BeforeAll
    void start() {
        core = CoreUnderTest
            .with("workspace", "journey", "survey", "customer", "team", "feedback", "recovery", "conversation",
                    "outbox", "breaker", "followup")
            .bean(Directory.class, directory)
            .start();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void company() {
        directory.silent(false);
        number++;
        workspace = "w" + number;
        core.get(Workspaces.class)
            .put(new Workspace(workspace, null, "Northwind", BERLIN, Locale.ENGLISH, null,
                    List.of(new Tenant("slack", "T1")), List.of("northwind.example"), List.of(), "f"));
        core.get(JourneyMaps.class)
            .publish(workspace,
                    List.of(touchpoint("delivery", "order.delivered", "order.returned", Duration.ofHours(24)),
                            touchpoint("returns", "order.returned", null, Duration.ofHours(24)),
                            touchpoint("ticket_solved", "ticket.solved", "ticket.reopened", Duration.ofHours(3)),
                            inThread(touchpoint("chat", "chat.ended", null, Duration.ofHours(3)))));
        Survey.Words words = new Survey.Words("Delivery", "the delivery", "how it went", "How was it?",
                List.of("Very bad", "Bad", "OK", "Good", "Very good"), "you ordered", "order {subject}",
                "it came on {day}", "Withdrawn.");
        core.get(Surveys.class)
            .put(new Survey(Surveys.id(workspace, "delivery"), workspace, "delivery", Scale.STARS_5,
                    Map.of("en", words), List.of()));
        put("U1", "ada@example.com", false, true);
    }

    @Test
    void plansAQuestionAndSaysWhen() {
        List<Decision> decisions = receive(event("order.delivered", "order", "1042", NOW));
        assertThat(decisions).singleElement().satisfies((decision) -> {
            assertThat(decision.id()).isEqualTo(workspace + "|order:1042|delivery");
            assertThat(decision.standing().outcome()).isEqualTo(Ruling.Outcome.SEND);
            assertThat(decision.sentence()).isEqualTo("scheduled for Fri 20 Nov, 10:00 Europe/Berlin");
            assertThat(decision.standing().findings()).extracting(Finding::gate).containsExactly(Gate.values());
        });
        assertThat(progress("order:1042|delivery")).isEqualTo(Progress.Stage.PLANNED);
    }

    @Test
    void movesTheQuestionIntoTheCustomersDay() {
        assertThat(sentence(event("ticket.solved", "ticket", "1", Instant.parse("2026-11-19T16:30:00Z"))))
            .isEqualTo("scheduled for Fri 20 Nov, 09:00 Europe/Berlin");
        assertThat(sentence(event("ticket.solved", "ticket", "2", Instant.parse("2026-11-19T15:59:59Z"))))
            .isEqualTo("scheduled for Thu 19 Nov, 19:59 Europe/Berlin");
    }

    @Test
    void keepsTheHourWhenTheClocksChange() {
        Instant before = Instant.parse("2026-10-24T17:30:00Z");
        assertThat(receive(event("ticket.solved", "ticket", "1", before), before).getFirst().sentence())
            .isEqualTo("scheduled for Sun 25 Oct, 09:00 Europe/Berlin");
        Instant delivered = Instant.parse("2026-10-24T08:00:00Z");
        assertThat(receive(event("order.delivered", "order", "1", delivered), delivered).getFirst().sentence())
            .isEqualTo("scheduled for Sun 25 Oct, 09:00 Europe/Berlin");
    }

    @Test
    void decidesOnceHoweverOftenTheEventComes() {
        BusinessEvent event = event("order.delivered", "order", "1042", NOW);
        List<Decision> first = receive(event);
        assertThat(receive(event)).isEqualTo(first);
        assertThat(core.get(Decisions.class).why(workspace, "order:1042", BERLIN)).hasSize(1);
    }

    @Test
    void asksOncePerResolutionWhenAnotherEventTellsOfTheSame() {
        receive(event("order.delivered", "order", "1042", NOW));
        BusinessEvent again = event("order.delivered", "order", "1042", NOW.plusSeconds(60));
        assertThat(receive(again, NOW.plusSeconds(60))).singleElement().satisfies((decision) -> {
            assertThat(decision.standing().outcome()).isEqualTo(Ruling.Outcome.SKIP);
            assertThat(decision.sentence())
                .isEqualTo("not asked: already scheduled for Fri 20 Nov, 10:00 Europe/Berlin");
        });
        assertThat(core.get(Decisions.class).why(workspace, "order:1042", BERLIN)).singleElement()
            .satisfies((why) -> assertThat(why.sentence()).startsWith("scheduled for"));
    }

    @Test
    void withdrawsWhatWasUndoneAndAsksAboutTheNextTime() {
        receive(event("ticket.solved", "ticket", "77", NOW));
        List<Decision> reopened = receive(event("ticket.reopened", "ticket", "77", NOW.plusSeconds(60)));
        assertThat(reopened).singleElement()
            .satisfies((decision) -> assertThat(decision.sentence())
                .isEqualTo("not asked: withdrawn by ticket.reopened on 19 Nov"));
        assertThat(progress("ticket:77|ticket_solved")).isEqualTo(Progress.Stage.WITHDRAWN);
        List<Decision> solved = receive(event("ticket.solved", "ticket", "77", NOW.plusSeconds(120)));
        assertThat(solved).singleElement()
            .satisfies((decision) -> assertThat(decision.id()).isEqualTo(workspace + "|ticket:77#2|ticket_solved"));
        assertThat(progress("ticket:77#2|ticket_solved")).isEqualTo(Progress.Stage.PLANNED);
    }

    @Test
    void asksAboutTheReturnAndNoMoreAboutTheDelivery() {
        receive(event("order.delivered", "order", "1042", NOW));
        List<Decision> decisions = receive(event("order.returned", "order", "1042", NOW.plusSeconds(60)));
        assertThat(decisions).extracting((decision) -> decision.touchpoint().key())
            .containsExactly("returns", "delivery");
        assertThat(decisions).extracting((decision) -> decision.standing().outcome())
            .containsExactly(Ruling.Outcome.SEND, Ruling.Outcome.SKIP);
    }

    @Test
    void endsTheSameWhateverTheOrderOfArrival() {
        Map<String, Progress.Stage> expected = new TreeMap<>(Map.of("ticket:77|ticket_solved", Progress.Stage.WITHDRAWN,
                "ticket:77#2|ticket_solved", Progress.Stage.PLANNED));
        for (int seed = 0; seed < 12; seed++) {
            String ticket = "77-" + seed;
            List<BusinessEvent> events = new ArrayList<>(List.of(event("ticket.solved", "ticket", ticket, NOW),
                    event("ticket.reopened", "ticket", ticket, NOW.plusSeconds(60)),
                    event("ticket.solved", "ticket", ticket, NOW.plusSeconds(120))));
            Collections.shuffle(events, new Random(seed));
            events.forEach(this::receive);
            events.forEach(this::receive);
            expected.forEach((prompt, stage) -> {
                String id = workspace + "|" + prompt.replace("77", ticket);
                boolean open = core.get(Conversations.class)
                    .progress(id)
                    .filter((one) -> one.stage() == Progress.Stage.PLANNED)
                    .isPresent();
                assertThat(open).as(id + ", seed " + ticket).isEqualTo(stage == Progress.Stage.PLANNED);
            });
        }
    }

    @Test
    void saysWhyNobodyWasAsked() {
        customer("c1", List.of());
        core.get(Customers.class)
            .invite(workspace + "|customer|c1", new Invitation(workspace + "|visit:1|checkout", "checkout", "slack",
                    NOW.minus(Duration.ofDays(3)), null), (_) -> true);
        assertThat(sentence(event("order.delivered", "order", "1042", NOW)))
            .isEqualTo("not asked: asked 3 days ago, next possible on 23 Nov");
    }

    @Test
    void doesNotHoldBackForAClockThatWillHaveRunOut() {
        customer("c1", List.of());
        core.get(Customers.class)
            .invite(workspace + "|customer|c1", new Invitation(workspace + "|visit:1|checkout", "checkout", "slack",
                    NOW.minus(Duration.ofDays(6)), null), (_) -> true);
        assertThat(sentence(event("order.delivered", "order", "1042", NOW))).startsWith("scheduled for");
    }

    @Test
    void findsTheCustomerByEmailAndLearnsTheAddress() {
        BusinessEvent event = event("order.delivered", "order", "1042", NOW, "ADA@example.com", null);
        assertThat(receive(event).getFirst().standing().outcome()).isEqualTo(Ruling.Outcome.SEND);
        assertThat(core.get(Customers.class).byAddress(Address.person(workspace, "slack", "T1", "U1")))
            .map(Customer::id)
            .isPresent();
    }

    @Test
    void saysWhyACustomerCannotBeReached() {
        assertThat(sentence(event("order.delivered", "order", "1", NOW, "nobody@example.com", null)))
            .isEqualTo("not asked: unreachable, not found in chat (users_not_found)");
        assertThat(sentence(event("order.delivered", "order", "2", NOW, null, "c9")))
            .isEqualTo("not asked: unreachable, no chat id and no e-mail address is known");
    }

    @Test
    void asksAfterAllWhenALaterEventTellsHowToReachTheCustomer() {
        receive(event("order.delivered", "order", "1", NOW, null, "c9"));
        BusinessEvent better = event("order.delivered", "order", "1", NOW, "ada@example.com", "c9");
        assertThat(sentence(better)).startsWith("scheduled for");
    }

    @Test
    void looksAgainWhenChatGaveNoAnswer() {
        directory.silent(true);
        BusinessEvent event = event("order.delivered", "order", "1042", NOW);
        assertThat(sentence(event))
            .isEqualTo("put off to Fri 20 Nov, 10:00 Europe/Berlin: chat gave no answer (ratelimited)");
        directory.silent(false);
        Instant due = Instant.parse("2026-11-20T09:00:00Z");
        LookAgain again = core.get(LookAgain.class);
        again.runDue(due.minusMillis(1));
        assertThat(core.get(Conversations.class).progress(workspace + "|order:1042|delivery")).isEmpty();
        again.runDue(due);
        assertThat(progress("order:1042|delivery")).isEqualTo(Progress.Stage.PLANNED);
    }

    @Test
    void looksAgainEveryQuarterOfAnHourUntilAWeekHasPassed() {
        directory.silent(true);
        receive(event("order.delivered", "order", "1042", NOW));
        LookAgain again = core.get(LookAgain.class);
        Instant due = Instant.parse("2026-11-20T09:00:00Z");
        assertThat(again.runDue(due)).isEqualTo(1);
        assertThat(again.runDue(due)).isZero();
        assertThat(again.nextDue()).contains(due.plus(Duration.ofMinutes(15)));
        assertThat(again.runDue(due.plus(Duration.ofDays(7)))).isEqualTo(1);
        assertThat(again.nextDue()).isPresent();
        assertThat(again.runDue(due.plus(Duration.ofDays(7)).plus(Duration.ofMinutes(15)))).isEqualTo(1);
        assertThat(again.nextDue()).isEmpty();
        assertThat(core.get(Decisions.class).why(workspace, "order:1042", BERLIN).getFirst().sentence())
            .isEqualTo("not asked: unreachable, chat gave no answer (ratelimited)");
    }

    @Test
    void finishesWhatSomebodyLeftHalfDone() {
        BusinessEvent event = event("order.delivered", "order", "1042", NOW);
        String prompt = receive(event).getFirst().id();
        core.mongo().remove(Query.query(Criteria.where("_id").is(prompt)), "conversations");
        receive(event);
        assertThat(progress("order:1042|delivery")).isEqualTo(Progress.Stage.PLANNED);
        core.mongo().remove(Query.query(Criteria.where("_id").is(prompt)), "conversations");
        core.mongo().remove(Query.query(Criteria.where("_id").is(prompt)), "decisions");
        receive(event);
        assertThat(progress("order:1042|delivery")).isEqualTo(Progress.Stage.PLANNED);
    }

    @Test
    void endsTheSameWhenEverythingArrivesAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            String ticket = "at-once-" + round;
            List<Callable<List<Decision>>> calls = new ArrayList<>();
            for (BusinessEvent event : List.of(event("ticket.solved", "ticket", ticket, NOW),
                    event("ticket.reopened", "ticket", ticket, NOW.plusSeconds(60)),
                    event("ticket.solved", "ticket", ticket, NOW.plusSeconds(120)))) {
                calls.add(() -> receive(event));
                calls.add(() -> receive(event));
            }
            try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
                for (Future<List<Decision>> decisions : threads.invokeAll(calls)) {
                    decisions.get();
                }
            }
            assertThat(progress("ticket:" + ticket + "#2|ticket_solved")).isEqualTo(Progress.Stage.PLANNED);
            assertThat(core.get(Conversations.class)
                .progress(workspace + "|ticket:" + ticket + "|ticket_solved")
                .map(Progress::stage)).isNotEqualTo(Optional.of(Progress.Stage.PLANNED));
        }
    }

    @Test
    void doesNotCountAQuestionThatNeverArrived() {
        String lost = receive(event("order.delivered", "order", "1", NOW)).getFirst().id();
        Instant due = Instant.parse("2026-11-20T09:00:00Z");
        mayAsk(lost, due);
        Outbox outbox = core.get(Outbox.class);
        outbox.promise(List.of(Saying.of(Saying.key(lost, 1), lost, Address.person(workspace, "slack", "T1", "U1"),
                Lane.PROMPT, Message.text("How was it?"))), due);
        assertThat(receive(event("order.delivered", "order", "2", due), due).getFirst().sentence())
            .startsWith("not asked: asked about this touchpoint");
        core.mongo()
            .updateFirst(Query.query(Criteria.where("_id").is(Saying.key(lost, 1))),
                    new Update().set("state", "PARKED").set("reason", "channel_not_found"), "outbox");
        assertThat(receive(event("order.delivered", "order", "3", due), due).getFirst().sentence())
            .startsWith("scheduled for");
    }

    @Test
    void asksWhereTheConversationWasAsLongAsTheBotIsThere() {
        Map<String, String> places = Map.of("C1", ", and asked in the thread of the conversation", "C2",
                ", and asked privately because the bot is not in the channel", "C3",
                ", and asked privately because the channel is archived", "C4",
                ", and asked privately because the channel cannot be seen (channel_not_found)");
        put("C1", true, false);
        put("C2", false, false);
        put("C3", true, true);
        places.forEach((channel, words) -> {
            put("U" + channel, "one" + channel.charAt(1) + "@example.com", false, true);
            String prompt = receive(said("chat.ended", channel)).getFirst().id();
            assertThat(mayAsk(prompt, channel))
                .isEqualTo(channel.equals("C1") ? new Verdict.Ask() : new Verdict.AskPrivately());
            assertThat(
                    core.get(Decisions.class).why(workspace, "ticket:" + channel, BERLIN).getFirst().gates().getLast())
                .isEqualTo("✓ reachable in Slack" + words);
        });
    }

    @Test
    void asksPrivatelyWhereTheMapSaysSo() {
        put("UC1", "one1@example.com", false, true);
        put("C1", true, false);
        String prompt = receive(said("ticket.solved", "C1")).getFirst().id();
        assertThat(mayAsk(prompt, "C1")).isEqualTo(new Verdict.Ask());
        assertThat(core.get(Decisions.class).why(workspace, "ticket:C1", BERLIN).getFirst().gates().getLast())
            .isEqualTo("✓ reachable in Slack");
    }

    @Test
    void knowsWhatHappenedLast() {
        receive(event("ticket.reopened", "ticket", "5", NOW.minus(Duration.ofHours(1))));
        receive(event("ticket.solved", "ticket", "5", NOW.minus(Duration.ofHours(2))));
        assertThat(core.get(FollowUps.class).latest(workspace, "ticket", "5"))
            .contains(new FollowUps.Latest("ticket.reopened", NOW.minus(Duration.ofHours(1))));
        assertThat(core.get(FollowUps.class).latest(workspace, "ticket", "6")).isEmpty();
    }

    private Verdict mayAsk(String prompt, String customer) {
        return core.get(AskCheck.class)
            .mayAsk(prompt, workspace + "|customer|" + customer, NOW.plus(Duration.ofHours(3)));
    }

    private void put(String channel, boolean member, boolean archived) {
        Address address = Address.channel(workspace, "slack", "T1", channel);
        directory.put(new Directory.Channel(address, channel, true, archived, member));
    }

    private BusinessEvent said(String type, String channel) {
        BusinessEvent event = event(type, "ticket", channel, NOW, "one" + channel.charAt(1) + "@example.com", channel);
        return new BusinessEvent(event.workspace(), event.source(), event.id(), event.type(), event.time(),
                event.customer(), event.kind(), event.subject(), null, null, null, null, List.of(), false,
                new Spot(Address.channel(workspace, "slack", "T1", channel), "1.1"));
    }

    @Test
    void takesTheTurnWhenTheQuestionFallsDue() {
        String prompt = receive(event("order.delivered", "order", "1042", NOW)).getFirst().id();
        Instant due = Instant.parse("2026-11-20T09:00:00Z");
        assertThat(mayAsk(prompt, due)).isEqualTo(new Verdict.Ask());
        assertThat(mayAsk(prompt, due.plusSeconds(1))).isEqualTo(new Verdict.Ask());
        assertThat(core.get(Customers.class).byId(workspace + "|customer|c1").orElseThrow().invitations())
            .singleElement()
            .satisfies((invitation) -> assertThat(invitation.at()).isEqualTo(due));
        assertThat(core.get(Decisions.class).why(workspace, prompt.split("\\|")[1], BERLIN).getFirst().sentence())
            .isEqualTo("asked on Fri 20 Nov, 10:00 Europe/Berlin");
    }

    @Test
    void givesOneOfTwoQuestionsTheTurn() {
        String first = receive(event("order.delivered", "order", "1", NOW)).getFirst().id();
        String second = receive(event("order.delivered", "order", "2", NOW)).getFirst().id();
        Instant due = Instant.parse("2026-11-20T09:00:00Z");
        assertThat(mayAsk(first, due)).isEqualTo(new Verdict.Ask());
        assertThat(mayAsk(second, due)).isEqualTo(new Verdict.Never());
        Why why = core.get(Decisions.class).why(workspace, "order:2", BERLIN).getFirst();
        assertThat(why.sentence())
            .isEqualTo("not asked: asked about this touchpoint less than a day ago, next possible on 20 Dec");
        assertThat(why.decision().earlier()).singleElement()
            .satisfies((earlier) -> assertThat(earlier.outcome()).isEqualTo(Ruling.Outcome.SEND));
    }

    @Test
    void takesTheTurnOfTheCustomerWhomALaterEventNames() {
        Instant due = Instant.parse("2026-11-20T09:00:00Z");
        mayAsk(receive(event("order.delivered", "order", "1", NOW)).getFirst().id(), due);
        assertThat(receive(event("order.delivered", "order", "2", due), due).getFirst().sentence())
            .startsWith("not asked: asked about this touchpoint");
        put("U2", "grace@example.com", false, true);
        Decision other = receive(event("order.delivered", "order", "2", due, "grace@example.com", "c2"), due)
            .getFirst();
        assertThat(other.customer()).isEqualTo(workspace + "|customer|c2");
        assertThat(core.get(AskCheck.class).mayAsk(other.id(), other.customer(), due.plus(Duration.ofDays(1))))
            .isEqualTo(new Verdict.Ask());
        assertThat(core.get(Customers.class).byId(other.customer()).orElseThrow().invitations()).hasSize(1);
    }

    @Test
    void waitsWhenItIsNightOrChatGivesNoAnswer() {
        String prompt = receive(event("order.delivered", "order", "1042", NOW)).getFirst().id();
        assertThat(mayAsk(prompt, Instant.parse("2026-11-20T19:00:00Z")))
            .isEqualTo(new Verdict.Later(Instant.parse("2026-11-21T08:00:00Z")));
        directory.silent(true);
        assertThat(mayAsk(prompt, Instant.parse("2026-11-21T08:00:00Z")))
            .isEqualTo(new Verdict.Later(Instant.parse("2026-11-21T08:15:00Z")));
        assertThat(mayAsk(prompt, Instant.parse("2026-11-23T09:00:01Z"))).isEqualTo(new Verdict.Never());
    }

    @Test
    void asksNobodyWhoOptedOutMeanwhile() {
        String prompt = receive(event("order.delivered", "order", "1042", NOW)).getFirst().id();
        core.get(Customers.class).optOut(workspace + "|customer|c1", NOW);
        assertThat(mayAsk(prompt, Instant.parse("2026-11-20T09:00:00Z"))).isEqualTo(new Verdict.Never());
    }

    @Test
    void letsTheReminderThroughItsOwnClock() {
        String prompt = receive(event("order.delivered", "order", "1042", NOW)).getFirst().id();
        Instant due = Instant.parse("2026-11-20T09:00:00Z");
        mayAsk(prompt, due);
        assertThat(mayAsk(prompt, due.plus(Duration.ofDays(3)))).isEqualTo(new Verdict.Ask());
        core.get(Customers.class).optOut(workspace + "|customer|c1", due);
        assertThat(mayAsk(prompt, due.plus(Duration.ofDays(3)))).isEqualTo(new Verdict.Never());
        assertThat(core.get(Decisions.class).health(workspace, null, due, due.plusSeconds(1)).asked()).isEqualTo(1);
    }

    @Test
    void countsWhatCameOfTheEvents() {
        put("U9", "jon@northwind.example", true, true);
        String prompt = receive(event("order.delivered", "order", "1", NOW)).getFirst().id();
        receive(event("order.delivered", "order", "2", NOW, "jon@northwind.example", "c2"));
        receive(event("order.delivered", "order", "3", NOW, "nobody@example.com", "c3"));
        receive(event("ticket.solved", "ticket", "4", NOW));
        receive(event("ticket.reopened", "ticket", "4", NOW.plusSeconds(1)));
        directory.silent(true);
        receive(event("order.delivered", "order", "5", NOW, "late@example.com", "c5"));
        directory.silent(false);
        Instant due = Instant.parse("2026-11-20T09:00:00Z");
        mayAsk(prompt, due);
        assertThat(core.get(Decisions.class).health(workspace, null, NOW, due.plusSeconds(1))).isEqualTo(new Health(1,
                Map.of("own people", 1), Map.of("unreachable, not found in chat (users_not_found)", 1), 0, 1, 1));
        assertThat(core.get(Decisions.class).health(workspace, "shop", NOW, due.plusSeconds(1)))
            .isEqualTo(new Health(0, Map.of(), Map.of(), 0, 0, 0));
        assertThat(core.get(Decisions.class).health(workspace, null, NOW.minusSeconds(2), NOW).asked()).isZero();
        core.get(LookAgain.class).runDue(due);
        assertThat(core.get(Decisions.class).health(workspace, null, NOW, due.plusSeconds(1)).delayed()).isZero();
    }

    @Test
    void saysOfAWithdrawnQuestionThatItHadBeenAsked() {
        String prompt = receive(event("order.delivered", "order", "1042", NOW)).getFirst().id();
        mayAsk(prompt, Instant.parse("2026-11-20T09:00:00Z"));
        receive(event("order.returned", "order", "1042", NOW.plus(Duration.ofDays(2))));
        assertThat(core.get(Decisions.class).why(workspace, "1042", BERLIN)).extracting(Why::sentence)
            .contains("asked on Fri 20 Nov, 10:00 Europe/Berlin, then withdrawn by order.returned on 21 Nov");
        assertThat(core.get(Decisions.class).why(workspace, "ticket:1042", BERLIN)).isEmpty();
    }

    @Test
    void explainsEveryGate() {
        receive(event("order.delivered", "order", "1042", NOW, "nobody@example.com", "c3"));
        List<Why> whys = core.get(Decisions.class).why(workspace, workspace + "|customer|c3", BERLIN);
        assertThat(whys).singleElement()
            .satisfies((why) -> assertThat(why.gates()).hasSize(Gate.values().length)
                .contains("✓ has not opted out", "✗ unreachable, not found in chat (users_not_found)"));
    }

    private List<Decision> receive(BusinessEvent event) {
        return receive(event, NOW);
    }

    private List<Decision> receive(BusinessEvent event, Instant now) {
        return core.get(FollowUps.class).receive(event, now);
    }

    private String sentence(BusinessEvent event) {
        return receive(event).getFirst().sentence();
    }

    private Verdict mayAsk(String prompt, Instant now) {
        return core.get(AskCheck.class).mayAsk(prompt, workspace + "|customer|c1", now);
    }

    private Progress.Stage progress(String prompt) {
        return core.get(Conversations.class).progress(workspace + "|" + prompt).orElseThrow().stage();
    }

    private void customer(String key, List<Address> addresses) {
        core.get(Customers.class)
            .learn(workspace, new CustomerFacts(key, "Ada", null, null, BERLIN, null, addresses), NOW);
    }

    private void put(String id, String email, boolean colleague, boolean reachable) {
        directory.put(new Person(Address.person(workspace, "slack", "T1", id), "Ada", email, Locale.GERMANY, BERLIN,
                colleague, reachable));
    }

    private BusinessEvent event(String type, String kind, String subject, Instant at) {
        return event(type, kind, subject, at, "ada@example.com", "c1");
    }

    private BusinessEvent event(String type, String kind, String subject, Instant at, @Nullable String email,
            @Nullable String customer) {
        number++;
        return new BusinessEvent(workspace, "shop", "e" + number, type, at,
                new CustomerFacts((customer != null) ? customer : "c1", null, email, null, null, null, List.of()), kind,
                subject, null, null, null, null, List.of(), false);
    }

    private static Touchpoint inThread(Touchpoint one) {
        Asking usual = one.asking();
        return new Touchpoint(one.key(), one.stage(), one.digital(), one.name(), one.team(), null, one.goal(),
                one.expectation(), one.accepted(), one.survey(), one.askedOn(), one.withdrawnBy(), one.delay(), 1,
                false, new Asking(usual.clock(), null, List.of(), List.of(), Place.THREAD));
    }

    private static Touchpoint touchpoint(String key, String askedOn, @Nullable String withdrawnBy, Duration delay) {
        return new Touchpoint(key, JourneyStage.POST_PURCHASE, false, key, "delivery", null, "goal", "expectation", 0.2,
                "delivery", List.of(askedOn), (withdrawnBy == null) ? List.of() : List.of(withdrawnBy), delay, 1,
                false);
    }

}
