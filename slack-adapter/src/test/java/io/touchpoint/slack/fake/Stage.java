package io.touchpoint.slack.fake;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.touchpoint.time.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A small company in a simulator, an app that answers as a test says, and a client. */
final class Stage implements AutoCloseable {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T08:00:00Z"));

    final FakeSlack slack;

    final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    volatile Function<Request, Reply> app = (_) -> new Reply(200, "");

    private final HttpServer server;

    /** What the app was sent. */
    record Request(Headers headers, String body) {

        JsonNode json() {
            return Json.parse(body);
        }

        /** The JSON in the payload field of a form. */
        JsonNode payload() {
            return Json.parse(Arguments.form(body).getOrDefault("payload", "null"));
        }

    }

    /** What the app answers. */
    record Reply(int status, String body) {
    }

    Stage() {
        this(Company.named("Northwind Outfitters"));
    }

    Stage(Company company) {
        this.slack = FakeSlack.start(company, clock);
        this.server = listen();
        slack.deliverTo(appUrl());
        people();
        channels();
    }

    private void people() {
        slack.add(Person.of("U1ADA", "T0HOME", "Ada Novak", "ada@northwind.example", BERLIN, Locale.GERMANY));
        slack.add(Person.of("U2JON", "T0HOME", "Jon Reyes", "jon@northwind.example", ZoneId.of("America/New_York"),
                Locale.US));
        slack.add(Person.of("U3EXT", "T9ACME", "Eva Stern", "eva@acme.example", BERLIN, Locale.GERMANY));
        slack.add(Person.of("U4FAR", "T9ACME", "Far Away", "far@acme.example", BERLIN, Locale.GERMANY)
            .with(Person.Trait.STRANGER));
        slack.add(Person.of("U5GONE", "T0HOME", "Gone Long", null, BERLIN, Locale.US).with(Person.Trait.DELETED));
        slack.add(Person.of("U6ROBO", "T0HOME", "Robo", null, BERLIN, Locale.US).with(Person.Trait.BOT));
        slack.add(Person.of("U7SHUT", "T0HOME", "Shut Off", null, BERLIN, Locale.US).with(Person.Trait.BLOCKED));
    }

    private void channels() {
        slack.add(Channel.open("C1TEAM", "delivery", Set.of("U0BOT", "U1ADA", "U2JON")));
        slack.add(Channel.open("C2OUT", "general", Set.of("U1ADA")));
        slack.add(Channel.closed("C3SECRET", "secret", Set.of("U1ADA")));
        slack.add(Channel.open("C4OLD", "old", Set.of("U0BOT", "U1ADA")).archived(true));
        slack.add(Channel.open("C5SHARED", "with-acme", Set.of("U0BOT", "U1ADA", "U3EXT")).shared(true));
    }

    private HttpServer listen() {
        try {
            HttpServer listening = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listening.createContext("/", (exchange) -> {
                Request request = new Request(exchange.getRequestHeaders(),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                requests.add(request);
                Reply reply = app.apply(request);
                byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
                if (reply.body().startsWith("{")) {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                }
                exchange.sendResponseHeaders(reply.status(), (bytes.length == 0) ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            listening.start();
            return listening;
        }
        catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** Where the app listens. */
    URI appUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
    }

    /** Calls a method with a JSON body; single quotes stand for double ones. */
    JsonNode call(String method, String json) {
        return Json.parse(answer(method, json).body());
    }

    HttpResponse<String> answer(String method, String json) {
        return post(URI.create(slack.apiUrl() + method), "application/json; charset=utf-8", json.replace('\'', '"'),
                Map.of("Authorization", "Bearer " + slack.company().token()));
    }

    HttpResponse<String> post(URI to, String type, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** Posts a message of blocks, single quotes for double ones, and gives its id. */
    String posted(String channel, String blocks) {
        JsonNode answer = call("chat.postMessage",
                "{'channel':'%s','text':'fallback','blocks':%s}".formatted(channel, blocks));
        if (!answer.path("ok").asBoolean(false)) {
            throw new AssertionError(answer.toString());
        }
        return answer.path("channel").asString() + ":" + answer.path("ts").asString();
    }

    /** The last request that the app was sent. */
    Request last() {
        return requests.getLast();
    }

    /** A string of so many characters. */
    static String x(int length) {
        return "x".repeat(length);
    }

    static @Nullable String error(JsonNode answer) {
        return answer.path("ok").asBoolean(false) ? null : answer.path("error").asString();
    }

    @Override
    public void close() {
        slack.close();
        server.stop(0);
    }

}
