package io.touchpoint.teams.fake;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the Connector was asked for, once its body is read. */
record Asked(String operation, String method, String path, List<String> segments, String query, @Nullable String token,
        String body, @Nullable JsonNode read) {

    static Asked of(HttpExchange exchange, String body) {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getRawPath();
        List<String> segments = Http.segments(path);
        String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return new Asked(named(method, segments), method, path, segments, query, Http.bearer(exchange), body,
                parsed(body));
    }

    private static @Nullable JsonNode parsed(String body) {
        try {
            return body.isBlank() ? Json.object() : Json.parse(body);
        }
        catch (JacksonException ex) {
            return null;
        }
    }

    /** The segments are {@code emea, v3, conversations, …}. */
    private static String named(String method, List<String> segments) {
        String thing = (segments.size() > 2) ? segments.get(2) : "";
        String part = (segments.size() > 4) ? segments.get(4) : "";
        String line = method + " " + thing + " " + part + " " + segments.size();
        return switch (line) {
            case "POST conversations  3" -> "create";
            case "POST conversations activities 5", "POST conversations activities 6" -> "send";
            case "PUT conversations activities 6" -> "update";
            case "DELETE conversations activities 6" -> "delete";
            case "GET conversations members 5", "GET conversations pagedmembers 5" -> "members";
            case "GET conversations members 6" -> "member";
            case "GET teams  4" -> "team";
            case "GET teams conversations 5" -> "channels";
            default -> "unknown";
        };
    }

    String line() {
        return method + " " + path;
    }

    /** The conversation or team that the path names; empty for none. */
    String named() {
        return (segments.size() > 3) ? segments.get(3) : "";
    }

    /** The message or member that the path names; empty for none. */
    String inner() {
        return (segments.size() > 5) ? segments.get(5) : "";
    }

    JsonNode json() {
        return (read != null) ? read : Json.object();
    }

    boolean unreadable() {
        return read == null || !read.isObject();
    }

    boolean writes() {
        return Set.of("create", "send", "update", "delete").contains(operation);
    }

    /** What faults call this; creating with a message is sending, too. */
    List<String> operations() {
        return (operation.equals("create") && json().has("activity")) ? List.of("create", "send") : List.of(operation);
    }

}
