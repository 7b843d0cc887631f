package io.touchpoint.outbox;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.sort;

import io.touchpoint.chat.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The stored promises, and every change of one as a compare-and-set.
 */
@Component
class Entries {

    static final String COLLECTION = "outbox";

    /** How long a taken entry is out of others' reach. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Sort IN_LINE = Sort.by("order", "_id");

    private final MongoOperations mongo;

    Entries(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Puts a saying at the end of its line; false when it was promised before. */
    boolean insert(Saying saying, Instant now) {
        Query line = Query.query(Criteria.where("open").is(saying.to().key()).and("lane").is(saying.lane().ordinal()))
            .with(Sort.by(Sort.Direction.DESC, "order"))
            .limit(1);
        line.fields().include("order");
        Document last = mongo.findOne(line, Document.class, COLLECTION);
        long order = now.toEpochMilli() * 1_000;
        if (last != null) {
            order = Math.max(order, last.getLong("order") + 1);
        }
        try {
            mongo.insert(Entry.of(saying, order, now));
            return true;
        }
        catch (DuplicateKeyException _) {
            return false;
        }
    }

    Optional<Entry> byKey(String key) {
        return Optional.ofNullable(mongo.findById(key, Entry.class));
    }

    List<Entry> find(Criteria criteria) {
        return mongo.find(Query.query(criteria).with(IN_LINE), Entry.class);
    }

    /** What may be taken in a lane, the longest due first, without the words. */
    List<Entry> due(Collection<String> platforms, Lane lane, Instant now, int most) {
        Query query = Query
            .query(Criteria.where("lane")
                .is(lane.ordinal())
                .and("claimAt")
                .lte(now)
                .and("saying.to.platform")
                .in(platforms))
            .with(Sort.by("claimAt", "order", "_id"))
            .limit(most);
        return mongo.find(wordless(query), Entry.class);
    }

    /** The entries with these keys, without the words. */
    List<Entry> wordless(Collection<String> keys) {
        return mongo.find(wordless(Query.query(Criteria.where("_id").in(keys))), Entry.class);
    }

    private static Query wordless(Query query) {
        query.fields().exclude("saying.message");
        return query;
    }

    /** The earliest moment at which something may be taken. */
    Optional<Instant> nextDue(Collection<String> platforms) {
        Query query = Query.query(Criteria.where("claimAt").exists(true).and("saying.to.platform").in(platforms))
            .with(Sort.by("claimAt"))
            .limit(1);
        return mongo.find(wordless(query), Entry.class)
            .stream()
            .findFirst()
            .flatMap((entry) -> Optional.ofNullable(entry.claimAt()));
    }

    /** Where somebody is saying something just now. */
    Set<String> busy(Collection<String> places, Instant now) {
        Query held = Query.query(Criteria.where("open").in(places).and("holder").exists(true).and("claimAt").gt(now));
        return mongo.find(wordless(held), Entry.class).stream().map(Entry::place).collect(Collectors.toSet());
    }

    /** The first of every line at these places that needs no reference any more. */
    List<Head> heads(Collection<String> places) {
        return mongo.aggregate(newAggregation(match(Criteria.where("open").in(places).and("waits").ne(true)),
                sort(IN_LINE),
                group("open", "lane").first("_id").as("key").first("claimAt").as("claimAt").first("order").as("order")),
                COLLECTION, Document.class)
            .getMappedResults()
            .stream()
            .map(Head::of)
            .toList();
    }

    /** The first of a line. */
    record Head(String place, int lane, String key, Instant claimAt, long order) {

        static Head of(Document row) {
            Document line = row.get("_id", row);
            return new Head(line.getString("open"), line.getInteger("lane"), row.getString("key"),
                    row.getDate("claimAt").toInstant(), row.getLong("order"));
        }

    }

    /**
     * Moves what cannot go yet to later, unless something has happened to it meanwhile.
     */
    void postpone(Map<Entry, Later> later) {
        if (later.isEmpty()) {
            return;
        }
        BulkOperations bulk = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, Entry.class);
        later.forEach((entry, to) -> bulk.updateOne(Query.query(
                Criteria.where("_id").is(entry.id()).and("claimAt").is(entry.claimAt()).and("fence").is(entry.fence())),
                to.guess() ? Update.update("claimAt", to.at()).set("hinted", true)
                        : Update.update("claimAt", to.at()).unset("hinted")));
        bulk.execute();
    }

    /** When to look again; a guess is corrected as soon as the way is free. */
    record Later(Instant at, boolean guess) {
    }

    /** Lets those go that waited for the reference of a saying that is settled. */
    void release(String earlier, Instant now) {
        mongo.updateMulti(Query.query(Criteria.where("after").is(earlier).and("waits").is(true)),
                Update.update("claimAt", now).unset("waits").unset("hinted"), Entry.class);
    }

    /** Lets the next ones at a place go. */
    void wake(String place, Instant now) {
        Query guessed = Query
            .query(Criteria.where("open").is(place).and("hinted").is(true).and("waits").ne(true).and("claimAt").gt(now))
            .with(IN_LINE)
            .limit(20);
        Set<Integer> lanes = new HashSet<>();
        List<String> first = new ArrayList<>();
        for (Entry entry : mongo.find(wordless(guessed), Entry.class)) {
            if (lanes.add(entry.lane())) {
                first.add(entry.id());
            }
        }
        if (!first.isEmpty()) {
            mongo.updateMulti(Query.query(Criteria.where("_id").in(first).and("hinted").is(true)),
                    Update.update("claimAt", now).unset("hinted"), Entry.class);
        }
    }

    /** Takes those that nobody has taken meanwhile. */
    List<Entry> claim(Collection<String> keys, String holder, Instant now) {
        mongo.updateMulti(Query.query(Criteria.where("_id").in(keys).and("claimAt").lte(now)),
                Update.update("claimAt", now.plus(LEASE)).set("holder", holder).unset("hinted").inc("fence", 1),
                Entry.class);
        return find(Criteria.where("_id").in(keys).and("holder").is(holder));
    }

    /** Whether somebody else is saying something at the place of a taken entry. */
    boolean contested(Entry entry, Instant now) {
        return mongo.exists(Query.query(Criteria.where("open")
            .is(entry.place())
            .and("holder")
            .exists(true)
            .and("claimAt")
            .gt(now)
            .and("_id")
            .ne(entry.id())), Entry.class);
    }

    /** Holds on to what is still being said. */
    void renew(Map<String, String> holders, Instant now) {
        mongo.updateMulti(
                Query.query(Criteria.where("_id").in(holders.keySet()).and("holder").in(Set.copyOf(holders.values()))),
                Update.update("claimAt", now.plus(LEASE)), Entry.class);
    }

    /**
     * Records that it will now be said, and holds on to it; false when it was taken away.
     */
    boolean begin(Entry entry, Instant now) {
        return change(entry,
                Update.update("sendingSince", now)
                    .set("claimAt", now.plus(LEASE))
                    .unset("unknownSince")
                    .inc("attempts", 1));
    }

    void delivered(Entry entry, Reference reference, Instant now) {
        settle(entry, Said.State.DELIVERED, reference, null, now);
    }

    void dropped(Entry entry, String reason, Instant now) {
        settle(entry, Said.State.DROPPED, null, reason, now);
    }

    void parked(Entry entry, String reason, Instant now) {
        settle(entry, Said.State.PARKED, null, reason, now);
    }

    /** How many were given up. */
    long parked() {
        return mongo.count(Query.query(Criteria.where("state").is(Said.State.PARKED.name())), COLLECTION);
    }

    /** What was given up in a workspace, the latest first, without the words. */
    List<Entry> parked(String workspace, int most) {
        Criteria parked = Criteria.where("state").is(Said.State.PARKED.name()).and("saying.to.workspace").is(workspace);
        return mongo.find(wordless(Query.query(parked).with(Sort.by(Sort.Direction.DESC, "at", "_id")).limit(most)),
                Entry.class);
    }

    /** Puts what was given up back in its line, as if it had never been tried. */
    boolean unpark(String workspace, String id, Instant now) {
        Entry entry = mongo.findById(id, Entry.class);
        return entry != null && changeParked(workspace, id,
                Update.update("state", Said.State.WAITING)
                    .set("open", entry.place())
                    .set("claimAt", now)
                    .set("attempts", 0)
                    .inc("fence", 1)
                    .set("at", now)
                    .unset("reason"));
    }

    /** Leaves for good what was given up. */
    boolean leave(String workspace, String id, Instant now) {
        return changeParked(workspace, id, Update.update("state", Said.State.DROPPED).set("at", now));
    }

    private boolean changeParked(String workspace, String id, Update update) {
        return mongo.updateFirst(Query.query(Criteria.where("_id")
            .is(id)
            .and("state")
            .is(Said.State.PARKED.name())
            .and("saying.to.workspace")
            .is(workspace)), update, Entry.class).getMatchedCount() == 1;
    }

    private void settle(Entry entry, Said.State state, @Nullable Reference reference, @Nullable String reason,
            Instant now) {
        Update update = Update.update("state", state)
            .set("at", now)
            .unset("open")
            .unset("claimAt")
            .unset("holder")
            .unset("sendingSince")
            .unset("unknownSince");
        if (reference != null) {
            update.set("reference", reference);
        }
        if (change(entry, (reason != null) ? update.set("reason", reason) : update.unset("reason"))) {
            release(entry.id(), now);
        }
    }

    /** Gives it back: it is certainly not said, and is tried again at a moment. */
    void again(Entry entry, Instant at, int attempts, @Nullable String reason) {
        Update update = Update.update("claimAt", at)
            .set("attempts", attempts)
            .unset("holder")
            .unset("sendingSince")
            .unset("unknownSince");
        change(entry, (reason == null) ? update : update.set("reason", reason));
    }

    /** Gives it back as it was taken. */
    void untouched(Entry entry, Instant at, int attempts, @Nullable String reason) {
        Update update = Update.update("claimAt", at).set("attempts", attempts).unset("holder");
        change(entry, (reason == null) ? update : update.set("reason", reason));
    }

    /**
     * Gives it back: nobody knows whether it is said, and it is looked for at a moment.
     */
    void unsettled(Entry entry, Instant since, Instant at) {
        change(entry, Update.update("claimAt", at).set("unknownSince", since).unset("holder"));
    }

    private boolean change(Entry entry, Update update) {
        return mongo.updateFirst(Query.query(
                Criteria.where("_id").is(entry.id()).and("holder").is(entry.holder()).and("fence").is(entry.fence())),
                update, Entry.class)
            .getMatchedCount() == 1;
    }

}
