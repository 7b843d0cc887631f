package io.touchpoint.slack;

import com.google.gson.JsonParseException;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import io.touchpoint.heartbeat.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works on stored requests: hands them to Bolt, whose listeners do the rest, and settles
 * what becomes of them. It does again what a worker left behind.
 */
@Component
class Work implements DueWork {

    private static final Logger log = LoggerFactory.getLogger(Work.class);

    private static final int ATTEMPTS = 5;

    private static final int BATCH = 20;

    private final Inbox inbox;

    private final App app;

    private final Listeners listeners;

    private final SlackRequestParser parser;

    private final Clock clock;

    Work(Inbox inbox, App app, Listeners listeners, Clock clock) {
        this.inbox = inbox;
        this.app = app;
        this.listeners = listeners;
        this.parser = new SlackRequestParser(app.config());
        this.clock = clock;
    }

    @Override
    public int runDue(Instant now) {
        int done = 0;
        while (done < BATCH) {
            Optional<Received> claimed = inbox.claim(now);
            if (claimed.isEmpty()) {
                break;
            }
            run(Turn.after(claimed.get(), Arrival.of(claimed.get().body())));
            done++;
        }
        return done;
    }

    @Override
    public Optional<Instant> nextDue() {
        return inbox.nextClaim();
    }

    /** Answers one of Slack's checks, which have no effect. */
    Response check(String type, String body) {
        try {
            return bolt(type, body);
        }
        catch (Exception ex) {
            return Response.ok();
        }
    }

    /** Does one round of work on a request, and never throws. */
    void run(Turn turn) {
        try {
            turn.answered(ScopedValue.where(Turn.CURRENT, turn).call(() -> dispatch(turn)));
            settle(turn);
        }
        catch (JsonParseException ex) {
            park(turn, "unreadable");
        }
        catch (Exception | StackOverflowError ex) {
            failed(turn, ex);
        }
        finally {
            turn.answered(Response.ok());
        }
    }

    private Response dispatch(Turn turn) throws Exception {
        Arrival arrival = turn.arrival();
        Optional<String> broken = arrival.broken();
        if (broken.isPresent()) {
            turn.broken(broken.get());
            return Response.ok();
        }
        if (arrival.kind().idle()) {
            return Response.ok();
        }
        // Bolt finds no listener for a request with two actions.
        boolean several = arrival.kind() == Arrival.Kind.ACTIONS
                && Json.objects(arrival.payload(), "actions").size() > 1;
        return several ? listeners.actions() : bolt(turn.received().type(), turn.received().body());
    }

    private Response bolt(String type, String body) throws Exception {
        Request<?> request = parser.parse(SlackRequestParser.HttpRequest.builder()
            .requestUri("/slack/events")
            .queryString(Map.of())
            .headers(new RequestHeaders(Map.of("content-type", List.of(type))))
            .requestBody(body)
            .remoteAddress("")
            .build());
        return (request == null) ? Response.ok() : app.run(request);
    }

    private void settle(Turn turn) {
        String broken = turn.broken();
        if (broken != null) {
            park(turn, broken);
        }
        else {
            inbox.done(turn.received());
        }
    }

    private void failed(Turn turn, Throwable ex) {
        int attempts = turn.received().attempts();
        String why = ex.getClass().getSimpleName();
        if (attempts >= ATTEMPTS) {
            park(turn, "failed:" + why);
            return;
        }
        log.warn("A request of Slack failed and is tried again: {}", why);
        Duration pause = Duration.ofSeconds(5L << Math.min(attempts, 6));
        attempt(() -> inbox.later(turn.received(), clock.instant().plus(pause)));
    }

    private void park(Turn turn, String why) {
        log.warn("A request of Slack was given up: {}", why);
        attempt(() -> inbox.park(turn.received(), why, clock.instant()));
    }

    /** What cannot be settled now is done again when its lease has ended. */
    private static void attempt(Runnable settling) {
        try {
            settling.run();
        }
        catch (RuntimeException ex) {
            log.warn("A request of Slack could not be settled: {}", ex.getClass().getSimpleName());
        }
    }

}
