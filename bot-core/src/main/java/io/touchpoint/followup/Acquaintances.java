package io.touchpoint.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.customer.Customers;
import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import io.touchpoint.storage.ParkedWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** When each customer is next looked at for the question about the relationship. */
@Component
class Acquaintances implements Indexes {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final MongoOperations mongo;

    Acquaintances(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.sparse("acquaintances", "claimAt"), ParkedWork.index("acquaintances"));
    }

    /**
     * Takes up a customer of a workspace that asks about the relationship; known, nothing
     * changes.
     */
    void meet(Judge judge) {
        AskRules.Relationship asked = judge.around().rules().relationship();
        if (asked == null) {
            return;
        }
        String workspace = judge.workspace().id();
        String customer = judge.customer().id();
        String id = Acquaintance.id(workspace, customer.substring(Customers.id(workspace, "").length()));
        if (mongo.findById(id, Acquaintance.class) != null) {
            return;
        }
        try {
            mongo
                .insert(new Acquaintance(id, workspace, customer, new Rota(customer, asked.every()).next(judge.now())));
        }
        catch (DuplicateKeyException _) {
            return;
        }
    }

    /** Takes one that is due, for the time of a lease. */
    Optional<Acquaintance> claim(Instant now) {
        return Optional.ofNullable(
                mongo.findAndModify(query(where("claimAt").lte(now)).with(Sort.by(Sort.Direction.ASC, "claimAt")),
                        new Update().set("claimAt", now.plus(LEASE)), FindAndModifyOptions.options().returnNew(true),
                        Acquaintance.class));
    }

    Optional<Instant> nextClaim() {
        Acquaintance first = mongo.findOne(
                query(where("claimAt").exists(true)).with(Sort.by(Sort.Direction.ASC, "claimAt")), Acquaintance.class);
        return Optional.ofNullable(first).map(Acquaintance::claimAt);
    }

    /** Lets a claimed one rest, unless somebody else has claimed it since. */
    void rest(Acquaintance claimed, Instant until) {
        mongo.updateFirst(query(where("_id").is(claimed.id()).and("claimAt").is(claimed.claimAt())),
                new Update().set("claimAt", until).unset("failures"), Acquaintance.class);
    }

    /** Forgets one: the workspace does not ask any more. */
    void forget(Acquaintance claimed) {
        mongo.remove(query(where("_id").is(claimed.id())), Acquaintance.class);
    }

}
