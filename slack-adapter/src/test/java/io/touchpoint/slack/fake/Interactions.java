package io.touchpoint.slack.fake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people do with messages and forms, computed from what they see: only what is shown
 * can be pressed.
 */
public final class Interactions {

    private static final Pattern MENTION = Pattern.compile("<([@#])([A-Z0-9]+)>");

    private final Workspace workspace;

    private final Deliveries deliveries;

    private final Payloads payloads;

    private final ResponseUrls responseUrls;

    private final Forms forms;

    private final Map<String, ObjectNode> chosen = new ConcurrentHashMap<>();

    Interactions(Workspace workspace, Views views, Deliveries deliveries, Payloads payloads,
            ResponseUrls responseUrls) {
        this.workspace = workspace;
        this.deliveries = deliveries;
        this.payloads = payloads;
        this.responseUrls = responseUrls;
        this.forms = new Forms(workspace, views, deliveries, payloads);
    }

    /**
     * Presses a button on a message, or chooses an option.
     * @param message the message's id
     * @param control the control's id
     * @param value the value or the label of the option; null for a button
     * @throws IllegalArgumentException if the person does not see the message, or it has
     * no such control
     */
    public Answered press(String person, String message, String control, @Nullable String value) {
        return choose(person, message, control, (value == null) ? List.of() : List.of(value));
    }

    /** Chooses several options on a message, in place of those chosen before. */
    public Answered choose(String person, String message, String control, List<String> values) {
        Person presser = person(person);
        Post post = visible(person, message);
        Control pressed = Controls.find(Controls.of(post), control)
            .orElseThrow(() -> new IllegalArgumentException("not on this message: " + control));
        Element element = Controls.element(post.blocks(), pressed);
        ObjectNode state = state(person, post);
        ObjectNode used = Forms.used(pressed, element, values);
        if (State.kept(element.type())) {
            state.withObjectProperty(element.blockId()).set(element.actionId(), used);
            chosen.put(person + "|" + message, state);
        }
        ObjectNode action = payloads.action(element, used);
        return deliveries.form(Payloads.form(payloads.pressed(presser, post, action, state.deepCopy())));
    }

    private ObjectNode state(String person, Post post) {
        ObjectNode state = State.initial(post.blocks());
        ObjectNode before = chosen.getOrDefault(person + "|" + post.id(), Json.object());
        for (Map.Entry<String, JsonNode> block : state.properties()) {
            ObjectNode actions = (ObjectNode) block.getValue();
            for (String action : List.copyOf(actions.propertyNames())) {
                JsonNode kept = before.path(block.getKey()).path(action);
                if (kept.isObject()) {
                    actions.set(action, kept.deepCopy());
                }
            }
        }
        return state;
    }

    private Person person(String id) {
        return workspace.person(id).orElseThrow(() -> new IllegalArgumentException("no such person: " + id));
    }

    private Post visible(String person, String message) {
        return workspace.post(message)
            .filter((post) -> workspace.sees(person, post))
            .orElseThrow(() -> new IllegalArgumentException(person + " does not see this message: " + message));
    }

    /** Presses a button on a form or on the home tab, or chooses an option there. */
    public Answered pressIn(String person, String view, String control, @Nullable String value) {
        return forms.press(person(person), view, control, value);
    }

    /**
     * Fills in a form; the app hears of the fields that are live.
     * @param values a text, or a list of texts, for each control's id
     * @return how the app answered what it heard
     */
    public List<Answered> fill(String person, String view, Map<String, ?> values) {
        return forms.fill(person(person), view, values);
    }

    /** Fills in a form and sends it. */
    public Sent submit(String person, String view, Map<String, ?> values) {
        return forms.submit(person(person), view, values);
    }

    /** Closes a form; the app hears of it when it asked to. */
    public @Nullable Answered close(String person, String view) {
        return forms.close(person(person), view);
    }

    /**
     * Types a slash command.
     * @param channel where it is typed; the answer stands there, for this person only
     * @param text such as {@code /touchpoint help}, with mentions as {@code <@ID>}
     * @throws IllegalArgumentException for people of other companies, whom Slack offers
     * no commands
     */
    public Answered command(String person, String channel, String text) {
        Person typist = ofTheCompany(person);
        Channel place = workspace.channel(channel)
            .filter((found) -> found.members().contains(person))
            .orElseThrow(() -> new IllegalArgumentException("not in this channel: " + channel));
        int space = text.indexOf(' ');
        String command = (space < 0) ? text : text.substring(0, space);
        String words = (space < 0) ? "" : text.substring(space + 1).strip();
        Answered answered = deliveries.form(payloads.command(typist, place, command, named(words)));
        return shown(answered, typist, place, command);
    }

    private String named(String words) {
        Matcher mentions = MENTION.matcher(words);
        return mentions.replaceAll((mention) -> {
            String name = mention.group(1).equals("@") ? workspace.person(mention.group(2)).map(Person::name).orElse("")
                    : workspace.channel(mention.group(2)).map(Channel::name).orElse("");
            return Matcher.quoteReplacement("<" + mention.group(1) + mention.group(2) + "|" + name + ">");
        });
    }

    private Answered shown(Answered answered, Person typist, Channel place, String command) {
        if (!answered.ok()) {
            String error = answered.problem().equals("http_timeout") ? "operation_timeout" : "dispatch_failed";
            workspace.write(place.id(), "USLACKBOT", command + " failed with the error \"" + error + "\"", Json.array(),
                    null, null, typist.id());
            return answered;
        }
        if (answered.body().isBlank()) {
            return answered;
        }
        try {
            ObjectNode body = answered.contentType().startsWith("application/json")
                    ? (ObjectNode) Json.parse(answered.body()) : Json.object().put("text", answered.body());
            responseUrls.answer(place.id(), typist.id(), new Arguments(body));
            return answered;
        }
        catch (Refused | JacksonException | ClassCastException ex) {
            return answered.problem("the answer cannot be shown: " + ex.getMessage());
        }
    }

    private Person ofTheCompany(String id) {
        Person person = person(id);
        if (workspace.external(person)) {
            throw new IllegalArgumentException("people of other companies have neither commands nor shortcuts: " + id);
        }
        return person;
    }

    /** Chooses a global shortcut. */
    public Answered shortcut(String person, String callbackId) {
        return deliveries.form(Payloads.form(payloads.shortcut(ofTheCompany(person), callbackId)));
    }

    /** Chooses a shortcut on a message. */
    public Answered messageShortcut(String person, String message, String callbackId) {
        Post post = visible(person, message);
        return deliveries.form(Payloads.form(payloads.messageShortcut(ofTheCompany(person), post, callbackId)));
    }

    /** The controls that a person has on a message; none when it is not seen. */
    public List<Control> controls(String person, Post post) {
        return workspace.sees(person, post) ? Controls.of(post) : List.of();
    }

}
