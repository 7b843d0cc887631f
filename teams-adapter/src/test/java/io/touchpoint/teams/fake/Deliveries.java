package io.touchpoint.teams.fake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The requests that Teams sends to the app. What is not an invoke is sent again when it
 * was not taken; Microsoft says so without naming the waits, which are therefore the
 * simulator's own.
 */
public final class Deliveries {

    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(5), Duration.ofSeconds(30),
            Duration.ofMinutes(2));

    private final World world;

    private final Login login;

    private final HttpClient client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(2))
        .build();

    private final List<Repeat> repeats = new ArrayList<>();

    private final List<ObjectNode> sent = new ArrayList<>();

    private int twice;

    private volatile @Nullable URI app;

    /** An activity that the app has not taken yet. */
    private record Repeat(ObjectNode activity, int number, Instant due) {
    }

    Deliveries(World world, Login login) {
        this.world = world;
        this.login = login;
    }

    void close() {
        client.shutdownNow();
    }

    void to(URI messages) {
        this.app = messages;
    }

    /** Every activity that was sent, repeats included. */
    public synchronized List<ObjectNode> sent() {
        return List.copyOf(sent);
    }

    /** Makes the next deliveries, of whatever kind, arrive twice. */
    public synchronized void duplicateNext(int count) {
        twice = count;
    }

    /** When the next repeat is due. */
    public synchronized Optional<Instant> nextRedelivery() {
        return repeats.stream().map(Repeat::due).min(Comparator.naturalOrder());
    }

    /**
     * Sends again, with the ids they had, the activities that the app did not take and
     * whose repeat is due.
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
        return due.stream().map((repeat) -> attempt(repeat.activity(), repeat.number())).toList();
    }

    /** Delivers an activity once more, as Teams does when an answer was lost. */
    public Answered redeliver(ObjectNode activity) {
        return once(activity);
    }

    /** Delivers an activity, again and again until it is taken. */
    public Answered deliver(ObjectNode activity) {
        return attempt(activity, 0);
    }

    /** Delivers an invoke, whose answer somebody waits for. */
    Answered invoke(ObjectNode activity) {
        return doubled(() -> once(activity));
    }

    private Answered attempt(ObjectNode activity, int number) {
        Answered answered = doubled(() -> once(activity));
        boolean again = answered.status() / 100 == 5 || answered.status() == 0 || answered.status() == 429;
        if (again && number < WAITS.size()) {
            synchronized (this) {
                repeats.add(new Repeat(activity, number + 1, world.now().plus(WAITS.get(number))));
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

    private Answered once(ObjectNode activity) {
        synchronized (this) {
            sent.add(activity.deepCopy());
        }
        return post(activity.toString(), login.header(Json.text(activity, "serviceUrl")));
    }

    /**
     * Posts any body with any header, to try what the app refuses.
     * @param authorization the {@code Authorization} header; empty for none
     */
    public Answered post(String body, String authorization) {
        URI to = app;
        if (to == null) {
            throw new IllegalStateException("nobody said where the app listens");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
            .timeout(world.company().patience())
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)")
            .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return exchange(request.build());
    }

    private Answered exchange(HttpRequest request) {
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answered(response.statusCode(), response.body(), since(start), "");
        }
        catch (HttpTimeoutException ex) {
            return new Answered(0, "", since(start), "timeout");
        }
        catch (IOException ex) {
            return new Answered(0, "", since(start), "connection_failed");
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the app was asked", ex);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

}
