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
        return List.of(Index.sparse("events", "claimAt"), Index.expiring("events", "at", REMEMBERED));
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
                new Update().set("answer", answer).unset("body").unset("claimAt"), Receipt.class);
        String first = find(id).map(Receipt::answer).orElse(null);
        return (first != null) ? first : answer;
    }

    /** Takes an event that nobody has answered, for the time of a lease. */
    Optional<Receipt> claim(Instant now) {
        return Optional.ofNullable(
                mongo.findAndModify(query(where("claimAt").lte(now)).with(Sort.by(Sort.Direction.ASC, "claimAt")),
                        new Update().set("claimAt", now.plus(LEASE)).inc("attempts", 1),
                        FindAndModifyOptions.options().returnNew(true), Receipt.class));
    }

    void park(String id, String reason) {
        mongo.updateFirst(query(where("_id").is(id)), new Update().set("parked", reason).unset("claimAt"),
                Receipt.class);
    }

    @Nullable Instant nextClaim() {
        Receipt first = mongo.findOne(query(where("claimAt").exists(true)).with(Sort.by(Sort.Direction.ASC, "claimAt")),
                Receipt.class);
        return (first != null) ? first.claimAt() : null;
    }

}
