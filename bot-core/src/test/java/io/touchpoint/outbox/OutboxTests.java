package io.touchpoint.outbox;

import static io.touchpoint.outbox.Story.ANNA;
import static io.touchpoint.outbox.Story.BEN;
import static io.touchpoint.outbox.Story.ROOM;
import static io.touchpoint.outbox.Story.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Delivery;
import io.touchpoint.chat.FakeMessenger;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Messenger;
import io.touchpoint.heartbeat.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(Story.SHARED)
class OutboxTests {

    private final List<SendCheck.Verdict> verdicts = new ArrayList<>();

    private final Story story = new Story(this::verdict);

    private final FakeMessenger chat = story.chat;

    private SendCheck.Verdict verdict(Saying saying, Instant now) {
        if (saying.key().contains("poison")) {
            throw new IllegalStateException("broken");
        }
        return (verdicts.isEmpty() || saying.to().equals(BEN)) ? new SendCheck.Verdict.Go() : verdicts.removeFirst();
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void saysOnceWhatIsPromisedTwice() {
        story.promise(saying("a#0001", ANNA, Lane.REPLY));
        story.settle();
        story.promise(Saying.of("w1|a#0001", "w1|a", ANNA, Lane.REPLY, Message.text("other words")));
        story.settleFor(Duration.ofDays(1));
        assertThat(chat.texts()).containsExactly("a#0001");
    }

    @Test
    void tellsWhatBecameOfASaying() {
        story.promise(saying("a#0001", ANNA, Lane.REPLY));
        assertThat(story.said("a#0001").state()).isEqualTo(Said.State.WAITING);
        story.settle();
        Said said = story.said("a#0001");
        assertThat(said.state()).isEqualTo(Said.State.DELIVERED);
        assertThat(said.reference()).isEqualTo(chat.standing().getFirst().reference());
        assertThat(said.at()).isEqualTo(story.now());
        assertThat(said.saying()).isEqualTo(saying("a#0001", ANNA, Lane.REPLY));
        assertThat(story.outbox.about("w1|a")).containsExactly(said);
    }

    @Test
    void findsASayingByItsTokenInItsOwnWorkspaceOnly() {
        story.promise(saying("a#0001", ANNA, Lane.REPLY));
        story.settle();
        String token = chat.calls().getFirst().token();
        assertThat(token).isEqualTo(Outbox.token("w1|a#0001")).hasSize(26).matches("[a-z2-7]+");
        assertThat(story.outbox.byToken("w1", token)).contains(story.said("a#0001"));
        assertThat(story.outbox.byToken("w2", token)).isEmpty();
        assertThat(story.outbox.byToken("w1", "nonsense")).isEmpty();
    }

    @Test
    void keepsTheOrderOfALaneThroughAFailure() {
        chat.then((_) -> new Delivery.Deferred(Duration.ofSeconds(1), "", "service_unavailable"));
        story.promise(saying("a#0001", ANNA, Lane.PROMPT), saying("a#0002", ANNA, Lane.PROMPT));
        story.promise(saying("a#0003", ANNA, Lane.PROMPT));
        story.settle();
        assertThat(chat.texts()).isEmpty();
        story.settleFor(Duration.ofMinutes(1));
        assertThat(chat.texts()).containsExactly("a#0001", "a#0002", "a#0003");
    }

    @Test
    void keepsTheOrderOfPromisesMadeByAnInstanceWhoseClockIsBehind() {
        story.promise(saying("b#0001", ANNA, Lane.PROMPT));
        story.outbox.promise(List.of(saying("a#0002", ANNA, Lane.PROMPT)), story.now().minusSeconds(2));
        story.settle();
        assertThat(chat.texts()).containsExactly("b#0001", "a#0002");
    }

    @Test
    void aHigherLaneOvertakes() {
        chat.then((_) -> new Delivery.Deferred(Duration.ofMinutes(5), "", "service_unavailable"));
        story.promise(saying("digest#0001", ANNA, Lane.DIGEST));
        story.settle();
        story.promise(saying("prompt#0001", ANNA, Lane.PROMPT), saying("reply#0001", ANNA, Lane.REPLY));
        story.settleFor(Duration.ofHours(1));
        assertThat(chat.texts()).containsExactly("reply#0001", "prompt#0001", "digest#0001");
    }

    @Test
    void theHighestLaneGoesFirstEverywhere() {
        for (int i = 0; i < 12; i++) {
            Address place = Address.person("w1", "chat", "T1", "p" + i);
            story.promise(saying("d%d#0001".formatted(i), place, Lane.DIGEST),
                    saying("p%d#0001".formatted(i), place, Lane.PROMPT),
                    saying("r%d#0001".formatted(i), place, Lane.REPLY));
        }
        story.settle();
        for (int i = 0; i < 12; i++) {
            assertThat(chat.texts(Address.person("w1", "chat", "T1", "p" + i))).containsExactly("r" + i + "#0001",
                    "p" + i + "#0001", "d" + i + "#0001");
        }
    }

    @Test
    void whatIsGivenUpHoldsNothingBack() {
        chat.then((_) -> new Delivery.Refused("channel_not_found"));
        story.promise(saying("a#0001", ANNA, Lane.PROMPT), saying("a#0002", ANNA, Lane.PROMPT));
        story.settle();
        assertThat(chat.texts()).containsExactly("a#0002");
        assertThat(story.givenUp("w1"))
            .containsExactly(new DeadLetter("w1|a#0001", "to anna about a", "channel_not_found", story.now()));
        assertThat(story.givenUp("w2")).isEmpty();
        assertThat(story.letters().count()).isEqualTo(1);
    }

    @Test
    void saysWhatWasGivenUpWhenSomebodyWantsIt() {
        chat.then((_) -> new Delivery.Refused("channel_not_found"));
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settle();
        assertThat(story.letters().retry("w2", "w1|a#0001", story.now())).isFalse();
        assertThat(story.letters().retry("w1", "w1|a#0001", story.now())).isTrue();
        assertThat(story.letters().retry("w1", "w1|a#0001", story.now())).isFalse();
        story.settle();
        assertThat(chat.texts()).containsExactly("a#0001");
        assertThat(story.said("a#0001").reason()).isNull();
        assertThat(story.givenUp("w1")).isEmpty();
    }

    @Test
    void leavesWhatWasGivenUpWhenSomebodyWantsThat() {
        chat.then((_) -> new Delivery.Refused("channel_not_found"));
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settle();
        assertThat(story.letters().drop("w2", "w1|a#0001", story.now())).isFalse();
        assertThat(story.letters().drop("w1", "w1|a#0001", story.now())).isTrue();
        assertThat(story.said("a#0001").state()).isEqualTo(Said.State.DROPPED);
        assertThat(story.said("a#0001").reason()).isEqualTo("channel_not_found");
        assertThat(story.givenUp("w1")).isEmpty();
        story.settle();
        assertThat(chat.texts()).isEmpty();
    }

    @Test
    void speaksToDifferentPlacesAtTheSameTime() {
        CyclicBarrier both = new CyclicBarrier(2);
        chat.always((call) -> {
            try {
                both.await(2, TimeUnit.SECONDS);
            }
            catch (InterruptedException | BrokenBarrierException | TimeoutException ex) {
                throw new IllegalStateException(ex);
            }
            return chat.stand(call);
        });
        story.promise(saying("a#0001", ANNA, Lane.REPLY), saying("b#0001", BEN, Lane.REPLY));
        story.settle();
        assertThat(chat.texts()).containsExactlyInAnyOrder("a#0001", "b#0001");
    }

    @Test
    void saysThemOneByOneInAFixedOrderWhenToldTo() {
        Outbox alone = story.instance("touchpoint.outbox.at-once=1");
        for (int i = 30; i > 0; i--) {
            story.promise(saying("n%02d#0001".formatted(i), Address.person("w1", "chat", "T1", "p" + i), Lane.PROMPT));
        }
        story.settle(alone);
        assertThat(chat.texts()).hasSize(30).isSortedAccordingTo((one, other) -> one.compareTo(other));
    }

    @Test
    void givesUpAfterEightAttempts() {
        List<Instant> times = new ArrayList<>();
        chat.always((_) -> {
            times.add(story.now());
            return new Delivery.Deferred(Duration.ZERO, "", "service_unavailable");
        });
        story.promise(saying("a#0001", ANNA, Lane.REPLY));
        story.settleFor(Duration.ofDays(1));
        assertThat(times).hasSize(8);
        for (int i = 2; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 1), times.get(i))).as("wait " + i)
                .isGreaterThan(Duration.ofSeconds(2))
                .isLessThanOrEqualTo(Duration.ofMinutes(90));
        }
        assertThat(Duration.between(times.getFirst(), times.getLast())).isGreaterThan(Duration.ofMinutes(40));
        assertThat(story.said("a#0001").state()).isEqualTo(Said.State.PARKED);
        assertThat(story.said("a#0001").reason()).isEqualTo("service_unavailable");
    }

    @Test
    void waitsEquallyLongInEveryRunAndNotAtOnceForEveryone() {
        assertThat(Backoff.after("w1|a#0001", 3)).isEqualTo(Backoff.after("w1|a#0001", 3))
            .isNotEqualTo(Backoff.after("w1|b#0001", 3));
    }

    @Test
    void waitsAtLeastAsLongAsThePlatformAsks() {
        chat.then((_) -> new Delivery.Deferred(Duration.ofMinutes(10), "", "maintenance"));
        story.promise(saying("a#0001", ANNA, Lane.REPLY));
        story.settleFor(Duration.ofMinutes(10).minusMillis(1));
        assertThat(chat.texts()).isEmpty();
        story.settleFor(Duration.ofMillis(1));
        assertThat(chat.texts()).containsExactly("a#0001");
    }

    @Test
    void anEditWaitsUntilItsMessageStands() {
        chat.then((_) -> new Delivery.Deferred(Duration.ofMinutes(10), "", "service_unavailable"));
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settle();
        story.promise(saying("a#0002", ANNA, Lane.REPLY).inPlaceOf("w1|a#0001"),
                saying("a#0003", ANNA, Lane.REPLY).inPlaceOf("w1|a#0001"), saying("a#0004", ANNA, Lane.REPLY));
        story.settle();
        assertThat(chat.texts()).containsExactly("a#0004");
        story.settleFor(Duration.ofMinutes(20));
        assertThat(chat.texts()).containsExactly("a#0004", "a#0001", "a#0002", "a#0003");
        assertThat(chat.standing().get(2).reference()).isEqualTo(chat.standing().get(1).reference());
    }

    @Test
    void anAnswerInAThreadWaitsForTheMessageThatOpensIt() {
        chat.then((_) -> new Delivery.Deferred(Duration.ofMinutes(10), "", "service_unavailable"));
        story.promise(saying("a#0001", ROOM, Lane.PROMPT), saying("a#0002", ROOM, Lane.REPLY).inThreadOf("w1|a#0001"));
        story.settleFor(Duration.ofMinutes(20));
        assertThat(chat.texts()).containsExactly("a#0001", "a#0002");
        assertThat(chat.calls().getLast().thread()).isEqualTo(chat.standing().getFirst().reference());
    }

    @Test
    void whatReferToSomethingThatWasNeverSaidIsDropped() {
        verdicts.add(new SendCheck.Verdict.Drop("opted out"));
        story.promise(saying("a#0001", ANNA, Lane.PROMPT), saying("a#0002", ANNA, Lane.REPLY).inPlaceOf("w1|a#0001"),
                saying("a#0003", ANNA, Lane.REPLY).inThreadOf("w1|a#0001"),
                saying("a#0004", ANNA, Lane.REPLY).inPlaceOf("w1|unheard#0001"));
        story.settleFor(Duration.ofMinutes(1));
        assertThat(chat.calls()).isEmpty();
        assertThat(story.outbox.about("w1|a")).extracting(Said::state).containsOnly(Said.State.DROPPED);
        assertThat(story.said("a#0001").reason()).isEqualTo("opted out");
        assertThat(story.outbox.nextDue()).isEmpty();
    }

    @Test
    void holdsUntilEveryCheckLetsItGo() {
        Instant morning = story.now().plus(Duration.ofHours(11));
        verdicts.add(new SendCheck.Verdict.Hold(morning, "quiet hours"));
        story.promise(saying("a#0001", ANNA, Lane.PROMPT), saying("a#0002", ANNA, Lane.PROMPT),
                saying("b#0001", BEN, Lane.PROMPT));
        story.settleUntil(morning.minusMillis(1));
        assertThat(chat.texts()).containsExactly("b#0001");
        assertThat(story.said("a#0001").reason()).isEqualTo("quiet hours");
        story.settleUntil(morning);
        assertThat(chat.texts()).containsExactly("b#0001", "a#0001", "a#0002");
        assertThat(story.said("a#0001").reason()).isNull();
    }

    @Test
    void beingHeldIsNoAttempt() {
        for (int i = 1; i <= 20; i++) {
            verdicts.add(new SendCheck.Verdict.Hold(story.now().plus(Duration.ofHours(i)), "quiet hours"));
        }
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settleFor(Duration.ofHours(21));
        assertThat(chat.texts()).containsExactly("a#0001");
    }

    @Test
    void aHoldThatHasPassedDoesNotSpin() {
        verdicts.add(new SendCheck.Verdict.Hold(story.now().minusSeconds(1), "late"));
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settle();
        assertThat(chat.texts()).isEmpty();
        story.settleFor(Duration.ofSeconds(2));
        assertThat(chat.texts()).containsExactly("a#0001");
    }

    @Test
    void leavesWhatOtherPlatformsAreToSay() {
        Address elsewhere = Address.person("w1", "other", "T9", "anna");
        story.promise(saying("a#0001", elsewhere, Lane.REPLY));
        story.settle();
        assertThat(story.outbox.nextDue()).isEmpty();
        assertThat(story.said("a#0001").state()).isEqualTo(Said.State.WAITING);
        FakeMessenger other = new FakeMessenger("other");
        try (var core = story.alsoWith(Messenger.class, other)) {
            story.settle(core.get(Outbox.class));
        }
        assertThat(other.texts()).containsExactly("a#0001");
    }

    @Test
    void aBreakingCheckParksItsOwnSayingOnly() {
        story.promise(saying("poison#0001", ANNA, Lane.PROMPT), saying("b#0001", BEN, Lane.PROMPT));
        story.settleFor(Duration.ofDays(1));
        assertThat(chat.texts()).containsExactly("b#0001");
        assertThat(story.said("poison#0001").reason()).isEqualTo("failed: IllegalStateException");
    }

}
