package io.touchpoint.sandbox;

import io.touchpoint.sandbox.SimulatedPlatform.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happens in the shop and at the help desk, told to the application as CloudEvents
 * under a Standard Webhooks signature.
 */
public final class BusinessEvents {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SOURCE = "/northwind/shop";

    private static final Map<String, String> KINDS = Map.of("page", "visit", "article", "visit");

    private static final Map<String, String> TITLES = Map.of("order", "online order", "ticket", "support ticket",
            "visit", "visit to the shop");

    private final HttpClient client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(5))
        .build();

    private final AtomicLong number = new AtomicLong();

    private final String platform;

    private final Supplier<String> secret;

    private volatile URI url = URI.create("http://127.0.0.1/");

    /** What the application answered. */
    public record Answer(int status, String contentType, String body) {
    }

    public BusinessEvents(String platform, String secret) {
        this(platform, () -> secret);
    }

    /**
     * @param secret gives what to sign with, which may be replaced by another
     */
    public BusinessEvents(String platform, Supplier<String> secret) {
        this.platform = platform;
        this.secret = secret;
    }

    /** Says where the application takes events. */
    public void postTo(URI events) {
        this.url = events;
    }

    String url() {
        return url.toString();
    }

    String secret() {
        return secret.get();
    }

    /** Tells the application what a request of the sandbox's interface describes. */
    Answer post(Body request, Person customer, Instant now) {
        String kind = request.text("kind");
        String subject = request.text("subject");
        ObjectNode event = event(kind, subject, customer, now);
        request.optional("id").ifPresent((id) -> event.put("id", id));
        request.optional("time").ifPresent((time) -> event.put("time", time));
        ObjectNode data = (ObjectNode) event.get("data");
        ObjectNode about = (ObjectNode) data.get("subject");
        for (String name : new String[] { "occurrence", "title", "owner", "team" }) {
            request.optional(name).ifPresent((value) -> about.put(name, value));
        }
        if (request.object().path("attributes").isObject()) {
            data.set("attributes", request.object().get("attributes"));
        }
        return post(event, now);
    }

    /**
     * Tells the application that something happened to a customer, as a shop does that
     * has kept the event and tells of it until it is answered.
     * @param id the event's id
     * @param happened when it happened
     * @param now when it is told
     */
    public Answer post(String id, String kind, String subject, Person customer, Instant happened, Instant now) {
        return post(event(kind, subject, customer, happened).put("id", id), now);
    }

    /** Tells the application that something happened to a customer now. */
    Answer post(String kind, String subject, Person customer, Instant now) {
        return post(event(kind, subject, customer, now), now);
    }

    private ObjectNode event(String kind, String subject, Person customer, Instant now) {
        String begins = kind.contains(".") ? kind.substring(0, kind.indexOf('.')) : kind;
        String thing = KINDS.getOrDefault(begins, begins);
        ObjectNode event = JSON.createObjectNode()
            .put("specversion", "1.0")
            .put("id", "%s-%s-%d-%d".formatted(kind, subject, now.toEpochMilli(), number.incrementAndGet()))
            .put("source", SOURCE)
            .put("type", kind)
            .put("time", now.toString())
            .put("datacontenttype", "application/json");
        ObjectNode data = event.putObject("data");
        ObjectNode about = data.putObject("customer")
            .put("id", customerKey(customer))
            .put("name", customer.name())
            .put("locale", customer.locale().toLanguageTag())
            .put("timeZone", customer.timeZone().getId());
        if (customer.email() != null) {
            about.put("email", customer.email());
        }
        if (customer.account() != null) {
            about.put("account", customer.account());
        }
        about.putObject("chat").put(platform, customer.id());
        data.putObject("subject").put("kind", thing).put("id", subject).put("title", TITLES.getOrDefault(thing, thing));
        return event;
    }

    private Answer post(ObjectNode event, Instant now) {
        byte[] body = JSON.writeValueAsBytes(event);
        String id = event.path("id").asString();
        String stamp = Long.toString(now.getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/cloudevents+json")
            .header("webhook-id", id)
            .header("webhook-timestamp", stamp)
            .header("webhook-signature", signature(secret.get(), id, stamp, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse("application/json"), response.body());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    /** The shop's own id of a customer. */
    static String customerKey(Person customer) {
        return customer.id().toLowerCase(Locale.ROOT);
    }

    /** The Standard Webhooks signature of a body. */
    public static String signature(String secret, String id, String stamp, byte[] body) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring(secret.indexOf('_') + 1));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + stamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
