package io.touchpoint.teams.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The controls of a card, in reading order. */
public final class Controls {

    private Controls() {
    }

    /**
     * Everything on a card that can be used.
     * @param people what a people picker offers, by its data set
     */
    static List<Control> of(ObjectNode card, Function<String, List<Control.Option>> people) {
        List<Control> controls = new ArrayList<>();
        int actions = 0;
        for (ObjectNode element : Cards.all(card)) {
            if (Cards.action(element)) {
                controls.add(button(element, ++actions));
            }
            else if (Cards.input(element)) {
                controls.add(input(element, people));
            }
        }
        return controls;
    }

    /** A control by its id or, for buttons, by the words on it. */
    static Optional<Control> find(List<Control> controls, String wanted) {
        return controls.stream()
            .filter((control) -> control.id().equals(wanted))
            .findFirst()
            .or(() -> controls.stream()
                .filter((control) -> control.pressed() && control.label().equals(wanted))
                .findFirst());
    }

    private static Control button(ObjectNode action, int number) {
        String id = Json.text(action, "id");
        if (id.isEmpty()) {
            id = "a" + number + "-" + Integer.toHexString(action.toString().hashCode());
        }
        Control.Kind kind = Json.text(action, "type").equals("Action.OpenUrl") ? Control.Kind.LINK
                : Control.Kind.BUTTON;
        return new Control(id, kind, Json.text(action, "title"), List.of(), List.of(), false, false, action);
    }

    private static Control input(ObjectNode input, Function<String, List<Control.Option>> people) {
        boolean toggle = Json.text(input, "type").equals("Input.Toggle");
        String label = Json.text(input, "label");
        boolean several = Json.flag(input, "isMultiSelect");
        String value = Json.text(input, "value");
        List<String> values = value.isEmpty() ? List.of() : several ? List.of(value.split(",")) : List.of(value);
        String named = (label.isEmpty() && toggle) ? Json.text(input, "title") : label;
        return new Control(Json.text(input, "id"), kind(input), named, options(input, people), values, several,
                Json.flag(input, "isRequired"), input);
    }

    private static Control.Kind kind(ObjectNode input) {
        return switch (Json.text(input, "type")) {
            case "Input.Text" -> Json.flag(input, "isMultiline") ? Control.Kind.LINES : Control.Kind.TEXT;
            case "Input.Number", "Input.Rating" -> Control.Kind.NUMBER;
            case "Input.Date" -> Control.Kind.DATE;
            case "Input.Time" -> Control.Kind.TIME;
            case "Input.Toggle" -> Control.Kind.TOGGLE;
            default -> choice(input);
        };
    }

    private static Control.Kind choice(ObjectNode input) {
        if (input.has("choices.data")) {
            return Control.Kind.PERSON;
        }
        if (!Json.text(input, "style").equals("expanded")) {
            return Control.Kind.SELECT;
        }
        return Json.flag(input, "isMultiSelect") ? Control.Kind.CHECKBOXES : Control.Kind.RADIO;
    }

    private static List<Control.Option> options(ObjectNode input, Function<String, List<Control.Option>> people) {
        if (Json.text(input, "type").equals("Input.Toggle")) {
            return List.of(new Control.Option(input.path("valueOn").asString("true"), Json.text(input, "title")),
                    new Control.Option(input.path("valueOff").asString("false"), ""));
        }
        Stream.Builder<Control.Option> options = Stream.builder();
        for (JsonNode choice : Json.each(input.path("choices"))) {
            options.add(new Control.Option(Json.text(choice, "value"), Json.text(choice, "title")));
        }
        List<Control.Option> listed = options.build().toList();
        String dataset = Json.text(input.path("choices.data"), "dataset");
        return (listed.isEmpty() && !dataset.isEmpty()) ? people.apply(dataset) : listed;
    }

}
