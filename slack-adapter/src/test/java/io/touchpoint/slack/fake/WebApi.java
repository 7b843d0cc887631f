package io.touchpoint.slack.fake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The door of the Web API: who may call, how often, and what goes wrong on the way. */
final class WebApi {

    private final Workspace workspace;

    private final Places places;

    private final Faults faults;

    private final ResponseUrls responseUrls;

    private final Map<String, Method> methods = new HashMap<>();

    private final Pacing pacing = new Pacing();

    private final List<Call> calls = new ArrayList<>();

    WebApi(Workspace workspace, Places places, Faults faults, ResponseUrls responseUrls, List<Method> methods) {
        this.workspace = workspace;
        this.places = places;
        this.faults = faults;
        this.responseUrls = responseUrls;
        methods.forEach((method) -> this.methods.put(method.name(), method));
    }

    List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** What a request asks for, once its body is read. */
    private record Request(String method, @Nullable String token, Arguments arguments, @Nullable String target) {
    }

    /** What is sent back. */
    private record Reply(int status, JsonNode body, long retryAfter, boolean applied) {

        static Reply ok(JsonNode body) {
            return new Reply(200, body, 0, body.path("ok").asBoolean(false));
        }

        static Reply tooMany(long seconds) {
            return new Reply(429, error("ratelimited"), seconds, false);
        }

        static ObjectNode error(String code) {
            return Json.object().put("ok", false).put("error", code);
        }

    }

    /** Answers a call of a method. */
    void method(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/api/".length());
        String body = read(exchange);
        Request request;
        try {
            Arguments arguments = Arguments.of(contentType(exchange), body, exchange.getRequestURI().getRawQuery());
            request = new Request(name, token(exchange, arguments), arguments, arguments.target());
        }
        catch (Refused ex) {
            Request unread = new Request(name, null, new Arguments(Json.object()), null);
            send(exchange, unread, Reply.ok(ex.answer()));
            return;
        }
        Optional<Fault.Effect> fault = faults.take(name, place(request));
        if (fault.isPresent()) {
            misbehave(exchange, request, fault.get());
        }
        else {
            send(exchange, request, reply(request));
        }
    }

    /** Takes what the app sends to a {@code response_url}. */
    void response(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        String channel = responseUrls.channel(id);
        Reply reply;
        Arguments arguments = new Arguments(Json.object());
        try {
            arguments = Arguments.of(contentType(exchange), read(exchange), null);
            synchronized (workspace) {
                reply = Reply.ok(responseUrls.take(id, arguments));
            }
        }
        catch (Refused ex) {
            boolean gone = List.of("used_url", "expired_url", "invalid_url").contains(ex.getMessage());
            reply = new Reply(gone ? 404 : 200, ex.answer(), 0, false);
        }
        send(exchange, new Request("response_url", null, arguments, channel), reply);
    }

    private static String contentType(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
    }

    private static String read(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static @Nullable String token(HttpExchange exchange, Arguments arguments) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return (header != null && header.startsWith("Bearer ")) ? header.substring("Bearer ".length())
                : arguments.textOrNull("token");
    }

    /** The channel that a call goes to, the direct chat where a person is named. */
    private @Nullable String place(Request request) {
        String target = request.target();
        return (target != null && workspace.person(target).isPresent()) ? Workspace.directId(target) : target;
    }

    private Reply reply(Request request) {
        try {
            Method method = methods.get(request.method());
            if (method == null) {
                throw Refused.with("unknown_method");
            }
            admit(request, method);
            long wait = pacing.take(method.needs(workspace.company().limits(), channelKey(request)), workspace.now());
            if (wait > 0) {
                return Reply.tooMany(wait);
            }
            synchronized (workspace) {
                return Reply.ok(method.work().apply(request.arguments()));
            }
        }
        catch (Refused ex) {
            return Reply.ok(ex.answer());
        }
    }

    private String channelKey(Request request) {
        String place = place(request);
        return (place == null) ? "" : place;
    }

    private void admit(Request request, Method method) {
        String token = request.token();
        if (method.name().equals("api.test")) {
            return;
        }
        if (token == null || token.isEmpty()) {
            throw Refused.with("not_authed");
        }
        if (!token.equals(workspace.company().token())) {
            throw Refused.with("invalid_auth");
        }
        if (!workspace.revoked().isEmpty()) {
            throw Refused.with(workspace.revoked());
        }
        if (!method.scope().isEmpty()) {
            places.demand(method.scope());
        }
    }

    private void misbehave(HttpExchange exchange, Request request, Fault.Effect effect) throws IOException {
        switch (effect) {
            case Fault.Effect.TooMany(var retryAfter) ->
                send(exchange, request, Reply.tooMany(Math.max(1, retryAfter.toSeconds())));
            case Fault.Effect.Broken(var status) ->
                send(exchange, request, new Reply(status, Reply.error("fatal_error"), 0, false));
            case Fault.Effect.Error(var code) -> send(exchange, request, new Reply(200, Reply.error(code), 0, false));
            case Fault.Effect.Hang _ -> hang(exchange, request, new Reply(0, Json.object(), 0, false));
            case Fault.Effect.Mute _ -> {
                Reply reply = reply(request);
                hang(exchange, request, new Reply(0, reply.body(), 0, reply.applied()));
            }
            case Fault.Effect.Drop _ -> {
                Reply reply = reply(request);
                record(request, new Reply(0, reply.body(), 0, reply.applied()));
                exchange.close();
            }
            case Fault.Effect.Garbled _ -> {
                record(request, new Reply(200, Json.object(), 0, false));
                write(exchange, 200, "<html>Bad day</html>");
            }
        }
    }

    private void hang(HttpExchange exchange, Request request, Reply unanswered) {
        record(request, unanswered);
        try {
            faults.hang();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        finally {
            exchange.close();
        }
    }

    private void send(HttpExchange exchange, Request request, Reply reply) throws IOException {
        record(request, reply);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.getResponseHeaders().set("x-oauth-scopes", places.provided());
        Method method = methods.get(request.method());
        if (method != null && !method.scope().isEmpty()) {
            exchange.getResponseHeaders().set("x-accepted-oauth-scopes", method.scope());
        }
        if (reply.retryAfter() > 0) {
            exchange.getResponseHeaders().set("Retry-After", Long.toString(reply.retryAfter()));
        }
        write(exchange, reply.status(), reply.body().toString());
    }

    private void record(Request request, Reply reply) {
        synchronized (calls) {
            calls.add(new Call(request.method(), place(request), workspace.now(), request.arguments().seen(),
                    reply.status(), reply.body(), reply.applied()));
        }
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

}
