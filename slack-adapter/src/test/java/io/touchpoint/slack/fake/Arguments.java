package io.touchpoint.slack.fake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The arguments of a call, from a form or from JSON. */
record Arguments(ObjectNode all) {

    static Arguments of(String contentType, String body, @Nullable String query) {
        ObjectNode all = Json.object();
        if (query != null) {
            form(query).forEach(all::put);
        }
        if (contentType.startsWith("application/json")) {
            all.setAll(object(body));
        }
        else if (contentType.startsWith("multipart/form-data")) {
            throw Refused.with("invalid_post_type");
        }
        else {
            form(body).forEach(all::put);
        }
        return new Arguments(all);
    }

    private static ObjectNode object(String body) {
        if (body.isBlank()) {
            return Json.object();
        }
        JsonNode json;
        try {
            json = Json.parse(body);
        }
        catch (JacksonException ex) {
            throw Refused.with("invalid_json");
        }
        if (json instanceof ObjectNode object) {
            return object;
        }
        throw Refused.with("json_not_object");
    }

    /** The fields of a form; of a repeated field the last value. */
    static Map<String, String> form(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    boolean has(String name) {
        JsonNode value = all.path(name);
        return !value.isMissingNode() && !value.isNull() && !(value.isString() && value.asString().isEmpty());
    }

    /** The argument as text; empty when it is missing. */
    String text(String name) {
        return all.path(name).asString("");
    }

    @Nullable String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    String required(String name) {
        if (!has(name)) {
            throw Refused.missing(name);
        }
        return text(name);
    }

    boolean flag(String name) {
        String value = text(name);
        return value.equals("true") || value.equals("1");
    }

    int number(String name, int otherwise, String error) {
        if (!has(name)) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text(name));
        }
        catch (NumberFormatException ex) {
            throw Refused.with(error);
        }
    }

    /**
     * An argument that is JSON, as a tree or written as text.
     * @param error what a text that is no JSON is refused with
     */
    @Nullable JsonNode json(String name, String error) {
        if (!has(name)) {
            return null;
        }
        JsonNode value = all.path(name);
        if (!value.isString()) {
            return value;
        }
        try {
            return Json.parse(value.asString());
        }
        catch (JacksonException ex) {
            throw Refused.with(error);
        }
    }

    /** What a call is about: a channel, a person or a view. */
    @Nullable String target() {
        for (String name : new String[] { "channel", "channel_id", "user_id", "user", "users", "view_id", "email" }) {
            if (has(name)) {
                return text(name);
            }
        }
        return null;
    }

    /** The arguments without the token. */
    ObjectNode seen() {
        ObjectNode seen = Json.copy(all);
        seen.remove("token");
        return seen;
    }

}
