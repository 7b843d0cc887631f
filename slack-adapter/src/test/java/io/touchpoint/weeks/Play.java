package io.touchpoint.weeks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox, through its HTTP interface and nothing else. */
final class Play {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String root;

    Play(String url) {
        this.root = url + "/sandbox/";
    }

    Instant now() {
        return Instant.parse(get("state").get("now").asString());
    }

    void clock(Instant to) {
        post("clock", Map.of("to", to.toString()));
    }

    List<JsonNode> people() {
        return get("state").get("people").valueStream().toList();
    }

    List<JsonNode> channels() {
        return get("state").get("channels").valueStream().toList();
    }

    /** Adds a customer; gives the id. */
    String customer(String name, String locale, String zone, String account) {
        return post("people",
                Map.of("name", name, "role", "customer", "locale", locale, "timeZone", zone, "account", account))
            .get("id")
            .asString();
    }

    /** Lets something happen to a customer; gives the product's answer. */
    JsonNode event(String kind, String subject, String customer) {
        return post("events", Map.of("kind", kind, "subject", subject, "customer", customer));
    }

    List<JsonNode> direct(String person) {
        return get("messages?with=" + encoded(person)).get("messages").valueStream().toList();
    }

    List<JsonNode> channel(String channel) {
        return get("messages?channel=" + encoded(channel)).get("messages").valueStream().toList();
    }

    /** Presses what begins so; gives the answer. */
    JsonNode press(String person, JsonNode message, String label) {
        return post("presses",
                Map.of("by", person, "message", message.get("id").asString(), "control",
                        control(message, label).orElseThrow(() -> new IllegalStateException(
                                "no “" + label + "” on: " + message.get("text").asString() + labels(message)))));
    }

    void write(String person, String text) {
        post("messages", Map.of("by", person, "to", "bot", "text", text));
    }

    JsonNode submit(String person, JsonNode form, Map<String, String> values) {
        return post("forms", Map.of("by", person, "form", form.get("id").asString(), "values", values));
    }

    static Optional<String> control(JsonNode message, String label) {
        return message.get("controls")
            .valueStream()
            .filter((control) -> control.get("label").asString().startsWith(label))
            .map((control) -> control.get("id").asString())
            .findFirst();
    }

    static List<String> labels(JsonNode message) {
        List<String> labels = new ArrayList<>();
        message.get("controls").valueStream().forEach((control) -> labels.add(control.get("label").asString()));
        return labels;
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(root + path)).GET());
    }

    private JsonNode post(String path, Object body) {
        return send(HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private JsonNode send(HttpRequest.Builder request) {
        HttpRequest sent = request.build();
        try {
            HttpResponse<String> response = client.send(sent, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(sent.uri() + " -> " + response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

}
