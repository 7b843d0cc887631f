package io.touchpoint.slack.fake;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

/**
 * A place in blocks that are checked; what is wrong there is added to the findings as
 * Slack writes it.
 *
 * @param node what stands there
 * @param pointer where it is
 * @param findings what was wrong so far
 */
record Spot(JsonNode node, String pointer, List<String> findings) {

    void wrong(String what) {
        findings.add("[ERROR] " + what + " [json-pointer:" + pointer + "]");
    }

    boolean has(String field) {
        return !node.path(field).isMissingNode() && !node.path(field).isNull();
    }

    Spot at(String field) {
        return new Spot(node.path(field), pointer + "/" + field, findings);
    }

    /** The items of a list. */
    List<Spot> items() {
        return IntStream.range(0, node.size())
            .mapToObj((i) -> new Spot(node.path(i), pointer + "/" + i, findings))
            .toList();
    }

    String type() {
        return Json.text(node, "type");
    }

    String text() {
        return node.asString("");
    }

    /** Demands a field. */
    boolean need(String field) {
        if (has(field)) {
            return true;
        }
        wrong("missing required field: " + field);
        return false;
    }

    /** Demands that nothing but these fields is there. */
    void only(String... fields) {
        Set<String> allowed = Set.copyOf(Arrays.asList(fields));
        for (String name : node.propertyNames()) {
            if (!allowed.contains(name) && !name.equals("type")) {
                wrong("invalid additional property: " + name);
            }
        }
    }

    /** Demands that a field, where it is there, is a text of so many characters. */
    void length(String field, int least, int most) {
        if (has(field)) {
            at(field).length(least, most);
        }
    }

    /** Demands that this is a text of so many characters. */
    void length(int least, int most) {
        if (!node.isString()) {
            wrong("must be a string");
            return;
        }
        int length = text().codePointCount(0, text().length());
        if (length < least) {
            wrong("must be more than " + (least - 1) + " characters");
        }
        if (length > most) {
            wrong("must be less than " + (most + 1) + " characters");
        }
    }

    /** Demands that this is a list of so many items. */
    boolean count(int least, int most) {
        if (!node.isArray()) {
            wrong("must be an array");
            return false;
        }
        if (node.size() < least) {
            wrong("no fewer than " + least + " items allowed");
        }
        if (node.size() > most) {
            wrong("no more than " + most + " items allowed");
        }
        return node.size() <= most;
    }

    /** Demands that a field, where it is there, is one of these words. */
    void oneOf(String field, String... words) {
        if (has(field) && !List.of(words).contains(at(field).text())) {
            at(field).wrong("value must be one of: " + String.join(", ", words));
        }
    }

    /** Demands that a field, where it is there, looks like this. */
    void matches(String field, String pattern, String what) {
        if (has(field) && !node.path(field).asString("").matches(pattern)) {
            at(field).wrong("must be a valid " + what);
        }
    }

    /** Demands that a field is a text object. */
    void plain(String field, int most) {
        if (need(field)) {
            at(field).textObject(most, false);
        }
    }

    /** Demands that a field, where it is there, is a {@code plain_text} object. */
    void plainIfThere(String field, int most) {
        if (has(field)) {
            at(field).textObject(most, false);
        }
    }

    /** Demands that this is a text object. */
    void textObject(int most, boolean markupAllowed) {
        if (!node.isObject()) {
            wrong("must be an object");
            return;
        }
        switch (type()) {
            case "plain_text" -> only("text", "emoji");
            case "mrkdwn" -> {
                only("text", "verbatim");
                if (!markupAllowed) {
                    wrong("must be a plain_text object");
                }
            }
            default -> wrong("unsupported type: " + type());
        }
        if (need("text")) {
            length("text", 1, most);
        }
    }

}
