package io.touchpoint.slack;

import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.touchpoint.workspace.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server that answers each method of the Web API as it was told, and keeps the calls.
 */
final class StubSlack implements AutoCloseable {

    private final HttpServer server;

    private final Map<String, Queue<Prepared>> prepared = new ConcurrentHashMap<>();

    private final List<Sent> calls = new ArrayList<>();

    StubSlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    SlackSettings settings() {
        return new SlackSettings(List.of(new Secret("signing")), new Secret("xoxb-1"), url() + "api/", 200);
    }

    SlackWeb web() {
        SlackConfig config = new SlackConfig();
        config.setStatsEnabled(false);
        config.setHttpClientReadTimeoutMillis(2_000);
        return new SlackWeb(new SlackHttpClient(SlackWeb.once(SlackHttpClient.buildOkHttpClient(config))), settings());
    }

    /**
     * The next answer of a method, or of a path below the root; {@code {"ok":true}} where
     * none is told.
     */
    void answers(String method, int status, String body, String... header) {
        prepared.computeIfAbsent(method, (_) -> new ArrayDeque<>())
            .add(new Prepared(status, body, (header.length == 2) ? Map.of(header[0], header[1]) : Map.of()));
    }

    void answers(String method, String body) {
        answers(method, 200, body);
    }

    /** Cuts the connection after the next call of a method was read. */
    void cuts(String method) {
        answers(method, 0, "");
    }

    synchronized List<Sent> calls() {
        return List.copyOf(calls);
    }

    List<Sent> calls(String method) {
        return calls().stream().filter((call) -> call.method().equals(method)).toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = path.startsWith("/api/") ? path.substring(5) : path.substring(1);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        synchronized (this) {
            calls.add(new Sent(method, body));
        }
        Queue<Prepared> queue = prepared.get(method);
        Prepared answer = (queue == null) ? null : queue.poll();
        if (answer == null) {
            answer = new Prepared(200, "{\"ok\":true}", Map.of());
        }
        if (answer.status() == 0) {
            exchange.getResponseHeaders().clear();
            exchange.close();
            return;
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A call as it came. */
    record Sent(String method, String body) {

        Map<String, String> form() {
            Map<String, String> form = new LinkedHashMap<>();
            for (String pair : body.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    form.put(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
            return form;
        }

    }

    private record Prepared(int status, String body, Map<String, String> headers) {
    }

}
