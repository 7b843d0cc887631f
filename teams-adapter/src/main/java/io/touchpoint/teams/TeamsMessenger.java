package io.touchpoint.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationParameters;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Budget;
import io.touchpoint.chat.Delivery;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Messenger;
import io.touchpoint.chat.Reference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says things in Teams. */
@Component
final class TeamsMessenger implements Messenger {

    static final String PLATFORM = "teams";

    private final Connector connector;

    private final References references;

    private final Chats chats;

    private final Seal seal;

    private final Clock clock;

    TeamsMessenger(Connector connector, References references, Chats chats, Seal seal, Clock clock) {
        this.connector = connector;
        this.references = references;
        this.chats = chats;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public Delivery deliver(Address to, @Nullable Reference thread, Message message, String token) {
        return switch (chats.with(to)) {
            case Chats.Found.Here(Chats.Chat chat) -> said(to, chat, conversation(chat, thread), message, token);
            case Chats.Found.Nowhere(String reason) -> new Delivery.Refused(reason);
            case Chats.Found.Failed(Reply reply) -> failed(to, reply, true);
        };
    }

    /** A thread in a channel is a conversation of its own, and a message may not tell. */
    private static @Nullable Reference conversation(Chats.Chat chat, @Nullable Reference thread) {
        if (thread == null || !chat.channel() || !Connector.root(thread.place()).equals(thread.place())) {
            return thread;
        }
        return new Reference(thread.place() + ";messageid=" + thread.message(), thread.message());
    }

    /** Says what is rendered already, in a direct chat. */
    Delivery say(Address to, Activity activity) {
        return switch (chats.with(to)) {
            case Chats.Found.Here(Chats.Chat chat) ->
                delivered(to, chat, null, post(to, chat, null, activity), Origin.ANSWER);
            case Chats.Found.Nowhere(String reason) -> new Delivery.Refused(reason);
            case Chats.Found.Failed(Reply reply) -> failed(to, reply, true);
        };
    }

    private Delivery said(Address to, Chats.Chat chat, @Nullable Reference thread, Message message, String token) {
        Cards.Place place = new Cards.Place(seal, to, token, false);
        Reply reply = post(to, chat, thread, Posts.of(message.blocks(), place, Posts.BUDGET));
        if (Deliveries.tooBig(reply)) {
            return split(to, chat, thread, message.blocks(), place);
        }
        return delivered(to, chat, thread, reply, token);
    }

    /**
     * In two parts, once. The buttons mostly stand at the end, so it is the second part
     * that can be replaced later.
     */
    private Delivery split(Address to, Chats.Chat chat, @Nullable Reference thread, List<Block> blocks,
            Cards.Place place) {
        int half = (blocks.size() + 1) / 2;
        Reply first = post(to, chat, thread, Posts.of(blocks.subList(0, half), place, Posts.SMALL));
        Delivery delivery = delivered(to, chat, thread, first, place.token());
        if (half == blocks.size() || !(delivery instanceof Delivery.Delivered(Reference stands))) {
            return delivery;
        }
        Reference below = (to.kind() == Address.Kind.CHANNEL) ? stands : thread;
        Reply second = post(to, chat, below, Posts.of(blocks.subList(half, blocks.size()), place, Posts.SMALL));
        // What stands already must not be said again.
        return (delivered(to, chat, below, second, place.token()) instanceof Delivery.Delivered whole) ? whole
                : new Delivery.Delivered(stands);
    }

    private Reply post(Address to, Chats.Chat chat, @Nullable Reference thread, Activity activity) {
        if (thread != null) {
            return connector.send(chat.serviceUrl(), thread.place(), activity);
        }
        if (!chat.channel()) {
            return connector.send(chat.serviceUrl(), chat.conversation(), activity);
        }
        ConversationParameters start = new ConversationParameters();
        start.setIsGroup(true);
        start.setTenantId(to.tenant());
        start.setBot(new ChannelAccount(chat.bot()));
        start.setActivity(activity);
        var channelData = Json2.object();
        channelData.putObject("channel").put("id", to.id());
        channelData.putObject("tenant").put("id", to.tenant());
        start.setChannelData(channelData);
        return connector.create(chat.serviceUrl(), to.id(), start);
    }

    private Delivery delivered(Address to, Chats.Chat chat, @Nullable Reference thread, Reply reply, String token) {
        if (!(reply instanceof Reply.Done(JsonNode body))) {
            return failed(to, reply, false);
        }
        boolean started = thread == null && chat.channel();
        String id = Json2.text(body, started ? "activityId" : "id");
        String place = started ? Json2.text(body, "id") : (thread != null) ? thread.place() : chat.conversation();
        if (id == null || place == null) {
            return new Delivery.Unknown("answer_incomplete");
        }
        references.succeeded(to, id, token, clock.instant());
        return new Delivery.Delivered(new Reference(place, id));
    }

    @Override
    public Delivery replace(Address to, Reference reference, Message message, String token) {
        Optional<String> service = chats.service(to);
        if (service.isEmpty()) {
            return new Delivery.Refused("not_installed");
        }
        Cards.Place place = new Cards.Place(seal, to, token, false);
        Reply reply = update(service.get(), reference, message, place, Posts.BUDGET);
        if (Deliveries.tooBig(reply)) {
            reply = update(service.get(), reference, message, place, Posts.SMALL);
        }
        if (reply instanceof Reply.Done) {
            references.succeeded(to, reference.message(), token, clock.instant());
            return new Delivery.Delivered(reference);
        }
        return failed(to, reply, false);
    }

    private Reply update(String service, Reference reference, Message message, Cards.Place place, int budget) {
        return connector.update(service, reference.place(), reference.message(),
                Posts.of(message.blocks(), place, budget));
    }

    /** Takes a card away. */
    Delivery withdraw(Address to, Reference reference) {
        Optional<String> service = chats.service(to);
        if (service.isEmpty()) {
            return new Delivery.Refused("not_installed");
        }
        Reply reply = connector.delete(service.get(), reference.place(), reference.message());
        return (reply instanceof Reply.Done) ? new Delivery.Delivered(reference) : failed(to, reply, false);
    }

    /**
     * @param unsaid whether it is certain that nothing was said yet, whatever the answer
     */
    private Delivery failed(Address to, Reply reply, boolean unsaid) {
        Instant now = clock.instant();
        Delivery delivery = Deliveries.failed(reply, conversation(to).key());
        switch (delivery) {
            case Delivery.Delivered _ -> {
            }
            case Delivery.Deferred(Duration _, String _, String reason) -> references.failed(to, reason, now);
            case Delivery.Unknown(String reason) -> {
                references.failed(to, reason, now);
                if (unsaid) {
                    return new Delivery.Deferred(Duration.ofSeconds(5), "", reason);
                }
            }
            case Delivery.Refused(String reason) -> {
                references.failed(to, reason, now);
                if (Deliveries.gone(reply)) {
                    references.gone(to, reason, now);
                }
                if (Deliveries.unregistered(reply)) {
                    chats.stop(to, reason);
                }
            }
        }
        return delivery;
    }

    @Override
    public List<Budget> budgets(Address to, boolean replacing) {
        return List.of(conversation(to), tenant(to));
    }

    /** Inside 7 a second, 8 in two, 60 in thirty and 1,800 an hour at once. */
    private static Budget conversation(Address to) {
        return new Budget(name(to) + "|conversation|" + to.id(), Duration.ofMillis(2_010), 6);
    }

    /** Inside 25 a second. */
    private static Budget tenant(Address to) {
        return new Budget(name(to) + "|tenant", Duration.ofMillis(50), 5);
    }

    private static String name(Address to) {
        return to.workspace() + "|" + PLATFORM + "|" + to.tenant();
    }

    /** Reading back would need rights to read everything; nobody is asked for them. */
    @Override
    public Trace find(Address to, @Nullable Reference thread, String token, Instant since) {
        return new Trace.Never();
    }

}
