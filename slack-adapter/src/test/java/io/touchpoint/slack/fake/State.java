package io.touchpoint.slack.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is chosen or typed into elements, as the {@code state.values} of a payload. */
final class State {

    /** Where each kind of element keeps what was chosen. */
    private static final Map<String, String> FIELDS = Map.ofEntries(Map.entry("plain_text_input", "value"),
            Map.entry("number_input", "value"), Map.entry("email_text_input", "value"),
            Map.entry("url_text_input", "value"), Map.entry("static_select", "selected_option"),
            Map.entry("external_select", "selected_option"), Map.entry("radio_buttons", "selected_option"),
            Map.entry("multi_static_select", "selected_options"),
            Map.entry("multi_external_select", "selected_options"), Map.entry("checkboxes", "selected_options"),
            Map.entry("users_select", "selected_user"), Map.entry("multi_users_select", "selected_users"),
            Map.entry("conversations_select", "selected_conversation"),
            Map.entry("multi_conversations_select", "selected_conversations"),
            Map.entry("channels_select", "selected_channel"), Map.entry("multi_channels_select", "selected_channels"),
            Map.entry("datepicker", "selected_date"), Map.entry("timepicker", "selected_time"),
            Map.entry("datetimepicker", "selected_date_time"), Map.entry("rich_text_input", "rich_text_value"));

    private State() {
    }

    static boolean kept(String type) {
        return FIELDS.containsKey(type);
    }

    /** What stands in all elements before anybody touched them. */
    static ObjectNode initial(ArrayNode blocks) {
        ObjectNode values = Json.object();
        for (Element element : Element.all(blocks)) {
            if (kept(element.type())) {
                values.withObjectProperty(element.blockId()).set(element.actionId(), initial(element));
            }
        }
        return values;
    }

    private static ObjectNode initial(Element element) {
        String field = field(element.type());
        String from = "initial_" + (field.startsWith("selected_") ? field.substring("selected_".length()) : "value");
        ObjectNode entry = Json.object().put("type", element.type());
        JsonNode initial = element.node().path(from);
        if (initial.isMissingNode() || initial.isNull()) {
            return empty(entry, field);
        }
        entry.set(field, initial.deepCopy());
        return entry;
    }

    private static ObjectNode empty(ObjectNode entry, String field) {
        if (field.endsWith("s")) {
            entry.putArray(field);
        }
        else {
            entry.putNull(field);
        }
        return entry;
    }

    private static String field(String type) {
        return FIELDS.getOrDefault(type, "value");
    }

    /**
     * The entry of an element once these values are chosen or typed.
     * @param values the options' values or labels, or the text; empty for nothing
     */
    static ObjectNode entry(Element element, List<String> values) {
        String field = field(element.type());
        ObjectNode entry = Json.object().put("type", element.type());
        if (values.isEmpty()) {
            return empty(entry, field);
        }
        switch (field) {
            case "selected_option" -> entry.set(field, option(element, values.getFirst()));
            case "selected_options" -> values.forEach((value) -> entry.withArray(field).add(option(element, value)));
            case "selected_users", "selected_conversations", "selected_channels" ->
                entry.set(field, Json.array(values));
            case "selected_date_time" -> entry.put(field, Long.parseLong(values.getFirst()));
            case "rich_text_value" -> entry.set(field, RichText.of(values.getFirst()));
            default -> entry.put(field, values.getFirst());
        }
        return entry;
    }

    /** The option with this value or, failing that, this label. */
    static ObjectNode option(Element element, String wanted) {
        List<JsonNode> options = Element.options(element.node());
        return (ObjectNode) options.stream()
            .filter((option) -> Json.text(option, "value").equals(wanted))
            .findFirst()
            .or(() -> options.stream()
                .filter((option) -> Json.text(option.path("text"), "text").equals(wanted))
                .findFirst())
            .orElseThrow(() -> new IllegalArgumentException("no such option: " + wanted))
            .deepCopy();
    }

    /** What an entry holds, as values. */
    static List<String> values(JsonNode entry) {
        JsonNode held = entry.path(field(Json.text(entry, "type")));
        List<String> values = new ArrayList<>();
        if (held.isArray()) {
            held.forEach((one) -> values.add(value(one)));
        }
        else if (!held.isNull() && !held.isMissingNode()) {
            values.add(value(held));
        }
        return values;
    }

    private static String value(JsonNode held) {
        if (Json.text(held, "type").equals("rich_text")) {
            return RichText.plain(held);
        }
        return held.isObject() ? Json.text(held, "value") : held.asString("");
    }

}
