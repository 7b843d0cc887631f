package io.touchpoint.sandbox;

import io.touchpoint.sandbox.SimulatedPlatform.Role;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object that came with a request; what is wrong with it is said by name. */
final class Body {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    static Body of(ServerRequest request) throws ServletException, IOException {
        try {
            JsonNode read = JSON.readTree(request.body(String.class));
            if (!read.isObject()) {
                throw Trouble.badRequest("The body must be a JSON object.");
            }
            return new Body(read);
        }
        catch (JacksonException ex) {
            throw Trouble.badRequest("The body is no JSON.");
        }
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> Trouble.badRequest("“" + name + "” is missing."));
    }

    Optional<String> optional(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isContainer()) {
            throw Trouble.badRequest("“" + name + "” must be a text.");
        }
        return Optional.of(value.asString()).filter((text) -> !text.isBlank());
    }

    int number(String name, int otherwise) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw Trouble.badRequest("“" + name + "” must be a whole number.");
        }
        return value.intValue();
    }

    boolean flag(String name) {
        return object.path(name).asBoolean(false);
    }

    /** One text or a list of texts; nothing is an empty list. */
    List<String> texts(String name) {
        return texts(object.path(name), name);
    }

    /** The fields of an object, each with one text or a list of texts. */
    Map<String, List<String>> fields(String name) {
        JsonNode fields = object.path(name);
        if (fields.isMissingNode() || fields.isNull()) {
            return Map.of();
        }
        if (!fields.isObject()) {
            throw Trouble.badRequest("“" + name + "” must be an object.");
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        fields.properties().forEach((field) -> values.put(field.getKey(), texts(field.getValue(), field.getKey())));
        return values;
    }

    /** The body itself. */
    JsonNode object() {
        return object;
    }

    /** A role by its name in the interface. */
    static Role role(String name) {
        try {
            return Role.valueOf(name.toUpperCase(Locale.ROOT));
        }
        catch (IllegalArgumentException ex) {
            throw Trouble.badRequest("“role” is customer, staff, manager or admin.");
        }
    }

    /** A text of the interface as a moment, a duration, a zone and the like. */
    static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        }
        catch (DateTimeParseException ex) {
            throw Trouble.badRequest("“" + name + "” cannot be read: " + text);
        }
        catch (DateTimeException ex) {
            throw Trouble.badRequest("“" + name + "” is not known: " + text);
        }
    }

    private static List<String> texts(JsonNode value, String name) {
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            if (one.isContainer()) {
                throw Trouble.badRequest("“" + name + "” must be a text or a list of texts.");
            }
            texts.add(one.asString());
        }
        return value.isArray() ? texts : texts.stream().filter((text) -> !text.isEmpty()).toList();
    }

}
