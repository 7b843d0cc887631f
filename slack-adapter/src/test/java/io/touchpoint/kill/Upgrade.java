package io.touchpoint.kill;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.touchpoint.mongo.MongoUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Upgrades from an older release to this one under load, on one database: the old one
 * alone, both side by side, the new one alone. While both run, the open conversations get
 * a field that only a later release would know. Takes {@code --customers=12} a day and
 * {@code --seed=17}.
 */
public final class Upgrade {

    /** The last commit before upgrades were tried: it has all that this test needs. */
    private static final String OLD = "c1342e0a40e368fed6bf17b9cf09983d3162f21e";

    private static final String LATER_FIELD = "ofALaterRelease";

    private static final Document OPEN = new Document("state._class", new Document("$ne", "ended"));

    private final Kit old;

    private final Kit fresh = Kit.trained();

    private final Town town;

    private final Siege siege;

    private final Fields fields;

    private final Map<String, Map<String, Fields.Kind>> written = new LinkedHashMap<>();

    private final List<String> wrong = new ArrayList<>();

    private Upgrade(Kit old, Town town, int seed, int customers) {
        this.old = old;
        this.town = town;
        this.siege = new Siege(town, seed, customers);
        this.fields = new Fields(town.mongo());
    }

    public static void main(String[] arguments) throws IOException {
        Options options = new Options(arguments);
        if (!MongoUnderTest.get().real()) {
            throw new IllegalStateException("Several processes need a real database: set MONGOD or MONGODB_URI.");
        }
        Release release = new Release(OLD, Path.of("target", "upgrade", OLD).toAbsolutePath());
        Kit old = release.kit().train();
        String database = MongoUnderTest.get().freshDatabase();
        System.out.printf(Locale.ROOT, "%nUpgrade from %s%n%n", OLD);
        boolean right;
        try (Town town = new Town(old, database, database, Files.createTempDirectory("upgrade"))) {
            Upgrade upgrade = new Upgrade(old, town, options.number("seed", 17), options.number("customers", 12));
            upgrade.roll();
            upgrade.startTwoAtOnce();
            upgrade.refuseNewer();
            upgrade.wrong.forEach((sentence) -> System.out.println("  WRONG: " + sentence));
            right = upgrade.wrong.isEmpty();
        }
        System.exit(right ? 0 : 1);
    }

    private void roll() {
        Life first = town.born(old);
        step("old alone", siege.rest(), siege.rest(), siege.rest());
        town.born(fresh);
        step("old and new", siege.rest(), withALaterField(), siege.rest());
        town.retire(first);
        step("new alone", siege.rest(), siege.rest(), siege.rest());
        Map<String, Fields.Kind> always = Fields.both(kinds("old alone"), kinds("new alone"));
        List<String> missing = Fields.missing(always, kinds("old and new"));
        wrong.addAll(missing);
        System.out.printf(Locale.ROOT,
                "%n%d fields of %d kinds of documents, always there before and after: %d missing"
                        + " in what both wrote side by side%n",
                always.values().stream().mapToInt((kind) -> kind.always().size()).sum(), always.size(), missing.size());
    }

    private Map<String, Fields.Kind> kinds(String step) {
        return Objects.requireNonNull(written.get(step));
    }

    private void step(String name, Siege.Round... rounds) {
        written.put(name, fields.written());
        List<String> found = Stream.of(rounds).flatMap((round) -> round.wrong().stream()).toList();
        wrong.addAll(found);
        System.out.printf(Locale.ROOT,
                "%-12s  %d days, %d acknowledged, %d in flight, %d of these said twice, %d wrong%n", name,
                rounds.length, Stream.of(rounds).mapToInt(Siege.Round::acknowledged).sum(),
                Stream.of(rounds).mapToInt(Siege.Round::ambiguous).sum(),
                Stream.of(rounds).mapToInt(Siege.Round::twice).sum(), found.size());
    }

    /**
     * A day on which the open conversations get a field that neither release knows, as if
     * a later one had written it.
     */
    private Siege.Round withALaterField() {
        long[] put = { 0 };
        Siege.Round round = siege.day((_) -> {
            put[0] = conversations().updateMany(OPEN, new Document("$set", new Document(LATER_FIELD, 1)))
                .getModifiedCount();
            return Siege.Blow.none();
        });
        long left = conversations().countDocuments(new Document(LATER_FIELD, 1));
        System.out.printf(Locale.ROOT, "%nA field of a later release, in %d open conversations: dropped by who saved %d"
                + " of them, and %d things wrong for that%n%n", put[0], put[0] - left, round.wrong().size());
        if (put[0] == left) {
            wrong.add("no conversation was saved over");
        }
        return round;
    }

    private MongoCollection<Document> conversations() {
        return town.mongo().getCollection("conversations");
    }

    /** Both start at once on an empty database. */
    private void startTwoAtOnce() {
        String database = MongoUnderTest.get().freshDatabase();
        try (Life one = Life.start(old, database, town.slack(), Map.of());
                Life other = Life.start(fresh, database, town.slack(), Map.of())) {
            one.root();
            other.root();
            List<Document> steps = schema(database);
            System.out
                .println("Two started at once on an empty database: " + steps.size() + " step of the schema, taken "
                        + steps.stream().mapToInt((step) -> step.getInteger("fence")).sum() + " time");
            steps.stream()
                .filter((step) -> step.getInteger("fence") != 1 || step.get("doneAt") == null)
                .forEach((step) -> wrong.add("was not taken once: " + step));
        }
    }

    private static List<Document> schema(String database) {
        ConnectionString uri = new ConnectionString(database);
        try (MongoClient client = MongoClients.create(uri)) {
            return client.getDatabase(Objects.requireNonNull(uri.getDatabase()))
                .getCollection("_schema")
                .find()
                .into(new ArrayList<>());
        }
    }

    /** Neither starts where a later release has been. */
    private void refuseNewer() {
        town.mongo()
            .getCollection("_schema")
            .insertOne(new Document("_id", 1_000).append("fence", 1).append("doneAt", Date.from(Instant.now())));
        for (Kit kit : List.of(old, fresh)) {
            Life life = town.begin(kit);
            int code = life.end();
            town.retire(life);
            String sentence = life.said()
                .lines()
                .filter((line) -> line.contains("newer release"))
                .findFirst()
                .orElse("");
            System.out.println("On the database of a later release: exit code " + code + ", \"" + sentence + "\"");
            if (code != 1 || sentence.isEmpty()) {
                wrong.add("was not refused: " + life.said());
            }
        }
    }

}
