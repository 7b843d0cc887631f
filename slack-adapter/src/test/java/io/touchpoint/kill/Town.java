package io.touchpoint.kill;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.touchpoint.sandbox.BusinessEvents;
import io.touchpoint.sandbox.Northwind;
import io.touchpoint.slack.SimulatedSlack;
import io.touchpoint.slack.fake.Call;
import io.touchpoint.slack.fake.Company;
import io.touchpoint.slack.fake.FakeSlack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The shop, Slack and its people in this process, and one or more applications in
 * processes of their own, whose hearts beat by themselves.
 */
final class Town implements AutoCloseable {

    /** A Wednesday, 09:30 in Berlin. */
    static final Instant START = Instant.parse("2026-11-25T08:30:00Z");

    /** How much faster than the world's its time passes while it lives. */
    private static final int PACE = 4;

    private static final Duration TICK = Duration.ofMillis(25);

    private final Kit kit;

    private final String theirs;

    private final MongoClient client;

    private final MongoTemplate mongo;

    private final MovedClock clock;

    private final FakeSlack slack;

    private final SimulatedSlack people;

    private final BusinessEvents shop = new BusinessEvents("slack", Northwind.EVENTS_SECRET);

    private final List<Life> lives = new CopyOnWriteArrayList<>();

    private final Set<Life> paused = ConcurrentHashMap.newKeySet();

    private final Set<String> ambiguous = ConcurrentHashMap.newKeySet();

    private final Orphans orphans;

    private final AtomicInteger turn = new AtomicInteger();

    private volatile int pace;

    private volatile boolean open = true;

    private int read;

    /**
     * @param kit what the applications are started with
     * @param ours a fresh database
     * @param theirs how the applications reach it
     * @param folder where the clock is kept
     */
    Town(Kit kit, String ours, String theirs, Path folder) {
        this(kit, ours, theirs, new KeptClock(folder.resolve("clock")));
    }

    Town(Kit kit, String ours, String theirs, MovedClock clock) {
        this.kit = kit;
        this.theirs = theirs;
        this.client = MongoClients.create(ours);
        this.mongo = new MongoTemplate(client,
                Optional.ofNullable(new ConnectionString(ours).getDatabase()).orElseThrow());
        this.orphans = new Orphans(mongo);
        this.clock = clock;
        clock.moveTo(START);
        this.slack = FakeSlack.start(Company.named(Northwind.NAME), clock);
        this.people = new SimulatedSlack(slack);
        Thread.ofPlatform().daemon().name("time").start(this::pass);
    }

    MongoTemplate mongo() {
        return mongo;
    }

    MovedClock clock() {
        return clock;
    }

    FakeSlack slack() {
        return slack;
    }

    SimulatedSlack people() {
        return people;
    }

    BusinessEvents shop() {
        return shop;
    }

    List<Life> lives() {
        return lives;
    }

    /** Starts one more application; it is not yet awaited. */
    Life begin() {
        return begin(kit);
    }

    /** Starts one more application, which may be of another release. */
    Life begin(Kit other) {
        Map<String, String> more = new HashMap<>(Map.of(Mortal.CLOCK, clock.setting(), "touchpoint.heartbeat",
                "PT0.05S", "management.server.port", "0", "touchpoint.outbox.patience", "PT1S"));
        Life life = Life.start(other, theirs, slack, more, clock.environment());
        lives.add(life);
        return life;
    }

    /** Starts one more application and leads requests to it. */
    Life born() {
        return born(kit);
    }

    Life born(Kit other) {
        Life life = begin(other);
        life.root();
        lead();
        return life;
    }

    /** Lets an application end in peace, as an upgrade does. */
    void retire(Life life) {
        lives.remove(life);
        lead();
        life.rest();
        noteWhatIsBeingSaid();
    }

    /** Kills an application as {@code kill -9} does. */
    void kill(Life life) {
        life.kill();
        bury(life, Life.KILLED);
    }

    /** Lets an application run out of memory. */
    void exhaust(Life life) {
        life.exhaust();
        bury(life, Life.OUT_OF_MEMORY);
    }

    private void bury(Life life, int expected) {
        lives.remove(life);
        int code = life.end();
        paused.remove(life);
        if (code != expected) {
            throw new IllegalStateException("it ended by itself with " + code + ":\n" + life.said());
        }
        noteWhatIsBeingSaid();
        slack.faults().clear();
        orphans.note(clock.instant());
        lead();
    }

    /** The conversations whose attendants have died. */
    Orphans orphans() {
        return orphans;
    }

    /** Holds an application still, and leads nothing more to it. */
    void pause(Life life) {
        paused.add(life);
        lead();
        life.pause();
        noteWhatIsBeingSaid();
    }

    void resume(Life life) {
        life.resume();
        paused.remove(life);
        lead();
    }

    /**
     * Remembers which messages somebody was about to say: nobody can know whether they
     * stand, so these alone may stand twice.
     */
    void noteWhatIsBeingSaid() {
        Query query = Query.query(Criteria.where("sendingSince").exists(true));
        query.fields().include("token");
        mongo.find(query, Document.class, "outbox").forEach((entry) -> ambiguous.add(entry.getString("token")));
    }

    /** Remembers which messages stand without an answer of Slack's. */
    void noteWhatWasCut() {
        List<Call> calls = slack.calls();
        calls.subList(read, calls.size())
            .stream()
            .filter((call) -> call.status() == 0 && call.method().equals("chat.postMessage"))
            .map((call) -> call.request().path("metadata").path("event_payload").path("k").asString(""))
            .forEach(ambiguous::add);
        read = calls.size();
    }

    /** The messages of which nobody could know whether they stand. */
    Set<String> ambiguous() {
        return Set.copyOf(ambiguous);
    }

    /** Lets the time pass, or stand. */
    void passes(boolean passing) {
        pace = passing ? PACE : 0;
    }

    private void pass() {
        while (open) {
            LockSupport.parkNanos(TICK.toNanos());
            clock.pass(TICK, pace);
            if (pace > 0) {
                slack.deliveries().redeliverDue(clock.instant());
            }
            lead();
        }
    }

    /** Leads the next requests to the next application that takes any. */
    private void lead() {
        List<Life> ready = new ArrayList<>(lives);
        ready.removeAll(paused);
        ready.removeIf((life) -> !life.ready());
        if (!ready.isEmpty()) {
            Life next = ready.get(Math.floorMod(turn.getAndIncrement(), ready.size()));
            people.deliverTo(next.root());
            shop.postTo(next.root().resolve("/v1/events?workspace=" + Northwind.WORKSPACE));
        }
    }

    @Override
    public void close() {
        open = false;
        lives.forEach(Life::close);
        slack.close();
        mongo.getDb().drop();
        client.close();
    }

}
