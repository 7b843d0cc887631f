package io.touchpoint.storage;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.heartbeat.DeadLetter;
import io.touchpoint.heartbeat.DeadLetters;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The pieces of work of one collection that fail whenever they are tried: after the
 * eighth time they are parked, so that they are seen and hold nothing up. Each is a
 * document that is due at {@code claimAt}; what is noted in it goes when it is saved
 * whole, as it is once it succeeds.
 *
 * <pre class="code">
 * {_id: "w1|…", claimAt: …, failures: 3}                                          while it is tried
 * {_id: "w1|…", failures: 8, parked: {at: …, why: "IllegalStateException"}}       then
 * </pre>
 */
public final class ParkedWork implements DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(ParkedWork.class);

    private static final int ATTEMPTS = 8;

    private static final String FAILURES = "failures";

    private static final String PARKED = "parked";

    private final MongoOperations mongo;

    private final String collection;

    private final String kind;

    /**
     * @param collection where the pieces are, with ids that begin with their workspace
     * @param kind what one of them is called
     */
    public ParkedWork(MongoOperations mongo, String collection, String kind) {
        this.mongo = mongo;
        this.collection = collection;
        this.kind = kind;
    }

    /** The index by which they are found. */
    public static Index index(String collection) {
        return Index.sparse(collection, PARKED + ".at");
    }

    /** Notes that a piece has failed. That the database does is not the piece's fault. */
    public void failed(String id, Throwable ex, Instant now) {
        log.warn("A {} could not be seen to: {}", kind, ex.getClass().getName());
        if (ex instanceof DataAccessException) {
            return;
        }
        Document noted = mongo.findAndModify(query(where("_id").is(id)), new Update().inc(FAILURES, 1),
                FindAndModifyOptions.options().returnNew(true), Document.class, collection);
        if (noted != null && noted.getInteger(FAILURES) >= ATTEMPTS) {
            mongo.updateFirst(query(where("_id").is(id).and(FAILURES).gte(ATTEMPTS)), new Update().unset("claimAt")
                .set(PARKED, new Document("at", now).append("why", ex.getClass().getSimpleName())), collection);
            log.warn("A {} was given up after {} times", kind, ATTEMPTS);
        }
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public long count() {
        return mongo.count(query(where(PARKED + ".at").exists(true)), collection);
    }

    @Override
    public List<DeadLetter> of(String workspace, int most) {
        return mongo
            .find(query(parked(workspace)).with(Sort.by(Sort.Direction.DESC, PARKED + ".at", "_id")).limit(most),
                    Document.class, collection)
            .stream()
            .map((one) -> letter(one.getString("_id"), one.get(PARKED, Document.class)))
            .toList();
    }

    private static DeadLetter letter(String id, Document parked) {
        return new DeadLetter(id, id.substring(id.indexOf('|') + 1).replace('|', ' '), parked.getString("why"),
                parked.getDate("at").toInstant());
    }

    @Override
    public boolean retry(String workspace, String id, Instant now) {
        return change(workspace, id, new Update().set("claimAt", now));
    }

    @Override
    public boolean drop(String workspace, String id, Instant now) {
        return change(workspace, id, new Update());
    }

    private boolean change(String workspace, String id, Update update) {
        return mongo
            .updateFirst(query(new Criteria().andOperator(where("_id").is(id), parked(workspace))),
                    update.unset(PARKED).unset(FAILURES), collection)
            .getMatchedCount() == 1;
    }

    private static Criteria parked(String workspace) {
        return where("_id").gte(workspace + "|").lt(workspace + "}").and(PARKED + ".at").exists(true);
    }

}
