package io.touchpoint.kill;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.touchpoint.mongo.Mongod;
import io.touchpoint.mongo.ReplicaSet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;

/**
 * Brings the database into trouble in the middle of the load, in one way after another,
 * and prints how the application endured it. Takes the names of the ways:
 * {@code gone stepdown primary slow full}; all of them when none is given.
 */
public final class Outages {

    private static final String DATABASE = "outage";

    private static final int MOST_FILLED = 5_000;

    private final Path folder;

    private final List<Ordeal.Endured> all = new ArrayList<>();

    private Outages(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        Outages outages = new Outages(Files.createTempDirectory("outages"));
        Set<String> wanted = new LinkedHashSet<>(List.of(arguments));
        if (wanted.isEmpty()) {
            wanted.addAll(List.of("gone", "stepdown", "primary", "slow", "full"));
        }
        wanted.forEach(outages::endure);
        System.exit(outages.all.stream().allMatch((one) -> one.wrong().isEmpty() && one.inTime()) ? 0 : 1);
    }

    private void endure(String way) {
        switch (way) {
            case "gone" -> gone();
            case "stepdown" -> steppedDown();
            case "primary" -> primaryKilled();
            case "slow" -> {
                slow(Duration.ofMillis(1_500));
                slow(Duration.ofSeconds(3));
            }
            case "full" -> full();
            default -> throw new IllegalArgumentException("There is no such trouble: " + way);
        }
    }

    private void tell(Ordeal.Endured endured) {
        all.add(endured);
        System.out.println(endured.line());
        endured.wrong().forEach((sentence) -> System.out.println("  WRONG: " + sentence));
    }

    private Path fresh(String name) {
        try {
            return Files.createDirectory(folder.resolve(name + all.size()));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The same connection string with a database. */
    static String named(String uri) {
        return uri.replace("/?", "/" + DATABASE + "?");
    }

    static void wait(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private void gone() {
        try (ReplicaSet set = ReplicaSet.start(1)) {
            String uri = named(set.uri());
            tell(Ordeal.endure("MongoDB gone", uri, uri, fresh("gone"), (_) -> {
                Mongod only = set.members().getFirst();
                only.kill();
                wait(Duration.ofSeconds(60));
                only.restart();
            }));
        }
    }

    private void steppedDown() {
        try (ReplicaSet set = ReplicaSet.start(3)) {
            String uri = named(set.uri());
            tell(Ordeal.endure("Stepping down three times", uri, uri, fresh("stepdown"), (_) -> {
                for (int i = 0; i < 3; i++) {
                    stepDown(set);
                    set.primary();
                    wait(Duration.ofSeconds(2));
                }
            }));
        }
    }

    private static void stepDown(ReplicaSet set) {
        try (MongoClient client = MongoClients.create(set.primary().uri())) {
            client.getDatabase("admin").runCommand(new Document("replSetStepDown", 5).append("force", true));
        }
        catch (MongoException ex) {
            System.out.println("  stepped down: " + ex.getClass().getSimpleName());
        }
    }

    private void primaryKilled() {
        try (ReplicaSet set = ReplicaSet.start(3)) {
            String uri = named(set.uri());
            tell(Ordeal.endure("Primary of three killed, and the next while the first comes back", uri, uri,
                    fresh("primary"), (_) -> {
                        Mongod first = set.primary();
                        first.kill();
                        wait(Duration.ofSeconds(5));
                        Mongod second = set.primary();
                        first.restart();
                        second.kill();
                        set.primary();
                        wait(Duration.ofSeconds(5));
                        second.restart();
                    }));
        }
    }

    private void slow(Duration late) {
        try (ReplicaSet set = ReplicaSet.start(1); Proxy proxy = new Proxy(set.members().getFirst().port())) {
            String slowly = "mongodb://127.0.0.1:" + proxy.port() + "/?directConnection=true&w=majority&journal=true";
            tell(Ordeal.endure("MongoDB slow, %.1f s an operation".formatted(late.toMillis() / 1000.0),
                    named(set.uri()), named(slowly), fresh("slow"), (_) -> {
                        proxy.slow(late);
                        wait(Duration.ofSeconds(30));
                        proxy.slow(Duration.ZERO);
                    }));
        }
    }

    private void full() {
        Path disk = fresh("disk");
        if (!done("mount", "-t", "tmpfs", "-o", "size=600m", "tmpfs", disk.toString())) {
            System.out.println("Disk full: not possible here, a file system cannot be mounted\n");
            return;
        }
        try (Mongod mongod = Mongod.over(disk, "--replSet", "rs0")) {
            try (MongoClient client = MongoClients.create(mongod.uri())) {
                client.getDatabase("admin")
                    .runCommand(Document.parse("{replSetInitiate: {_id: 'rs0', members: [{_id: 0, host: '%s'}]}}"
                        .formatted(mongod.host())));
            }
            String uri = named("mongodb://" + mongod.host() + "/?replicaSet=rs0&w=majority&journal=true");
            Path ballast = disk.resolve("ballast");
            tell(Ordeal.endure("Disk full", uri, uri, fresh("full"), (_) -> {
                fill(ballast, mongod);
                wait(Duration.ofSeconds(20));
                System.out.println("  the mongod " + (mongod.running() ? "still runs" : "has ended by itself"));
                delete(ballast);
                if (!mongod.running()) {
                    mongod.restart();
                }
            }));
        }
        finally {
            done("umount", "-l", disk.toString());
        }
    }

    /**
     * A mongod has room in its journal and between its documents for a while: it is given
     * more until it takes nothing, however small, in a file that it has already.
     */
    private static void fill(Path ballast, Mongod mongod) {
        try (MongoClient client = MongoClients.create(mongod.uri() + "&timeoutMS=5000")) {
            MongoCollection<Document> filler = client.getDatabase("filler").getCollection("filler");
            filler.insertOne(new Document());
            fill(ballast);
            for (int size : new int[] { 1_000_000, 50_000, 2_000 }) {
                System.out.printf(Locale.ROOT, "  of %,d bytes it took %,d more%n", size, taken(filler, size));
            }
        }
    }

    private static int taken(MongoCollection<Document> filler, int size) {
        for (int count = 0; count < MOST_FILLED; count++) {
            try {
                filler.insertOne(new Document("of", new byte[size]));
            }
            catch (MongoException ex) {
                return count;
            }
        }
        return MOST_FILLED;
    }

    private static void fill(Path ballast) {
        byte[] block = new byte[65_536];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        }
        catch (IOException ex) {
            System.out.println("  the disk is full");
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static boolean done(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        }
        catch (IOException ex) {
            return false;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

}
