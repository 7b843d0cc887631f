package io.touchpoint.recovery;

import io.touchpoint.outbox.Outbox;
import io.touchpoint.storage.ParkedWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The stored cases. Whatever happens to one is a single compare-and-set of its document,
 * with what is to be said about it; the outbox is told afterwards, and again when that
 * was broken off.
 */
@Component
class CaseBook {

    private static final Logger log = LoggerFactory.getLogger(CaseBook.class);

    private static final int BATCH = 50;

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final MongoTemplate mongo;

    private final Outbox outbox;

    private final ParkedWork parked;

    CaseBook(MongoTemplate mongo, Outbox outbox, ParkedWork parkedCases) {
        this.mongo = mongo;
        this.outbox = outbox;
        this.parked = parkedCases;
    }

    Optional<Case> byId(String id) {
        return Optional.ofNullable(mongo.findById(id, Case.class));
    }

    Optional<Case> openOf(Collection<String> customers) {
        return mongo
            .find(Query.query(Criteria.where("complaint.customer")
                .in(customers)
                .and("status")
                .in(Case.Status.OPEN.name(), Case.Status.TAKEN.name())), Case.class)
            .stream()
            .max(Comparator.comparing(Case::openedAt).thenComparing(Case::id));
    }

    /** When the cases of these customers were open. */
    List<Spell> spells(Collection<String> customers) {
        Query query = Query.query(Criteria.where("complaint.customer").in(customers));
        query.fields().include("complaint.customer", "complaint.conversation", "openedAt", "closing.at");
        return mongo.find(query, Document.class, "cases").stream().map(CaseBook::spell).toList();
    }

    private static Spell spell(Document one) {
        Document complaint = one.get("complaint", Document.class);
        Document closing = one.get("closing", Document.class);
        return new Spell(complaint.getString("customer"), complaint.getString("conversation"),
                one.getDate("openedAt").toInstant(), (closing == null) ? null : closing.getDate("at").toInstant());
    }

    boolean knows(String customer) {
        return mongo.exists(Query.query(Criteria.where("complaint.customer").is(customer)), Case.class);
    }

    /** Stores a new case; empty when there is one of this id. */
    Optional<Case> insert(Case fresh, Instant now) {
        try {
            return Optional.of(told(mongo.insert(fresh), now));
        }
        catch (DuplicateKeyException _) {
            return Optional.empty();
        }
    }

    /**
     * Applies what happened once, whoever else changes the case meanwhile, and tells the
     * outbox.
     */
    Case apply(String id, String eventId, Instant now, UnaryOperator<CaseChange> change) {
        return change(id, now,
                (one) -> one.applied(eventId) ? one : change.apply(new CaseChange(one, now).applying(eventId)).done());
    }

    /** Changes a case, whoever else changes it meanwhile, and tells the outbox. */
    Case change(String id, Instant now, UnaryOperator<Case> change) {
        while (true) {
            Case before = byId(id).orElseThrow(() -> new IllegalStateException("no such case: " + id));
            Case after = change.apply(before);
            try {
                return told(after.equals(before) ? before : mongo.save(after), now);
            }
            catch (OptimisticLockingFailureException _) {
                log.debug("A case was changed meanwhile");
            }
        }
    }

    /**
     * Does a bounded share of what is due; a case that fails is looked at again later.
     */
    int attend(Instant now, UnaryOperator<Case> change) {
        List<Case> due = mongo.find(
                Query.query(Criteria.where("claimAt").lte(now)).with(Sort.by("claimAt", "_id")).limit(BATCH),
                Case.class);
        for (Case one : due) {
            try {
                change(one.id(), now, change);
            }
            catch (RuntimeException | StackOverflowError ex) {
                mongo.updateFirst(Query.query(Criteria.where("_id").is(one.id()).and("version").is(one.version())),
                        Update.update("claimAt", now.plus(AFTER_FAILURE)), Case.class);
                parked.failed(one.id(), ex, now);
            }
        }
        return due.size();
    }

    Optional<Instant> nextDue() {
        return mongo
            .find(Query.query(Criteria.where("claimAt").exists(true)).with(Sort.by("claimAt")).limit(1), Case.class)
            .stream()
            .findFirst()
            .flatMap((one) -> Optional.ofNullable(one.claimAt()));
    }

    private Case told(Case one, Instant now) {
        if (one.pending().isEmpty()) {
            return one;
        }
        outbox.promise(one.pending(), now);
        return mongo.save(new CaseChange(one, now).told().done());
    }

}
