package io.touchpoint.kill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Which fields the stored documents have that were written in one stretch of time: those
 * that every document of its kind has must be there whichever release writes.
 */
final class Fields {

    /** So many documents of a kind say what is always there. */
    private static final int ENOUGH = 8;

    private static final List<String> COLLECTIONS = List.of("answers", "cases", "conversations", "customers",
            "decisions", "events", "inbound", "outbox", "rollups");

    private final MongoTemplate mongo;

    private Map<String, Document> before = Map.of();

    /** How many documents of a kind there are, and the fields that all of them have. */
    record Kind(int count, Set<String> always) {

        Kind and(Kind other) {
            Set<String> both = new TreeSet<>(always);
            both.retainAll(other.always());
            return new Kind(count + other.count(), both);
        }

    }

    Fields(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** The kinds of the documents that were written since it was asked last. */
    Map<String, Kind> written() {
        Map<String, Kind> kinds = new TreeMap<>();
        Map<String, Document> all = new HashMap<>();
        for (String collection : COLLECTIONS) {
            for (Document document : mongo.getCollection(collection).find()) {
                String id = collection + " " + document.get("_id");
                all.put(id, document);
                if (!document.equals(before.get(id))) {
                    Set<String> names = new TreeSet<>();
                    collect("", document, names);
                    kinds.merge(collection + kind(document), new Kind(1, names), Kind::and);
                }
            }
        }
        before = all;
        return kinds;
    }

    private static String kind(Document document) {
        if (document.get("state") instanceof Document state) {
            return " " + state.getString("_class");
        }
        String replaces = (document.get("saying") instanceof Document saying && saying.containsKey("replaces"))
                ? " replacing" : "";
        return (document.get("state") instanceof String state) ? " " + state + replaces : "";
    }

    private static void collect(String path, @Nullable Object value, Set<String> names) {
        switch (value) {
            case Document document -> document.forEach((name, inner) -> {
                names.add(path + name);
                collect(path + name + ".", inner, names);
            });
            case List<?> list -> list.forEach((inner) -> collect(path, inner, names));
            case null, default -> {
            }
        }
    }

    /** How many fields each kind always has in both. */
    static Map<String, Kind> both(Map<String, Kind> one, Map<String, Kind> other) {
        Map<String, Kind> both = new LinkedHashMap<>();
        one.forEach((name, kind) -> {
            Kind second = other.get(name);
            if (second != null && kind.count() >= ENOUGH && second.count() >= ENOUGH) {
                both.put(name, kind.and(second));
            }
        });
        return both;
    }

    /** The fields that are always there, and not so here. */
    static List<String> missing(Map<String, Kind> always, Map<String, Kind> here) {
        List<String> missing = new ArrayList<>();
        always.forEach((name, kind) -> {
            Kind there = here.get(name);
            if (there != null) {
                kind.always()
                    .stream()
                    .filter((field) -> !there.always().contains(field))
                    .forEach((field) -> missing.add(name + " is written without " + field));
            }
        });
        return missing;
    }

}
