package io.touchpoint.bench;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.touchpoint.conversation.AskCheck;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.mongo.MongoUnderTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The product: a planned question becomes due, may be asked, which takes its time, and is
 * promised to the outbox.
 */
final class TouchpointEngine implements Engine {

    private static final Bson CLAIMED = new Document("leased", true);

    private final String uri = MongoUnderTest.get().freshDatabase();

    private final MongoClient client = MongoClients.create(uri);

    @Override
    public String name() {
        return "Touchpoint";
    }

    @Override
    public void load(int pieces) {
        database(client, uri).drop();
        try (CoreUnderTest core = Deliveries.core()
            .database(uri)
            .bean(AskCheck.class, (_, _, _) -> new AskCheck.Verdict.Never())
            .start()) {
            new Deliveries(core, Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(60)).plan(0, pieces);
        }
    }

    @Override
    public Child work() {
        ProcessBuilder command = Child.java(TouchpointWorker.class, List.of(uri));
        command.environment().put("MONGODB_URI", uri);
        return Child.start(name(), READY, command);
    }

    /** The database that a connection string names. */
    static MongoDatabase database(MongoClient client, String uri) {
        return client.getDatabase(Optional.ofNullable(new ConnectionString(uri).getDatabase()).orElseThrow());
    }

    /** Where each piece is noted that is begun. */
    static MongoCollection<Document> performances(MongoClient client, String uri) {
        return database(client, uri).getCollection("performances");
    }

    @Override
    public Set<String> claimed() {
        return conversations(CLAIMED);
    }

    /** Those that have been asked wait for days. */
    @Override
    public Set<String> open() {
        Bson due = new Document("claimAt", new Document("$lte", Date.from(Instant.now())));
        return conversations(new Document("$or", List.of(CLAIMED, due)));
    }

    private Set<String> conversations(Bson filter) {
        return database(client, uri).getCollection("conversations")
            .find(filter)
            .projection(new Document("_id", 1))
            .map((one) -> one.getString("_id"))
            .into(new HashSet<>());
    }

    @Override
    public List<String> performed() {
        return performances(client, uri).find().map((one) -> one.getString("piece")).into(new ArrayList<>());
    }

    @Override
    public List<String> effects() {
        return database(client, uri).getCollection("outbox")
            .find()
            .projection(new Document("saying.about", 1))
            .map((entry) -> entry.get("saying", Document.class).getString("about"))
            .into(new ArrayList<>());
    }

    @Override
    public void close() {
        database(client, uri).drop();
        client.close();
    }

}
