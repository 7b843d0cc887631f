package io.touchpoint.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Whether a command keeps to what every server does alike: a standalone, a replica set, a
 * sharded cluster and the embedded server.
 */
final class Portable {

    private static final Set<String> COMMANDS = Set.of("find", "insert", "update", "delete", "findAndModify",
            "aggregate", "count", "createIndexes", "getMore", "ping", "isMaster", "hello");

    private static final Set<String> NEVER = Set.of("collation", "hint", "let", "startTransaction", "autocommit",
            "bypassDocumentValidation", "tailable", "explain");

    private static final Set<String> FILTER = Set.of("$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$in", "$nin",
            "$exists", "$and", "$or", "$nor", "$not", "$elemMatch", "$regex", "$options");

    private static final Set<String> UPDATE = Set.of("$set", "$unset", "$inc", "$min", "$max", "$push", "$each",
            "$addToSet", "$pull", "$setOnInsert");

    private static final Set<String> PIPELINE = Set.of("$match", "$group", "$sum", "$avg", "$min", "$max", "$push",
            "$addToSet", "$first", "$last", "$cond", "$sort", "$limit", "$project", "$addFields", "$unset",
            "$replaceRoot", "$unwind", "$lookup", "$facet", "$bucket", "$sortByCount", "$count", "$sample", "$merge");

    private final List<String> faults = new ArrayList<>();

    Portable(String name, BsonDocument command) {
        allow(COMMANDS, name);
        command.keySet().stream().filter(NEVER::contains).forEach(faults::add);
        switch (name) {
            case "find" -> filter(command.get("filter"));
            case "count" -> filter(command.get("query"));
            case "delete" -> statements(command, "deletes").forEach(this::statement);
            case "update" -> statements(command, "updates").forEach(this::statement);
            case "findAndModify" -> {
                filter(command.get("query"));
                change(command.get("update"));
            }
            case "aggregate" -> words(command.get("pipeline"), Set.of(PIPELINE, FILTER));
            case "createIndexes" -> statements(command, "indexes").forEach(this::index);
            default -> {
            }
        }
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    private static List<BsonDocument> statements(BsonDocument command, String key) {
        return command.containsKey(key) ? command.getArray(key).stream().map(BsonValue::asDocument).toList()
                : List.of();
    }

    private void statement(BsonDocument one) {
        one.keySet().stream().filter((key) -> NEVER.contains(key) || key.equals("sort")).forEach(faults::add);
        filter(one.get("q"));
        change(one.get("u"));
    }

    private void filter(@Nullable BsonValue filter) {
        words(filter, Set.of(FILTER));
    }

    private void change(@Nullable BsonValue change) {
        if (change != null && change.isArray()) {
            faults.add("an update by pipeline");
        }
        else if (change != null) {
            change.asDocument()
                .keySet()
                .stream()
                .filter((key) -> key.startsWith("$"))
                .forEach((key) -> allow(UPDATE, key));
        }
    }

    private void index(BsonDocument index) {
        Set.of("unique", "partialFilterExpression", "collation", "hidden", "weights")
            .stream()
            .filter(index::containsKey)
            .forEach((option) -> faults.add("an index with " + option));
        index.getDocument("key").forEach((field, order) -> {
            if (!order.isNumber()) {
                faults.add("an index of another kind on " + field);
            }
        });
    }

    /** Looks at every word with a dollar. */
    private void words(@Nullable BsonValue value, Set<Set<String>> allowed) {
        if (value == null) {
            return;
        }
        if (value.isArray()) {
            value.asArray().forEach((one) -> words(one, allowed));
        }
        else if (value.isDocument()) {
            for (Map.Entry<String, BsonValue> entry : value.asDocument().entrySet()) {
                if (entry.getKey().startsWith("$")
                        && allowed.stream().noneMatch((set) -> set.contains(entry.getKey()))) {
                    faults.add(entry.getKey());
                }
                words(entry.getValue(), allowed);
            }
        }
    }

    private void allow(Set<String> allowed, String word) {
        if (!allowed.contains(word)) {
            faults.add(word);
        }
    }

}
