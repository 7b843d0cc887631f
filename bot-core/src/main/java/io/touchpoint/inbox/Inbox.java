package io.touchpoint.inbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.storage.Instances;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The requests of platforms, each stored once and worked on by one at a time. */
@Component
public class Inbox {

    /** How long one worker has a request for itself. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    private final MongoOperations mongo;

    private final Instances instances;

    public Inbox(MongoOperations mongo, Instances instances) {
        this.mongo = mongo;
        this.instances = instances;
    }

    /**
     * Stores a request and claims it.
     * @param platform whose request it is, as addresses name it
     * @param id the same for each delivery of one thing that happened; the platform first
     * @return what was stored; empty when it was stored before
     */
    public Optional<Received> store(String platform, String id, String type, String body, Instant now) {
        Received received = new Received(id, platform, now, type, body, now.plus(LEASE), instances.holder(), 1, 1,
                null);
        try {
            return Optional.of(mongo.insert(received));
        }
        catch (DuplicateKeyException ex) {
            return Optional.empty();
        }
    }

    /**
     * The bodies of a request and of those whose ids go on from its own after a colon,
     * oldest first.
     */
    public List<String> bodies(String id) {
        Criteria known = new Criteria().orOperator(where("_id").is(id), where("_id").gte(id + ":").lt(id + ";"));
        return mongo.find(query(known).with(Sort.by("at")), Received.class).stream().map(Received::body).toList();
    }

    /**
     * Claims a request of a platform whose turn has come, or whose worker has not come
     * back.
     */
    Optional<Received> claim(String platform, Instant now) {
        return Optional.ofNullable(mongo.findAndModify(first(where("platform").is(platform).and("claimAt").lte(now)),
                new Update().set("claimAt", now.plus(LEASE))
                    .set("holder", instances.holder())
                    .inc("fence", 1)
                    .inc("attempts", 1),
                FindAndModifyOptions.options().returnNew(true), Received.class));
    }

    /** The earliest moment at which a request of a platform can be claimed. */
    Optional<Instant> nextClaim(String platform) {
        return Optional
            .ofNullable(
                    mongo.findOne(first(where("platform").is(platform).and("claimAt").exists(true)), Received.class))
            .map(Received::claimAt);
    }

    void done(Received received) {
        finish(received, new Update().unset("claimAt"));
    }

    void later(Received received, Instant at) {
        finish(received, new Update().set("claimAt", at).unset("holder"));
    }

    void park(Received received, String why, Instant now) {
        finish(received, new Update().unset("claimAt").set("parked", new Received.Parked(now, why)));
    }

    /** How many were given up. */
    long parked() {
        return mongo.count(query(where("parked.at").exists(true)), Received.class);
    }

    /** What was given up of some tenants of platforms, the latest first. */
    List<Received> parked(Collection<String> tenants, int most) {
        return tenants.isEmpty() ? List.of()
                : mongo.find(query(where("parked.at").exists(true).andOperator(of(tenants)))
                    .with(Sort.by(Sort.Direction.DESC, "parked.at", "_id"))
                    .limit(most), Received.class);
    }

    /** Lets what was given up be worked on anew. */
    boolean unpark(Collection<String> tenants, String id, Instant now) {
        return changeParked(tenants, id, new Update().set("claimAt", now).set("attempts", 0).unset("parked"));
    }

    /** Leaves for good what was given up. */
    boolean leave(Collection<String> tenants, String id) {
        return changeParked(tenants, id, new Update().unset("parked"));
    }

    private boolean changeParked(Collection<String> tenants, String id, Update update) {
        return !tenants.isEmpty() && mongo
            .updateFirst(query(where("_id").is(id).and("parked.at").exists(true).andOperator(of(tenants))),
                    update.inc("fence", 1), Received.class)
            .getMatchedCount() == 1;
    }

    /** Those whose ids begin with one of these. */
    private static Criteria of(Collection<String> tenants) {
        return new Criteria()
            .orOperator(tenants.stream().map((tenant) -> where("_id").gte(tenant + "|").lt(tenant + "}")).toList());
    }

    private void finish(Received received, Update update) {
        mongo.updateFirst(query(where("_id").is(received.id()).and("fence").is(received.fence())), update,
                Received.class);
    }

    private static Query first(Criteria criteria) {
        return query(criteria).with(Sort.by("claimAt")).limit(1);
    }

}
