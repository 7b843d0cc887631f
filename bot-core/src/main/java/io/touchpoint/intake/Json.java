package io.touchpoint.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A part of a JSON text from outside: every value is checked as it is taken, and what is
 * wrong names its field.
 *
 * @param path where the part is, such as {@code data.customer}; empty for the whole
 */
record Json(String path, JsonNode node) {

    private static final JsonMapper MAPPER = JsonMapper
        .builder(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(20).maxNumberLength(40).maxNameLength(200).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();

    /** Reads a body. */
    static Json read(byte[] body) throws Malformed {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            Json json = new Json("", MAPPER.readTree(text));
            if (!json.node().isObject()) {
                throw new Malformed("body", "must be a JSON object");
            }
            return json;
        }
        catch (CharacterCodingException ex) {
            throw new Malformed("body", "is not UTF-8");
        }
        catch (JacksonException ex) {
            throw new Malformed("body", "is not JSON, has a name twice, or is nested too deep");
        }
    }

    /** Writes an answer. */
    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    boolean has(String name) {
        JsonNode value = node.get(name);
        return value != null && !value.isNull();
    }

    /** An object that must be there. */
    Json object(String name) throws Malformed {
        return optionalObject(name).orElseThrow(() -> new Malformed(at(name), "is missing"));
    }

    Optional<Json> optionalObject(String name) throws Malformed {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = node.get(name);
        if (!value.isObject()) {
            throw new Malformed(at(name), "must be an object");
        }
        return Optional.of(new Json(at(name), value));
    }

    List<String> names() {
        return List.copyOf(node.propertyNames());
    }

    /** Text that must be there. */
    String text(String name, int most) throws Malformed {
        return optionalText(name, most).orElseThrow(() -> new Malformed(at(name), "is missing"));
    }

    Optional<String> optionalText(String name, int most) throws Malformed {
        return optionalText(name, most, Json::isUnfit);
    }

    /** What a person wrote, in several lines perhaps. */
    Optional<String> optionalWords(String name, int most) throws Malformed {
        return optionalText(name, most, (character) -> isUnfit(character) && "\t\r\n".indexOf(character) < 0);
    }

    private Optional<String> optionalText(String name, int most, IntPredicate unfit) throws Malformed {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!node.get(name).isString()) {
            throw new Malformed(at(name), "must be text");
        }
        String text = node.get(name).asString().strip();
        if (text.isEmpty()) {
            throw new Malformed(at(name), "is empty");
        }
        if (text.codePointCount(0, text.length()) > most) {
            throw new Malformed(at(name), "is longer than " + most + " characters");
        }
        if (text.codePoints().anyMatch(unfit)) {
            throw new Malformed(at(name), "has characters that cannot be shown");
        }
        return Optional.of(text);
    }

    /** Text of which ids are made. */
    String id(String name, int most) throws Malformed {
        return optionalId(name, most).orElseThrow(() -> new Malformed(at(name), "is missing"));
    }

    Optional<String> optionalId(String name, int most) throws Malformed {
        Optional<String> id = optionalText(name, most);
        if (id.isPresent() && id.get().codePoints().anyMatch(Json::breaksIds)) {
            throw new Malformed(at(name), "must not have spaces, | or #");
        }
        return id;
    }

    boolean flag(String name) throws Malformed {
        if (!has(name)) {
            return false;
        }
        if (!node.get(name).isBoolean()) {
            throw new Malformed(at(name), "must be true or false");
        }
        return node.get(name).asBoolean();
    }

    /** Text that stands for something else. */
    <T> Optional<T> optional(String name, String what, Function<String, T> read) throws Malformed {
        Optional<String> text = optionalText(name, 100);
        try {
            return text.map(read);
        }
        catch (RuntimeException ex) {
            throw new Malformed(at(name), "is not " + what);
        }
    }

    /** Names with single values. */
    List<Pair> pairs(String name) throws Malformed {
        List<Pair> pairs = new ArrayList<>();
        Optional<Json> object = optionalObject(name);
        if (object.isEmpty()) {
            return pairs;
        }
        for (String key : object.get().names()) {
            if (key.isBlank() || key.length() > 60 || key.codePoints().anyMatch(Json::isUnfit)) {
                throw new Malformed(at(name), "has a name that cannot be used");
            }
            JsonNode value = object.get().node().get(key);
            if (value.isNull()) {
                continue;
            }
            if (value.isObject() || value.isArray()) {
                throw new Malformed(at(name) + "." + key, "must be a single value");
            }
            pairs.add(value.isString() ? new Pair(key, object.get().text(key, 300)) : new Pair(key, value.asString()));
        }
        return pairs;
    }

    /** A name and its value. */
    record Pair(String name, String value) {
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    static boolean isUnfit(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.SURROGATE || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean breaksIds(int character) {
        return character == '|' || character == '#' || Character.isWhitespace(character)
                || Character.getType(character) == Character.FORMAT;
    }

}
