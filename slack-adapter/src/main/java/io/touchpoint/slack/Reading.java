package io.touchpoint.slack;

import com.google.gson.JsonObject;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Inbound.Actor;
import io.touchpoint.chat.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people did out of Slack's requests. The tenant is always the installing
 * workspace; a person of another workspace, or a guest, is no colleague.
 */
final class Reading {

    private final Function<String, Optional<String>> workspaces;

    private final Directory directory;

    /**
     * @param workspaces tells the company's id by the id of its Slack workspace
     */
    Reading(Function<String, Optional<String>> workspaces, Directory directory) {
        this.workspaces = workspaces;
        this.directory = directory;
    }

    /**
     * Reads one request.
     * @param at when it arrived
     * @throws IllegalStateException when Slack does not say now who somebody is
     */
    Read read(Arrival arrival, Instant at) {
        Optional<String> workspace = arrival.team().isEmpty() ? Optional.empty() : workspaces.apply(arrival.team());
        if (workspace.isEmpty()) {
            return new Read.Ignored();
        }
        Context context = new Context(workspace.get(), arrival, at);
        return switch (arrival.kind()) {
            case EVENT -> event(context);
            case ACTIONS -> actions(context);
            case SUBMISSION -> submission(context);
            case COMMAND -> command(context);
            case SHORTCUT -> shortcut(context);
            case CLOSED, URL_VERIFICATION, SSL_CHECK, OTHER -> new Read.Ignored();
            case UNREADABLE -> new Read.Broken("unreadable");
        };
    }

    private Read event(Context context) {
        JsonObject event = Json.at(context.payload(), "event");
        String type = Json.found(event, "type").orElse("");
        return switch (type) {
            case "message", "app_mention" -> said(context, event, "app_mention".equals(type));
            case "app_home_opened" -> homeOpened(context, event);
            case "member_joined_channel", "member_left_channel" -> bot(context).equals(Json.found(event, "user"))
                    ? placeChanged(context, Json.text(event, "channel"), null) : new Read.Ignored();
            case "channel_id_changed" ->
                placeChanged(context, Json.text(event, "old_channel_id"), Json.text(event, "new_channel_id"));
            case "channel_shared", "channel_unshared", "channel_archive", "group_archive" ->
                placeChanged(context, Json.text(event, "channel"), null);
            default -> new Read.Ignored();
        };
    }

    /** The user id of the bot, as an event says it. */
    private static Optional<String> bot(Context context) {
        return Json.objects(context.payload(), "authorizations")
            .stream()
            .flatMap((one) -> Json.found(one, "user_id").stream())
            .findFirst();
    }

    private static Read placeChanged(Context context, @Nullable String channel, @Nullable String newId) {
        if (channel == null) {
            return new Read.Broken("channel_missing");
        }
        Address address = context.channel(channel);
        return Read.Understood.of(new Inbound.PlaceChanged(context.id(), context.at(), address, newId),
                Origin.of(address, Origin.ANSWER));
    }

    private Read said(Context context, JsonObject event, boolean mention) {
        String subtype = Json.text(event, "subtype");
        if ("message_changed".equals(subtype) || "message_deleted".equals(subtype)) {
            return unsaid(context, event);
        }
        if (Json.text(event, "bot_id") != null || (subtype != null && !"file_share".equals(subtype))) {
            return new Read.Ignored();
        }
        String user = Json.text(event, "user");
        String channel = Json.text(event, "channel");
        String ts = Json.text(event, "ts");
        if (user == null || channel == null || ts == null) {
            return new Read.Broken("message_incomplete");
        }
        String text = Markup.typed(Json.found(event, "text").orElse(""));
        boolean direct = channel.startsWith("D");
        if (!direct && !mention) {
            return new Read.Ignored();
        }
        if (mention) {
            text = withoutMention(text, bot(context).orElse(""));
        }
        if (text.isBlank()) {
            return new Read.Ignored();
        }
        String team = Json.found(event, "user_team").or(() -> Json.found(event, "team")).orElse(null);
        Actor actor = actor(context, user, team, null);
        String threadTs = Json.text(event, "thread_ts");
        Reference thread = (threadTs == null || threadTs.equals(ts)) ? null : new Reference(channel, threadTs);
        Address in = direct ? actor.person() : context.channel(channel);
        Origin origin = new Origin(actor.person(), channel, null, threadTs, null, false, false, null, null,
                Origin.ANSWER);
        return Read.Understood.of(new Inbound.Said(context.id(), context.at(), actor, in, thread, text), origin);
    }

    /**
     * A person has changed or removed what was written in the direct chat. Slack tells of
     * the bot's own messages in the same way, and of links that it has looked into.
     */
    private Read unsaid(Context context, JsonObject event) {
        JsonObject previous = Json.at(event, "previous_message");
        JsonObject message = Json.at(event, "message");
        String user = Json.text(previous, "user");
        String channel = Json.text(event, "channel");
        if (user == null || channel == null || !channel.startsWith("D") || Json.text(previous, "bot_id") != null) {
            return new Read.Ignored();
        }
        String before = Markup.typed(Json.found(previous, "text").orElse(""));
        String after = "tombstone".equals(Json.text(message, "subtype")) ? ""
                : Markup.typed(Json.found(message, "text").orElse(""));
        if (before.equals(after)) {
            return new Read.Ignored();
        }
        Actor actor = actor(context, user, Json.text(previous, "user_team"), null);
        Origin origin = Origin.of(actor.person(), Origin.ANSWER);
        List<Read.Heard> heard = new ArrayList<>();
        if (!before.isBlank()) {
            heard.add(new Read.Heard(new Inbound.Unsaid(context.id(), context.at(), actor, before), origin));
        }
        if (!after.isBlank()) {
            heard.add(new Read.Heard(
                    new Inbound.Said(context.id() + "#1", context.at(), actor, actor.person(), null, after), origin));
        }
        return new Read.Understood(heard);
    }

    /**
     * What was said to the bot; somebody who only names it wants to know what it can do.
     */
    private static String withoutMention(String text, String bot) {
        String mention = "<@" + bot + ">";
        String words = text.startsWith(mention) ? text.substring(mention.length()).strip() : text;
        return words.isEmpty() ? "help" : words;
    }

    private Read homeOpened(Context context, JsonObject event) {
        String user = Json.text(event, "user");
        if (user == null) {
            return new Read.Broken("user_missing");
        }
        if (!"home".equals(Json.text(event, "tab"))) {
            return new Read.Ignored();
        }
        Actor actor = actor(context, user, Json.text(event, "user_team"), null);
        return Read.Understood.of(new Inbound.HomeOpened(context.id(), context.at(), actor),
                Origin.of(actor.person(), Origin.HOME));
    }

    private Read actions(Context context) {
        JsonObject payload = context.payload();
        List<JsonObject> actions = Json.objects(payload, "actions");
        Optional<Actor> actor = user(context);
        if (actor.isEmpty() || actions.isEmpty()) {
            return new Read.Broken(actions.isEmpty() ? "actions_missing" : "user_missing");
        }
        Origin origin = origin(context, actor.get());
        List<Read.Heard> heard = new ArrayList<>();
        boolean changed = false;
        for (JsonObject action : actions) {
            String actionId = Json.found(action, "action_id").orElse("");
            if (actionId.startsWith(Press.PREFIX)) {
                Press.of(Json.text(action, "value"))
                    .ifPresent((press) -> heard.add(pressed(context, actor.get(), origin, press, heard.size())));
            }
            else if (origin.inForm() && !actionId.startsWith(Press.LINK) && !changed) {
                changed = true;
                heard.add(new Read.Heard(new Inbound.Changed(context.id(), context.at(), actor.get(),
                        Forms.key(payload), Forms.values(payload)), origin));
            }
        }
        return heard.isEmpty() ? new Read.Ignored() : new Read.Understood(heard);
    }

    private static Read.Heard pressed(Context context, Actor actor, Origin origin, Press press, int number) {
        String channel = origin.channel();
        String message = origin.message();
        String view = Optional.ofNullable(origin.view()).orElse("");
        Reference reference = (channel != null && message != null) ? new Reference(channel, message)
                : new Reference(origin.home() ? Origin.HOME : "form", view);
        String id = (number == 0) ? context.id() : context.id() + "#" + number;
        Address in = (channel == null || channel.startsWith("D")) ? actor.person() : context.channel(channel);
        return new Read.Heard(
                new Inbound.Pressed(id, context.at(), actor, in, reference, press.token(), press.action()),
                origin.token(press.token()));
    }

    private static Origin origin(Context context, Actor actor) {
        JsonObject payload = context.payload();
        JsonObject container = Json.at(payload, "container");
        JsonObject message = Json.at(payload, "message");
        JsonObject view = Json.at(payload, "view");
        String channel = Json.found(Json.at(payload, "channel"), "id")
            .or(() -> Json.found(container, "channel_id"))
            .orElse(null);
        String ts = Json.found(container, "message_ts").or(() -> Json.found(message, "ts")).orElse(null);
        String thread = Json.found(message, "thread_ts").or(() -> Json.found(container, "thread_ts")).orElse(null);
        return new Origin(actor.person(), channel, ts, thread, Json.text(view, "id"),
                "home".equals(Json.text(view, "type")), Json.flag(container, "is_ephemeral"),
                Json.text(payload, "response_url"), Json.text(payload, "trigger_id"), Origin.ANSWER);
    }

    private Read submission(Context context) {
        Optional<Actor> actor = user(context);
        String form = Forms.key(context.payload());
        if (actor.isEmpty() || form.isEmpty()) {
            return new Read.Broken(form.isEmpty() ? "form_missing" : "user_missing");
        }
        return Read.Understood.of(new Inbound.Submitted(Forms.sent(context.payload()).orElseGet(context::id),
                context.at(), actor.get(), form, Forms.values(context.payload())), origin(context, actor.get()));
    }

    private Read command(Context context) {
        JsonObject payload = context.payload();
        String user = Json.text(payload, "user_id");
        String channel = Json.text(payload, "channel_id");
        if (user == null || channel == null) {
            return new Read.Broken("command_incomplete");
        }
        // Slash commands work only for people of the installing workspace.
        Actor actor = actor(context, user, context.arrival().team(), Json.text(payload, "user_name"));
        Address in = channel.startsWith("D") ? actor.person() : context.channel(channel);
        Origin origin = new Origin(actor.person(), channel, null, null, null, false, false,
                Json.text(payload, "response_url"), Json.text(payload, "trigger_id"), Origin.ANSWER);
        return Read.Understood.of(new Inbound.Commanded(context.id(), context.at(), actor, in,
                Markup.typed(Json.found(payload, "text").orElse(""))), origin);
    }

    private Read shortcut(Context context) {
        Optional<Actor> actor = user(context);
        if (actor.isEmpty()) {
            return new Read.Broken("user_missing");
        }
        return Shortcuts.read(context.id(), context.at(), actor.get(), context.payload(), origin(context, actor.get()));
    }

    private Optional<Actor> user(Context context) {
        JsonObject user = Json.at(context.payload(), "user");
        return Json.found(user, "id")
            .map((id) -> actor(context, id, Json.text(user, "team_id"),
                    Json.found(user, "name").or(() -> Json.found(user, "username")).orElse(null)));
    }

    /**
     * Whether somebody of the own workspace is a guest is known to the directory alone.
     */
    private Actor actor(Context context, String id, @Nullable String team, @Nullable String name) {
        Address person = context.person(id);
        if (team != null && !team.equals(context.arrival().team())) {
            return new Actor(person, false, name);
        }
        return switch (directory.person(person)) {
            case Directory.Found.Here<Directory.Person>(var it) -> new Actor(person, it.colleague(), it.name());
            case Directory.Found.Nowhere<Directory.Person> _ -> new Actor(person, false, name);
            case Directory.Found.NotNow<Directory.Person>(String reason) ->
                throw new IllegalStateException("Slack does not say now who this is: " + reason);
        };
    }

    /** One request and whose it is. */
    private record Context(String workspace, Arrival arrival, Instant at) {

        JsonObject payload() {
            return arrival.payload();
        }

        String id() {
            return arrival.key();
        }

        Address person(String id) {
            return Address.person(workspace, SlackMessenger.PLATFORM, arrival.team(), id);
        }

        Address channel(String id) {
            return Address.channel(workspace, SlackMessenger.PLATFORM, arrival.team(), id);
        }

    }

}
