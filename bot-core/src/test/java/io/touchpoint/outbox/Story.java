package io.touchpoint.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Budget;
import io.touchpoint.chat.Delivery;
import io.touchpoint.chat.FakeMessenger;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Messenger;
import io.touchpoint.chat.Reference;
import io.touchpoint.heartbeat.DeadLetter;
import io.touchpoint.heartbeat.DeadLetters;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.mongo.MongoUnderTest;
import io.touchpoint.storage.Instances;
import io.touchpoint.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Query;

/** An outbox, the platform that it speaks to, and a clock, for tests. */
final class Story implements AutoCloseable {

    /** What all that tell a story have in common: one instance, one clock. */
    static final String SHARED = "outbox story";

    static final Address ANNA = Address.person("w1", "chat", "T1", "anna");

    static final Address BEN = Address.person("w1", "chat", "T1", "ben");

    static final Address ROOM = Address.channel("w1", "chat", "T1", "room");

    private static final Map<MongoUnderTest, Stage> STAGES = new HashMap<>();

    private static final SettableClock time = new SettableClock(CoreUnderTest.START);

    private static volatile @Nullable Story current;

    final FakeMessenger chat = new FakeMessenger("chat");

    final SettableClock clock = time;

    final Outbox outbox;

    private final SendCheck check;

    private final List<CoreUnderTest> others = new ArrayList<>();

    Story() {
        this((_, _) -> new SendCheck.Verdict.Go());
    }

    Story(SendCheck check) {
        this.check = check;
        current = this;
        time.set(CoreUnderTest.START);
        CoreUnderTest core = core();
        core.mongo().remove(new Query(), Entries.COLLECTION);
        core.mongo().remove(new Query(), Budgets.COLLECTION);
        this.outbox = core.get(Outbox.class);
    }

    /** The instance that all tests share, over one database that each begins empty. */
    static synchronized CoreUnderTest core() {
        return stage().core();
    }

    private static synchronized Stage stage() {
        return STAGES.computeIfAbsent(MongoUnderTest.get(), (mongo) -> {
            String database = mongo.freshDatabase();
            return new Stage(database,
                    mongo.closeBefore(CoreUnderTest.with("outbox")
                        .database(database)
                        .clock(time)
                        .bean(Messenger.class, new Current())
                        .bean(SendCheck.class, (saying, now) -> onStage().check.mayGo(saying, now))
                        .start()));
        });
    }

    /** The instance that all tests share, and its database. */
    private record Stage(String database, CoreUnderTest core) {
    }

    private static Story onStage() {
        Story story = current;
        if (story == null) {
            throw new IllegalStateException("no test runs");
        }
        return story;
    }

    /** One more instance over the same database, platform and clock. */
    Outbox instance(String... properties) {
        CoreUnderTest.Builder builder = CoreUnderTest.with("outbox")
            .database(stage().database())
            .clock(clock)
            .bean(Messenger.class, chat)
            .bean(SendCheck.class, check);
        for (String property : properties) {
            builder.property(property);
        }
        CoreUnderTest core = builder.start();
        others.add(core);
        return core.get(Outbox.class);
    }

    /** One more instance that also has a bean; whoever asks for it closes it. */
    <T> CoreUnderTest alsoWith(Class<T> type, T bean) {
        return CoreUnderTest.with("outbox")
            .database(stage().database())
            .clock(clock)
            .bean(Messenger.class, chat)
            .bean(type, bean)
            .start();
    }

    /** Leaves to others what the instance that all tests share still holds. */
    void leave() {
        core().get(Instances.class).stop();
    }

    /** What was given up, and what an admin may do about it. */
    DeadLetters letters() {
        return core().get(DeadLetters.class);
    }

    List<DeadLetter> givenUp(String workspace) {
        return letters().of(workspace, 10);
    }

    Instant now() {
        return clock.instant();
    }

    static Saying saying(String key, Address to, Lane lane) {
        return Saying.of("w1|" + key, "w1|" + key.replaceAll("#.*", ""), to, lane, Message.text(key));
    }

    void promise(Saying... sayings) {
        outbox.promise(List.of(sayings), now());
    }

    /** Does what is due now, until nothing is. */
    void settle() {
        settle(outbox);
    }

    void settle(Outbox by) {
        work(by);
        assertThat(by.nextDue().filter((next) -> !next.isAfter(now()))).as("due although nothing is done").isEmpty();
    }

    /** Does what is due now while others may do the same. */
    void work(Outbox by) {
        int rounds = 0;
        while (by.runDue(now()) > 0) {
            assertThat(++rounds).as("rounds at one moment").isLessThan(2_000);
        }
    }

    /** Goes from due moment to due moment. */
    void settleUntil(Instant end) {
        settle();
        int steps = 0;
        for (Optional<Instant> next = outbox.nextDue(); next.isPresent()
                && !next.get().isAfter(end); next = outbox.nextDue()) {
            assertThat(++steps).as("steps").isLessThan(20_000);
            clock.set(next.get());
            settle();
        }
        clock.set(end);
    }

    void settleFor(Duration time) {
        settleUntil(now().plus(time));
    }

    Said said(String key) {
        return outbox.byKey("w1|" + key).orElseThrow();
    }

    @Override
    public void close() {
        others.forEach(CoreUnderTest::close);
    }

    /** The platform of the test that runs. */
    private static final class Current implements Messenger {

        @Override
        public String platform() {
            return "chat";
        }

        @Override
        public Delivery deliver(Address to, @Nullable Reference thread, Message message, String token) {
            return onStage().chat.deliver(to, thread, message, token);
        }

        @Override
        public Delivery replace(Address to, Reference reference, Message message, String token) {
            return onStage().chat.replace(to, reference, message, token);
        }

        @Override
        public List<Budget> budgets(Address to, boolean replacing) {
            return onStage().chat.budgets(to, replacing);
        }

        @Override
        public Trace find(Address to, @Nullable Reference thread, String token, Instant since) {
            return onStage().chat.find(to, thread, token, since);
        }

    }

}
