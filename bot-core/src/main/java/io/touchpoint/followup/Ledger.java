package io.touchpoint.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.followup.Lifeline.Passed;
import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import io.touchpoint.storage.ParkedWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Where decisions and what they rest on are kept; every change is a compare-and-set. */
@Component
class Ledger implements Indexes {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final MongoOperations mongo;

    Ledger(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.sparse("decisions", "claimAt"), Index.of("decisions", "workspace", "customer"),
                Index.of("decisions", "workspace", "subject.key"), Index.of("decisions", "workspace", "standing.at"),
                Index.of("decisions", "workspace", "askedAt"), ParkedWork.index("decisions"));
    }

    /** Adds an event to what has happened to its subject; known, it changes nothing. */
    Lifeline add(BusinessEvent event, String customer, Instant now) {
        while (true) {
            Lifeline known = lifeline(event).orElseGet(() -> Lifeline.of(event));
            if (known.knows(event.key())) {
                return known;
            }
            try {
                return mongo.save(known.with(event, customer, now));
            }
            catch (OptimisticLockingFailureException | DuplicateKeyException _) {
                Thread.onSpinWait();
            }
        }
    }

    Optional<Lifeline> lifeline(BusinessEvent event) {
        return lifeline(Lifeline.id(event));
    }

    Optional<Lifeline> lifeline(String id) {
        return Optional.ofNullable(mongo.findById(id, Lifeline.class));
    }

    /**
     * The event that a decision stands on.
     * @throws IllegalStateException when it is not known any more
     */
    Passed asking(Decision decision) {
        return lifeline(Lifeline.id(decision.workspace(), decision.subject().kind(), decision.subject().key())).stream()
            .flatMap((lifeline) -> lifeline.passed().stream())
            .filter((passed) -> passed.event().equals(decision.standing().event()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no event of decision " + decision.id()));
    }

    Optional<Decision> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Decision.class));
    }

    /** Keeps a new decision, else the one that somebody else has kept meanwhile. */
    Decision add(Decision decision) {
        try {
            return mongo.insert(decision);
        }
        catch (DuplicateKeyException _) {
            return get(decision.id());
        }
    }

    /** Changes a decision, again until nobody else has changed it meanwhile. */
    Decision change(String id, UnaryOperator<Decision> change) {
        while (true) {
            Decision before = get(id);
            Decision after = change.apply(before);
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
    }

    /**
     * Takes a decision whose customer is to be looked for again, for the time of a lease.
     */
    Optional<Decision> claim(Instant now) {
        return Optional.ofNullable(
                mongo.findAndModify(query(where("claimAt").lte(now)).with(Sort.by(Sort.Direction.ASC, "claimAt")),
                        new Update().set("claimAt", now.plus(LEASE)), FindAndModifyOptions.options().returnNew(true),
                        Decision.class));
    }

    Optional<Instant> nextClaim() {
        Decision first = mongo
            .findOne(query(where("claimAt").exists(true)).with(Sort.by(Sort.Direction.ASC, "claimAt")), Decision.class);
        return Optional.ofNullable(first).map(Decision::claimAt);
    }

    List<Decision> ofCustomer(String workspace, String customer) {
        return newestFirst(
                mongo.find(query(where("workspace").is(workspace).and("customer").is(customer)), Decision.class));
    }

    List<Decision> ofSubject(String workspace, @Nullable String kind, String key) {
        return newestFirst(
                mongo.find(query(where("workspace").is(workspace).and("subject.key").is(key)), Decision.class))
            .stream()
            .filter((decision) -> kind == null || decision.subject().kind().equals(kind))
            .toList();
    }

    /** Those decided or asked from {@code from} on and before {@code to}. */
    List<Decision> between(String workspace, Instant from, Instant to) {
        return mongo.find(
                query(where("workspace").is(workspace)
                    .orOperator(where("standing.at").gte(from).lt(to), where("askedAt").gte(from).lt(to))),
                Decision.class);
    }

    private Decision get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no decision " + id));
    }

    private static List<Decision> newestFirst(List<Decision> decisions) {
        return decisions.stream()
            .sorted(Comparator.comparing((Decision decision) -> decision.standing().at())
                .reversed()
                .thenComparing(Decision::id))
            .toList();
    }

}
