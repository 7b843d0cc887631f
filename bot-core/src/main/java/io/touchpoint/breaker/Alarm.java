package io.touchpoint.breaker;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Span;
import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Saying;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Tells the admins of what has stopped by itself. */
@Component
class Alarm implements DueWork {

    private final Paces paces;

    private final Workspaces workspaces;

    private final Teams teams;

    private final Outbox outbox;

    Alarm(Paces paces, Workspaces workspaces, Teams teams, Outbox outbox) {
        this.paces = paces;
        this.workspaces = workspaces;
        this.teams = teams;
        this.outbox = outbox;
    }

    /** Promised first and noted then: whoever dies in between promises the same again. */
    @Override
    public int runDue(Instant now) {
        Optional<Pace> stopped = paces.untoldStop();
        stopped.ifPresent((pace) -> tell(pace, now));
        Optional<Exchange> loop = paces.untoldLoop();
        loop.ifPresent((exchange) -> tell(exchange, now));
        return (stopped.isPresent() ? 1 : 0) + (loop.isPresent() ? 1 : 0);
    }

    @Override
    public Optional<Instant> nextDue() {
        Stream<Instant> stops = paces.untoldStop().map(Pace::stop).map(Stop::claimAt).stream();
        Stream<Instant> loops = paces.untoldLoop().map(Exchange::claimAt).stream();
        return Stream.concat(stops, loops).min(Instant::compareTo);
    }

    private void tell(Pace pace, Instant now) {
        Stop stop = pace.stop();
        if (stop == null) {
            return;
        }
        Workspace workspace = workspaces.get(pace.workspace());
        Message message = Message.of(Block.Paragraph.of("I have stopped asking customers of %s: %s."
            .formatted(workspace.name(), stop.reason())), Block.Note
                .of("Questions that are due wait, for 7 days at most. When this is right, write /touchpoint resume."));
        promise(workspace, "asking|" + stop.since().toEpochMilli(), (_) -> message, now);
        paces.change(pace.workspace(), (latest) -> stop.equals(latest.stop()) ? latest.with(stop.told()) : latest);
    }

    private void tell(Exchange exchange, Instant now) {
        Instant since = exchange.stoppedAt();
        if (since == null) {
            return;
        }
        Workspace workspace = workspaces.get(exchange.workspace());
        promise(workspace, "loop|" + since.toEpochMilli() + "|" + exchange.with().id(),
                (admin) -> loop(exchange.with(), admin), now);
        paces.saved(exchange.told());
    }

    private static Message loop(Address with, Address admin) {
        boolean near = with.platform().equals(admin.platform()) && with.tenant().equals(admin.tenant());
        Span who = near ? new Span.Mention(with, "somebody")
                : new Span.Plain("somebody in " + StringUtils.capitalize(with.platform()));
        return Message.of(
                Block.Paragraph.of(new Span.Plain("I no longer answer "), who, new Span.Plain(
                        ": more than %d replies within ten minutes look like two machines that answer each other."
                            .formatted(Exchange.MOST))),
                Block.Note.of("What is written there is still kept, and “stop” still works. It ends after a day, "
                        + "or when you write /touchpoint resume."));
    }

    private void promise(Workspace workspace, String what, Function<Address, Message> message, Instant now) {
        String about = workspace.id() + "|breaker|" + what;
        List<Saying> sayings = new ArrayList<>();
        for (String admin : workspace.admins()) {
            teams.colleague(workspace.id(), admin)
                .flatMap((colleague) -> colleague.addresses().stream().findFirst())
                .ifPresent((to) -> sayings
                    .add(Saying.of(Saying.key(about, sayings.size() + 1), about, to, Lane.PROMPT, message.apply(to))));
        }
        outbox.promise(sayings, now);
    }

}
