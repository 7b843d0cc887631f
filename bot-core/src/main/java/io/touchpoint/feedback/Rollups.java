package io.touchpoint.feedback;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.journey.JourneyStage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The cells that figures are read from. They are kept equal to a recount of the
 * responses, whoever is interrupted and wherever:
 * <ol>
 * <li>a response is written together with the note which cells wait for it;</li>
 * <li>those cells are marked, and only then is the note taken away, unless the response
 * has changed since it was read;</li>
 * <li>a marked cell is counted anew, and the count is stored unless the cell has been
 * marked again since it was read.</li>
 * </ol>
 * Any instance may do any of it at any time; doing it twice is harmless.
 */
@Component
public class Rollups implements DueWork {

    private static final int BATCH = 200;

    private static final int ROUNDS = 10_000;

    private final MongoOperations mongo;

    Rollups(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public int runDue(Instant now) {
        return mark(where("pendAt").lte(now), now) + recount(where("staleAt").lte(now), now);
    }

    @Override
    public Optional<Instant> nextDue() {
        Response pending = mongo.findOne(query(where("pendAt").gt(Instant.EPOCH)).with(Sort.by("pendAt")),
                Response.class);
        Rollup stale = mongo.findOne(query(where("staleAt").gt(Instant.EPOCH)).with(Sort.by("staleAt")), Rollup.class);
        return Stream
            .concat(Optional.ofNullable(pending).map(Response::pendAt).stream(),
                    Optional.ofNullable(stale).map(Rollup::staleAt).stream())
            .min(Instant::compareTo);
    }

    /**
     * Counts everything of a workspace that waits, so that its cells are right on return.
     */
    public void settle(String workspace, Instant now) {
        for (int round = 0; round < ROUNDS; round++) {
            int done = mark(where("workspace").is(workspace).and("pendAt").gt(Instant.EPOCH), now)
                    + recount(where("workspace").is(workspace).and("staleAt").gt(Instant.EPOCH), now);
            if (done == 0) {
                return;
            }
        }
        throw new IllegalStateException("the cells of " + workspace + " do not settle");
    }

    /** The cells of some reporting days that have answers, as they were last counted. */
    public List<Cell> cells(String workspace, LocalDate from, LocalDate toInclusive) {
        return stored(workspace, from, toInclusive).map(Rollup::cell).toList();
    }

    /**
     * Counts all cells of some reporting days anew from the responses.
     * @return how many were wrong although nothing waited; 0 unless something is broken,
     * or responses have come in meanwhile
     */
    public int rebuild(String workspace, LocalDate from, LocalDate toInclusive, Instant now) {
        settle(workspace, now);
        Map<String, List<Long>> before = counts(workspace, from, toInclusive);
        Map<String, @Nullable JourneyStage> cells = new TreeMap<>();
        mongo.find(query(Responses.days(workspace, from, toInclusive)), Rollup.class)
            .forEach((rollup) -> cells.put(rollup.id(), rollup.stage()));
        cells.putAll(answered(workspace, from, toInclusive));
        raise(cells, now);
        settle(workspace, now);
        Map<String, List<Long>> after = counts(workspace, from, toInclusive);
        return Math.toIntExact(Stream.concat(before.keySet().stream(), after.keySet().stream())
            .distinct()
            .filter((id) -> !before.getOrDefault(id, List.of()).equals(after.getOrDefault(id, List.of())))
            .count());
    }

    private Map<String, List<Long>> counts(String workspace, LocalDate from, LocalDate toInclusive) {
        Map<String, List<Long>> counts = new HashMap<>();
        stored(workspace, from, toInclusive).forEach((rollup) -> counts.put(rollup.id(), rollup.counts()));
        return counts;
    }

    private Stream<Rollup> stored(String workspace, LocalDate from, LocalDate toInclusive) {
        return mongo.find(query(Responses.days(workspace, from, toInclusive)).with(Sort.by("_id")), Rollup.class)
            .stream()
            .filter((rollup) -> !rollup.empty());
    }

    private Map<String, @Nullable JourneyStage> answered(String workspace, LocalDate from, LocalDate toInclusive) {
        Map<String, @Nullable JourneyStage> cells = new TreeMap<>();
        mongo
            .aggregate(newAggregation(Response.class,
                    match(Responses.days(workspace, from, toInclusive).and("bucket").gt("")),
                    group("bucket").first("stage").as("stage")), Response.class, Document.class)
            .forEach((group) -> cells.put(group.getString("_id"), stage(group.getString("stage"))));
        return cells;
    }

    private static @Nullable JourneyStage stage(@Nullable String name) {
        return (name == null) ? null : JourneyStage.valueOf(name);
    }

    private int mark(Criteria due, Instant now) {
        List<Response> pending = mongo.find(query(due).with(Sort.by("pendAt")).limit(BATCH), Response.class);
        if (!pending.isEmpty()) {
            mark(pending, now);
        }
        return pending.size();
    }

    /**
     * Marks the cells first: who stops in between leaves a note too many, never too few.
     */
    void mark(List<Response> pending, Instant now) {
        Map<String, @Nullable JourneyStage> cells = new TreeMap<>();
        pending.forEach((response) -> response.pend().forEach((cell) -> cells.putIfAbsent(cell, response.stage())));
        raise(cells, now);
        between();
        clear(pending);
    }

    void raise(Map<String, @Nullable JourneyStage> cells, Instant now) {
        if (cells.isEmpty()) {
            return;
        }
        BulkOperations bulk = mongo.bulkOps(BulkMode.UNORDERED, Rollup.class);
        cells.forEach((id, stage) -> {
            Bucket bucket = Bucket.parse(id);
            bulk.upsert(query(where("_id").is(id)),
                    new Update().inc("dirty", 1L)
                        .set("staleAt", now)
                        .setOnInsert("workspace", bucket.workspace())
                        .setOnInsert("touchpoint", bucket.touchpoint())
                        .setOnInsert("stage", stage)
                        .setOnInsert("scale", bucket.scale())
                        .setOnInsert("platform", bucket.platform())
                        .setOnInsert("team", bucket.team())
                        .setOnInsert("day", bucket.day()));
        });
        bulk.execute();
    }

    void clear(List<Response> pending) {
        BulkOperations bulk = mongo.bulkOps(BulkMode.UNORDERED, Response.class);
        pending
            .forEach((response) -> bulk.updateOne(query(asRead(response)), new Update().unset("pendAt").unset("pend")));
        bulk.execute();
    }

    Criteria asRead(Response response) {
        return where("_id").is(response.id()).and("rev").is(response.rev());
    }

    private int recount(Criteria due, Instant now) {
        List<Rollup> stale = mongo.find(query(due).with(Sort.by("staleAt")).limit(BATCH), Rollup.class);
        if (!stale.isEmpty()) {
            between();
            Map<String, Map<Integer, Long>> counted = count(stale.stream().map(Rollup::id).toList());
            between();
            store(stale, counted, now);
        }
        return stale.size();
    }

    private Map<String, Map<Integer, Long>> count(List<String> ids) {
        Map<String, Map<Integer, Long>> counted = new HashMap<>();
        mongo
            .aggregate(newAggregation(Response.class, match(where("bucket").in(ids)),
                    group("bucket", "score").count().as("answers")), Response.class, Document.class)
            .forEach((group) -> {
                Document key = group.get("_id", Document.class);
                counted.computeIfAbsent(key.getString("bucket"), (_) -> new HashMap<>())
                    .put(key.getInteger("score"), group.get("answers", Number.class).longValue());
            });
        return counted;
    }

    private void store(List<Rollup> stale, Map<String, Map<Integer, Long>> counted, Instant now) {
        BulkOperations bulk = mongo.bulkOps(BulkMode.UNORDERED, Rollup.class);
        for (Rollup rollup : stale) {
            Histogram histogram = Histogram.of(rollup.scale(), counted.getOrDefault(rollup.id(), Map.of()));
            bulk.updateOne(query(asRead(rollup)),
                    new Update().set("counts", histogram.counts()).set("computedAt", now).unset("staleAt"));
        }
        bulk.execute();
    }

    Criteria asRead(Rollup rollup) {
        return where("_id").is(rollup.id()).and("dirty").is(rollup.dirty());
    }

    /** Between two steps; tests break the work off here, or let others go first. */
    void between() {
    }

}
