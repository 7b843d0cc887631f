package io.touchpoint.outbox;

import static io.touchpoint.outbox.Story.ANNA;
import static io.touchpoint.outbox.Story.BEN;
import static io.touchpoint.outbox.Story.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Budget;
import io.touchpoint.chat.Delivery;
import io.touchpoint.chat.FakeMessenger;
import io.touchpoint.chat.Message;
import io.touchpoint.mongo.CoreUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** How often a platform is spoken to. */
@ResourceLock(Story.SHARED)
class PacingTests {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Story story = new Story();

    private final FakeMessenger chat = story.chat;

    private final Map<String, List<Instant>> times = Collections.synchronizedMap(new TreeMap<>());

    PacingTests() {
        chat.always((call) -> {
            times.computeIfAbsent("all", (_) -> Collections.synchronizedList(new ArrayList<>())).add(story.now());
            times.computeIfAbsent(call.to().id(), (_) -> Collections.synchronizedList(new ArrayList<>()))
                .add(story.now());
            return chat.stand(call);
        });
        chat.budgets((call) -> List.of(new Budget("w1|" + call.to().id(), SECOND, 2),
                new Budget("w1|all", Duration.ofMillis(300), 4)));
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void neverExceedsAnyWindow() {
        promiseSixty();
        story.settleFor(Duration.ofMinutes(2));
        assertThat(chat.texts()).hasSize(60);
        keeps(inOrder(times("all")), Duration.ofMillis(300), 4);
        for (int place = 0; place < 6; place++) {
            keeps(times("p" + place), SECOND, 2);
        }
        assertThat(Duration.between(CoreUnderTest.START, inOrder(times("all")).getLast()))
            .isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void keepsTheBudgetsOverARestartAndAmongInstances() {
        promiseSixty();
        Outbox other = story.instance();
        Instant end = story.now().plus(Duration.ofMinutes(2));
        boolean turn = false;
        while (story.outbox.nextDue().isPresent() && story.now().isBefore(end)) {
            story.clock.set(story.outbox.nextDue().filter(story.now()::isBefore).orElse(story.now()));
            turn = !turn;
            story.settle(turn ? other : story.outbox);
        }
        assertThat(chat.texts()).hasSize(60);
        keeps(inOrder(times("all")), Duration.ofMillis(300), 4);
    }

    @Test
    void instancesThatWorkAtTheSameMomentShareOneBudget() throws InterruptedException {
        chat.budgets((_) -> List.of(new Budget("w1|all", SECOND, 4)));
        for (int i = 0; i < 40; i++) {
            story.promise(saying("a%02d#0001".formatted(i), Address.person("w1", "chat", "T1", "p" + i), Lane.PROMPT));
        }
        Outbox other = story.instance();
        while (story.outbox.nextDue().isPresent()) {
            story.outbox.nextDue().filter(story.now()::isBefore).ifPresent(story.clock::set);
            Thread rival = Thread.ofPlatform().start(() -> story.work(other));
            story.work(story.outbox);
            rival.join();
        }
        assertThat(chat.texts()).hasSize(40).doesNotHaveDuplicates();
        keeps(inOrder(times("all")), SECOND, 4);
    }

    @Test
    void aReplyIsSaidBeforeABacklogOfQuestions() {
        promiseSixty();
        story.settle();
        story.promise(saying("reply#0001", ANNA, Lane.REPLY));
        story.settleFor(SECOND);
        assertThat(chat.texts(ANNA)).containsExactly("reply#0001");
        assertThat(chat.texts().size()).isLessThan(12);
    }

    @Test
    void workspacesTakeTurns() {
        chat.budgets((_) -> List.of());
        for (int i = 0; i < 60; i++) {
            story.promise(saying("a%02d#0001".formatted(i), Address.person("w1", "chat", "T1", "p" + i), Lane.PROMPT));
        }
        story.promise(Saying.of("w2|z#0001", "w2|z", Address.person("w2", "chat", "T2", "zoe"), Lane.PROMPT,
                Message.text("z#0001")));
        story.outbox.runDue(story.now());
        assertThat(chat.texts()).hasSize(50).contains("z#0001");
    }

    @Test
    void restsAsLongAsThePlatformSaysAndCountsNoAttempt() {
        for (int i = 0; i < 20; i++) {
            chat.then((_) -> new Delivery.Deferred(Duration.ofSeconds(30), "w1|anna", "ratelimited"));
        }
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settle();
        assertThat(chat.calls()).hasSize(1);
        story.promise(saying("b#0001", ANNA, Lane.REPLY));
        story.settleFor(Duration.ofMillis(29_999));
        assertThat(chat.calls()).hasSize(1);
        story.settleFor(Duration.ofMinutes(20));
        assertThat(chat.texts()).containsExactly("b#0001", "a#0001");
    }

    @Test
    void othersGoOnWhileOneRests() {
        chat.then((_) -> new Delivery.Deferred(Duration.ofSeconds(30), "w1|anna", "ratelimited"));
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settle();
        story.promise(saying("b#0001", BEN, Lane.PROMPT));
        story.settle();
        assertThat(chat.texts()).containsExactly("b#0001");
    }

    @Test
    void theRestHoldsForEverythingUnderTheSameBudget() {
        chat.then((_) -> new Delivery.Deferred(Duration.ofSeconds(30), "w1|all", "ratelimited"));
        story.promise(saying("a#0001", ANNA, Lane.PROMPT));
        story.settle();
        story.promise(saying("b#0001", BEN, Lane.REPLY));
        story.settleFor(Duration.ofMillis(29_999));
        assertThat(chat.calls()).hasSize(1);
        story.settleFor(SECOND);
        assertThat(chat.texts()).containsExactlyInAnyOrder("a#0001", "b#0001");
    }

    private void promiseSixty() {
        for (int i = 0; i < 60; i++) {
            story
                .promise(saying("a#%04d".formatted(i), Address.person("w1", "chat", "T1", "p" + (i % 6)), Lane.PROMPT));
        }
    }

    private List<Instant> times(String key) {
        return times.getOrDefault(key, List.of());
    }

    private static List<Instant> inOrder(List<Instant> times) {
        return times.stream().sorted().toList();
    }

    private static void keeps(List<Instant> times, Duration interval, int burst) {
        for (int from = 0; from < times.size(); from++) {
            for (int to = from; to < times.size(); to++) {
                long window = Duration.between(times.get(from), times.get(to)).toMillis();
                assertThat(to - from + 1L).as("calls in " + window + " ms")
                    .isLessThanOrEqualTo(burst + window / interval.toMillis());
            }
        }
    }

}
