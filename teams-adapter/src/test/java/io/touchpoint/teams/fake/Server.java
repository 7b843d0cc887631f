package io.touchpoint.teams.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The simulator's HTTP server, on 127.0.0.1 alone: Connector and login. */
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

    void start(Connector connector, LoginDoor login) {
        server.createContext("/emea/", connector::handle);
        server.createContext("/", login::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** The doors of Entra and of the Bot Connector's login. */
    static final class LoginDoor {

        private final World world;

        private final Entra entra;

        private final Login login;

        private final Faults faults;

        private final Ledger ledger;

        private final Supplier<String> root;

        LoginDoor(World world, Entra entra, Login login, Faults faults, Ledger ledger, Supplier<String> root) {
            this.world = world;
            this.entra = entra;
            this.login = login;
            this.faults = faults;
            this.ledger = ledger;
            this.root = root;
        }

        void handle(HttpExchange exchange) throws IOException {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String operation = operation(path);
            Optional<Fault.Effect> fault = faults.take(List.of(operation), null);
            if (fault.isPresent()) {
                misbehave(exchange, operation, fault.get());
                return;
            }
            try {
                JsonNode answer = answer(operation, Http.segments(path),
                        body.isEmpty() ? Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("") : body);
                send(exchange, operation, 200, answer);
            }
            catch (Entra.Refusal ex) {
                send(exchange, operation, ex.status(), ex.body());
            }
            catch (Refused ex) {
                send(exchange, operation, ex.status(), ex.body());
            }
        }

        private static String operation(String path) {
            if (path.endsWith("/.well-known/openidconfiguration")) {
                return "metadata";
            }
            if (path.endsWith("/.well-known/keys")) {
                return "keys";
            }
            if (path.endsWith("/oauth2/v2.0/token") || path.endsWith("/identity/oauth2/token")) {
                return "token";
            }
            boolean about = path.endsWith("/discovery/instance") || path.endsWith("/.well-known/openid-configuration");
            return about ? "discovery" : "unknown";
        }

        private JsonNode answer(String operation, List<String> segments, String parameters) {
            Map<String, String> form = Entra.form(parameters);
            return switch (operation) {
                case "metadata" -> login.metadata(root.get());
                case "keys" -> login.keys();
                case "token" -> segments.contains("identity") ? entra.managedIdentity(form)
                        : entra.clientCredentials(segments.getFirst(), form);
                case "discovery" -> segments.contains("instance") ? Entra.discovery(world.company().tenant())
                        : Entra.configuration(segments.getFirst(), root.get());
                default -> throw Refused.with(404, "NotFound", "There is nothing here.");
            };
        }

        private void misbehave(HttpExchange exchange, String operation, Fault.Effect effect) throws IOException {
            switch (effect) {
                case Fault.Effect.TooMany _ ->
                    send(exchange, operation, 429, Refused.body("Throttled", "Too many requests."));
                case Fault.Effect.Refusal(var status, var code) ->
                    send(exchange, operation, status, Refused.body(code, "Simulated."));
                case Fault.Effect.Lost(var status) ->
                    send(exchange, operation, status, Refused.body("ServiceError", "Simulated."));
                case Fault.Effect.Garbled _ -> Http.write(exchange, 200, "text/html", "<html>Bad day</html>");
                case Fault.Effect.Drop _ -> exchange.close();
                case Fault.Effect.Slow _, Fault.Effect.Late _, Fault.Effect.Hang _, Fault.Effect.Mute _ -> {
                    faults.hang();
                    exchange.close();
                }
            }
        }

        private void send(HttpExchange exchange, String operation, int status, JsonNode answer) throws IOException {
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
            // Neither secrets nor tokens are kept.
            JsonNode kept = operation.equals("token") ? Json.object() : answer;
            ledger.note(new Call(operation, line, null, world.now(), Json.object(), status, kept, false));
            Http.json(exchange, status, answer);
        }

    }

}
