package io.touchpoint.slack;

import com.google.gson.JsonObject;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Inbound.Actor;
import io.touchpoint.chat.Spot;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What shortcuts mean. */
final class Shortcuts {

    /** Global shortcuts, each with the words that a command would have. */
    static final Map<String, String> GLOBAL = Map.of("checkin_plan", "checkin");

    /** The shortcut on messages: their conversation is solved. */
    static final String MARK_SOLVED = "mark_solved";

    private static final Pattern ID = Pattern.compile("[A-Z0-9]{1,30}");

    private static final Pattern STAMP = Pattern.compile("\\d{1,11}\\.\\d{1,6}");

    private Shortcuts() {
    }

    static Read read(String id, Instant at, Actor actor, JsonObject payload, Origin origin) {
        String name = Json.found(payload, "callback_id").orElse("");
        if (name.equals(MARK_SOLVED)) {
            return marked(id, at, actor, payload).<Read>map((marked) -> Read.Understood.of(marked, origin))
                .orElseGet(() -> new Read.Broken("message_incomplete"));
        }
        String words = GLOBAL.get(name);
        return (words == null) ? new Read.Ignored()
                : Read.Understood.of(new Inbound.Commanded(id, at, actor, actor.person(), words), origin);
    }

    private static Optional<Inbound> marked(String id, Instant at, Actor actor, JsonObject payload) {
        JsonObject message = Json.at(payload, "message");
        String channel = Json.found(Json.at(payload, "channel"), "id").orElse("");
        String stamp = Json.found(message, "ts").orElse("");
        String root = Json.found(message, "thread_ts").orElse(stamp);
        if (!ID.matcher(channel).matches() || !STAMP.matcher(stamp).matches() || !STAMP.matcher(root).matches()) {
            return Optional.empty();
        }
        String tenant = actor.person().tenant();
        String workspace = actor.person().workspace();
        Address place = channel.startsWith("D") ? Address.person(workspace, SlackMessenger.PLATFORM, tenant, channel)
                : Address.channel(workspace, SlackMessenger.PLATFORM, tenant, channel);
        Address author = Json.found(message, "user")
            .filter((user) -> ID.matcher(user).matches() && Json.text(message, "bot_id") == null)
            .map((user) -> Address.person(workspace, SlackMessenger.PLATFORM, tenant, user))
            .orElse(null);
        return Optional.of(new Inbound.Marked(id, at, actor, new Spot(place, root), written(stamp), author));
    }

    /** A message's id says when it was written, to the microsecond. */
    private static Instant written(String stamp) {
        int dot = stamp.indexOf('.');
        String micros = (stamp.substring(dot + 1) + "000000").substring(0, 6);
        return Instant.ofEpochSecond(Long.parseLong(stamp.substring(0, dot)), 1_000L * Long.parseLong(micros));
    }

}
