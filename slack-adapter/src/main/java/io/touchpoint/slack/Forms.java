package io.touchpoint.slack;

import com.google.gson.JsonObject;
import io.touchpoint.chat.PlainText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Forms as they come back: which one, and what is filled in. */
final class Forms {

    private static final int MOST = 3000;

    private static final List<String> VALUES = List.of("value", "selected_date", "selected_time", "selected_user");

    private Forms() {
    }

    /** The form's key; empty when it is missing. */
    static String key(JsonObject payload) {
        return Json.found(Json.at(payload, "view"), "private_metadata").orElse("");
    }

    /** The values by the fields' keys; an empty list for a field that is empty. */
    static Map<String, List<String>> values(JsonObject payload) {
        JsonObject blocks = Json.at(payload, "view", "state", "values");
        Map<String, List<String>> values = new HashMap<>();
        blocks.keySet().forEach((block) -> {
            JsonObject elements = Json.at(blocks, block);
            elements.keySet().forEach((action) -> values.put(action, of(Json.at(elements, action))));
        });
        return values;
    }

    /**
     * Names what was sent: the same when a person who was told that it did not work sends
     * the same form with the same in it once more; empty when the form has no id.
     */
    static Optional<String> sent(JsonObject payload) {
        String all = new TreeMap<>(values(payload)).toString();
        return Json.found(Json.at(payload, "view"), "id").map((id) -> "form:" + id + ":" + Arrival.digest(all));
    }

    /** The keys of the fields that were sent. */
    static Set<String> keys(JsonObject payload) {
        return Json.at(payload, "view", "state", "values").keySet();
    }

    private static List<String> of(JsonObject state) {
        Stream<String> direct = VALUES.stream().map((name) -> Json.found(state, name)).flatMap(Optional::stream);
        Stream<String> one = Json.found(Json.at(state, "selected_option"), "value").stream();
        Stream<String> several = Json.objects(state, "selected_options")
            .stream()
            .flatMap((option) -> Json.found(option, "value").stream());
        return Stream.of(direct, one, several)
            .flatMap((values) -> values)
            .map((value) -> PlainText.cut(value, MOST))
            .toList();
    }

}
