package io.touchpoint.outbox;

import static io.touchpoint.outbox.Story.ANNA;
import static io.touchpoint.outbox.Story.BEN;
import static io.touchpoint.outbox.Story.ROOM;
import static io.touchpoint.outbox.Story.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Delivery;
import io.touchpoint.chat.FakeMessenger;
import io.touchpoint.chat.Messenger.Trace;
import io.touchpoint.chat.Reference;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What becomes of a saying when nobody knows how its sending ended. */
@ResourceLock(Story.SHARED)
class OutcomesTests {

    private final AtomicBoolean diesBefore = new AtomicBoolean();

    private Runnable before = () -> {
    };

    private final Story story = new Story((_, _) -> {
        before.run();
        if (diesBefore.getAndSet(false)) {
            throw new Killed();
        }
        return new SendCheck.Verdict.Go();
    });

    private final FakeMessenger chat = story.chat;

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void doesNotSayAgainWhatItFindsStanding() {
        chat.then((call) -> {
            chat.stand(call);
            return new Delivery.Unknown("timeout");
        });
        story.promise(saying("a#0001", ANNA, Lane.PROMPT), saying("a#0002", ANNA, Lane.PROMPT));
        story.settle();
        assertThat(chat.texts()).containsExactly("a#0001");
        story.settleFor(Duration.ofMinutes(3));
        assertThat(chat.texts()).containsExactly("a#0001", "a#0002");
        assertThat(story.said("a#0001").reference()).isEqualTo(chat.standing().getFirst().reference());
    }

    @Test
    void saysAgainWhatIsCertainlyNotThere() {
        chat.then((_) -> new Delivery.Unknown("timeout"));
        story.promise(saying("a#0001", ROOM, Lane.PROMPT), saying("a#0002", ROOM, Lane.PROMPT));
        story.settleFor(Duration.ofMinutes(1));
        assertThat(chat.texts()).containsExactly("a#0001", "a#0002");
    }

    @Test
    void whatNeverGetsThroughIsGivenUp() {
        chat.always((_) -> new Delivery.Unknown("timeout"));
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settleFor(Duration.ofDays(1));
        assertThat(chat.calls()).hasSize(8);
        assertThat(story.said("a#0001").state()).isEqualTo(Said.State.PARKED);
    }

    @Test
    void givesUpInAChannelWhatCanNeverBeFoundOut() {
        chat.then((_) -> new Delivery.Unknown("timeout")).traces((_, _) -> new Trace.Never());
        story.promise(saying("a#0001", ROOM, Lane.DIGEST), saying("a#0002", ROOM, Lane.DIGEST));
        story.settleFor(Duration.ofMinutes(1));
        assertThat(chat.texts()).containsExactly("a#0002");
        assertThat(story.said("a#0001").reason()).isEqualTo("unknown");
    }

    @Test
    void saysAgainToAPersonWhatCanNeverBeFoundOut() {
        chat.then((_) -> new Delivery.Unknown("timeout")).traces((_, _) -> new Trace.Never());
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settleFor(Duration.ofMinutes(1));
        assertThat(chat.texts()).containsExactly("a#0001");
    }

    @Test
    void looksForTenMinutesAtMost() {
        chat.then((_) -> new Delivery.Unknown("timeout")).traces((_, _) -> new Trace.NotNow());
        story.promise(saying("a#0001", ROOM, Lane.PROMPT), saying("a#0002", ROOM, Lane.PROMPT));
        story.settleFor(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(chat.texts()).isEmpty();
        story.settleFor(Duration.ofSeconds(3));
        assertThat(story.said("a#0001").state()).isEqualTo(Said.State.PARKED);
        assertThat(chat.texts()).containsExactly("a#0002");
    }

    @Test
    void looksAgainWhenTheLookUpFails() {
        chat.then((call) -> {
            chat.stand(call);
            return new Delivery.Unknown("timeout");
        });
        AtomicBoolean failed = new AtomicBoolean();
        chat.traces((_, _) -> {
            if (failed.compareAndSet(false, true)) {
                throw new IllegalStateException("down");
            }
            return new Trace.Found(new Reference("anna", "m1"));
        });
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settleFor(Duration.ofMinutes(1));
        assertThat(chat.texts()).containsExactly("a#0001");
        assertThat(story.said("a#0001").state()).isEqualTo(Said.State.DELIVERED);
    }

    @Test
    void repeatsAnEditWithoutLooking() {
        chat.traces((_, _) -> new Trace.Never());
        story.promise(saying("a#0001", ROOM, Lane.PROMPT));
        story.settle();
        chat.then((call) -> {
            chat.stand(call);
            return new Delivery.Unknown("timeout");
        });
        story.promise(saying("a#0002", ROOM, Lane.REPLY).inPlaceOf("w1|a#0001"));
        story.settleFor(Duration.ofMinutes(1));
        assertThat(chat.texts()).containsExactly("a#0001", "a#0002", "a#0002");
        assertThat(story.said("a#0002").state()).isEqualTo(Said.State.DELIVERED);
    }

    @Test
    void treatsAFailingAdapterAsUnknown() {
        chat.then((call) -> {
            chat.stand(call);
            throw new IllegalStateException("could not read the answer");
        });
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settleFor(Duration.ofMinutes(1));
        assertThat(chat.texts()).containsExactly("a#0001");
    }

    @Test
    void parksWhatOverflowsTheStackWheneverItIsSaid() {
        chat.always((call) -> {
            if (call.to().equals(ANNA)) {
                throw new StackOverflowError();
            }
            return chat.stand(call);
        });
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.promise(saying("b#0001", BEN, Lane.PROMPT));
        story.settleFor(Duration.ofHours(1));
        assertThat(story.said("a#0001").state()).isEqualTo(Said.State.PARKED);
        assertThat(chat.texts()).containsExactly("b#0001");
    }

    @Test
    void goesOnAfterADeathBeforeItWasSaid() {
        diesBefore.set(true);
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settleFor(Entries.LEASE.minusMillis(1));
        assertThat(chat.texts()).isEmpty();
        story.settleFor(Duration.ofMillis(1));
        assertThat(chat.texts()).containsExactly("a#0001");
    }

    @Test
    void goesOnAtOnceWhenItIsKnownThatWhoWasToSayItIsGone() {
        diesBefore.set(true);
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settle();
        story.leave();
        story.settle();
        assertThat(chat.texts()).containsExactly("a#0001");
    }

    @Test
    void waitsForTheEndOfTheLeaseWhereItMayBeOnItsWay() {
        chat.then((_) -> {
            throw new Killed();
        });
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settle();
        story.leave();
        story.settleFor(Entries.LEASE.minusMillis(1));
        assertThat(chat.calls()).hasSize(1);
        story.settleFor(Duration.ofMillis(1));
        assertThat(chat.texts()).containsExactly("a#0001");
    }

    @Test
    void holdsOnToWhatItBeginsThoughOthersTookItForDead() {
        Outbox other = story.instance();
        before = story::leave;
        chat.then((call) -> {
            before = () -> {
            };
            other.runDue(story.now());
            return chat.stand(call);
        });
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settle();
        assertThat(chat.calls()).hasSize(1);
    }

    @Test
    void goesOnAfterADeathWhileItWasSaid() {
        chat.then((_) -> {
            throw new Killed();
        });
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settleFor(Duration.ofMinutes(1));
        assertThat(chat.texts()).containsExactly("a#0001");
    }

    @Test
    void saysNothingTwiceAfterADeathBetweenSayingAndRecording() {
        chat.then((call) -> {
            chat.stand(call);
            throw new Killed();
        });
        story.promise(saying("a#0001", ANNA, Lane.PROMPT), saying("a#0002", ANNA, Lane.PROMPT));
        story.settleFor(Duration.ofMinutes(1));
        assertThat(chat.texts()).containsExactly("a#0001", "a#0002");
        assertThat(story.said("a#0001").state()).isEqualTo(Said.State.DELIVERED);
    }

    @Test
    void holdsOnToWhatASlowPlatformIsTaking() {
        Outbox impatient = story.instance("touchpoint.outbox.patience=PT0.05S");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        chat.then((call) -> {
            asked.countDown();
            await(answers);
            return chat.stand(call);
        });
        story.promise(saying("a#0001", ANNA, Lane.PROMPT), saying("a#0002", ANNA, Lane.REPLY).inPlaceOf("w1|a#0001"));
        impatient.runDue(story.now());
        await(asked);
        assertThat(impatient.underWay()).isEqualTo(1);
        story.promise(saying("b#0001", BEN, Lane.PROMPT));
        story.clock.advance(Duration.ofSeconds(20));
        while (chat.texts().isEmpty()) {
            impatient.runDue(story.now());
        }
        assertThat(chat.texts()).containsExactly("b#0001");
        story.clock.advance(Duration.ofSeconds(20));
        story.settle();
        assertThat(chat.calls()).hasSize(2);
        answers.countDown();
        while (impatient.underWay() > 0) {
            Thread.onSpinWait();
        }
        story.settleFor(Duration.ofMinutes(1));
        assertThat(chat.texts()).containsExactly("b#0001", "a#0001", "a#0002");
    }

    @Test
    void aLateWriterChangesNothing() {
        Outbox paused = story.instance("touchpoint.outbox.patience=PT0.05S");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        chat.then((call) -> {
            asked.countDown();
            await(answers);
            return new Delivery.Refused("too late");
        });
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        paused.runDue(story.now());
        await(asked);
        story.settleFor(Entries.LEASE);
        assertThat(story.said("a#0001").state()).isEqualTo(Said.State.DELIVERED);
        answers.countDown();
        while (paused.underWay() > 0) {
            Thread.onSpinWait();
        }
        assertThat(story.said("a#0001").state()).isEqualTo(Said.State.DELIVERED);
        assertThat(chat.texts()).containsExactly("a#0001");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        }
        catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** The end of a process, as seen from inside. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1;

        Killed() {
            super("killed", null, false, false);
        }

    }

}
