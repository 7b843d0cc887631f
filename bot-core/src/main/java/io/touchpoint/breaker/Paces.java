package io.touchpoint.breaker;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Where it is kept how much is asked and answered; every change is a compare-and-set. */
@Component
class Paces implements Indexes {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final MongoOperations mongo;

    Paces(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.sparse("paces", "stop.claimAt"), Index.sparse("exchanges", "claimAt"),
                Index.of("exchanges", "workspace"), Index.expiring("exchanges", "since", REMEMBERED));
    }

    Pace of(String workspace) {
        Pace known = mongo.findById(workspace, Pace.class);
        return (known != null) ? known : Pace.of(workspace);
    }

    /** Changes a workspace's pace, again until nobody else has changed it meanwhile. */
    Pace change(String workspace, UnaryOperator<Pace> change) {
        while (true) {
            Pace before = of(workspace);
            Pace after = change.apply(before);
            if (after.equals(before) || saved(after)) {
                return after;
            }
        }
    }

    Optional<Exchange> exchange(String id) {
        return Optional.ofNullable(mongo.findById(id, Exchange.class));
    }

    boolean saved(Object changed) {
        try {
            mongo.save(changed);
            return true;
        }
        catch (OptimisticLockingFailureException | DuplicateKeyException _) {
            return false;
        }
    }

    /** The people of a workspace who are not answered. */
    List<Exchange> stopped(String workspace) {
        return mongo.find(query(where("workspace").is(workspace).and("stoppedAt").exists(true)), Exchange.class);
    }

    void forget(Exchange exchange) {
        mongo.remove(query(where("_id").is(exchange.id())), Exchange.class);
    }

    /** The stop of asking that the admins have waited longest to hear of. */
    Optional<Pace> untoldStop() {
        return Optional.ofNullable(mongo.findOne(
                query(where("stop.claimAt").exists(true)).with(Sort.by(Sort.Direction.ASC, "stop.claimAt")),
                Pace.class));
    }

    /** The stop of answering that the admins have waited longest to hear of. */
    Optional<Exchange> untoldLoop() {
        return Optional.ofNullable(mongo.findOne(
                query(where("claimAt").exists(true)).with(Sort.by(Sort.Direction.ASC, "claimAt")), Exchange.class));
    }

}
