package io.touchpoint.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.ChannelArchiveEvent;
import com.slack.api.model.event.ChannelIdChangedEvent;
import com.slack.api.model.event.ChannelSharedEvent;
import com.slack.api.model.event.ChannelUnsharedEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.GroupArchiveEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MemberLeftChannelEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageDeletedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Receiver;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What Bolt calls: reads the request, asks the product, and passes its answer on. */
@Component
class Listeners {

    /** The slash command. */
    static final String COMMAND = "/touchpoint";

    /** The events that are listened to, by the names under which they are subscribed. */
    static final Map<String, List<Class<? extends Event>>> EVENTS = Map.ofEntries(
            Map.entry("message.im",
                    List.of(MessageEvent.class, MessageFileShareEvent.class, MessageChangedEvent.class,
                            MessageDeletedEvent.class)),
            Map.entry("app_mention", List.of(AppMentionEvent.class)),
            Map.entry("app_home_opened", List.of(AppHomeOpenedEvent.class)),
            Map.entry("member_joined_channel", List.of(MemberJoinedChannelEvent.class)),
            Map.entry("member_left_channel", List.of(MemberLeftChannelEvent.class)),
            Map.entry("channel_shared", List.of(ChannelSharedEvent.class)),
            Map.entry("channel_unshared", List.of(ChannelUnsharedEvent.class)),
            Map.entry("channel_id_changed", List.of(ChannelIdChangedEvent.class)),
            Map.entry("channel_archive", List.of(ChannelArchiveEvent.class)),
            Map.entry("group_archive", List.of(GroupArchiveEvent.class)));

    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private final Reading reading;

    private final Receiver receiver;

    private final Answering answering;

    private final Clock clock;

    Listeners(Reading reading, Receiver receiver, Answering answering, Clock clock) {
        this.reading = reading;
        this.receiver = receiver;
        this.answering = answering;
        this.clock = clock;
    }

    /** Registers everything that is listened to. */
    void listen(App app) {
        EVENTS.values().stream().flatMap(List::stream).forEach((event) -> listen(app, event));
        app.blockAction(ANY, (_, _) -> actions());
        app.viewSubmission(ANY, (_, _) -> inTurn());
        app.viewClosed(ANY, (_, context) -> context.ack());
        app.command(COMMAND, (_, _) -> inTurn());
        app.messageShortcut(Shortcuts.MARK_SOLVED, (_, _) -> actions());
        Shortcuts.GLOBAL.keySet().forEach((name) -> app.globalShortcut(name, (_, _) -> actions()));
    }

    private <E extends Event> void listen(App app, Class<E> event) {
        app.event(event, (_, _) -> actions());
    }

    /** Everything that was acknowledged before. */
    Response actions() {
        for (Read.Heard heard : read()) {
            answering.after(receiver.receive(heard.inbound(), clock.instant()), heard.origin());
        }
        return Response.ok();
    }

    private Response inTurn() {
        for (Read.Heard heard : read()) {
            Answer answer = receiver.receive(heard.inbound(), clock.instant());
            Turn turn = Turn.CURRENT.get();
            if (!turn.take()) {
                answering.after(answer, heard.origin().withoutForm());
                return Response.ok();
            }
            Set<String> keys = Forms.keys(turn.arrival().payload());
            Optional<Map<String, Object>> body = (turn.arrival().kind() == Arrival.Kind.COMMAND)
                    ? answering.toCommand(answer, heard.origin()) : answering.toForm(answer, heard.origin(), keys);
            return body.map(Listeners::json).orElseGet(Response::ok);
        }
        return Response.ok();
    }

    private static Response json(Map<String, Object> body) {
        return Response.builder()
            .statusCode(200)
            .contentType("application/json; charset=utf-8")
            .body(Json.write(body))
            .build();
    }

    private List<Read.Heard> read() {
        Turn turn = Turn.CURRENT.get();
        return switch (reading.read(turn.arrival(), turn.received().at())) {
            case Read.Understood(var heard) -> heard;
            case Read.Ignored _ -> List.of();
            case Read.Broken(String why) -> {
                turn.broken(why);
                yield List.of();
            }
        };
    }

}
