package io.touchpoint.slack.fake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What Slack demands of blocks, from its reference. */
final class BlockKit {

    /** Bytes of blocks, as JSON, that a message takes. */
    static final int LARGEST_MESSAGE = 13_200;

    private static final int MOST_IN_MESSAGE = 50;

    private static final int MOST_IN_VIEW = 100;

    private static final int LONGEST_ID = 255;

    private static final Set<String> ONLY_IN_MESSAGES = Set.of("context_actions", "table", "data_table",
            "data_visualization", "markdown", "card", "carousel", "container");

    private static final Set<String> ONLY_IN_MODALS = Set.of("alert");

    private BlockKit() {
    }

    /** What is wrong with the blocks of a message. */
    static List<String> message(ArrayNode blocks) {
        Spot root = new Spot(blocks, "/blocks", new ArrayList<>());
        if (root.count(1, MOST_IN_MESSAGE)) {
            check(root, ONLY_IN_MODALS);
            DataRules.together(root);
        }
        return root.findings();
    }

    /** What is wrong with the blocks of a form or a home tab. */
    static void view(Spot root, boolean modal) {
        if (root.count(0, MOST_IN_VIEW)) {
            Set<String> elsewhere = new HashSet<>(ONLY_IN_MESSAGES);
            if (!modal) {
                elsewhere.addAll(ONLY_IN_MODALS);
            }
            check(root, elsewhere);
        }
    }

    private static void check(Spot blocks, Set<String> elsewhere) {
        Set<String> ids = new HashSet<>();
        for (Spot block : blocks.items()) {
            if (!block.node().isObject()) {
                block.wrong("must be an object");
                continue;
            }
            if (elsewhere.contains(block.type())) {
                block.wrong("unsupported type: " + block.type());
                continue;
            }
            String id = Json.text(block.node(), "block_id");
            if (!id.isEmpty() && !ids.add(id)) {
                block.wrong("block_id " + id + " already exists");
            }
            block.length("block_id", 0, LONGEST_ID);
            block(block);
        }
    }

    private static void block(Spot block) {
        switch (block.type()) {
            case "section" -> section(block);
            case "header" -> {
                block.only("text", "block_id", "level");
                block.plain("text", 150);
            }
            case "divider" -> block.only("block_id");
            case "context" -> context(block);
            case "actions" -> elements(block, ElementRules.IN_ACTIONS, 25);
            case "context_actions" -> elements(block, ElementRules.IN_CONTEXT_ACTIONS, 5);
            case "input" -> input(block);
            case "image" -> image(block);
            case "rich_text" -> RichTextRules.check(block);
            case "data_visualization" -> DataRules.chart(block);
            case "table" -> DataRules.table(block);
            case "data_table" -> DataRules.dataTable(block);
            case "markdown" -> {
                block.only("text", "block_id");
                if (block.need("text")) {
                    block.length("text", 1, 12_000);
                }
            }
            case "file" -> block.only("external_id", "source", "block_id");
            case "alert", "card", "carousel", "video" -> {
            }
            case "container" -> container(block);
            default -> block.wrong("unsupported type: " + block.type());
        }
    }

    private static void section(Spot block) {
        block.only("text", "fields", "accessory", "expand", "block_id");
        if (!block.has("text") && !block.has("fields")) {
            block.wrong("missing required field: text");
        }
        if (block.has("text")) {
            block.at("text").textObject(3_000, true);
        }
        if (block.has("fields") && block.at("fields").count(1, 10)) {
            block.at("fields").items().forEach((field) -> field.textObject(2_000, true));
        }
        if (block.has("accessory")) {
            ElementRules.check(block.at("accessory"), ElementRules.IN_SECTION);
        }
    }

    private static void context(Spot block) {
        block.only("elements", "block_id");
        if (block.need("elements") && block.at("elements").count(1, 10)) {
            for (Spot element : block.at("elements").items()) {
                if (element.type().equals("image")) {
                    image(element);
                }
                else {
                    element.textObject(3_000, true);
                }
            }
        }
    }

    private static void elements(Spot block, Set<String> kinds, int most) {
        block.only("elements", "block_id");
        if (!block.need("elements") || !block.at("elements").count(1, most)) {
            return;
        }
        Set<String> ids = new HashSet<>();
        for (Spot element : block.at("elements").items()) {
            ElementRules.check(element, kinds);
            String id = Json.text(element.node(), "action_id");
            if (!id.isEmpty() && !ids.add(id)) {
                element.wrong("action_id " + id + " already exists");
            }
        }
    }

    private static void input(Spot block) {
        block.only("label", "element", "hint", "optional", "dispatch_action", "block_id");
        block.plain("label", 2_000);
        block.plainIfThere("hint", 2_000);
        if (block.need("element")) {
            ElementRules.check(block.at("element"), ElementRules.IN_INPUT);
        }
    }

    private static void image(Spot image) {
        image.only("image_url", "slack_file", "alt_text", "title", "block_id");
        if (image.has("image_url") == image.has("slack_file")) {
            image.wrong("must have exactly one of: image_url, slack_file");
        }
        image.length("image_url", 1, 3_000);
        if (image.need("alt_text")) {
            image.length("alt_text", 1, 2_000);
        }
        image.plainIfThere("title", 2_000);
    }

    private static void container(Spot block) {
        if (block.has("child_blocks") && block.at("child_blocks").count(1, 10)) {
            Set<String> elsewhere = Set.of("data_table", "data_visualization", "container", "alert");
            check(block.at("child_blocks"), elsewhere);
        }
    }

    /** The same blocks with every id that the app left out. */
    static ArrayNode named(ArrayNode blocks, Workspace workspace) {
        ArrayNode named = blocks.deepCopy();
        for (JsonNode node : named) {
            ObjectNode block = (ObjectNode) node;
            if (Json.text(block, "block_id").isEmpty()) {
                block.put("block_id", workspace.id("blk"));
            }
            for (ObjectNode element : Element.interactive(block)) {
                if (Json.text(element, "action_id").isEmpty()) {
                    element.put("action_id", workspace.id("act"));
                }
            }
        }
        return named;
    }

}
