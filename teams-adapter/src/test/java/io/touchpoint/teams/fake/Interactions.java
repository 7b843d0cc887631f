package io.touchpoint.teams.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people do with cards and dialogs, computed from what they see: only what is shown
 * can be pressed.
 */
public final class Interactions {

    private final World world;

    private final Surfaces surfaces;

    private final Deliveries deliveries;

    private final Activities activities;

    private final Outcomes outcomes;

    private final MessageActions messageActions;

    Interactions(World world, Surfaces surfaces, Deliveries deliveries, Activities activities) {
        this.world = world;
        this.surfaces = surfaces;
        this.deliveries = deliveries;
        this.activities = activities;
        this.outcomes = new Outcomes(world, surfaces);
        this.messageActions = new MessageActions(world);
    }

    /**
     * Presses a button of a message or a dialog; what was filled in before goes with it.
     */
    public Pressed press(String person, String on, String control) {
        return press(person, on, control, Map.of());
    }

    /**
     * Fills in what is named and presses a button; an input as {@code control} is only
     * filled in.
     * @param on the id of the message or the dialog
     * @param control the id of the control, or the words on a button
     * @param values the values, by the ids of the inputs
     * @throws IllegalArgumentException if the person does not see it, or it has no such
     * control
     */
    public Pressed press(String person, String on, String control, Map<String, List<String>> values) {
        Person presser = world.known(person);
        Surfaces.Surface surface = surfaces.of(presser, on);
        List<Control> controls = controls(surface);
        Control pressed = Controls.find(controls, control)
            .orElseThrow(() -> new IllegalArgumentException("not on this card: " + control));
        surfaces.fill(presser, on, values);
        ObjectNode action = pressed.element();
        return switch (Json.text(action, "type")) {
            case "Action.Submit", "Action.Execute" -> {
                Filling filling = new Filling(controls, surfaces.filled(presser.id(), on));
                boolean checked = !Json.text(action, "associatedInputs").equalsIgnoreCase("none");
                Map<String, String> errors = checked ? filling.errors() : Map.of();
                yield errors.isEmpty() ? act(presser, surface, action, filling.merged(action))
                        : new Pressed(null, errors, surfaces.dialog(presser.id()).orElse(null), "");
            }
            case "feedback" -> feedback(presser, surface, Json.text(action, "reaction"));
            default -> new Pressed(null, Map.of(), surfaces.dialog(presser.id()).orElse(null), "");
        };
    }

    /** Fills in inputs of a message or a dialog; the app hears nothing of it. */
    public void fill(String person, String on, Map<String, List<String>> values) {
        Person one = world.known(person);
        surfaces.of(one, on);
        surfaces.fill(one, on, values);
    }

    /**
     * Fills in a dialog and presses the button that sends it: the first that is an
     * Action.Submit or an Action.Execute with everything that is filled in, those with a
     * positive style before others.
     */
    public Pressed submit(String person, String dialog, Map<String, List<String>> values) {
        Person presser = world.known(person);
        Control send = sending(controls(surfaces.of(presser, dialog)))
            .orElseThrow(() -> new IllegalArgumentException("nothing on this dialog sends it"));
        return press(presser.id(), dialog, send.id(), values);
    }

    static Optional<Control> sending(List<Control> controls) {
        List<Control> sending = controls.stream().filter((control) -> {
            String type = Json.text(control.element(), "type");
            boolean sends = type.equals("Action.Submit") || type.equals("Action.Execute");
            return sends && !Json.text(control.element(), "associatedInputs").equalsIgnoreCase("none");
        }).toList();
        return sending.stream()
            .filter((control) -> Json.text(control.element(), "style").equals("positive"))
            .findFirst()
            .or(() -> sending.stream().findFirst());
    }

    /** The button that sends a dialog. */
    public Optional<Control> sends(String person, String dialog) {
        return sending(controls(person, dialog));
    }

    /** Closes the dialog that a person sees; the app hears nothing of it. */
    public void close(String person) {
        surfaces.closes(world.known(person).id());
    }

    /** The controls that a person has on a message or a dialog. */
    public List<Control> controls(String person, String on) {
        return controls(surfaces.of(world.known(person), on));
    }

    private List<Control> controls(Surfaces.Surface surface) {
        List<Control> controls = Controls.of(surface.card(), (dataset) -> surfaces.people(surface.place(), dataset));
        Post post = surface.post();
        return (post == null || surface.dialog()) ? controls : Feedback.with(controls, post);
    }

    /** What is on the card of a message, for whoever reads it. */
    List<Control> offered(Post post) {
        return post.card()
            .map((card) -> Controls.of(card, (dataset) -> surfaces.people(world.knownPlace(post.place()), dataset)))
            .orElse(List.of());
    }

    /** What is on a dialog. */
    List<Control> offered(Dialog dialog) {
        return Controls.of(dialog.card(), (dataset) -> surfaces.people(world.knownPlace(dialog.place()), dataset));
    }

    /** What the client did not show as it was meant. */
    List<String> flaws() {
        return outcomes.flaws();
    }

    private Pressed act(Person presser, Surfaces.Surface surface, ObjectNode action, ObjectNode data) {
        String special = Json.text(data.path("msteams"), "type");
        boolean execute = Json.text(action, "type").equals("Action.Execute");
        if (special.equals("task/fetch") && !execute) {
            JsonNode value = task(data);
            return fetched(presser, surface, "task/fetch", value);
        }
        if (surface.dialog()) {
            // Dialogs know no Action.Execute: its fallback, an Action.Submit, is what
            // runs.
            return submitted(presser, surface, data);
        }
        return execute ? executed(presser, surface, action, data, "manual") : sent(presser, surface, data);
    }

    /** Chooses one of the app's actions on a message. */
    public Pressed chooses(String person, String post, String command) {
        Person chooser = world.known(person);
        Surfaces.Surface surface = surfaces.of(chooser, post);
        ObjectNode value = messageActions.chooses(origin(surface), command);
        Pressed pressed = fetched(chooser, surface, "composeExtension/fetchTask", value);
        messageActions.opened(pressed.dialog(), value);
        return pressed;
    }

    private static ObjectNode task(JsonNode data) {
        ObjectNode value = Json.object();
        value.set("data", data);
        value.putObject("context").put("theme", "default");
        return value;
    }

    private Pressed sent(Person presser, Surfaces.Surface surface, ObjectNode data) {
        Post post = origin(surface);
        Place place = surface.place();
        String special = Json.text(data.path("msteams"), "type");
        String words = switch (special) {
            case "messageBack" -> Json.text(data.path("msteams"), "text");
            case "imBack" -> Json.text(data.path("msteams"), "value");
            default -> "";
        };
        String shown = special.equals("messageBack") ? Json.text(data.path("msteams"), "displayText") : words;
        String thread = Activities.thread(place, post);
        String id = world.stamp();
        if (!shown.isEmpty()) {
            ObjectNode content = Json.object().put("type", "message").put("text", shown);
            id = world.write(place.id(), presser.id(), content, thread, null).activityId();
        }
        ObjectNode activity = activities.base("message", id, presser, place, thread)
            .put("replyToId", post.activityId());
        if (!words.isEmpty()) {
            activity.put("textFormat", "plain").put("text", words);
        }
        if (!special.equals("imBack")) {
            activity.set("value", data);
        }
        Answered answered = deliveries.deliver(activity);
        return new Pressed(answered, Map.of(), surfaces.dialog(presser.id()).orElse(null), "");
    }

    private static Post origin(Surfaces.Surface surface) {
        Post post = surface.post();
        if (post == null) {
            throw new IllegalStateException("no message stands behind " + surface.id());
        }
        return post;
    }

    private Pressed executed(Person presser, Surfaces.Surface surface, ObjectNode action, ObjectNode data,
            String trigger) {
        ObjectNode value = Json.object();
        ObjectNode sent = value.putObject("action").put("type", "Action.Execute");
        for (String name : List.of("id", "verb", "title")) {
            if (action.has(name)) {
                sent.put(name, Json.text(action, name));
            }
        }
        sent.set("data", data);
        value.put("trigger", trigger);
        ObjectNode activity = activities.invoke("adaptiveCard/action", presser, surface.place(), surface.post(), value);
        return outcomes.card(presser, surface, deliveries.invoke(activity), trigger.equals("manual"));
    }

    private Pressed fetched(Person presser, Surfaces.Surface surface, String name, JsonNode value) {
        ObjectNode activity = activities.invoke(name, presser, surface.place(), surface.post(), value);
        return outcomes.dialog(presser, surface, deliveries.invoke(activity), true);
    }

    private Pressed submitted(Person presser, Surfaces.Surface surface, ObjectNode data) {
        Optional<ObjectNode> action = messageActions.sends(surface.id(), data);
        ObjectNode activity = activities.invoke(action.isPresent() ? "composeExtension/submitAction" : "task/submit",
                presser, surface.place(), surface.post(), action.orElseGet(() -> task(data)));
        return outcomes.dialog(presser, surface, deliveries.invoke(activity), false);
    }

    private Pressed feedback(Person presser, Surfaces.Surface surface, String reaction) {
        if (Feedback.custom(origin(surface))) {
            ObjectNode value = Json.object();
            value.putObject("data").put("actionName", "feedback").putObject("actionValue").put("reaction", reaction);
            return fetched(presser, surface, "message/fetchTask", value);
        }
        return feedback(presser, surface, reaction, "");
    }

    /** Somebody says like or dislike of a message, with words. */
    public Pressed feedback(String person, String post, String reaction, String words) {
        Person presser = world.known(person);
        return feedback(presser, surfaces.of(presser, post), reaction, words);
    }

    private Pressed feedback(Person presser, Surfaces.Surface surface, String reaction, String words) {
        ObjectNode value = Json.object().put("actionName", "feedback");
        value.putObject("actionValue")
            .put("reaction", reaction)
            .put("feedback", Json.object().put("feedbackText", words).toString());
        ObjectNode activity = activities.invoke("message/submitAction", presser, surface.place(), surface.post(),
                value);
        Answered answered = deliveries.invoke(activity);
        return answered.ok() ? new Pressed(answered, Map.of(), null, "")
                : outcomes.failed(presser, surface, answered, "the feedback was not taken");
    }

    /** When a client next refreshes a card by itself: as soon as somebody looks at it. */
    public boolean refreshDue() {
        return !surfaces.looks().isEmpty();
    }

    /** Lets every client refresh the cards that ask for it; gives how many did. */
    public int refreshAll() {
        int done = 0;
        for (Surfaces.Look look : surfaces.looks()) {
            if (surfaces.looked(look)) {
                refresh(look.person(), look.post());
                done++;
            }
        }
        return done;
    }

    /** A person's client refreshes a card, as it does when the card comes into view. */
    public @Nullable Pressed refresh(String person, String post) {
        Person viewer = world.known(person);
        surfaces.looked(new Surfaces.Look(post, viewer.id()));
        Post standing = world.post(post).filter((one) -> world.sees(viewer.id(), one)).orElse(null);
        JsonNode action = (standing == null) ? Json.object()
                : standing.card().map((card) -> card.path("refresh").path("action")).orElseGet(Json::object);
        if (standing == null || !(action instanceof ObjectNode execute)) {
            return null;
        }
        Surfaces.Surface surface = surfaces.of(viewer, post);
        return executed(viewer, surface, execute, Json.copy(execute.path("data")), "automatic");
    }

}
