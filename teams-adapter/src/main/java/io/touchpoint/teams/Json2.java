package io.touchpoint.teams;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Teams' JSON, read and written by the one Jackson 2 mapper that the SDK's types need.
 * Spring's own mapper is Jackson 3 and must never see them.
 */
final class Json2 {

    static final JsonMapper MAPPER = JsonMapper.builder()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .defaultPropertyInclusion(
                JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
        .addMixIn(Activity.class, AnyTimestamp.class)
        .findAndAddModules()
        .build();

    private Json2() {
    }

    /**
     * The SDK's own pattern fails on whole seconds and takes .123 for 123 nanoseconds.
     */
    private abstract static class AnyTimestamp {

        @JsonFormat(shape = JsonFormat.Shape.ANY, pattern = "", timezone = "UTC")
        @Nullable OffsetDateTime timestamp;

    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static ArrayNode array(List<? extends JsonNode> nodes) {
        return array().addAll(nodes);
    }

    /** Reads an object; empty for anything else, whatever is wrong with it. */
    static Optional<ObjectNode> read(byte[] bytes) {
        try {
            return (MAPPER.readTree(bytes) instanceof ObjectNode object) ? Optional.of(object) : Optional.empty();
        }
        catch (IOException ex) {
            return Optional.empty();
        }
    }

    /** Reads any JSON; empty for what is none. */
    static Optional<JsonNode> tree(byte[] bytes) {
        try {
            return Optional.ofNullable(MAPPER.readTree(bytes));
        }
        catch (IOException ex) {
            return Optional.empty();
        }
    }

    /** Reads JSON that this class wrote. */
    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException(ex.getOriginalMessage());
        }
    }

    static String write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException(ex.getOriginalMessage());
        }
    }

    /** Any value of the SDK as a tree. */
    static JsonNode treeOf(@Nullable Object value) {
        return (value == null) ? MissingNode.getInstance() : MAPPER.valueToTree(value);
    }

    /** A text that is not blank; null where there is none. */
    static @Nullable String text(JsonNode from, String name) {
        JsonNode value = from.path(name);
        return (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) ? value.asText() : null;
    }

    /** A text that is not blank; empty where there is none. */
    static Optional<String> found(JsonNode from, String name) {
        return Optional.ofNullable(text(from, name));
    }

}
