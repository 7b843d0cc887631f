package io.touchpoint.slack.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be pressed, chosen or filled in on messages and views. */
public final class Controls {

    private static final String POSITIVE = "/positive";

    private static final String NEGATIVE = "/negative";

    private Controls() {
    }

    /** The controls of a message in reading order; none on a removed one. */
    public static List<Control> of(Post post) {
        return post.deleted() ? List.of() : of(post.blocks(), State.initial(post.blocks()));
    }

    /** The controls of a view in reading order. */
    public static List<Control> of(View view) {
        return of(view.blocks(), view.state());
    }

    static ObjectNode initial(ObjectNode content) {
        return State.initial(content.withArray("blocks"));
    }

    private static List<Control> of(ArrayNode blocks, JsonNode state) {
        List<Element> elements = Element.all(blocks);
        Map<String, Integer> seen = new HashMap<>();
        elements.forEach((element) -> seen.merge(element.actionId(), 1, Integer::sum));
        List<Control> controls = new ArrayList<>();
        for (Element element : elements) {
            boolean unique = seen.getOrDefault(element.actionId(), 0) == 1;
            String id = unique ? element.actionId() : element.blockId() + "/" + element.actionId();
            if (element.type().equals("feedback_buttons")) {
                controls.add(feedback(element, id + POSITIVE, "positive_button"));
                controls.add(feedback(element, id + NEGATIVE, "negative_button"));
            }
            else {
                controls.add(control(element, id, state));
            }
        }
        return controls;
    }

    private static Control feedback(Element element, String id, String which) {
        JsonNode button = element.node().path(which);
        return new Control(id, element.blockId(), element.actionId(), Control.Kind.BUTTON,
                Json.text(button.path("text"), "text"), List.of(), List.of(Json.text(button, "value")), null, true,
                true, false);
    }

    private static Control control(Element element, String id, JsonNode state) {
        Control.Kind kind = kind(element);
        List<Control.Option> options = Element.options(element.node())
            .stream()
            .map((option) -> new Control.Option(Json.text(option, "value"), Json.text(option.path("text"), "text")))
            .toList();
        List<String> value = State.kept(element.type())
                ? State.values(state.path(element.blockId()).path(element.actionId()))
                : Optional.ofNullable(Json.textOrNull(element.node(), "value")).map(List::of).orElse(List.of());
        boolean several = element.type().startsWith("multi_") || element.type().equals("checkboxes");
        boolean optional = !element.inInput() || Json.flag(element.block(), "optional");
        return new Control(id, element.blockId(), element.actionId(), kind, element.label(), options, value,
                Json.textOrNull(element.node(), "url"), optional, element.live(), several);
    }

    private static Control.Kind kind(Element element) {
        return switch (element.type()) {
            case "overflow" -> Control.Kind.MENU;
            case "static_select", "multi_static_select", "external_select", "multi_external_select" ->
                Control.Kind.SELECT;
            case "users_select", "multi_users_select" -> Control.Kind.PERSON;
            case "conversations_select", "multi_conversations_select", "channels_select", "multi_channels_select" ->
                Control.Kind.CHANNEL;
            case "datepicker" -> Control.Kind.DATE;
            case "timepicker" -> Control.Kind.TIME;
            case "datetimepicker" -> Control.Kind.DATE_TIME;
            case "checkboxes" -> Control.Kind.CHECKBOXES;
            case "radio_buttons" -> Control.Kind.RADIO;
            case "plain_text_input" -> Json.flag(element.node(), "multiline") ? Control.Kind.LINES : Control.Kind.TEXT;
            case "rich_text_input" -> Control.Kind.LINES;
            case "number_input" -> Control.Kind.NUMBER;
            case "email_text_input" -> Control.Kind.EMAIL;
            case "url_text_input" -> Control.Kind.URL;
            default -> Control.Kind.BUTTON;
        };
    }

    /**
     * The control of this id; also found by its block id, or by block id and action id.
     */
    static Optional<Control> find(List<Control> controls, String id) {
        return controls.stream()
            .filter((control) -> control.id().equals(id))
            .findFirst()
            .or(() -> controls.stream()
                .filter((control) -> (control.block() + "/" + control.action()).equals(id))
                .findFirst())
            .or(() -> controls.stream().filter((control) -> control.block().equals(id)).findFirst());
    }

    /** The element behind a control. */
    static Element element(ArrayNode blocks, Control control) {
        return Element.all(blocks)
            .stream()
            .filter((element) -> element.blockId().equals(control.block())
                    && element.actionId().equals(control.action()))
            .findFirst()
            .orElseThrow();
    }

    /**
     * Which button of a pair a control is: {@code positive_button},
     * {@code negative_button}, or none.
     */
    static Optional<String> ofPair(Control control) {
        if (control.id().endsWith(POSITIVE)) {
            return Optional.of("positive_button");
        }
        return control.id().endsWith(NEGATIVE) ? Optional.of("negative_button") : Optional.empty();
    }

}
