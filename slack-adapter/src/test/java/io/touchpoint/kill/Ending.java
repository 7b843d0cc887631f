package io.touchpoint.kill;

import io.touchpoint.slack.fake.Channel;
import io.touchpoint.slack.fake.FakeSlack;
import io.touchpoint.slack.fake.Post;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * What there is when a scene of the story has been played.
 *
 * @param transcript every message of every channel and chat, as it reads
 * @param stored how much is stored of what is decided, answered and said
 * @param waiting how much is not done yet, or was given up
 */
record Ending(String transcript, Map<String, Long> stored, Map<String, Long> waiting) {

    private static final List<String> STORED = List.of("events", "lifelines", "decisions", "conversations", "outbox",
            "answers", "rollups", "cases", "digests", "checkins");

    static Ending of(FakeSlack slack, MongoTemplate mongo) {
        Map<String, Long> stored = new TreeMap<>();
        STORED.forEach((name) -> stored.put(name, mongo.getCollection(name).countDocuments()));
        Map<String, Long> waiting = new TreeMap<>();
        waiting.put("effects", count(mongo, "conversations", Criteria.where("effects.0").exists(true)));
        waiting.put("requests", count(mongo, "inbound", Criteria.where("claimAt").exists(true)));
        waiting.put("requests given up", count(mongo, "inbound", Criteria.where("parked").exists(true)));
        waiting.put("messages", count(mongo, "outbox", Criteria.where("claimAt").exists(true)));
        waiting.put("messages given up", count(mongo, "outbox", Criteria.where("state").is("PARKED")));
        waiting.put("events", count(mongo, "events", Criteria.where("claimAt").exists(true)));
        waiting.put("figures", count(mongo, "answers", Criteria.where("pendAt").exists(true)));
        waiting.put("check-in messages", count(mongo, "checkins", Criteria.where("pending.0").exists(true)));
        waiting.put("case messages", count(mongo, "cases", Criteria.where("pending.0").exists(true)));
        return new Ending(transcript(slack), stored, waiting);
    }

    private static long count(MongoTemplate mongo, String collection, Criteria criteria) {
        return mongo.count(Query.query(criteria), collection);
    }

    private static String transcript(FakeSlack slack) {
        List<String> all = new ArrayList<>();
        for (Channel channel : slack.channels()) {
            List<Post> posts = slack.posts(channel.id());
            if (!posts.isEmpty()) {
                all.add("== " + channel.id());
                posts.forEach((post) -> all.add(line(slack, posts, post)));
            }
        }
        return String.join("\n", all);
    }

    private static String line(FakeSlack slack, List<Post> posts, Post post) {
        StringBuilder line = new StringBuilder("-- ").append(post.from());
        String thread = post.threadTs();
        if (thread != null && !thread.equals(post.ts())) {
            line.append(" under message ").append(1 + posts.stream().map(Post::ts).toList().indexOf(thread));
        }
        if (post.visibleTo() != null) {
            line.append(" to ").append(post.visibleTo());
        }
        if (post.edited() != null) {
            line.append(", edited");
        }
        return line.append(post.deleted() ? ", removed" : "")
            .append("\n")
            .append(slack.read(post, ZoneOffset.UTC))
            .toString();
    }

}
