package io.touchpoint.scenario;

import io.touchpoint.sandbox.BusinessEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of a sandbox's HTTP interface. */
public final class SandboxCalls {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();

    private final String root;

    public SandboxCalls(String url) {
        this.root = url + "/sandbox/";
    }

    /** An answer: its status, its type and its JSON. */
    public record Answer(int status, String type, JsonNode json) {
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(root + path)).GET());
    }

    public Answer post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Posts an event as a sender does that signs by Standard Webhooks. */
    Answer signed(String url, String secret, Instant at, String body) {
        String id = "msg-" + at.toEpochMilli() + "-" + Integer.toHexString(body.hashCode());
        String stamp = Long.toString(at.getEpochSecond());
        return send(HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/cloudevents+json")
            .header("webhook-id", id)
            .header("webhook-timestamp", stamp)
            .header("webhook-signature",
                    BusinessEvents.signature(secret, id, stamp, body.getBytes(StandardCharsets.UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""),
                    JSON.readTree(response.body()));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

}
