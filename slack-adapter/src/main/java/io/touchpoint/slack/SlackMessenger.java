package io.touchpoint.slack;

import com.google.gson.JsonObject;
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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says things in Slack. */
@Component
final class SlackMessenger implements Messenger {

    static final String PLATFORM = "slack";

    /** The type of the metadata by which a message of ours is recognised. */
    static final String EVENT_TYPE = "touchpoint_out";

    private static final int UPDATES_PER_MINUTE = 50;

    /** However many calls a minute there are to be, Slack takes only so many at once. */
    private static final int MOST_AT_ONCE = 20;

    private static final Duration OLD_BLOCKS = Duration.ofDays(1);

    private final SlackWeb web;

    private final SlackSettings settings;

    private final Traces traces;

    private final Clock clock;

    /** Until when a tenant gets only the oldest blocks. */
    private final Map<String, Instant> oldBlocks = new ConcurrentHashMap<>();

    SlackMessenger(SlackWeb web, SlackSettings settings, Traces traces, Clock clock) {
        this.web = web;
        this.settings = settings;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public Delivery deliver(Address to, @Nullable Reference thread, Message message, String token) {
        String channel = (thread != null) ? thread.place() : to.id();
        Reply reply = send(SlackMethod.POST, to, message, token,
                (blocks) -> Json.object("channel", channel, "thread_ts", (thread != null) ? thread.message() : null,
                        "blocks", blocks, "text", Rendering.text(message), "metadata", metadata(token), "link_names",
                        false, "parse", "none", "unfurl_links", false, "unfurl_media", false));
        return Deliveries.of(reply, postBudget(to).key(), (done) -> delivered(done.body(), to));
    }

    @Override
    public Delivery replace(Address to, Reference reference, Message message, String token) {
        Reply reply = send(SlackMethod.UPDATE, to, message, token,
                (blocks) -> Json.object("channel", reference.place(), "ts", reference.message(), "blocks", blocks,
                        "text", Rendering.text(message), "metadata", metadata(token), "link_names", false, "parse",
                        "none"));
        return Deliveries.of(reply, updateBudget(to).key(), (_) -> new Delivery.Delivered(reference));
    }

    private Reply send(SlackMethod method, Address to, Message message, String token,
            Function<String, Map<String, Object>> parameters) {
        boolean old = oldBlocks.getOrDefault(to.tenant(), Instant.MIN).isAfter(clock.instant());
        Reply reply = web.call(method, parameters.apply(old ? old(message, to, token) : blocks(message, to, token)));
        if (old || !Deliveries.blocksRefused(reply)) {
            return reply;
        }
        Reply again = web.call(method, parameters.apply(old(message, to, token)));
        if (again instanceof Reply.Done) {
            oldBlocks.put(to.tenant(), clock.instant().plus(OLD_BLOCKS));
        }
        return again;
    }

    private static String blocks(Message message, Address to, String token) {
        Function<List<Block>, List<Map<String, Object>>> rendering = (parts) -> Rendering.blocks(parts, to.tenant(),
                token);
        return Fitted.json(message.blocks(), rendering);
    }

    private static String old(Message message, Address to, String token) {
        return Fitted.json(message.blocks(), (parts) -> Rendering.plain(parts, to.tenant(), token));
    }

    static Map<String, Object> metadata(String token) {
        return Json.object("event_type", EVENT_TYPE, "event_payload", Json.object("k", token));
    }

    private Delivery delivered(JsonObject body, Address to) {
        String channel = Json.text(body, "channel");
        String ts = Json.text(body, "ts");
        if (channel == null || ts == null) {
            return new Delivery.Unknown("answer_incomplete");
        }
        traces.learn(to, channel, Json.text(Json.at(body, "message"), "bot_id"));
        return new Delivery.Delivered(new Reference(channel, ts));
    }

    @Override
    public boolean whispers() {
        return true;
    }

    @Override
    public List<Budget> budgets(Address to, boolean replacing) {
        if (replacing) {
            return List.of(updateBudget(to));
        }
        return List.of(postBudget(to), perMinute(name(to, SlackMethod.POST), settings.perMinute()));
    }

    private static Budget postBudget(Address to) {
        return new Budget(name(to, SlackMethod.POST) + "|" + to.id(), Duration.ofSeconds(1), 5);
    }

    private static Budget updateBudget(Address to) {
        return perMinute(name(to, SlackMethod.UPDATE), UPDATES_PER_MINUTE);
    }

    private static String name(Address to, SlackMethod method) {
        return to.workspace() + "|" + PLATFORM + "|" + to.tenant() + "|" + method.path();
    }

    /** A budget that with its burst stays within so many calls in any minute. */
    private static Budget perMinute(String key, int calls) {
        int burst = Math.clamp(calls / 10, 1, MOST_AT_ONCE);
        return new Budget(key, Duration.ofMillis(Math.ceilDiv(60_000, calls - burst)), burst);
    }

    @Override
    public Trace find(Address to, @Nullable Reference thread, String token, Instant since) {
        return traces.find(to, thread, token, since);
    }

}
