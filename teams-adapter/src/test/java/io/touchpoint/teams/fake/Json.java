package io.touchpoint.teams.fake;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shorthand for JSON trees. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static JsonNode parse(String json) {
        return MAPPER.readTree(json);
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    static @Nullable String textOrNull(JsonNode node, String field) {
        String text = text(node, field);
        return text.isEmpty() ? null : text;
    }

    static boolean flag(JsonNode node, String field) {
        return node.path(field).asBoolean(false);
    }

    /** The elements of an array, none for anything else. */
    static Iterable<JsonNode> each(JsonNode array) {
        return array.isArray() ? array : array();
    }

    static ObjectNode copy(JsonNode object) {
        return (object instanceof ObjectNode node) ? node.deepCopy() : object();
    }

}
