package io.touchpoint.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Brings the stored documents up to the form that this release knows, before anything
 * else runs. Each step is claimed with a lease, so that one of several instances takes it
 * and another goes on when that one dies.
 *
 * <pre class="code">
 * _schema {_id: 1, claimAt: …, fence: 1, doneAt?: …}
 * </pre>
 */
class Schema implements SmartLifecycle {

    static final String COLLECTION = "_schema";

    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(Schema.class);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final MongoOperations mongo;

    private final List<Migration> migrations;

    private final IndexMaker indexes;

    private final InstantSource wall;

    private final boolean migrates;

    private volatile boolean running;

    /**
     * @param migrates whether steps are taken; otherwise the start is refused where some
     * are to be taken
     */
    Schema(MongoOperations mongo, List<Migration> migrations, IndexMaker indexes, InstantSource wall,
            boolean migrates) {
        this.mongo = mongo;
        this.migrations = migrations.stream().sorted(Comparator.comparingInt(Migration::number)).toList();
        this.indexes = indexes;
        this.wall = wall;
        this.migrates = migrates;
    }

    @Override
    public void start() {
        refuseNewer();
        if (!migrates && !migrations.stream().allMatch(this::done)) {
            throw StartRefused.notPrepared();
        }
        migrations.forEach(this::take);
        if (migrates) {
            indexes.make(mongo);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private void refuseNewer() {
        int known = migrations.getLast().number();
        Document newest = mongo.findOne(new Query().with(Sort.by(Sort.Direction.DESC, "_id")), Document.class,
                COLLECTION);
        if (newest != null && newest.getInteger("_id") > known) {
            throw StartRefused.newerSchema(newest.getInteger("_id"), known);
        }
    }

    private void take(Migration migration) {
        Instant until = wall.instant().plus(PATIENCE);
        while (!done(migration)) {
            Document claim = claim(migration);
            if (claim != null) {
                migration.run(mongo);
                finish(migration, claim.getInteger("fence"));
            }
            else if (wall.instant().isAfter(until)) {
                throw new IllegalStateException("Another instance does not finish migration " + migration.number()
                        + ": stop it and start again.");
            }
            else {
                pause();
            }
        }
    }

    private boolean done(Migration migration) {
        return mongo.exists(Query.query(step(migration).and("doneAt").exists(true)), COLLECTION);
    }

    private @Nullable Document claim(Migration migration) {
        Instant now = wall.instant();
        try {
            mongo.insert(new Document("_id", migration.number()).append("claimAt", now).append("fence", 0), COLLECTION);
        }
        catch (DuplicateKeyException _) {
            log.debug("Migration {} has been begun before", migration.number());
        }
        return mongo.findAndModify(Query.query(step(migration).and("claimAt").lte(now)),
                new Update().set("claimAt", now.plus(LEASE)).inc("fence", 1),
                FindAndModifyOptions.options().returnNew(true), Document.class, COLLECTION);
    }

    private void finish(Migration migration, int fence) {
        mongo.updateFirst(Query.query(step(migration).and("fence").is(fence)),
                new Update().set("doneAt", wall.instant()).unset("claimAt"), COLLECTION);
        log.info("Migration {} is done", migration.number());
    }

    private static Criteria step(Migration migration) {
        return Criteria.where("_id").is(migration.number());
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another instance migrates", ex);
        }
    }

}
