package io.touchpoint.slack.fake;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** What Slack demands of the elements that people press, choose or fill in. */
final class ElementRules {

    private static final Set<String> SELECTS = Set.of("static_select", "external_select", "users_select",
            "conversations_select", "channels_select");

    private static final Set<String> MULTI_SELECTS = SELECTS.stream()
        .map((type) -> "multi_" + type)
        .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> PICKERS = Set.of("datepicker", "timepicker", "datetimepicker", "checkboxes",
            "radio_buttons");

    private static final Set<String> TYPED = Set.of("plain_text_input", "rich_text_input", "number_input",
            "email_text_input", "url_text_input", "file_input");

    static final Set<String> IN_ACTIONS = union(SELECTS, PICKERS, Set.of("button", "overflow", "workflow_button"));

    static final Set<String> IN_SECTION = union(IN_ACTIONS, MULTI_SELECTS, Set.of("image"));

    static final Set<String> IN_INPUT = union(SELECTS, MULTI_SELECTS, PICKERS, TYPED);

    static final Set<String> IN_CONTEXT_ACTIONS = Set.of("feedback_buttons", "icon_button");

    private static final String DAY = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    private ElementRules() {
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    static void check(Spot element, Set<String> kinds) {
        String type = element.type();
        if (!kinds.contains(type)) {
            element.wrong("unsupported type: " + type);
            return;
        }
        element.length("action_id", 1, 255);
        if (element.has("confirm")) {
            confirm(element.at("confirm"));
        }
        if (SELECTS.contains(type) || MULTI_SELECTS.contains(type)) {
            select(element);
            return;
        }
        switch (type) {
            case "button" -> button(element);
            case "overflow" -> overflow(element);
            case "checkboxes", "radio_buttons" -> choices(element);
            case "datepicker" -> picker(element, "initial_date", DAY, "date");
            case "timepicker" -> picker(element, "initial_time", TIME, "time");
            case "datetimepicker" -> picker(element, "initial_date_time", "\\d{10}", "date_time");
            case "plain_text_input" -> typed(element, 3_000);
            case "email_text_input", "url_text_input" -> typed(element, 3_000);
            case "number_input" -> {
                element.need("is_decimal_allowed");
                element.plainIfThere("placeholder", 150);
            }
            case "feedback_buttons" -> feedback(element);
            case "icon_button" -> {
                element.need("icon");
                element.plain("text", 75);
            }
            default -> element.plainIfThere("placeholder", 150);
        }
    }

    private static void button(Spot element) {
        element.only("text", "action_id", "url", "value", "style", "confirm", "accessibility_label");
        element.plain("text", 75);
        element.length("value", 0, 2_000);
        element.length("url", 1, 3_000);
        element.matches("url", "(https?|mailto|slack):.+", "URL");
        element.oneOf("style", "primary", "danger");
        element.length("accessibility_label", 1, 75);
    }

    private static void feedback(Spot element) {
        element.only("action_id", "positive_button", "negative_button");
        for (String name : new String[] { "positive_button", "negative_button" }) {
            if (element.need(name)) {
                Spot button = element.at(name);
                button.only("text", "value", "accessibility_label");
                button.plain("text", 75);
                if (button.need("value")) {
                    button.length("value", 0, 2_000);
                }
                button.length("accessibility_label", 1, 75);
            }
        }
    }

    private static void overflow(Spot element) {
        element.only("options", "action_id", "confirm");
        if (element.need("options") && element.at("options").count(1, 5)) {
            element.at("options").items().forEach((option) -> option(option, false));
        }
    }

    private static void choices(Spot element) {
        element.only("options", "action_id", "initial_option", "initial_options", "confirm", "focus_on_load");
        if (element.need("options") && element.at("options").count(1, 10)) {
            element.at("options").items().forEach((option) -> option(option, true));
        }
        initial(element);
    }

    private static void select(Spot element) {
        element.plainIfThere("placeholder", 150);
        if (element.has("max_selected_items") && element.node().path("max_selected_items").asInt(0) < 1) {
            element.at("max_selected_items").wrong("must be greater than 0");
        }
        if (!element.type().endsWith("static_select")) {
            return;
        }
        if (element.has("options") == element.has("option_groups")) {
            element.wrong("must have exactly one of: options, option_groups");
        }
        if (element.has("options") && element.at("options").count(1, 100)) {
            element.at("options").items().forEach((option) -> option(option, false));
        }
        if (element.has("option_groups") && element.at("option_groups").count(1, 100)) {
            for (Spot group : element.at("option_groups").items()) {
                group.plain("label", 75);
                if (group.need("options") && group.at("options").count(1, 100)) {
                    group.at("options").items().forEach((option) -> option(option, false));
                }
            }
        }
        initial(element);
    }

    private static void option(Spot option, boolean markup) {
        option.only("text", "value", "description", "url");
        if (option.need("text")) {
            option.at("text").textObject(75, markup);
        }
        if (option.need("value")) {
            option.length("value", 1, 150);
        }
        if (option.has("description")) {
            option.at("description").textObject(75, markup);
        }
        option.length("url", 1, 3_000);
    }

    /** What is chosen at first must be one of the options, word for word. */
    private static void initial(Spot element) {
        if (element.has("initial_option") && !offered(element, element.node().path("initial_option"))) {
            element.at("initial_option").wrong("invalid initial option");
        }
        if (element.has("initial_options") && element.at("initial_options").count(1, 100)) {
            for (Spot chosen : element.at("initial_options").items()) {
                if (!offered(element, chosen.node())) {
                    chosen.wrong("invalid initial option");
                }
            }
        }
    }

    private static boolean offered(Spot element, JsonNode option) {
        return Element.options(element.node()).stream().anyMatch(option::equals);
    }

    private static void picker(Spot element, String initial, String pattern, String what) {
        element.only("action_id", initial, "placeholder", "confirm", "focus_on_load", "timezone");
        element.matches(initial, pattern, what);
        element.plainIfThere("placeholder", 150);
    }

    private static void typed(Spot element, int longest) {
        element.only("action_id", "initial_value", "multiline", "min_length", "max_length", "placeholder",
                "dispatch_action_config", "focus_on_load");
        element.plainIfThere("placeholder", 150);
        element.length("initial_value", 0, longest);
        int most = element.node().path("max_length").asInt(longest);
        int least = element.node().path("min_length").asInt(0);
        if (most < 1 || most > longest) {
            element.at("max_length").wrong("must be between 1 and " + longest);
        }
        if (least < 0 || least > most) {
            element.at("min_length").wrong("must be between 0 and max_length");
        }
    }

    private static void confirm(Spot confirm) {
        confirm.only("title", "text", "confirm", "deny", "style");
        confirm.plain("title", 100);
        if (confirm.need("text")) {
            confirm.at("text").textObject(300, true);
        }
        confirm.plain("confirm", 30);
        confirm.plain("deny", 30);
        confirm.oneOf("style", "primary", "danger");
    }

}
