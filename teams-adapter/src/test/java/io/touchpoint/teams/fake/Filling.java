package io.touchpoint.teams.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a person has filled in on a card: checked by the client, and sent beside the
 * action's own data.
 */
final class Filling {

    private final List<Control> controls;

    private final Map<String, List<String>> values;

    Filling(List<Control> controls, Map<String, List<String>> values) {
        this.controls = controls.stream().filter((control) -> !control.pressed()).toList();
        this.values = values;
    }

    private List<String> value(Control control) {
        List<String> given = values.getOrDefault(control.id(), control.value());
        return given.stream().filter((one) -> !one.isEmpty()).toList();
    }

    /**
     * What is wrong, by the id of the input; the client sends nothing until it is right.
     */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        for (Control control : controls) {
            if (wrong(control, value(control))) {
                String said = Json.text(control.element(), "errorMessage");
                errors.put(control.id(), said.isEmpty() ? "This is not right." : said);
            }
        }
        return errors;
    }

    private static boolean wrong(Control control, List<String> value) {
        ObjectNode input = control.element();
        if (value.isEmpty()) {
            return control.required();
        }
        return switch (control.kind()) {
            case TEXT, LINES -> !pattern(input, value.getFirst());
            case NUMBER -> !number(input, value.getFirst());
            case DATE, TIME -> !between(input, value.getFirst());
            case SELECT, RADIO, CHECKBOXES -> !offered(control, value);
            case TOGGLE -> control.required() && !value.getFirst().equals(control.options().getFirst().value());
            case PERSON, BUTTON, LINK -> false;
        };
    }

    private static boolean pattern(ObjectNode input, String value) {
        String regex = Json.text(input, "regex");
        int most = input.path("maxLength").asInt(Integer.MAX_VALUE);
        return value.length() <= most && (regex.isEmpty() || value.matches(regex));
    }

    private static boolean number(ObjectNode input, String value) {
        try {
            double given = Double.parseDouble(value);
            return given >= input.path("min").asDouble(-Double.MAX_VALUE)
                    && given <= input.path("max").asDouble(Double.MAX_VALUE);
        }
        catch (NumberFormatException ex) {
            return false;
        }
    }

    /** Days and times of day in ISO form are in order when their texts are. */
    private static boolean between(ObjectNode input, String value) {
        String min = Json.text(input, "min");
        String max = Json.text(input, "max");
        return (min.isEmpty() || value.compareTo(min) >= 0) && (max.isEmpty() || value.compareTo(max) <= 0);
    }

    private static boolean offered(Control control, List<String> value) {
        List<String> known = control.options().stream().map(Control.Option::value).toList();
        return known.containsAll(value) && (control.several() || value.size() == 1);
    }

    /** The action's data with what is filled in; the latter wins. */
    ObjectNode merged(JsonNode action) {
        ObjectNode merged = Json.copy(action.path("data"));
        if (Json.text(action, "associatedInputs").equalsIgnoreCase("none")) {
            return merged;
        }
        for (Control control : controls) {
            List<String> value = value(control);
            boolean typed = switch (control.kind()) {
                case TEXT, LINES, DATE, TIME -> true;
                case NUMBER, SELECT, RADIO, CHECKBOXES, PERSON, TOGGLE, BUTTON, LINK -> false;
            };
            if (control.kind() == Control.Kind.TOGGLE && value.isEmpty()) {
                merged.put(control.id(), control.options().getLast().value());
            }
            else if (typed || !value.isEmpty()) {
                merged.put(control.id(), String.join(",", value));
            }
        }
        return merged;
    }

}
