package io.touchpoint.intake;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Where events are kept that were taken in. */
@Component
class Receipts implements Indexes {

    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final MongoOperations mongo;

    Receipts(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.sparse("events", "claimAt"), Index.sparse("events", "parked"),
                Index.expiring("events", "at", REMEMBERED));
    }

    /** Keeps an event, unless it is known. */
    void keep(Receipt receipt) {
        try {
            mongo.insert(receipt);
        }
        catch (DuplicateKeyException _) {
            return;
        }
    }

    Optional<Receipt> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Receipt.class));
    }

    /**
     * Keeps the answer, unless there is one.
     * @return the first answer
     */
    String answer(String id, String answer) {
        mongo.updateFirst(query(where("_id").is(id).and("answer").exists(false)),
                new Update().set("answer", answer).unset("body").unset("claimAt").unset("holder"), Receipt.class);
        String first = find(id).map(Receipt::answer).orElse(null);
        return (first != null) ? first : answer;
    }

    /** Takes an event that nobody has answered, for the time of a lease. */
    Optional<Receipt> claim(String holder, Instant now) {
        return Optional.ofNullable(
                mongo.findAndModify(query(where("claimAt").lte(now)).with(Sort.by(Sort.Direction.ASC, "claimAt")),
                        new Update().set("claimAt", now.plus(LEASE)).set("holder", holder).inc("attempts", 1),
                        FindAndModifyOptions.options().returnNew(true), Receipt.class));
    }

    void park(String id, String reason) {
        mongo.updateFirst(query(where("_id").is(id)), new Update().set("parked", reason).unset("claimAt"),
                Receipt.class);
    }

    /** How many were given up. */
    long parked() {
        return mongo.count(query(where("parked").exists(true)), Receipt.class);
    }

    /** What was given up in a workspace, the latest first. */
    List<Receipt> parked(String workspace, int most) {
        return mongo.find(query(where("workspace").is(workspace).and("parked").exists(true))
            .with(Sort.by(Sort.Direction.DESC, "at", "_id"))
            .limit(most), Receipt.class);
    }

    /** Lets what was given up be decided anew. */
    boolean unpark(String workspace, String id, Instant now) {
        return changeParked(workspace, id, new Update().set("claimAt", now).set("attempts", 0).unset("parked"));
    }

    /** Answers what was given up, without a decision. */
    boolean leave(String workspace, String id, String answer) {
        return changeParked(workspace, id, new Update().set("answer", answer).unset("parked").unset("body"));
    }

    private boolean changeParked(String workspace, String id, Update update) {
        return mongo
            .updateFirst(query(where("_id").is(id).and("workspace").is(workspace).and("parked").exists(true)), update,
                    Receipt.class)
            .getMatchedCount() == 1;
    }

    @Nullable Instant nextClaim() {
        Receipt first = mongo.findOne(query(where("claimAt").exists(true)).with(Sort.by(Sort.Direction.ASC, "claimAt")),
                Receipt.class);
        return (first != null) ? first.claimAt() : null;
    }

}
