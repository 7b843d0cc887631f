package io.touchpoint.slack;

import io.touchpoint.bot.Bot;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Inbound;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Hands everything to the bot. */
@Component
final class BotReceiver implements Receiver {

    private final Bot bot;

    BotReceiver(Bot bot) {
        this.bot = bot;
    }

    @Override
    public Answer receive(Inbound inbound, Instant now) {
        return bot.receive(inbound, now);
    }

}
