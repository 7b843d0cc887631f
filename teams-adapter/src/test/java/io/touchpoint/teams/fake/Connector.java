package io.touchpoint.teams.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The door of the Connector: who may call, how often, one call at a time to a
 * conversation, and what goes wrong on the way.
 */
final class Connector {

    private final World world;

    private final Entra entra;

    private final Faults faults;

    private final Ledger ledger;

    private final Conversations conversations;

    private final Rosters rosters;

    private final Pacing pacing = new Pacing();

    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    Connector(World world, Entra entra, Faults faults, Ledger ledger, Conversations conversations, Rosters rosters) {
        this.world = world;
        this.entra = entra;
        this.faults = faults;
        this.ledger = ledger;
        this.conversations = conversations;
        this.rosters = rosters;
    }

    /** Answers a call. */
    void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Asked asked = Asked.of(exchange, new String(body, StandardCharsets.UTF_8));
        String alone = asked.writes() ? conversations.key(asked) : null;
        boolean free = alone == null || busy.add(alone);
        try {
            if (free) {
                free(exchange, asked, alone);
            }
            else {
                send(exchange, asked, Reply.refused(412, "PreconditionFailed",
                        "Another operation on this conversation is under way."));
            }
        }
        finally {
            if (free && alone != null) {
                busy.remove(alone);
            }
        }
    }

    private void free(HttpExchange exchange, Asked asked, @Nullable String alone) throws IOException {
        Optional<Fault.Effect> fault = faults.take(asked.operations(), conversations.place(asked));
        if (fault.isPresent()) {
            misbehave(exchange, asked, alone, fault.get());
        }
        else {
            answer(exchange, asked, alone, reply(asked));
        }
    }

    /** The conversation is free again before the caller can know it. */
    private void answer(HttpExchange exchange, Asked asked, @Nullable String alone, Reply reply) throws IOException {
        release(alone);
        send(exchange, asked, reply);
    }

    private void release(@Nullable String alone) {
        if (alone != null) {
            busy.remove(alone);
        }
    }

    private Reply reply(Asked asked) {
        try {
            if (!entra.accepts(asked.token())) {
                return new Reply(401, Json.object().put("message", "Authorization has been denied for this request."),
                        Duration.ZERO, false);
            }
            conversations.size(asked);
            if (asked.unreadable()) {
                throw Refused.bad("The body is no JSON object.");
            }
            long wait = pacing.take(needs(asked), world.now());
            if (wait > 0) {
                return Reply.tooMany(Duration.ofSeconds(wait));
            }
            synchronized (world) {
                return done(asked);
            }
        }
        catch (Refused ex) {
            return new Reply(ex.status(), ex.body(), Duration.ZERO, false);
        }
    }

    private Reply done(Asked asked) {
        return switch (asked.operation()) {
            case "create" -> Reply.created(conversations.create(asked.json()));
            case "send" -> Reply.created(conversations.send(asked));
            case "update" -> Reply.ok(conversations.update(asked));
            case "delete" -> Reply.ok(conversations.delete(asked));
            case "members", "member" -> Reply.read(rosters.members(asked));
            case "team", "channels" -> Reply.read(rosters.team(asked));
            default -> throw Refused.with(404, "ServiceError", "There is no " + asked.line() + ".");
        };
    }

    private List<Pacing.Need> needs(Asked asked) {
        Limits limits = world.company().limits();
        String key = Optional.ofNullable(conversations.key(asked)).orElse("");
        List<Pacing.Need> needs = new ArrayList<>();
        needs.add(new Pacing.Need("tenant " + conversations.tenant(asked), limits.tenant()));
        switch (asked.operation()) {
            case "create", "send" -> {
                needs.add(new Pacing.Need("sends " + key, limits.sends()));
                needs.add(new Pacing.Need("all " + key, limits.conversation()));
            }
            case "members", "member", "team", "channels" -> {
                needs.add(new Pacing.Need("lists " + key, limits.lists()));
                needs.add(new Pacing.Need("all lists " + key, limits.conversation()));
            }
            default -> {
            }
        }
        return needs;
    }

    private void misbehave(HttpExchange exchange, Asked asked, @Nullable String alone, Fault.Effect effect)
            throws IOException {
        switch (effect) {
            case Fault.Effect.TooMany(var retryAfter) -> answer(exchange, asked, alone, Reply.tooMany(retryAfter));
            case Fault.Effect.Refusal(var status, var code) ->
                answer(exchange, asked, alone, Reply.refused(status, code, "Simulated."));
            case Fault.Effect.Lost(var status) -> {
                Reply reply = reply(asked);
                answer(exchange, asked, alone,
                        new Reply(status, Refused.body("ServiceError", "Simulated."), Duration.ZERO, reply.applied()));
            }
            case Fault.Effect.Slow(var by) -> {
                Reply reply = reply(asked);
                pause(by);
                answer(exchange, asked, alone, reply);
            }
            case Fault.Effect.Late _ -> {
                faults.hang();
                answer(exchange, asked, alone, reply(asked));
            }
            case Fault.Effect.Hang _ -> {
                release(alone);
                hang(exchange, asked, Reply.none(false));
            }
            case Fault.Effect.Mute _ -> {
                boolean applied = reply(asked).applied();
                release(alone);
                hang(exchange, asked, Reply.none(applied));
            }
            case Fault.Effect.Drop _ -> {
                ledger.note(asked, conversations.target(asked), Reply.none(reply(asked).applied()));
                release(alone);
                exchange.close();
            }
            case Fault.Effect.Garbled _ -> {
                ledger.note(asked, conversations.target(asked), new Reply(200, Json.object(), Duration.ZERO, false));
                release(alone);
                Http.write(exchange, 200, "text/html", "<html>Bad day</html>");
            }
        }
    }

    private static void pause(Duration by) {
        try {
            Thread.sleep(by);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private void hang(HttpExchange exchange, Asked asked, Reply unanswered) {
        ledger.note(asked, conversations.target(asked), unanswered);
        try {
            faults.hang();
        }
        finally {
            exchange.close();
        }
    }

    private void send(HttpExchange exchange, Asked asked, Reply reply) throws IOException {
        ledger.note(asked, conversations.target(asked), reply);
        if (!reply.retryAfter().isZero()) {
            exchange.getResponseHeaders().set("Retry-After", Long.toString(reply.retryAfter().toSeconds()));
        }
        Http.json(exchange, reply.status(), reply.body());
    }

}
