package io.touchpoint.slack.fake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets another process do what people do. */
final class PeopleDoor implements HttpHandler {

    private final FakeSlack slack;

    PeopleDoor(FakeSlack slack) {
        this.slack = slack;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String what = exchange.getRequestURI().getPath().substring("/people/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        int status = 200;
        JsonNode answer;
        try {
            answer = what.equals("reads") ? reads(Arguments.form((query == null) ? "" : query))
                    : does(what, Json.parse(body));
        }
        catch (IllegalArgumentException ex) {
            status = 400;
            answer = Json.object().put("error", ex.getMessage());
        }
        byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private JsonNode does(String what, JsonNode body) {
        String by = Json.text(body, "by");
        return switch (what) {
            case "says" -> {
                String in = Json.text(body, "in");
                Written written = slack.events()
                    .says(by, in.isEmpty() ? slack.directChat(by) : in, Json.text(body, "text"),
                            Json.textOrNull(body, "thread"));
                yield Json.object().put("id", written.post().id()).put("answers", written.answers().size());
            }
            case "presses" -> shown(slack.interactions()
                .press(by, Json.text(body, "message"), Json.text(body, "control"), Json.textOrNull(body, "value")));
            case "commands" -> shown(slack.interactions().command(by, Json.text(body, "in"), Json.text(body, "text")));
            default -> throw new IllegalArgumentException("nobody can do this: " + what);
        };
    }

    private static ObjectNode shown(Answered answered) {
        return Json.object().put("status", answered.status()).put("problem", answered.problem());
    }

    private JsonNode reads(Map<String, String> query) {
        ZoneId zone = ZoneId.of(query.getOrDefault("zone", "UTC"));
        ArrayNode messages = Json.array();
        for (Post post : slack.posts(query.getOrDefault("channel", ""))) {
            messages.addObject()
                .put("id", post.id())
                .put("from", post.from())
                .put("text", slack.read(post, zone))
                .put("deleted", post.deleted());
        }
        return messages;
    }

}
