package io.touchpoint.scenario;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.touchpoint.mongo.MongoUnderTest;
import io.touchpoint.sandbox.RunningSandbox;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;

/** Something that is played on a sandbox of its own. */
abstract sealed class Scenario permits InterfaceScenario, DuplicatesScenario, ReorderingScenario, FaultsScenario,
        AskingScenario, FourWeeksScenario, RelationshipScenario, LooserRuleScenario, RehearsalScenario, PageScenario,
        SecretsScenario, SolvedByHandScenario {

    /** Starts a sandbox; gives it once its company is seeded. */
    abstract RunningSandbox start(String... arguments);

    /** Starts a sandbox on a free port. */
    final RunningSandbox start() {
        return start("--server.port=0");
    }

    /** Starts a sandbox without the seed, whose clock stands at the start of a day. */
    final RunningSandbox unseeded(LocalDate day, String... arguments) {
        String uri = MongoUnderTest.get().freshDatabase();
        Date start = Date.from(day.atStartOfDay().toInstant(ZoneOffset.UTC));
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase(Objects.requireNonNull(new ConnectionString(uri).getDatabase()))
                .getCollection("sandbox")
                .insertMany(List.of(new Document("_id", "owner").append("of", "Northwind Outfitters"),
                        new Document("_id", "seed"), new Document("_id", "clock").append("now", start)));
        }
        return start(Stream
            .concat(Stream.of("--server.port=0", "--sandbox.alone=true", "--MONGODB_URI=" + uri), Stream.of(arguments))
            .toArray(String[]::new));
    }

}
