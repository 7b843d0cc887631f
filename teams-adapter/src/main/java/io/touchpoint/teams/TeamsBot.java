package io.touchpoint.teams;

import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Receiver;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** What the SDK calls: reads the activity, asks the product, and passes its answer on. */
@Component
class TeamsBot implements Bot {

    private final Reading reading;

    private final Receiver receiver;

    private final Answering answering;

    private final Invokes invokes;

    private final Clock clock;

    TeamsBot(Reading reading, Receiver receiver, Answering answering, Invokes invokes, Clock clock) {
        this.reading = reading;
        this.receiver = receiver;
        this.answering = answering;
        this.invokes = invokes;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Void> onTurn(TurnContext context) {
        Turn turn = context.getTurnState().get(Turn.KEY);
        if (!turn.arrival().kind().invoke()) {
            hear(turn);
            return CompletableFuture.completedFuture(null);
        }
        Turn.Told told = told(turn);
        Activity response = new Activity(ActivityTypes.INVOKE_RESPONSE);
        response.setValue(new InvokeResponse(told.status(), told.body()));
        return context.sendActivity(response).thenAccept((_) -> {
        });
    }

    private void hear(Turn turn) {
        Read read = reading.read(turn.arrival(), turn.at());
        switch (read) {
            case Read.Understood(var heard) -> heard.forEach((one) -> answering
                .after(receiver.receive(one.inbound(), clock.instant()), one.origin(), one.inbound().id()));
            case Read.Stale _, Read.Reread _, Read.Ignored _ -> {
            }
            case Read.Broken(String why) -> turn.broken(why);
        }
    }

    private Turn.Told told(Turn turn) {
        Read read = reading.read(turn.arrival(), turn.at());
        return switch (read) {
            case Read.Understood(var heard) -> {
                Read.Heard one = heard.getFirst();
                Answer answer = receiver.receive(one.inbound(), clock.instant());
                yield invokes.told(turn.arrival().kind(), answer, one);
            }
            case Read.Reread(Dialogs.Open open) -> invokes.again(open);
            case Read.Stale(Origin origin) -> invokes.stale(turn.arrival().kind(), origin);
            case Read.Ignored _ ->
                new Turn.Told((turn.arrival().kind() == Arrival.Kind.OTHER_INVOKE) ? 501 : 200, null);
            case Read.Broken _ -> new Turn.Told(400, null);
        };
    }

}
