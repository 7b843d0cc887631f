package io.touchpoint.slack;

import com.google.gson.JsonParseException;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import io.touchpoint.inbox.Inbox;
import io.touchpoint.inbox.Received;
import io.touchpoint.inbox.RequestWork;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Works on Slack's requests: hands them to Bolt, whose listeners do the rest. */
@Component
class Work extends RequestWork {

    private final App app;

    private final Listeners listeners;

    private final SlackRequestParser parser;

    Work(Inbox inbox, App app, Listeners listeners, Clock clock) {
        super(SlackMessenger.PLATFORM, inbox, clock);
        this.app = app;
        this.listeners = listeners;
        this.parser = new SlackRequestParser(app.config());
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

    @Override
    protected void again(Received received) {
        run(Turn.after(received, Arrival.of(received.body())));
    }

    /** Does one round of work on a request, and never throws. */
    void run(Turn turn) {
        round(turn.received(), () -> dispatched(turn));
        turn.answered(Response.ok());
    }

    private Optional<String> dispatched(Turn turn) throws Exception {
        Optional<String> broken = turn.arrival().broken();
        if (broken.isPresent()) {
            return broken;
        }
        try {
            turn.answered(ScopedValue.where(Turn.CURRENT, turn).call(() -> dispatch(turn)));
        }
        catch (JsonParseException ex) {
            return Optional.of("unreadable");
        }
        return Optional.ofNullable(turn.broken());
    }

    private Response dispatch(Turn turn) throws Exception {
        Arrival arrival = turn.arrival();
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

}
