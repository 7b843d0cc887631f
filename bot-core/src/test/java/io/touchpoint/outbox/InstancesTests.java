package io.touchpoint.outbox;

import static io.touchpoint.outbox.Story.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Delivery;
import io.touchpoint.chat.FakeMessenger;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several outboxes over one database. */
class InstancesTests {

    private static final int PLACES = 8;

    private static final int EACH = 12;

    private final Story story = new Story();

    private final FakeMessenger chat = story.chat;

    private final Set<String> speaking = ConcurrentHashMap.newKeySet();

    private final AtomicInteger interrupted = new AtomicInteger();

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void sayEverythingOnceAndInOrder() throws InterruptedException {
        chat.always(this::alone);
        promise();
        race(story.outbox, story.instance(), 1);
        assertThat(interrupted).hasValue(0);
        assertThat(chat.texts()).hasSize(PLACES * EACH).doesNotHaveDuplicates();
        for (int place = 0; place < PLACES; place++) {
            assertThat(chat.texts(place(place))).isSorted();
        }
    }

    @Test
    void loseNothingThroughFailuresOfEveryKind() throws InterruptedException {
        Random chance = new Random(7);
        Map<Integer, Boolean> cut = new ConcurrentHashMap<>();
        AtomicInteger number = new AtomicInteger();
        chat.always((call) -> switch (fate(chance)) {
            case 0 -> new Delivery.Deferred(Duration.ofSeconds(3), "", "service_unavailable");
            case 1 -> new Delivery.Deferred(Duration.ofSeconds(7), "w1|all", "ratelimited");
            case 2 -> new Delivery.Unknown("timeout");
            case 3 -> {
                cut.put(number.incrementAndGet(), true);
                chat.stand(call);
                yield new Delivery.Unknown("timeout");
            }
            default -> chat.stand(call);
        });
        promise();
        race(story.outbox, story.instance(), 60);
        assertThat(cut).isNotEmpty();
        assertThat(chat.texts()).hasSize(PLACES * EACH).doesNotHaveDuplicates();
        for (int place = 0; place < PLACES; place++) {
            assertThat(chat.texts(place(place))).isSorted();
        }
    }

    private static synchronized int fate(Random chance) {
        return chance.nextInt(16);
    }

    private Delivery alone(FakeMessenger.Call call) {
        if (!speaking.add(call.to().id())) {
            interrupted.incrementAndGet();
        }
        Thread.yield();
        Delivery delivery = chat.stand(call);
        speaking.remove(call.to().id());
        return delivery;
    }

    private void promise() {
        for (int i = 0; i < EACH; i++) {
            for (int place = 0; place < PLACES; place++) {
                story.promise(saying("c%d#%04d".formatted(place, i), place(place), Lane.PROMPT));
            }
        }
    }

    private static Address place(int place) {
        return Address.person("w1", "chat", "T1", "p" + place);
    }

    /** Lets both work at every moment at which something is due. */
    private void race(Outbox one, Outbox other, int minutes) throws InterruptedException {
        for (var end = story.now().plus(Duration.ofMinutes(minutes)); one.nextDue()
            .filter((next) -> !next.isAfter(end))
            .isPresent();) {
            one.nextDue().filter(story.now()::isBefore).ifPresent(story.clock::set);
            Thread[] racers = IntStream.range(0, 2)
                .mapToObj((i) -> Thread.ofPlatform().start(() -> story.work((i == 0) ? one : other)))
                .toArray(Thread[]::new);
            for (Thread racer : racers) {
                racer.join();
            }
        }
    }

}
