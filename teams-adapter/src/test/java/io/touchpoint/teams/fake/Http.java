package io.touchpoint.teams.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shorthand for requests and answers of the simulator. */
final class Http {

    private Http() {
    }

    /**
     * The parts of a path, decoded one by one: ids may hold colons and semicolons, as
     * they are or encoded.
     */
    static List<String> segments(String rawPath) {
        return Stream.of(rawPath.split("/")).filter((part) -> !part.isEmpty()).map(Http::decoded).toList();
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    static @Nullable String bearer(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        boolean there = header != null && header.regionMatches(true, 0, "Bearer ", 0, 7);
        return (there && header != null) ? header.substring(7).strip() : null;
    }

    static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
        write(exchange, status, "application/json; charset=utf-8", body.toString());
    }

    static void write(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

}
