package io.touchpoint.kill;

import io.touchpoint.kill.Cohort.Buyer;
import io.touchpoint.slack.fake.Post;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Compares what is stored with what was acknowledged, done and shown. Every difference is
 * a sentence.
 */
final class Audit {

    private final Town town;

    private final Ledger ledger;

    private final MongoTemplate mongo;

    private final List<String> wrong = new ArrayList<>();

    Audit(Town town, Ledger ledger) {
        this.town = town;
        this.ledger = ledger;
        this.mongo = town.mongo();
    }

    /**
     * What was found.
     *
     * @param wrong a sentence for everything that must not be
     * @param ambiguous messages of which nobody could know whether they stand
     * @param twice how many of these stand twice
     */
    record Found(List<String> wrong, int ambiguous, int twice) {
    }

    /** At any moment: what was acknowledged is stored. */
    List<String> acknowledged(List<Buyer> buyers) {
        Set<String> events = ledger.events();
        Set<String> presses = ledger.presses();
        Set<String> words = ledger.words();
        List<String> lost = new ArrayList<>();
        for (Buyer buyer : buyers) {
            String person = buyer.person().id();
            if (events.contains(buyer.order())
                    && count("events", new Document("_id", "w1|/northwind/shop|delivered-" + buyer.order())) == 0) {
                lost.add("an acknowledged event is not stored: " + buyer.order());
            }
            if (presses.contains(person) && count("inbound", begins("press:" + person)) == 0) {
                lost.add("an acknowledged press is not stored: " + buyer.order());
            }
            if (words.contains(person) && count("inbound", begins("said:" + person)) == 0) {
                lost.add("acknowledged words are not stored: " + buyer.order());
            }
        }
        return lost;
    }

    private static Document begins(String key) {
        return new Document("_id", new Document("$regex", "^slack\\|T0HOME\\|" + key + ":"));
    }

    private long count(String collection, Document filter) {
        return mongo.getCollection(collection).countDocuments(filter);
    }

    /** When nothing is due: all has had its effect, once. */
    Found settled(List<Buyer> told, List<Buyer> answered) {
        wrong.addAll(acknowledged(told));
        wrong.addAll(acknowledged(answered));
        told.forEach(this::isPlanned);
        answered.forEach(this::hasAnswered);
        nothingIsGivenUp();
        cellsAreRight();
        town.noteWhatWasCut();
        return new Found(List.copyOf(wrong), town.ambiguous().size(), standsOnce());
    }

    /**
     * Every message stands once, those twice at most of which nobody could know.
     * @return how many stand twice
     */
    private int standsOnce() {
        Promises promises = Promises.of(mongo);
        Map<String, Integer> standing = standing(promises);
        Set<String> ambiguous = town.ambiguous();
        int twice = 0;
        for (Map.Entry<String, Integer> one : standing.entrySet()) {
            if (!promises.states().containsKey(one.getKey())) {
                wrong.add("stands and was never promised: " + one.getKey());
            }
            else if (one.getValue() > 1 && ambiguous.contains(one.getKey())) {
                twice += one.getValue() - 1;
            }
            else if (one.getValue() > 1) {
                wrong.add("stands " + one.getValue() + " times, though it was not in flight: " + one.getKey());
            }
        }
        promises.states().forEach((token, state) -> {
            if (state.equals("DELIVERED") && !standing.containsKey(promises.first(token))) {
                wrong.add("is recorded as delivered and does not stand: " + token);
            }
        });
        return twice;
    }

    private void isPlanned(Buyer buyer) {
        if (count("conversations", new Document("_id", buyer.conversation())) != 1) {
            wrong.add("no question is planned: " + buyer.order());
        }
    }

    private void hasAnswered(Buyer buyer) {
        long asked = count("outbox", new Document("saying.about", buyer.conversation()).append("saying.lane", "PROMPT")
            .append("saying.replaces", new Document("$exists", false)));
        if (asked != 1) {
            wrong.add("was asked " + asked + " times: " + buyer.order());
        }
        List<Document> answers = mongo.getCollection("answers")
            .find(new Document("conversation", buyer.conversation()))
            .into(new ArrayList<>());
        if (answers.size() != 1) {
            wrong.add("has " + answers.size() + " answers: " + buyer.order());
            return;
        }
        Integer score = answers.getFirst().getInteger("score");
        if (score == null || score != buyer.score()) {
            wrong.add("pressed " + buyer.score() + " and is recorded with " + score + ": " + buyer.order());
        }
        List<String> comments = answers.getFirst().getList("comments", String.class, List.of());
        if (!comments.equals(List.of(buyer.words()))) {
            wrong.add("has " + comments.size() + " comments: " + buyer.order());
        }
    }

    private void nothingIsGivenUp() {
        Map<String, Document> givenUp = new LinkedHashMap<>(Map.of("inbound",
                new Document("parked", new Document("$exists", true)), "events",
                new Document("parked", new Document("$exists", true)), "outbox", new Document("state", "PARKED")));
        givenUp.forEach((collection, filter) -> mongo.getCollection(collection)
            .find(filter)
            .forEach((one) -> wrong
                .add("was given up in " + collection + ": " + one.get("parked", one.getString("reason")))));
        long unsaid = count("outbox", new Document("state", "DROPPED"));
        if (unsaid > 0) {
            wrong.add(unsaid + " messages were dropped");
        }
    }

    /** Every cell equals a recount of the answers. */
    private void cellsAreRight() {
        Map<String, Map<Integer, Long>> counted = new TreeMap<>();
        mongo.getCollection("answers").find(new Document("bucket", new Document("$exists", true))).forEach((answer) -> {
            if (answer.get("score") instanceof Integer score && !Boolean.TRUE.equals(answer.getBoolean("manual"))) {
                counted.computeIfAbsent(answer.getString("bucket"), (_) -> new TreeMap<>()).merge(score, 1L, Long::sum);
            }
        });
        Map<String, Map<Integer, Long>> stored = new TreeMap<>();
        mongo.getCollection("rollups").find().forEach((cell) -> {
            List<Long> counts = cell.getList("counts", Long.class, List.of());
            Map<Integer, Long> histogram = new TreeMap<>();
            for (int i = 0; i < counts.size(); i++) {
                if (counts.get(i) > 0) {
                    histogram.put(i + 1, counts.get(i));
                }
            }
            if (!histogram.isEmpty()) {
                stored.put(cell.getString("_id"), histogram);
            }
        });
        if (!stored.equals(counted)) {
            wrong.add("the cells are " + stored + ", a recount says " + counted);
        }
    }

    /** How often each message stands on Slack, by the token that it first had. */
    private Map<String, Integer> standing(Promises promises) {
        Map<String, Integer> standing = new HashMap<>();
        town.slack().channels().forEach((channel) -> {
            for (Post post : town.slack().posts(channel.id())) {
                if (post.metadata() != null) {
                    String token = post.metadata().path("event_payload").path("k").asString("");
                    standing.merge(promises.first(token), 1, Integer::sum);
                }
            }
        });
        return standing;
    }

    /**
     * What was promised.
     *
     * @param states by the token
     * @param before the token of the message that one takes the place of
     */
    private record Promises(Map<String, String> states, Map<String, String> before) {

        static Promises of(MongoTemplate mongo) {
            Map<String, String> tokens = new HashMap<>();
            Map<String, String> states = new HashMap<>();
            Map<String, String> replaced = new HashMap<>();
            mongo.getCollection("outbox")
                .find()
                .projection(new Document("token", 1).append("state", 1).append("saying.replaces", 1))
                .forEach((entry) -> {
                    tokens.put(entry.getString("_id"), entry.getString("token"));
                    states.put(entry.getString("token"), entry.getString("state"));
                    String replaces = entry.get("saying", Document.class).getString("replaces");
                    if (replaces != null) {
                        replaced.put(entry.getString("token"), replaces);
                    }
                });
            replaced.replaceAll((_, key) -> tokens.getOrDefault(key, key));
            return new Promises(states, replaced);
        }

        /** The token that a message had before anything took its place. */
        String first(String token) {
            String first = token;
            while (before.containsKey(first)) {
                first = before.get(first);
            }
            return first;
        }

    }

}
