package io.touchpoint.scenario;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox, through its HTTP interface and nothing else. */
public final class Play {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SandboxCalls calls;

    public Play(String url) {
        this.calls = new SandboxCalls(url);
    }

    public Instant now() {
        return Instant.parse(get("state").get("now").asString());
    }

    public void clock(Instant to) {
        post("clock", Map.of("to", to.toString()));
    }

    public void advance(Duration time) {
        post("clock", Map.of("advance", time.toString()));
    }

    public List<JsonNode> people() {
        return get("state").get("people").valueStream().toList();
    }

    public List<JsonNode> channels() {
        return get("state").get("channels").valueStream().toList();
    }

    /** The id of the person whose name begins so. */
    public String person(String name) {
        return named(people(), name);
    }

    /** The id of the channel of this name. */
    public String channelOf(String name) {
        return named(channels(), name);
    }

    private static String named(List<JsonNode> all, String name) {
        return all.stream()
            .filter((one) -> one.get("name").asString().startsWith(name))
            .map((one) -> one.get("id").asString())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("nobody and nothing is called " + name));
    }

    /** Adds a customer; gives the id. */
    String customer(String name, String locale, String zone, String account) {
        return post("people",
                Map.of("name", name, "role", "customer", "locale", locale, "timeZone", zone, "account", account))
            .get("id")
            .asString();
    }

    /** Lets something happen to a customer; gives the product's answer. */
    public JsonNode event(String kind, String subject, String customer) {
        return post("events", Map.of("kind", kind, "subject", subject, "customer", customer));
    }

    /** The same with other fields of the interface. */
    JsonNode event(String kind, String subject, String customer, Map<String, String> more) {
        Map<String, String> body = new HashMap<>(more);
        body.putAll(Map.of("kind", kind, "subject", subject, "customer", customer));
        return post("events", body);
    }

    /**
     * Tells the application itself, signed as a shop does, of a customer who has such ids
     * on chat platforms; gives its answer.
     */
    public JsonNode happens(String kind, String subject, String customer, Map<String, String> chat) {
        JsonNode state = get("state");
        return taken(kind, calls.signed(state.get("eventsUrl").asString(), state.get("eventsSecret").asString(),
                Instant.parse(state.get("now").asString()),
                JSON.writeValueAsString(Map.of("specversion", "1.0", "id", kind + "-" + subject, "source", "shop",
                        "type", kind, "time", state.get("now").asString(), "data",
                        Map.of("customer",
                                Map.of("id", customer, "chat", chat, "locale", "en-GB", "timeZone", "Europe/London"),
                                "subject", Map.of("kind", "order", "id", subject))))));
    }

    /** Gives a command in a channel; gives what the person is shown. */
    JsonNode command(String person, String channel, String command) {
        return post("commands", Map.of("by", person, "in", channel, "command", command));
    }

    /** A command in the direct chat; gives the text of what is shown. */
    String told(String person, String command) {
        return post("commands", Map.of("by", person, "command", command)).path("messages")
            .path(0)
            .path("text")
            .asString();
    }

    /** Lets the platform deliver everything twice from now on. */
    void everythingTwice() {
        post("faults", Map.of("answer", "duplicate", "times", 1000));
    }

    /**
     * Lets the platform answer so to whatever is next sent to somebody or changed there.
     */
    void misbehaves(String answer, String person) {
        if (!answer.equals("none")) {
            for (String operation : List.of("send", "update")) {
                post("faults", Map.of("operation", operation, "answer", answer, "retryAfter", 5, "times", 1, "channel",
                        person));
            }
        }
    }

    /** Ends all misbehaviour and lets go of calls that hang. */
    void behaves() {
        post("faults", Map.of("answer", "none"));
    }

    /** Advances the clock; false if it waits for a call that hangs. */
    boolean passes(Duration time) {
        SandboxCalls.Answer answer = calls.post("clock", JSON.writeValueAsString(Map.of("advance", time.toString())));
        if (answer.status() == 409) {
            return false;
        }
        taken("clock", answer);
        return true;
    }

    /** How the platform has answered so far, each way once. */
    Set<String> answers() {
        return get("calls").path("calls")
            .valueStream()
            .map((call) -> call.path("answer").asString().split(" ", 2)[0])
            .collect(Collectors.toSet());
    }

    /** Whether the platform can be asked what became of a message. */
    boolean looksForItsMessages() {
        return get("state").get("platform").asString().equals("slack");
    }

    public List<JsonNode> direct(String person) {
        return get("messages?with=" + encoded(person)).get("messages").valueStream().toList();
    }

    public List<JsonNode> channel(String channel) {
        return get("messages?channel=" + encoded(channel)).get("messages").valueStream().toList();
    }

    /** Presses what begins so; gives the answer. */
    public JsonNode press(String person, JsonNode message, String label) {
        return post("presses",
                Map.of("by", person, "message", message.get("id").asString(), "control",
                        control(message, label).orElseThrow(() -> new IllegalStateException(
                                "no “" + label + "” on: " + message.get("text").asString() + labels(message)))));
    }

    /** Presses the newest control that begins so, wherever it stands. */
    public JsonNode pressNewest(String person, List<JsonNode> messages, String label) {
        JsonNode newest = messages.reversed()
            .stream()
            .filter((message) -> control(message, label).isPresent())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no “" + label + "” on any message"));
        return press(person, newest, label);
    }

    /** Lets somebody write in a channel; gives the message. */
    JsonNode write(String person, String channel, String text) {
        return post("messages", Map.of("by", person, "to", channel, "text", text));
    }

    /** Lets somebody answer in the thread of a message; gives the answer. */
    JsonNode reply(String person, String channel, JsonNode to, String text) {
        return post("messages", Map.of("by", person, "to", channel, "text", text, "replyTo", to.get("id").asString()));
    }

    /** Chooses on a message that its conversation is solved; gives what opens. */
    JsonNode mark(String person, JsonNode message) {
        return post("marks", Map.of("by", person, "message", message.get("id").asString()));
    }

    public void write(String person, String text) {
        post("messages", Map.of("by", person, "to", "bot", "text", text));
    }

    /**
     * Fills in the form that an answer holds, by the labels of its fields, and sends it.
     */
    public JsonNode submit(String person, JsonNode answer, Map<String, String> labelled) {
        JsonNode form = answer.path("form");
        Map<String, String> values = new HashMap<>();
        for (JsonNode field : form.path("fields")) {
            labelled.forEach((label, value) -> {
                if (field.get("label").asString().startsWith(label)) {
                    values.put(field.get("id").asString(), value);
                }
            });
        }
        if (values.size() != labelled.size()) {
            throw new IllegalStateException("not on the form: " + labelled.keySet() + " " + form);
        }
        return post("forms", Map.of("by", person, "form", form.get("id").asString(), "values", values));
    }

    static Optional<String> control(JsonNode message, String label) {
        return message.get("controls")
            .valueStream()
            .filter((control) -> control.get("label").asString().startsWith(label))
            .map((control) -> control.get("id").asString())
            .findFirst();
    }

    static List<String> labels(JsonNode message) {
        List<String> labels = new ArrayList<>();
        message.get("controls").valueStream().forEach((control) -> labels.add(control.get("label").asString()));
        return labels;
    }

    private JsonNode get(String path) {
        return taken(path, calls.get(path));
    }

    private JsonNode post(String path, Object body) {
        return taken(path, calls.post(path, JSON.writeValueAsString(body)));
    }

    private static JsonNode taken(String path, SandboxCalls.Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " -> " + answer.status() + " " + answer.json());
        }
        return answer.json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

}
