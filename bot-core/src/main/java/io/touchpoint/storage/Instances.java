package io.touchpoint.storage;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.heartbeat.Pulse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The instances of the application that work on this database. Each shows that it is
 * alive; what one held that has not done so for a while may be taken up at once. That is
 * a guess, and may be wrong of one that is only slow: who comes late fails at a fence, or
 * finds written what is written only once.
 *
 * <pre class="code">
 * _instances {_id: "5c1f…", seen: ISODate("2026-11-23T09:00:00Z")}
 * </pre>
 */
public class Instances implements Pulse, SmartLifecycle {

    /** How long one shows nothing until others take it for dead. */
    static final Duration SILENCE = Duration.ofSeconds(4);

    /** What was begun before goes ahead of what has waited for less than this. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    static final String COLLECTION = "_instances";

    private static final Logger log = LoggerFactory.getLogger(Instances.class);

    private final String id = UUID.randomUUID().toString();

    private final AtomicLong claims = new AtomicLong();

    private final MongoOperations mongo;

    private final List<Leased> leased;

    private final ClockCheck clocks;

    private final Clock clock;

    private volatile boolean running;

    Instances(MongoOperations mongo, List<Leased> leased, ClockCheck clocks, Clock clock) {
        this.mongo = mongo;
        this.leased = leased;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** A name for one claim of this instance, which no other claim has. */
    public String holder() {
        return id + "/" + claims.incrementAndGet();
    }

    @Override
    public void show(Instant now) {
        try {
            mongo.upsert(query(where("_id").is(id)), Update.update("seen", now), COLLECTION);
            if (!clocks.wrong()) {
                mongo.find(query(where("seen").lt(now.minus(SILENCE))), Document.class, COLLECTION)
                    .forEach((silent) -> bury(silent, now));
            }
        }
        catch (DataAccessException ex) {
            log.debug("Could not be shown to be alive: {}", ex.getClass().getName());
        }
    }

    private void bury(Document silent, Instant now) {
        release(silent.getString("_id"), now);
        mongo.remove(query(where("_id").is(silent.get("_id")).and("seen").is(silent.get("seen"))), COLLECTION);
    }

    private void release(String instance, Instant now) {
        for (Leased one : leased) {
            Query held = query(new Criteria().andOperator(where("claimAt").gt(now).lte(now.plus(one.longest())),
                    where("holder").gte(instance + "/").lt(instance + "0"), one.free()));
            mongo.updateMulti(held, Update.update("claimAt", now.minus(AHEAD)), one.type());
        }
    }

    /** What one that has died has left is there before any work is looked for. */
    @Override
    public void start() {
        show(clock.instant());
        running = true;
    }

    /** Leaves to others what this one still holds. */
    @Override
    public void stop() {
        running = false;
        try {
            release(id, clock.instant());
            mongo.remove(query(where("_id").is(id)), COLLECTION);
        }
        catch (DataAccessException ex) {
            log.debug("What is held waits for the end of its lease: {}", ex.getClass().getName());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Once the database is fit for this release, and after everything has stopped. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }

}
