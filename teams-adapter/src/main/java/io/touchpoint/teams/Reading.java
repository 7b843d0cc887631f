package io.touchpoint.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Inbound.Actor;
import io.touchpoint.chat.Reference;
import io.touchpoint.inbox.Inbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people did out of Teams' activities. Who did it is decided by the tenant and
 * the id in Entra; a guest, or a person of another tenant, is no colleague.
 */
final class Reading {

    private final Function<String, Optional<String>> workspaces;

    private final TeamsDirectory directory;

    private final Presence presence;

    private final References references;

    private final Dialogs dialogs;

    private final Standing standing;

    private final Seal seal;

    private final Inbox inbox;

    /**
     * @param workspaces tells the company's id by the id of its tenant
     */
    Reading(Function<String, Optional<String>> workspaces, TeamsDirectory directory, Presence presence,
            References references, Dialogs dialogs, Standing standing, Seal seal, Inbox inbox) {
        this.workspaces = workspaces;
        this.directory = directory;
        this.presence = presence;
        this.references = references;
        this.dialogs = dialogs;
        this.standing = standing;
        this.seal = seal;
        this.inbox = inbox;
    }

    /**
     * Reads one activity.
     * @param at when it arrived
     * @throws IllegalStateException when Teams does not say now who somebody is
     */
    Read read(Arrival arrival, Instant at) {
        Optional<String> workspace = arrival.tenant().isEmpty() ? Optional.empty() : workspaces.apply(arrival.tenant());
        if (workspace.isEmpty() || arrival.conversation().isEmpty()) {
            return new Read.Ignored();
        }
        Context context = new Context(workspace.get(), arrival, at);
        if (!arrival.kind().anywhere()) {
            presence.follow(context);
        }
        return switch (arrival.kind()) {
            case MESSAGE -> (arrival.value().isObject() && Json2.text(context.activity(), "text") == null)
                    ? pressed(context, arrival.value()) : said(context);
            case EDITED -> context.personal() ? edited(context) : new Read.Ignored();
            case WITHDRAWN -> context.personal() ? withdrawn(context) : new Read.Ignored();
            case REACTION -> reaction(context);
            case INSTALLATION -> installed(context);
            case CONVERSATION -> changed(context);
            case EXECUTE -> pressed(context, arrival.value().path("action").path("data"));
            case FETCH, DIALOG, MESSAGE_DIALOG -> dialog(context, arrival.value().path("data"));
            case MESSAGE_ACTION -> marked(context);
            case FEEDBACK, OTHER_INVOKE, OTHER -> new Read.Ignored();
        };
    }

    private Read said(Context context) {
        Address person = context.person();
        if (person == null) {
            return new Read.Broken("user_missing");
        }
        String text = Words.typed(context.activity(), context.bot(), (id) -> known(person, id));
        if (text.isEmpty() && context.personal()) {
            return new Read.Ignored();
        }
        Actor actor = actor(context, person);
        Origin origin = origin(context, person, null);
        String words = text.isEmpty() ? "help" : text;
        Optional<String> command = Words.command(words);
        String id = context.arrival().key();
        if (context.personal() && actor.colleague() && command.orElse(words).equalsIgnoreCase("home")) {
            return Read.Understood.of(new Inbound.HomeOpened(id, context.at(), actor), origin);
        }
        if (command.isPresent()) {
            return Read.Understood.of(new Inbound.Commanded(id, context.at(), actor, origin.in(), command.get()),
                    origin);
        }
        return Read.Understood.of(new Inbound.Said(id, context.at(), actor, origin.in(),
                context.personal() ? null : thread(context), words), origin);
    }

    /** What stands there now is heard in the place of what stood there before. */
    private Read edited(Context context) {
        List<Read.Heard> heard = new ArrayList<>();
        for (Read read : List.of(withdrawn(context), said(context))) {
            if (read instanceof Read.Understood(var some)) {
                heard.addAll(some);
            }
        }
        return heard.isEmpty() ? new Read.Ignored() : new Read.Understood(heard);
    }

    /** Teams does not tell what a message said, so it is looked up where it came in. */
    private Read withdrawn(Context context) {
        Address person = context.person();
        if (person == null) {
            return new Read.Broken("user_missing");
        }
        List<Read.Heard> heard = new ArrayList<>();
        for (String body : inbox.bodies(context.arrival().ofMessage())) {
            Optional<ObjectNode> before = Json2.read(body.getBytes(StandardCharsets.UTF_8));
            String text = before.map((one) -> Words.typed(one, context.bot(), (id) -> known(person, id))).orElse("");
            if (!text.isEmpty() && !before.equals(Optional.of(context.activity()))) {
                heard.add(new Read.Heard(new Inbound.Unsaid(context.arrival().key() + "#" + heard.size(), context.at(),
                        actor(context, person), text), origin(context, person, null)));
            }
        }
        return heard.isEmpty() ? new Read.Ignored() : new Read.Understood(heard);
    }

    /** The message in whose thread it is; null for one that begins a thread. */
    private static @Nullable Reference thread(Context context) {
        String conversation = context.arrival().conversation();
        int at = conversation.indexOf(";messageid=");
        String root = (at < 0) ? "" : conversation.substring(at + ";messageid=".length());
        return (root.isEmpty() || root.equals(Json2.text(context.activity(), "id"))) ? null
                : new Reference(conversation, root);
    }

    private String known(Address near, String userId) {
        return references.byUserId(near, userId).map(ChatReference::aadObjectId).orElse(userId);
    }

    private Read pressed(Context context, JsonNode data) {
        Address person = context.person();
        String message = Json2.text(context.activity(), "replyToId");
        if (person == null) {
            return new Read.Broken("user_missing");
        }
        Origin origin = origin(context, person, message);
        return seal.open(origin.in(), Json2.text(data, Seal.NAME))
            .<Read>map((press) -> pressed(context, origin, press))
            .orElseGet(() -> new Read.Stale(origin));
    }

    private Read pressed(Context context, Origin origin, Seal.Press press) {
        String message = origin.message();
        Reference reference = (message != null) ? new Reference(context.arrival().conversation(), message)
                : new Reference("dialog", "");
        return Read.Understood.of(new Inbound.Pressed(context.arrival().key(), context.at(),
                actor(context, origin.person()), origin.in(), reference, press.token(), press.action()),
                origin.token(press.token()));
    }

    /** A button that opens a dialog, or one on it. */
    private Read dialog(Context context, JsonNode data) {
        Address person = context.person();
        if (person == null) {
            return new Read.Broken("user_missing");
        }
        Optional<Dialogs.Button> button = dialogs.button(person, Json2.text(data, Seal.NAME));
        if (button.isEmpty()) {
            return pressed(context, data);
        }
        Dialogs.Open open = button.get().open();
        if (context.arrival().kind() == Arrival.Kind.FETCH) {
            return new Read.Reread(open);
        }
        Map<String, List<String>> values = Dialogs.values(open, data);
        String id = "form:" + open.id().substring(open.id().lastIndexOf('|') + 1) + ":"
                + Arrival.digest(values.toString()).substring(0, 32);
        Actor actor = actor(context, person);
        Inbound inbound = button.get().sends() ? new Inbound.Submitted(id, context.at(), actor, open.form(), values)
                : new Inbound.Changed(context.arrival().key(), context.at(), actor, open.form(), values);
        return Read.Understood.of(inbound, origin(context, person, null).dialog(open));
    }

    private Read marked(Context context) {
        Address person = context.person();
        if (person == null || !MessageAction.MARK_SOLVED.equals(Json2.text(context.arrival().value(), "commandId"))) {
            return (person == null) ? new Read.Broken("user_missing") : new Read.Ignored();
        }
        Optional<MessageAction> action = MessageAction.of(context);
        return action.<Read>map(
                (one) -> Read.Understood.of(one.marked(context, actor(context, person)), origin(context, person, null)))
            .orElseGet(() -> new Read.Broken("message_incomplete"));
    }

    /** A reaction to a question of ours is an answer to it. */
    private Read reaction(Context context) {
        Address person = context.person();
        String message = Json2.text(context.activity(), "replyToId");
        if (person == null || message == null || !context.personal()) {
            return new Read.Ignored();
        }
        Optional<String> emoji = Optional.empty();
        for (JsonNode added : context.activity().path("reactionsAdded")) {
            emoji = Json2.found(added, "type").flatMap(Words::emoji);
        }
        boolean asked = references.of(person)
            .stream()
            .flatMap((known) -> known.sent().stream())
            .filter((sent) -> sent.id().equals(message))
            .reduce((_, later) -> later)
            .flatMap((sent) -> standing.of(person, sent.token()))
            .filter(Standing.Card::asks)
            .isPresent();
        if (emoji.isEmpty() || !asked) {
            return new Read.Ignored();
        }
        return Read.Understood.of(new Inbound.Said(context.arrival().key(), context.at(), actor(context, person),
                person, null, emoji.get()), origin(context, person, null));
    }

    /**
     * Who installs the bot is greeted once: a customer hears why, staff what it can do.
     */
    private Read installed(Context context) {
        Address person = context.person();
        if (!Presence.arrives(context)) {
            return context.personal() ? new Read.Ignored() : place(context);
        }
        if (person == null) {
            return new Read.Broken("user_missing");
        }
        Actor actor = actor(context, person);
        Address place = context.personal() ? person : context.channel();
        if ((!context.personal() && !actor.colleague()) || !references.greet(place, context.at())) {
            return context.personal() ? new Read.Ignored() : place(context);
        }
        Origin origin = origin(context, person, null);
        String id = context.arrival().key();
        return Read.Understood.of(
                actor.colleague() ? new Inbound.Commanded(id, context.at(), actor, place, "help")
                        : new Inbound.HomeOpened(id, context.at(), actor),
                new Origin(place, place, origin.conversation(), origin.serviceUrl(), null, null, Origin.ANSWER));
    }

    private static Read changed(Context context) {
        boolean known = Presence.EVENTS.contains(context.eventType()) || Presence.arrives(context);
        return (!context.personal() && known) ? place(context) : new Read.Ignored();
    }

    private static Read place(Context context) {
        Address channel = context.channel();
        return Read.Understood.of(new Inbound.PlaceChanged(context.arrival().key(), context.at(), channel, null),
                new Origin(channel, channel, context.arrival().conversation(), context.serviceUrl(), null, null,
                        Origin.ANSWER));
    }

    private static Origin origin(Context context, Address person, @Nullable String message) {
        return new Origin(person, context.personal() ? person : context.channel(), context.arrival().conversation(),
                context.serviceUrl(), message, null, Origin.ANSWER);
    }

    private Actor actor(Context context, Address person) {
        String name = Json2.text(context.activity().path("from"), "name");
        String home = Json2.text(context.activity().path("from"), "tenantId");
        if (home != null && !home.equals(context.arrival().tenant())) {
            return new Actor(person, false, name);
        }
        return switch (directory.who(person, context)) {
            case Directory.Found.Here<Directory.Person>(var it) -> new Actor(person, it.colleague(), it.name());
            case Directory.Found.Nowhere<Directory.Person> _ -> new Actor(person, false, name);
            case Directory.Found.NotNow<Directory.Person>(String reason) ->
                throw new IllegalStateException("Teams does not say now who this is: " + reason);
        };
    }

}
