package io.touchpoint.slack.fake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Slack's client does with forms: fills them in, checks them, sends them, closes
 * them.
 */
final class Forms {

    private static final String TROUBLE = "We had some trouble connecting. Try again?";

    private final Workspace workspace;

    private final Views views;

    private final Deliveries deliveries;

    private final Payloads payloads;

    Forms(Workspace workspace, Views views, Deliveries deliveries, Payloads payloads) {
        this.workspace = workspace;
        this.views = views;
        this.deliveries = deliveries;
        this.payloads = payloads;
    }

    private View seen(Person person, String id) {
        List<View> stack = views.stack(person.id());
        return views.byId(id)
            .filter((view) -> view.person().equals(person.id()))
            .filter((view) -> !view.modal() || stack.getLast().id().equals(id))
            .orElseThrow(() -> new IllegalArgumentException(person.id() + " does not see this view: " + id));
    }

    private static Control control(View view, String id) {
        return Controls.find(Controls.of(view), id)
            .orElseThrow(() -> new IllegalArgumentException("not on this view: " + id));
    }

    /**
     * What a control says of its use: the chosen option, the button's words, the text.
     */
    static ObjectNode used(Control control, Element element, List<String> values) {
        if (State.kept(element.type())) {
            return State.entry(element, values);
        }
        ObjectNode used = Json.object();
        switch (element.type()) {
            case "overflow" -> used.set("selected_option", State.option(element, values.getFirst()));
            case "feedback_buttons" -> {
                JsonNode button = element.node().path(Controls.ofPair(control).orElseThrow());
                used.put("value", Json.text(button, "value"));
                used.set("text", button.path("text").deepCopy());
            }
            default -> {
                used.set("text", element.node().path("text").deepCopy());
                copy(element, used, "value");
                copy(element, used, "style");
            }
        }
        return used;
    }

    private static void copy(Element element, ObjectNode used, String field) {
        if (element.node().has(field)) {
            used.set(field, element.node().path(field).deepCopy());
        }
    }

    Answered press(Person person, String viewId, String controlId, @Nullable String value) {
        View view = seen(person, viewId);
        Control control = control(view, controlId);
        Element element = Controls.element(view.blocks(), control);
        if (State.kept(element.type())) {
            List<Answered> answers = fill(person, viewId, Map.of(controlId, (value == null) ? "" : value));
            return answers.isEmpty() ? new Answered(200, "", "", java.time.Duration.ZERO, "") : answers.getLast();
        }
        ObjectNode used = used(control, element, (value == null) ? List.of() : List.of(value));
        return deliveries.form(Payloads.form(payloads.pressed(person, view, payloads.action(element, used))));
    }

    List<Answered> fill(Person person, String viewId, Map<String, ?> values) {
        List<Answered> answers = new ArrayList<>();
        values.forEach((id, value) -> {
            View view = seen(person, viewId);
            Control control = control(view, id);
            Element element = Controls.element(view.blocks(), control);
            List<String> wanted = resolved(control, texts(value));
            ObjectNode entry = State.entry(element, wanted);
            JsonNode before = view.state().path(element.blockId()).path(element.actionId());
            if (entry.equals(before)) {
                return;
            }
            View filled = views.filled(view, element, entry);
            if (element.live()) {
                ObjectNode action = payloads.action(element, entry);
                answers.add(deliveries.form(Payloads.form(payloads.pressed(person, filled, action))));
            }
        });
        return answers;
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        String text = (value == null) ? "" : value.toString();
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** People and channels may be given by their names. */
    private List<String> resolved(Control control, List<String> values) {
        return switch (control.kind()) {
            case PERSON -> values.stream()
                .map((value) -> workspace.people()
                    .stream()
                    .filter((person) -> person.id().equals(value) || person.realName().equals(value))
                    .findFirst()
                    .map(Person::id)
                    .orElseThrow(() -> new IllegalArgumentException("no such person: " + value)))
                .toList();
            case BUTTON, SELECT, MENU, TEXT, LINES, DATE, TIME, DATE_TIME, CHANNEL, CHECKBOXES, RADIO, NUMBER, EMAIL,
                    URL ->
                values;
        };
    }

    Sent submit(Person person, String viewId, Map<String, ?> values) {
        fill(person, viewId, values);
        View view = seen(person, viewId);
        if (!view.content().has("submit")) {
            throw new IllegalArgumentException("this view cannot be sent: " + viewId);
        }
        Map<String, String> missing = missing(view);
        if (!missing.isEmpty()) {
            return new Sent(null, missing, view);
        }
        Answered answered = deliveries.form(Payloads.form(payloads.submitted(person, view)));
        if (!answered.ok()) {
            return new Sent(answered, Map.of("", TROUBLE), view);
        }
        try {
            return apply(person, view, answered);
        }
        catch (Refused | JacksonException ex) {
            return new Sent(answered.problem("the answer cannot be shown: " + ex.getMessage()), Map.of("", TROUBLE),
                    view);
        }
    }

    /** What Slack's client itself finds wrong. */
    private static Map<String, String> missing(View view) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Control control : Controls.of(view)) {
            Element element = Controls.element(view.blocks(), control);
            if (!element.inInput()) {
                continue;
            }
            if (!control.optional() && control.value().isEmpty()) {
                wrong.put(control.id(), "Please complete this required field.");
            }
            else if (element.type().equals("plain_text_input") && !control.value().isEmpty()) {
                int length = control.value().getFirst().length();
                int most = element.node().path("max_length").asInt(3_000);
                int least = element.node().path("min_length").asInt(0);
                if (length > most) {
                    wrong.put(control.id(), "Please use no more than " + most + " characters.");
                }
                if (length < least) {
                    wrong.put(control.id(), "Please use at least " + least + " characters.");
                }
            }
        }
        return wrong;
    }

    private Sent apply(Person person, View view, Answered answered) {
        String id = person.id();
        JsonNode body = answered.body().isBlank() ? Json.object() : Json.parse(answered.body());
        switch (Json.text(body, "response_action")) {
            case "" -> views.pop(id);
            case "clear" -> views.clear(id);
            case "update" -> views.update(view, ViewMethods.checked(body.path("view"), "modal", workspace));
            case "push" -> views.push(id, ViewMethods.checked(body.path("view"), "modal", workspace));
            case "errors" -> {
                return refused(view, answered, body.path("errors"));
            }
            default -> {
                return new Sent(answered.problem("unknown response_action"), Map.of("", TROUBLE), view);
            }
        }
        List<View> stack = views.stack(id);
        return new Sent(answered, Map.of(), stack.isEmpty() ? null : stack.getLast());
    }

    private static Sent refused(View view, Answered answered, JsonNode errors) {
        Map<String, String> byControl = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> error : errors.properties()) {
            Control control = Controls.of(view)
                .stream()
                .filter((one) -> one.block().equals(error.getKey()))
                .filter((one) -> Controls.element(view.blocks(), one).inInput())
                .findFirst()
                .orElse(null);
            if (control == null) {
                return new Sent(answered.problem("an error for no input: " + error.getKey()), Map.of("", TROUBLE),
                        view);
            }
            byControl.put(control.id(), error.getValue().asString(""));
        }
        return byControl.isEmpty() ? new Sent(answered.problem("no errors given"), Map.of("", TROUBLE), view)
                : new Sent(answered, byControl, view);
    }

    @Nullable Answered close(Person person, String viewId) {
        View view = seen(person, viewId);
        boolean cleared = Json.flag(view.content(), "clear_on_close");
        if (cleared) {
            views.clear(person.id());
        }
        else {
            views.pop(person.id());
        }
        if (!Json.flag(view.content(), "notify_on_close")) {
            return null;
        }
        return deliveries.form(Payloads.form(payloads.closed(person, view, cleared)));
    }

}
