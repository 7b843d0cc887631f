package io.touchpoint.bench;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.touchpoint.mongo.MongoUnderTest;
import io.touchpoint.sandbox.Northwind;
import io.touchpoint.slack.fake.Deliveries;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;

/** A server that is pressed: ours, or another's that keeps as much. */
final class Pressed implements AutoCloseable {

    private static final String SECRET = "simulated-signing-secret";

    private static final int CONNECTIONS = 16;

    /** How often a void round is played again. */
    private static final int AGAIN = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String name;

    private final Mode mode;

    private final Server server;

    private final Crowd crowd;

    private final boolean ours;

    private final MongoClient client;

    private final MongoDatabase database;

    private final List<Round> rounds = new ArrayList<>();

    private int pressed = 1;

    /**
     * What one round cost.
     *
     * @param micros the processor time of the server for each press
     * @param rate presses a second
     * @param slow how long 99 of 100 took at most, in milliseconds
     */
    record Round(double micros, double rate, double slow) {
    }

    private Pressed(String name, Mode mode, String uri, Server server, Crowd crowd, boolean ours) {
        this.name = name;
        this.mode = mode;
        this.server = server;
        this.crowd = crowd;
        this.ours = ours;
        this.client = MongoClients.create(uri);
        this.database = client.getDatabase(Optional.ofNullable(new ConnectionString(uri).getDatabase()).orElseThrow());
    }

    /** The application, with customers who have been asked. */
    static Pressed touchpoint(Mode mode) {
        String uri = MongoUnderTest.get().freshDatabase();
        Server server = Server.start("Touchpoint", Child.java(PressServer.class,
                List.of("--server.address=127.0.0.1", "--server.port=0", "--management.server.port=0",
                        "--touchpoint.heartbeat=" + ((mode == Mode.ASIDE) ? "PT0.5S" : "-"),
                        "--touchpoint.workspace-file=" + Northwind.FILE,
                        "--touchpoint.events.secret=" + Northwind.EVENTS_SECRET, "--spring.mongodb.uri=" + uri,
                        "--touchpoint.slack.signing-secrets=" + SECRET, "--touchpoint.slack.bot-token=xoxb-simulated",
                        "--touchpoint.slack.api-url=http://127.0.0.1:9/api/", "--bench.mode=" + mode)));
        return new Pressed("Touchpoint", mode, uri, server, new Crowd(uri), true);
    }

    /**
     * Bolt for JavaScript.
     * @param writes how many documents it stores for each press
     * @param crowd whose presses it gets
     */
    static Pressed boltJs(Peers peers, Mode mode, int writes, Crowd crowd) {
        String uri = MongoUnderTest.get().freshDatabase();
        return new Pressed("bolt-js", mode, uri,
                Server.start("bolt-js", peers.node("bolt.cjs", uri, SECRET, mode, writes)), crowd, false);
    }

    /** Bolt for Java; the same. */
    static Pressed boltJava(Mode mode, int writes, Crowd crowd) {
        String uri = MongoUnderTest.get().freshDatabase();
        return new Pressed("Bolt for Java", mode, uri,
                Server.start("Bolt for Java",
                        Child.java(BoltServer.class,
                                List.of("--server.address=127.0.0.1", "--server.port=0", "--management.server.port=0",
                                        "--spring.mongodb.uri=" + uri, "--bench.secret=" + SECRET,
                                        "--bench.mode=" + mode, "--bench.writes=" + writes))),
                crowd, false);
    }

    String name() {
        return name;
    }

    Mode mode() {
        return mode;
    }

    Crowd crowd() {
        return crowd;
    }

    List<Round> rounds() {
        return rounds;
    }

    long megabytes() {
        return server.megabytes();
    }

    /** Requests that were never sent, signed just now. */
    List<byte[]> requests(int presses) {
        int from = ours ? crowd.more(presses) : pressed;
        pressed = from + presses;
        long stamp = Instant.now().getEpochSecond();
        return crowd.presses(from, presses)
            .stream()
            .map((body) -> Wire.request(body, String.valueOf(stamp),
                    Deliveries.signature(SECRET, stamp, body.getBytes(StandardCharsets.US_ASCII))))
            .toList();
    }

    /** A round that does not count. */
    void warm(int presses) {
        round(requests(presses));
    }

    /** A round that counts, unless a press was not answered with a 2xx. */
    void measured(int presses) {
        Optional<Round> clean = round(requests(presses));
        for (int i = 0; clean.isEmpty() && i < AGAIN; i++) {
            clean = round(requests(presses));
        }
        rounds.add(clean.orElseThrow(() -> new IllegalStateException(name + " is not well:\n" + server.said())));
    }

    /** Presses, each connection again when it was answered; empty when that is void. */
    Optional<Round> round(List<byte[]> requests) {
        int presses = requests.size();
        long kept = kept();
        double cpu = server.cpuMicros();
        long begin = System.nanoTime();
        Load load = Load.closed(server.port(), requests, CONNECTIONS);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (ours && mode == Mode.INLINE) {
            server.tell("/bench/settle");
        }
        double micros = (server.cpuMicros() - cpu) / presses;
        if (!load.clean()) {
            System.out.println("A round of " + name + " is void: it answered " + load.statuses());
        }
        awaitKept(kept + load.acknowledged());
        return load.clean() ? Optional.of(new Round(micros, presses / seconds, load.millis(990))) : Optional.empty();
    }

    /** Presses evenly over a time, whatever is answered. */
    Load burst(List<byte[]> requests, double seconds) {
        return Load.open(server.port(), requests, seconds);
    }

    /** How many presses it has kept for good, as far as it was to work on them. */
    long kept() {
        String collection = ours ? (mode == Mode.ACKNOWLEDGED ? "inbound" : "answers") : "presses";
        return database.getCollection(collection).countDocuments();
    }

    /** Waits until it has kept so many; gives how long that took. */
    Duration awaitKept(long expected) {
        long begin = System.nanoTime();
        while (kept() < expected || (ours && mode != Mode.ACKNOWLEDGED && undone() > 0)) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        name + " has kept " + kept() + " of " + expected + ":\n" + server.said());
            }
            LockSupport.parkNanos(50_000_000);
            if (ours && mode == Mode.INLINE) {
                server.tell("/bench/settle");
            }
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private long undone() {
        return database.getCollection("inbound").countDocuments(new Document("claimAt", new Document("$exists", true)));
    }

    /** How many documents the database has written so far, whoever asked for it. */
    long written() {
        Document counts = client.getDatabase("admin")
            .runCommand(new Document("serverStatus", 1))
            .get("metrics", Document.class)
            .get("document", Document.class);
        return List.of("inserted", "updated", "deleted")
            .stream()
            .mapToLong((what) -> counts.get(what, Number.class).longValue())
            .sum();
    }

    @Override
    public void close() {
        server.close();
        database.drop();
        client.close();
        if (ours) {
            crowd.close();
        }
    }

}
