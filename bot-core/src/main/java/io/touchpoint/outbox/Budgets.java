package io.touchpoint.outbox;

import com.mongodb.client.result.UpdateResult;
import io.touchpoint.chat.Budget;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The budgets of all platforms, shared by all instances.
 *
 * <pre class="code">
 * budgets {_id: "w1|slack|T1|chat.postMessage", until, rest?}
 * </pre>
 */
@Component
class Budgets {

    static final String COLLECTION = "budgets";

    private final MongoOperations mongo;

    private final Lock oneAtATime = new ReentrantLock();

    Budgets(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** What the budgets allow as of now; a copy to plan with. */
    Pacing view(Collection<Budget> budgets) {
        List<String> keys = budgets.stream().map(Budget::key).distinct().toList();
        return new Pacing(mongo.find(Query.query(Criteria.where("_id").in(keys)), Pacing.Bucket.class, COLLECTION));
    }

    /**
     * Uses up one call of every budget, if all have one left.
     * @return {@code now} when it did, else the earliest moment at which it may succeed
     */
    Instant take(List<Budget> budgets, Instant now) {
        oneAtATime.lock();
        try {
            while (true) {
                Pacing pacing = view(budgets);
                Instant free = pacing.free(budgets, now);
                if (free.isAfter(now) || store(pacing, budgets, now)) {
                    return free;
                }
            }
        }
        finally {
            oneAtATime.unlock();
        }
    }

    /** Lets a budget rest until a moment, because the platform said so. */
    void rest(String key, Instant until) {
        mongo.upsert(Query.query(Criteria.where("_id").is(key)), new Update().max("rest", until), COLLECTION);
    }

    private boolean store(Pacing pacing, List<Budget> budgets, Instant now) {
        return budgets.stream().allMatch((budget) -> store(pacing.bucket(budget), budget, now));
    }

    private boolean store(Pacing.Bucket seen, Budget budget, Instant now) {
        Pacing.Bucket taken = seen.taken(budget, now);
        if (seen.until() == null && seen.rest() == null) {
            try {
                mongo.insert(taken, COLLECTION);
                return true;
            }
            catch (DuplicateKeyException _) {
                return false;
            }
        }
        UpdateResult result = mongo.updateFirst(
                Query.query(Criteria.where("_id").is(seen.id()).and("until").is(seen.until())),
                Update.update("until", taken.until()), COLLECTION);
        return result.getModifiedCount() == 1;
    }

}
