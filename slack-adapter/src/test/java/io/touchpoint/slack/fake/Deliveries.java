package io.touchpoint.slack.fake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/** The signed requests that Slack sends to the app, with the repeats of events. */
public final class Deliveries {

    private static final List<Duration> WAITS = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final Workspace workspace;

    private final HttpClient client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(2))
        .build();

    private final List<Repeat> repeats = new ArrayList<>();

    private int twice;

    private volatile @Nullable URI app;

    /** An event that the app has not taken yet. */
    private record Repeat(String body, int number, String reason, Instant due) {
    }

    Deliveries(Workspace workspace) {
        this.workspace = workspace;
    }

    void close() {
        client.shutdownNow();
    }

    void to(URI events) {
        this.app = events;
    }

    /** Makes the next deliveries, of whatever kind, arrive twice. */
    public synchronized void duplicateNext(int count) {
        twice = count;
    }

    /** When the next repeat of an event is due. */
    public synchronized Optional<Instant> nextRedelivery() {
        return repeats.stream().map(Repeat::due).min(Comparator.naturalOrder());
    }

    /**
     * Sends the events again that the app did not take and whose repeat is due: at once,
     * after one minute and after five.
     * @return the app's answers
     */
    public List<Answered> redeliverDue(Instant now) {
        List<Repeat> due;
        synchronized (this) {
            due = repeats.stream()
                .filter((repeat) -> !repeat.due().isAfter(now))
                .sorted(Comparator.comparing(Repeat::due))
                .toList();
            repeats.removeAll(due);
        }
        return due.stream().map((repeat) -> attempt(repeat.body(), repeat.number(), repeat.reason())).toList();
    }

    /** Delivers the body of an event once more, as Slack does when an answer was lost. */
    public Answered redeliver(String body, int number) {
        return send(body, "application/json",
                Map.of("x-slack-retry-num", Integer.toString(number), "x-slack-retry-reason", "http_timeout"));
    }

    Answered event(String body) {
        return attempt(body, 0, "");
    }

    Answered form(String body) {
        return doubled(() -> send(body, "application/x-www-form-urlencoded", Map.of()));
    }

    private Answered attempt(String body, int number, String reason) {
        Map<String, String> headers = (number == 0) ? Map.of()
                : Map.of("x-slack-retry-num", Integer.toString(number), "x-slack-retry-reason", reason);
        Answered answered = doubled(() -> send(body, "application/json", headers));
        if (answered.status() / 100 != 2 && number < WAITS.size() && !answered.problem().equals("no retry")) {
            String why = (answered.status() == 0) ? answered.problem() : "http_error";
            synchronized (this) {
                repeats.add(new Repeat(body, number + 1, why, workspace.now().plus(WAITS.get(number))));
            }
        }
        return answered;
    }

    private Answered doubled(Supplier<Answered> delivery) {
        boolean again;
        synchronized (this) {
            again = twice > 0;
            twice = Math.max(0, twice - 1);
        }
        Answered first = delivery.get();
        return again ? first.repeated(delivery.get()) : first;
    }

    /** Sends a body signed with the configured secret at the simulated time. */
    public Answered send(String body, String contentType, Map<String, String> headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return raw(bytes, contentType, workspace.now().getEpochSecond(), workspace.company().signingSecret(), headers);
    }

    /**
     * Sends any bytes with any stamp, to try what the app refuses.
     * @param stamp the seconds in the timestamp header
     * @param secret what the signature is made with; null for an unsigned request
     */
    public Answered raw(byte[] body, String contentType, long stamp, @Nullable String secret,
            Map<String, String> headers) {
        URI to = app;
        if (to == null) {
            throw new IllegalStateException("nobody said where the app listens");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
            .timeout(workspace.company().patience())
            .header("Content-Type", contentType)
            .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (secret != null) {
            request.header("X-Slack-Request-Timestamp", Long.toString(stamp));
            request.header("X-Slack-Signature", signature(secret, stamp, body));
        }
        return exchange(request.build());
    }

    private Answered exchange(HttpRequest request) {
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            boolean last = response.headers().firstValue("x-slack-no-retry").filter("1"::equals).isPresent();
            String problem = (last && response.statusCode() != 200) ? "no retry" : "";
            return new Answered(response.statusCode(), type, response.body(), since(start), problem);
        }
        catch (HttpTimeoutException ex) {
            return new Answered(0, "", "", since(start), "http_timeout");
        }
        catch (IOException ex) {
            return new Answered(0, "", "", since(start), "connection_failed");
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the app was asked", ex);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The {@code v0} signature of a body. */
    public static String signature(String secret, long stamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + stamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
