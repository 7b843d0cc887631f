package io.touchpoint.bench;

import io.touchpoint.conversation.AskCheck;
import io.touchpoint.heartbeat.Heartbeat;
import io.touchpoint.mongo.CoreUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * The product: a planned question becomes due, may be asked, and is promised to the
 * outbox; then its conversation waits for the answer.
 */
final class Touchpoints implements Contestant {

    private static final Instant NOW = CoreUnderTest.START;

    private static final int PAGE = 10_000;

    private final int backlog;

    private final CoreUnderTest core;

    private final Deliveries deliveries;

    private int loaded;

    /**
     * @param backlog how many further conversations wait for another day
     */
    Touchpoints(int backlog) {
        this.backlog = backlog;
        this.core = Deliveries.core().bean(AskCheck.class, (_, _, _) -> new AskCheck.Verdict.Ask()).start();
        this.deliveries = new Deliveries(core, NOW);
        waitForAnotherDay();
    }

    private void waitForAnotherDay() {
        Date another = Date.from(NOW.plus(Duration.ofDays(30)));
        for (int from = 0; from < backlog; from += PAGE) {
            core.mongo()
                .getCollection("conversations")
                .insertMany(IntStream.range(from, Math.min(backlog, from + PAGE))
                    .mapToObj((i) -> new Document("_id", "w1|order:later-%07d|delivery".formatted(i))
                        .append("workspace", "w1")
                        .append("customer", "w1|customer|later" + i)
                        .append("claimAt", another))
                    .toList());
        }
    }

    @Override
    public String name() {
        return "Touchpoint" + ((backlog > 0) ? ", %,d waiting".formatted(backlog) : "");
    }

    @Override
    public void load(int pieces) {
        deliveries.plan(loaded, loaded + pieces);
        loaded += pieces;
    }

    @Override
    public void drain() {
        core.get(Heartbeat.class).runDue(NOW);
    }

    @Override
    public long effects() {
        return core.mongo().getCollection("outbox").deleteMany(new Document()).getDeletedCount();
    }

    @Override
    public void close() {
        core.close();
    }

}
