package io.touchpoint.checkin;

import io.touchpoint.team.Colleague;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Where check-ins are kept: each is one document that changes by compare-and-set. */
@Component
class CheckInShelf {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final int TRIES = 20;

    private final MongoOperations mongo;

    CheckInShelf(MongoOperations mongo) {
        this.mongo = mongo;
    }

    Optional<CheckIn> byId(String id) {
        return Optional.ofNullable(mongo.findById(id, CheckIn.class));
    }

    /** The check-in that one of the two has a calendar of. */
    Optional<CheckIn> byFeed(String feed) {
        Query query = Query.query(new Criteria().orOperator(Criteria.where("planner.feed").is(feed),
                Criteria.where("other.feed").is(feed)));
        return Optional.ofNullable(mongo.findOne(query, CheckIn.class));
    }

    /** The check-ins that a colleague is one of the two of. */
    List<CheckIn> of(Colleague colleague) {
        String prefix = colleague.workspace() + "|checkin|";
        Criteria theirs = Criteria.where("_id")
            .gte(prefix)
            .lt(colleague.workspace() + "|checkin}")
            .orOperator(Criteria.where("planner.colleague").is(colleague.key()),
                    Criteria.where("other.colleague").is(colleague.key()));
        return mongo.find(Query.query(theirs), CheckIn.class);
    }

    /** Keeps a new one, unless it has been kept before. */
    void insert(CheckIn checkIn) {
        try {
            mongo.insert(checkIn);
        }
        catch (DuplicateKeyException _) {
            // The same form was sent again: what was kept first stands.
        }
    }

    /**
     * Changes one; a change that returns what it was given changes nothing.
     * @return what is kept now
     */
    CheckIn change(String id, UnaryOperator<CheckIn> change) {
        for (int i = 0; i < TRIES; i++) {
            CheckIn before = byId(id).orElseThrow(() -> new IllegalStateException("no check-in " + id));
            CheckIn after = change.apply(before);
            if (after.equals(before)) {
                return before;
            }
            try {
                return mongo.save(after);
            }
            catch (OptimisticLockingFailureException _) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("too many change check-in " + id);
    }

    /** Saves what was claimed; false when somebody else was faster. */
    Optional<CheckIn> save(CheckIn claimed) {
        try {
            return Optional.of(mongo.save(claimed));
        }
        catch (OptimisticLockingFailureException _) {
            return Optional.empty();
        }
    }

    /** Takes one that wants attention; whoever had it before loses it. */
    Optional<CheckIn> claim(Instant now) {
        Query due = Query.query(Criteria.where("claimAt").lte(now)).with(Sort.by("claimAt"));
        Update taken = new Update().set("claimAt", now.plus(LEASE)).inc("fence", 1).inc("version", 1);
        return Optional
            .ofNullable(mongo.findAndModify(due, taken, FindAndModifyOptions.options().returnNew(true), CheckIn.class));
    }

    Optional<Instant> nextDue() {
        Query first = Query.query(Criteria.where("claimAt").exists(true)).with(Sort.by("claimAt")).limit(1);
        return Optional.ofNullable(mongo.findOne(first, CheckIn.class)).map(CheckIn::claimAt);
    }

}
