package io.touchpoint.slack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Slack's JSON, written from plain maps and read without trusting any field to be there.
 */
final class Json {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Json() {
    }

    /** An object of names and values in turn; a null value leaves its name out. */
    static Map<String, Object> object(@Nullable Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                object.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return object;
    }

    static String write(Object tree) {
        return GSON.toJson(tree);
    }

    /** JSON that this class wrote, to be written again as part of something. */
    static JsonElement tree(String json) {
        return JsonParser.parseString(json);
    }

    /** Reads an object; empty for anything else, whatever is wrong with it. */
    static Optional<JsonObject> read(String text) {
        try {
            JsonElement element = JsonParser.parseString(text);
            return element.isJsonObject() ? Optional.of(element.getAsJsonObject()) : Optional.empty();
        }
        catch (JsonParseException | IllegalStateException | NumberFormatException | StackOverflowError ex) {
            return Optional.empty();
        }
    }

    /** The object at the end of a path of names; an empty one where the path breaks. */
    static JsonObject at(JsonObject from, String... path) {
        JsonObject here = from;
        for (String name : path) {
            JsonElement next = here.get(name);
            if (next == null || !next.isJsonObject()) {
                return new JsonObject();
            }
            here = next.getAsJsonObject();
        }
        return here;
    }

    /** The objects of a list; anything else in it is passed over. */
    static List<JsonObject> objects(JsonObject from, String name) {
        JsonElement list = from.get(name);
        if (list == null || !list.isJsonArray()) {
            return List.of();
        }
        return list.getAsJsonArray()
            .asList()
            .stream()
            .filter(JsonElement::isJsonObject)
            .map(JsonElement::getAsJsonObject)
            .toList();
    }

    /** A text that is not blank; null where there is none. */
    static @Nullable String text(JsonObject from, String name) {
        JsonElement value = from.get(name);
        if (value == null || !value.isJsonPrimitive() || value.getAsString().isBlank()) {
            return null;
        }
        return value.getAsString();
    }

    /** A text that is not blank; empty where there is none. */
    static Optional<String> found(JsonObject from, String name) {
        return Optional.ofNullable(text(from, name));
    }

    static boolean flag(JsonObject from, String name) {
        return "true".equals(text(from, name));
    }

}
