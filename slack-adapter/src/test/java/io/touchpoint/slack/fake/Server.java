package io.touchpoint.slack.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** The simulator's HTTP server, on 127.0.0.1 alone. */
final class Server implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Server(int port) {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        }
        catch (IOException ex) {
            throw new UncheckedIOException("port " + port + " of 127.0.0.1 cannot be opened", ex);
        }
        server.setExecutor(threads);
    }

    void start(WebApi api, FileMethods files) {
        server.createContext("/api/", api::method);
        server.createContext("/actions/", api::response);
        server.createContext("/upload/", upload(files));
        server.start();
    }

    void serve(String path, HttpHandler door) {
        server.createContext(path, door);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static HttpHandler upload(FileMethods files) {
        return (exchange) -> {
            String path = exchange.getRequestURI().getPath();
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            boolean taken = files.take(path.substring(path.lastIndexOf('/') + 1), bytes);
            text(exchange, taken ? 200 : 400, taken ? "OK - " + bytes.length : "no such upload");
        };
    }

    private static void text(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

}
