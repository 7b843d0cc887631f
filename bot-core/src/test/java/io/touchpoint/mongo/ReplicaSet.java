package io.touchpoint.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * A replica set of mongods of our own that elects a new primary within about a second.
 */
public final class ReplicaSet implements AutoCloseable {

    private static final String NAME = "rs0";

    private final List<Mongod> members;

    private ReplicaSet(List<Mongod> members) {
        this.members = members;
    }

    /**
     * Starts one and returns when it has a primary.
     * @param size how many members
     * @param options further words of each member's command line
     */
    public static ReplicaSet start(int size, String... options) {
        String[] words = IntStream.range(0, options.length + 2).mapToObj((i) -> switch (i) {
            case 0 -> "--replSet";
            case 1 -> NAME;
            default -> options[i - 2];
        }).toArray(String[]::new);
        ReplicaSet set = new ReplicaSet(
                IntStream.range(0, size).parallel().mapToObj((_) -> Mongod.start(words)).toList());
        try {
            set.initiate();
            set.primary();
            return set;
        }
        catch (RuntimeException ex) {
            set.close();
            throw ex;
        }
    }

    /** A connection string without a database; writes are journaled by a majority. */
    public String uri() {
        return members.stream()
            .map(Mongod::host)
            .collect(Collectors.joining(",", "mongodb://", "/?replicaSet=" + NAME + "&w=majority&journal=true"));
    }

    public List<Mongod> members() {
        return members;
    }

    /** The member that takes writes, once there is one. */
    public Mongod primary() {
        try (MongoClient client = MongoClients.create(uri())) {
            String host = client.getDatabase("admin").runCommand(new Document("hello", 1)).getString("me");
            return members.stream().filter((member) -> member.host().equals(host)).findFirst().orElseThrow();
        }
    }

    @Override
    public void close() {
        members.forEach(Mongod::close);
    }

    private void initiate() {
        List<Document> hosts = IntStream.range(0, members.size())
            .mapToObj((i) -> new Document("_id", i).append("host", members.get(i).host()))
            .toList();
        Document config = new Document("_id", NAME).append("members", hosts)
            .append("settings", new Document("electionTimeoutMillis", 1_000));
        try (MongoClient client = MongoClients.create(members.getFirst().uri())) {
            client.getDatabase("admin").runCommand(new Document("replSetInitiate", config));
        }
    }

}
