package io.touchpoint.slack.fake;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An interactive element and the block that it stands in.
 *
 * @param block the block
 * @param node the element
 */
record Element(ObjectNode block, ObjectNode node) {

    /** All interactive elements in reading order. */
    static List<Element> all(ArrayNode blocks) {
        List<Element> elements = new ArrayList<>();
        for (JsonNode node : blocks) {
            if (node instanceof ObjectNode block) {
                interactive(block).forEach((element) -> elements.add(new Element(block, element)));
            }
        }
        return elements;
    }

    /** The interactive elements of one block. */
    static List<ObjectNode> interactive(ObjectNode block) {
        List<JsonNode> found = new ArrayList<>();
        switch (Json.text(block, "type")) {
            case "actions", "context_actions" -> block.path("elements").forEach(found::add);
            case "section" -> found.add(block.path("accessory"));
            case "input" -> found.add(block.path("element"));
            default -> {
            }
        }
        return found.stream()
            .filter((element) -> element.isObject() && !Json.text(element, "type").equals("image"))
            .map(ObjectNode.class::cast)
            .toList();
    }

    /** All options of an element, those in groups included. */
    static List<JsonNode> options(JsonNode element) {
        List<JsonNode> options = new ArrayList<>();
        element.path("options").forEach(options::add);
        element.path("option_groups").forEach((group) -> group.path("options").forEach(options::add));
        return options;
    }

    String type() {
        return Json.text(node, "type");
    }

    String blockId() {
        return Json.text(block, "block_id");
    }

    String actionId() {
        return Json.text(node, "action_id");
    }

    boolean inInput() {
        return Json.text(block, "type").equals("input");
    }

    /** Whether the app hears of each change at once. */
    boolean live() {
        return !inInput() || Json.flag(block, "dispatch_action");
    }

    /** What is read beside the element, or on it. */
    String label() {
        if (inInput()) {
            return Json.text(block.path("label"), "text");
        }
        if (node.has("text")) {
            return Json.text(node.path("text"), "text");
        }
        if (node.has("placeholder")) {
            return Json.text(node.path("placeholder"), "text");
        }
        return Json.text(block.path("text"), "text");
    }

}
