package io.touchpoint.feedback;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.survey.Scale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/**
 * What customers have answered: the one truth that all figures are counted from. A change
 * and the note which cells it concerns are one write.
 */
@Repository
public class Responses {

    private static final String RATING = "|rating";

    private final MongoOperations mongo;

    Responses(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * Records a response under its id; what is already there stays. Its cell and its
     * revision are set here, whatever the given ones are.
     * @return whether it was new
     * @throws IllegalArgumentException when the score does not stand on the scale
     */
    public boolean record(Response response, Instant now) {
        String cell = cell(response);
        try {
            mongo.insert(response.counting(cell, 0L, (cell == null) ? null : now,
                    (cell == null) ? List.of() : List.of(cell)));
            return true;
        }
        catch (DuplicateKeyException _) {
            return false;
        }
    }

    /**
     * Changes a response by compare-and-set: the change is applied to the newest one
     * until it holds, so it may be called several times. Its cell and its revision are
     * set here.
     * @param change gives the changed response, or an equal one to leave it
     * @return the response as it stands after the change; empty when there is none with
     * that id
     * @throws IllegalArgumentException when the change gives it another id or a score
     * that does not stand on the scale
     */
    public Optional<Response> edit(String id, UnaryOperator<Response> change, Instant now) {
        while (true) {
            Response old = mongo.findById(id, Response.class);
            if (old == null) {
                return Optional.empty();
            }
            Response wanted = change.apply(old);
            if (wanted.equals(old)) {
                return Optional.of(old);
            }
            if (!wanted.id().equals(id)) {
                throw new IllegalArgumentException("a response keeps its id");
            }
            Response next = noted(old, wanted, now);
            if (mongo.replace(query(where("_id").is(id).and("rev").is(old.rev())), next).getMatchedCount() == 1) {
                return Optional.of(next);
            }
        }
    }

    private static Response noted(Response old, Response wanted, Instant now) {
        String cell = cell(wanted);
        Set<String> pend = new LinkedHashSet<>(old.pend());
        if (old.bucket() != null) {
            pend.add(old.bucket());
        }
        if (cell != null) {
            pend.add(cell);
        }
        Instant since = (old.pendAt() != null) ? old.pendAt() : now;
        long rev = (old.rev() == null) ? 1 : old.rev() + 1;
        return wanted.counting(cell, rev, pend.isEmpty() ? null : since, pend);
    }

    private static @Nullable String cell(Response response) {
        if (response.score() != null && !response.scale().has(response.score())) {
            throw new IllegalArgumentException(response.score() + " is not on " + response.scale());
        }
        return Bucket.of(response).map(Bucket::id).orElse(null);
    }

    public Optional<Response> byId(String id) {
        return Optional.ofNullable(mongo.findById(id, Response.class));
    }

    /** The response that a conversation has led to. */
    public Optional<Response> byConversation(String conversation) {
        return byId(conversation + RATING);
    }

    /** How many of these conversations have led to a rating. */
    public long rated(Collection<String> conversations) {
        List<String> ids = conversations.stream().map((conversation) -> conversation + RATING).toList();
        return mongo.count(query(where("_id").in(ids).and("score").exists(true)), Response.class);
    }

    /**
     * The responses about a touchpoint on some reporting days, oldest first; those
     * without a score and those that {@linkplain Response#counted() do not count} among
     * them.
     */
    public List<Response> of(String workspace, String touchpoint, LocalDate from, LocalDate toInclusive) {
        return mongo.find(query(days(workspace, from, toInclusive).and("touchpoint").is(touchpoint))
            .with(Sort.by("at").and(Sort.by("_id"))), Response.class);
    }

    /**
     * How many customers gave the answers of some reporting days that count when
     * touchpoints are compared.
     */
    public int customers(String workspace, LocalDate from, LocalDate toInclusive) {
        return mongo
            .aggregate(newAggregation(Response.class,
                    match(days(workspace, from, toInclusive).and("bucket").gt("").and("scale").ne(Scale.NPS_0_10)),
                    group("customer")), Response.class, Document.class)
            .getMappedResults()
            .size();
    }

    static Criteria days(String workspace, LocalDate from, LocalDate toInclusive) {
        return where("workspace").is(workspace).and("day").gte(from).lte(toInclusive);
    }

}
