package io.touchpoint.sandbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.DuplicateKeyException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The sandbox's clock: it stands still until it is moved, and never goes back. It is one
 * document, so that everything that runs on one database reads the same time; whoever is
 * alone on its database reads it once.
 *
 * <pre class="code">
 * sandbox {_id: "clock", now: ISODate("2026-11-25T09:00:00Z")}
 * </pre>
 */
public final class SandboxClock extends Clock {

    static final String COLLECTION = "sandbox";

    private static final String ID = "clock";

    private final MongoOperations mongo;

    private final boolean shared;

    private volatile Instant read;

    /** One that others may move too. */
    public SandboxClock(MongoOperations mongo, Instant start) {
        this(mongo, start, true);
    }

    /**
     * Goes on where the database's clock stands.
     * @param start where it starts over a database that has none
     * @param shared whether others may move it too
     */
    public SandboxClock(MongoOperations mongo, Instant start, boolean shared) {
        this.mongo = mongo;
        this.shared = shared;
        if (mongo.findById(ID, Document.class, COLLECTION) == null) {
            begin(start);
        }
        this.read = read();
    }

    private void begin(Instant start) {
        try {
            mongo.getCollection(COLLECTION).insertOne(new Document("_id", ID).append("now", Date.from(start)));
        }
        catch (DuplicateKeyException ex) {
            // another application began it
        }
        catch (com.mongodb.MongoWriteException ex) {
            if (mongo.findById(ID, Document.class, COLLECTION) == null) {
                throw ex;
            }
        }
    }

    @Override
    public Instant instant() {
        return shared ? read() : read;
    }

    private Instant read() {
        Document clock = mongo.getCollection(COLLECTION).find(new Document("_id", ID)).first();
        if (clock == null) {
            throw new IllegalStateException("the sandbox's clock is gone");
        }
        return clock.getDate("now").toInstant();
    }

    /**
     * Moves the clock, unless it stands there or later already.
     * @param to in whole milliseconds; the rest is cut off
     * @return whether this call moved it
     */
    public boolean moveTo(Instant to) {
        Instant target = to.truncatedTo(ChronoUnit.MILLIS);
        boolean moved = mongo
            .updateFirst(query(where("_id").is(ID).and("now").lt(Date.from(target))),
                    Update.update("now", Date.from(target)), COLLECTION)
            .getModifiedCount() == 1;
        read = read();
        return moved;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

}
