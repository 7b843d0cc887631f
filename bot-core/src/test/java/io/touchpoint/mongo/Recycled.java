package io.touchpoint.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;

/**
 * Databases that go from one test to the next with their indexes and without their
 * documents: a real server takes longer to make the indexes than most tests take.
 */
public final class Recycled {

    /** What a database has been through is not a test's own. */
    private static final String KEPT = "_schema";

    private static final Map<String, Deque<String>> FREE = new HashMap<>();

    private Recycled() {
    }

    /**
     * A connection string of a database without documents.
     * @param kind the same for tests that make the same indexes
     */
    public static synchronized String database(String kind) {
        String free = FREE.computeIfAbsent(kind, (_) -> new ArrayDeque<>()).poll();
        if (free == null) {
            return MongoUnderTest.get().freshDatabase();
        }
        try (MongoClient client = MongoClients.create(free)) {
            MongoDatabase database = client
                .getDatabase(Objects.requireNonNull(new ConnectionString(free).getDatabase()));
            for (String collection : database.listCollectionNames()) {
                if (!collection.equals(KEPT)) {
                    database.getCollection(collection).deleteMany(new Document());
                }
            }
        }
        return free;
    }

    /** Gives back what {@link #database} gave, once nothing is connected to it. */
    public static synchronized void giveBack(String kind, String uri) {
        FREE.computeIfAbsent(kind, (_) -> new ArrayDeque<>()).add(uri);
    }

}
