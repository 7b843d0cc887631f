package io.touchpoint.kill;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The conversations whose attendants have died, and how long they wait for another. */
final class Orphans {

    private final MongoTemplate mongo;

    private final Map<Orphan, Instant> seen = new ConcurrentHashMap<>();

    /** A conversation whose attendant has died. */
    private record Orphan(String conversation, String holder, Instant since) {
    }

    /**
     * What became of them.
     *
     * @param longest how long one waited at most
     */
    record Found(int count, Duration longest) {
    }

    Orphans(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Remembers who is attended to by somebody who has just died. */
    void note(Instant now) {
        attended().forEach((conversation, holder) -> seen.put(new Orphan(conversation, holder, now), now));
    }

    /** Looks which of them still wait. */
    void look(Instant now) {
        if (!seen.isEmpty()) {
            Map<String, String> attended = attended();
            seen.replaceAll((orphan, last) -> orphan.holder().equals(attended.get(orphan.conversation())) ? now : last);
        }
    }

    /** Gives what was found, and forgets it. */
    Found found() {
        Duration longest = seen.entrySet()
            .stream()
            .map((one) -> Duration.between(one.getKey().since(), one.getValue()))
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
        Found found = new Found(seen.size(), longest);
        seen.clear();
        return found;
    }

    private Map<String, String> attended() {
        Query query = Query.query(Criteria.where("leased").is(true));
        query.fields().include("holder");
        Map<String, String> attended = new HashMap<>();
        mongo.find(query, Document.class, "conversations")
            .forEach((one) -> attended.put(one.getString("_id"), one.getString("holder")));
        return attended;
    }

}
