package io.touchpoint.slack.fake;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What happens in the workspace and is told to the app by the Events API. */
public final class Events {

    private static final String VERIFICATION_TOKEN = "deprecated";

    private final Workspace workspace;

    private final Deliveries deliveries;

    private final Shapes shapes;

    private final Views views;

    Events(Workspace workspace, Deliveries deliveries, Shapes shapes, Views views) {
        this.workspace = workspace;
        this.deliveries = deliveries;
        this.shapes = shapes;
        this.views = views;
    }

    /** A person writes in a channel or, under its D id, in the direct chat. */
    public Written says(String person, String channel, String text) {
        return says(person, channel, text, null);
    }

    /**
     * A person writes, perhaps in the thread of a message.
     * @param text what is typed: plain, with mentions as {@code <@ID>}
     */
    public Written says(String person, String channel, String text, @Nullable String threadTs) {
        Person writer = known(person);
        Channel place = writable(writer, channel);
        ArrayNode blocks = Json.array();
        if (!text.isEmpty()) {
            blocks.add(RichText.of(text).put("block_id", workspace.id("blk")));
        }
        Post post = workspace.write(channel, person, RichText.escaped(text), blocks, null, threadTs, null);
        List<Answered> answers = new ArrayList<>();
        if (heard(place, "history")) {
            answers.add(event(message(post, place).put("client_msg_id", workspace.id("msg-")), place, writer));
        }
        boolean mentioned = text.contains("<@" + workspace.company().botUser() + ">");
        if (mentioned && !place.direct() && workspace.botIsIn(place) && granted("app_mentions:read")) {
            ObjectNode mention = message(post, place).put("type", "app_mention");
            mention.remove("channel_type");
            answers.add(event(mention, place, writer));
        }
        return new Written(post, answers);
    }

    /** A person writes to the bot directly. */
    public Written tells(String person, String text) {
        return says(person, workspace.direct(person).id(), text, null);
    }

    private Person known(String person) {
        return workspace.person(person).orElseThrow(() -> new IllegalArgumentException("no such person: " + person));
    }

    private Channel writable(Person writer, String channel) {
        Channel place = workspace.channel(channel)
            .filter((found) -> found.members().contains(writer.id()))
            .orElseThrow(() -> new IllegalArgumentException("not in this channel: " + channel));
        if (place.archived() || writer.is(Person.Trait.DELETED)) {
            throw new IllegalArgumentException("nothing can be written there: " + channel);
        }
        if (place.direct() && writer.is(Person.Trait.BLOCKED)) {
            throw new IllegalArgumentException("has removed the bot: " + writer.id());
        }
        return place;
    }

    private boolean granted(String scope) {
        return workspace.company().scopes().contains(scope);
    }

    /** Whether the app is told of what happens in a channel. */
    private boolean heard(Channel place, String what) {
        String kind = switch (place.kind()) {
            case PUBLIC -> "channels";
            case PRIVATE -> "groups";
            case DIRECT -> "im";
        };
        return workspace.botIsIn(place) && granted(kind + ":" + what);
    }

    private ObjectNode message(Post post, Channel place) {
        ObjectNode message = shapes.message(post, true);
        String type = switch (place.kind()) {
            case PUBLIC -> "channel";
            case PRIVATE -> "group";
            case DIRECT -> "im";
        };
        message.put("channel", place.id()).put("event_ts", post.ts()).put("channel_type", type);
        workspace.person(post.from())
            .filter(workspace::external)
            .ifPresent((person) -> message.put("user_team", person.team()).put("source_team", person.team()));
        return message;
    }

    /** A person changes an own message. */
    public Answered edits(String person, String message, String text) {
        Post before = own(person, message);
        ArrayNode blocks = Json.array();
        blocks.add(RichText.of(text).put("block_id", workspace.id("blk")));
        Post after = before.changed(RichText.escaped(text), blocks, null, workspace.now());
        workspace.keep(after);
        ObjectNode event = hidden(before, "message_changed");
        event.set("message", shapes.message(after, true));
        return event(event, place(before), known(person));
    }

    /** A person removes an own message. */
    public Answered removes(String person, String message) {
        Post before = own(person, message);
        workspace.keep(before.removed());
        ObjectNode event = hidden(before, "message_deleted").put("deleted_ts", before.ts());
        return event(event, place(before), known(person));
    }

    private Post own(String person, String message) {
        return workspace.post(message)
            .filter((post) -> post.from().equals(person) && !post.deleted())
            .orElseThrow(() -> new IllegalArgumentException("not an own message: " + message));
    }

    private Channel place(Post post) {
        return workspace.channel(post.channel()).orElseThrow();
    }

    private ObjectNode hidden(Post before, String subtype) {
        String stamp = workspace.stamp();
        ObjectNode event = message(before, place(before)).put("subtype", subtype)
            .put("hidden", true)
            .put("ts", stamp)
            .put("event_ts", stamp);
        event.remove(List.of("user", "text", "blocks", "team", "thread_ts"));
        event.set("previous_message", shapes.message(before, true));
        return event;
    }

    /** A person opens a tab of the app's home, {@code home} or {@code messages}. */
    public Answered opensHome(String person, String tab) {
        Person opener = known(person);
        Channel direct = workspace.direct(person);
        ObjectNode event = of("app_home_opened").put("user", person).put("channel", direct.id()).put("tab", tab);
        views.home(person).filter((_) -> tab.equals("home")).ifPresent((view) -> event.set("view", shapes.view(view)));
        return event(event, direct, opener);
    }

    /** A person enters a channel. */
    public Answered joins(String person, String channel) {
        return moves(person, channel, "member_joined_channel", (place) -> place.joined(person));
    }

    /** A person leaves a channel. */
    public Answered leaves(String person, String channel) {
        return moves(person, channel, "member_left_channel", (place) -> place.left(person));
    }

    private Answered moves(String person, String channel, String type, UnaryOperator<Channel> change) {
        workspace.changeChannel(channel, change);
        boolean closed = workspace.channel(channel).orElseThrow().kind() == Channel.Kind.PRIVATE;
        String team = workspace.person(person).map(Person::team).orElse(workspace.company().team());
        return event(of(type).put("user", person)
            .put("channel", channel)
            .put("channel_type", closed ? "G" : "C")
            .put("team", team));
    }

    /** A channel becomes shared with another company. */
    public Answered shares(String channel) {
        workspace.changeChannel(channel, (place) -> place.shared(true));
        return event(of("channel_shared").put("connected_team_id", "T0OTHER").put("channel", channel));
    }

    /** A channel is not shared any more. */
    public Answered unshares(String channel) {
        workspace.changeChannel(channel, (place) -> place.shared(false));
        return event(of("channel_unshared").put("previously_connected_team_id", "T0OTHER")
            .put("channel", channel)
            .put("is_ext_shared", false));
    }

    /** A channel gets another id. */
    public Answered renumbers(String channel, String newId) {
        workspace.changeChannel(channel, (place) -> place.renumbered(newId));
        return event(of("channel_id_changed").put("old_channel_id", channel).put("new_channel_id", newId));
    }

    /** A channel is archived. */
    public Answered archives(String channel) {
        workspace.changeChannel(channel, (place) -> place.archived(true));
        boolean closed = workspace.channel(channel).orElseThrow().kind() == Channel.Kind.PRIVATE;
        return event(of(closed ? "group_archive" : "channel_archive").put("channel", channel));
    }

    /**
     * The app's own message comes back as an event, as it does in chats that the app
     * reads.
     */
    public Answered echoes(String message) {
        Post post = workspace.post(message).orElseThrow(() -> new IllegalArgumentException("no such message"));
        return event(message(post, place(post)));
    }

    /** The app is removed from the workspace; its token ends. */
    public List<Answered> uninstalls() {
        workspace.revoke("account_inactive");
        ObjectNode revoked = of("tokens_revoked");
        revoked.putObject("tokens").putArray("bot").add(workspace.company().botUser());
        List<Answered> answers = new ArrayList<>();
        for (ObjectNode event : List.of(revoked, of("app_uninstalled"))) {
            ObjectNode envelope = envelope(event);
            envelope.remove("authorizations");
            answers.add(deliveries.event(envelope.toString()));
        }
        return answers;
    }

    /** The app's address is checked with a challenge. */
    public Answered verifiesUrl(String challenge) {
        ObjectNode body = Json.object()
            .put("token", VERIFICATION_TOKEN)
            .put("challenge", challenge)
            .put("type", "url_verification");
        return deliveries.send(body.toString(), "application/json", Map.of());
    }

    /** The app's certificate is checked. */
    public Answered checksSsl() {
        String body = "ssl_check=1&token=" + URLEncoder.encode(VERIFICATION_TOKEN, StandardCharsets.UTF_8);
        return deliveries.send(body, "application/x-www-form-urlencoded", Map.of());
    }

    /** The app is told that it gets no more events this hour. */
    public Answered limits() {
        ObjectNode body = Json.object()
            .put("token", VERIFICATION_TOKEN)
            .put("type", "app_rate_limited")
            .put("team_id", workspace.company().team())
            .put("minute_rate_limited", workspace.now().getEpochSecond() / 60 * 60)
            .put("api_app_id", workspace.company().app());
        return deliveries.event(body.toString());
    }

    private ObjectNode of(String type) {
        return Json.object().put("type", type).put("event_ts", workspace.stamp());
    }

    /** Any event, in the envelope of this workspace. */
    public Answered event(ObjectNode event) {
        return deliveries.event(envelope(event).toString());
    }

    private Answered event(ObjectNode event, Channel place, Person actor) {
        ObjectNode envelope = envelope(event).put("is_ext_shared_channel", place.shared());
        if (workspace.external(actor)) {
            envelope.put("team_id", actor.team());
        }
        return deliveries.event(envelope.toString());
    }

    /** The full envelope around an event. */
    public ObjectNode envelope(ObjectNode event) {
        Company company = workspace.company();
        String id = workspace.id("Ev");
        ObjectNode envelope = Json.object()
            .put("token", VERIFICATION_TOKEN)
            .put("team_id", company.team())
            .put("context_team_id", company.team())
            .putNull("context_enterprise_id")
            .put("api_app_id", company.app());
        envelope.set("event", event);
        envelope.put("type", "event_callback").put("event_id", id).put("event_time", workspace.now().getEpochSecond());
        envelope.putArray("authorizations")
            .addObject()
            .putNull("enterprise_id")
            .put("team_id", company.team())
            .put("user_id", company.botUser())
            .put("is_bot", true)
            .put("is_enterprise_install", false);
        boolean shared = workspace.channel(event.path("channel").asString("")).map(Channel::shared).orElse(false);
        return envelope.put("is_ext_shared_channel", shared).put("event_context", "4-" + id);
    }

}
