package io.touchpoint.slack.fake;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Slack tells the app about presses, forms, shortcuts and commands. */
final class Payloads {

    private final Workspace workspace;

    private final Views views;

    private final Shapes shapes;

    private final ResponseUrls responseUrls;

    Payloads(Workspace workspace, Views views, Shapes shapes, ResponseUrls responseUrls) {
        this.workspace = workspace;
        this.views = views;
        this.shapes = shapes;
        this.responseUrls = responseUrls;
    }

    private ObjectNode of(String type, Person person) {
        ObjectNode payload = Json.object().put("type", type);
        payload.set("user", shapes.actor(person));
        payload.set("team", shapes.team());
        return payload.put("api_app_id", workspace.company().app())
            .put("token", "deprecated")
            .putNull("enterprise")
            .put("is_enterprise_install", false);
    }

    /** A press on a message. */
    ObjectNode pressed(Person person, Post post, ObjectNode action, JsonNode state) {
        ObjectNode payload = of("block_actions", person);
        boolean whisper = post.visibleTo() != null;
        ObjectNode container = payload.putObject("container")
            .put("type", "message")
            .put("message_ts", post.ts())
            .put("channel_id", post.channel())
            .put("is_ephemeral", whisper);
        if (post.threadTs() != null) {
            container.put("thread_ts", post.threadTs());
        }
        payload.put("trigger_id", views.trigger(person.id()));
        payload.set("channel", shapes.place(workspace.channel(post.channel()).orElse(null)));
        if (!whisper) {
            payload.set("message", shapes.message(post, true));
        }
        payload.putObject("state").set("values", state);
        payload.put("response_url", responseUrls.issue(post.channel(), person.id(), post.ts()));
        payload.putArray("actions").add(action);
        return payload;
    }

    /** A press, or a change of a live field, in a view. */
    ObjectNode pressed(Person person, View view, ObjectNode action) {
        ObjectNode payload = of("block_actions", person);
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.put("trigger_id", views.trigger(person.id()));
        payload.set("view", shapes.view(view));
        payload.putArray("actions").add(action);
        return payload;
    }

    ObjectNode submitted(Person person, View view) {
        ObjectNode payload = of("view_submission", person).put("trigger_id", views.trigger(person.id()));
        payload.set("view", shapes.view(view));
        payload.putArray("response_urls");
        return payload;
    }

    ObjectNode closed(Person person, View view, boolean cleared) {
        ObjectNode payload = of("view_closed", person);
        payload.set("view", shapes.view(view));
        return payload.put("is_cleared", cleared);
    }

    ObjectNode shortcut(Person person, String callbackId) {
        return of("shortcut", person).put("callback_id", callbackId)
            .put("trigger_id", views.trigger(person.id()))
            .put("action_ts", workspace.stamp());
    }

    ObjectNode messageShortcut(Person person, Post post, String callbackId) {
        ObjectNode payload = of("message_action", person).put("callback_id", callbackId)
            .put("trigger_id", views.trigger(person.id()))
            .put("action_ts", workspace.stamp())
            .put("message_ts", post.ts())
            .put("response_url", responseUrls.issue(post.channel(), person.id(), post.ts()));
        payload.set("channel", shapes.place(workspace.channel(post.channel()).orElse(null)));
        payload.set("message", shapes.message(post, true));
        return payload;
    }

    /** What one control tells when it is used. */
    ObjectNode action(Element element, ObjectNode used) {
        ObjectNode action = Json.object()
            .put("type", element.type())
            .put("action_id", element.actionId())
            .put("block_id", element.blockId())
            .put("action_ts", workspace.stamp());
        action.setAll(used);
        return action;
    }

    static String form(ObjectNode payload) {
        return form(Map.of("payload", payload.toString()));
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet()
            .stream()
            .map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    }

    String command(Person person, Channel channel, String command, String words) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("token", "deprecated");
        fields.put("team_id", workspace.company().team());
        fields.put("team_domain", "home");
        fields.put("channel_id", channel.id());
        fields.put("channel_name", channel.direct() ? "directmessage" : channel.name());
        fields.put("user_id", person.id());
        fields.put("user_name", person.name());
        fields.put("command", command);
        fields.put("text", words);
        fields.put("api_app_id", workspace.company().app());
        fields.put("is_enterprise_install", "false");
        fields.put("response_url", responseUrls.issue(channel.id(), person.id(), null));
        fields.put("trigger_id", views.trigger(person.id()));
        return form(fields);
    }

}
