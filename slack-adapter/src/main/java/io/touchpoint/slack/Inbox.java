package io.touchpoint.slack;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The requests of Slack, each stored once and worked on by one at a time. */
@Component
class Inbox {

    /** How long one worker has a request for itself. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private final MongoOperations mongo;

    Inbox(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * Stores a request and claims it.
     * @return what was stored; empty when it was stored before
     */
    Optional<Received> store(Arrival arrival, String type, String body, Instant now) {
        Received received = new Received(arrival.id(), now, type, body, now.plus(LEASE), 1, 1, null);
        try {
            return Optional.of(mongo.insert(received));
        }
        catch (DuplicateKeyException ex) {
            return Optional.empty();
        }
    }

    /** Claims a request whose turn has come, or whose worker has not come back. */
    Optional<Received> claim(Instant now) {
        return Optional.ofNullable(mongo.findAndModify(query(where("claimAt").lte(now)).with(byClaim()).limit(1),
                new Update().set("claimAt", now.plus(LEASE)).inc("fence", 1).inc("attempts", 1),
                FindAndModifyOptions.options().returnNew(true), Received.class));
    }

    /** The earliest moment at which a request can be claimed. */
    Optional<Instant> nextClaim() {
        return Optional
            .ofNullable(mongo.findOne(query(where("claimAt").exists(true)).with(byClaim()).limit(1), Received.class))
            .map(Received::claimAt);
    }

    void done(Received received) {
        finish(received, new Update().unset("claimAt"));
    }

    void later(Received received, Instant at) {
        finish(received, new Update().set("claimAt", at));
    }

    void park(Received received, String why, Instant now) {
        finish(received, new Update().unset("claimAt").set("parked", new Received.Parked(now, why)));
    }

    /** How many requests were given up. */
    long parked() {
        return mongo.count(query(where("parked").exists(true)), Received.class);
    }

    private void finish(Received received, Update update) {
        mongo.updateFirst(query(where("_id").is(received.id()).and("fence").is(received.fence())), update,
                Received.class);
    }

    private static Sort byClaim() {
        return Sort.by("claimAt");
    }

}
