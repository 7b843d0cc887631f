package io.touchpoint.teams;

import io.touchpoint.inbox.Inbox;
import io.touchpoint.inbox.Received;
import io.touchpoint.inbox.RequestWork;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Works on Teams' activities: hands them to the SDK, which hands them to the bot. */
@Component
class Work extends RequestWork {

    private final BotAdapter adapter;

    private final TeamsBot bot;

    private final Clock clock;

    Work(Inbox inbox, BotAdapter adapter, TeamsBot bot, Clock clock) {
        super(TeamsMessenger.PLATFORM, inbox, clock);
        this.adapter = adapter;
        this.bot = bot;
        this.clock = clock;
    }

    @Override
    protected void again(Received received) {
        run(received,
                Arrival.of(Json2.read(received.body().getBytes(StandardCharsets.UTF_8)).orElseGet(Json2::object)));
    }

    /** Does one round of work on a stored activity, and never throws. */
    void run(Received received, Arrival arrival) {
        round(received, () -> {
            Turn turn = new Turn(arrival, received.at());
            adapter.run(turn, bot);
            return Optional.ofNullable(turn.broken());
        });
    }

    /**
     * Answers an invoke.
     * @throws Exception when that cannot be done now
     */
    Turn.Told invoke(Arrival arrival) throws Exception {
        return adapter.run(new Turn(arrival, clock.instant()), bot);
    }

}
