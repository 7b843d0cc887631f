package io.touchpoint.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("installed")
class MongodTests {

    static boolean installed() {
        return Mongod.program().isPresent();
    }

    @Test
    void keepsWhatItAcknowledgedWhenItIsKilled() {
        try (Mongod mongod = Mongod.start()) {
            insert(mongod.uri());
            mongod.kill();
            assertThat(mongod.running()).isFalse();
            mongod.restart();
            assertThat(count(mongod.uri())).isOne();
        }
    }

    private static void insert(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase("t").getCollection("things").insertOne(new Document("_id", "1"));
        }
    }

    private static long count(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            return client.getDatabase("t").getCollection("things").countDocuments();
        }
    }

}
