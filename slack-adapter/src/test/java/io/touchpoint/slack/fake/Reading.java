package io.touchpoint.slack.fake;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages and views as people read them: plain text in reading order, made of the blocks
 * alone where there are any. Buttons stand in square brackets, what is chosen or typed in
 * round ones.
 */
public final class Reading {

    private final Markup markup;

    private final Words words;

    /**
     * Reads for somebody.
     * @param nameOf the name of a person by id
     * @param channelOf the name of a channel by id
     * @param reader the zone in which dates are shown
     * @param now when it is read, for dates such as {@code tomorrow}
     */
    public Reading(UnaryOperator<String> nameOf, UnaryOperator<String> channelOf, ZoneId reader, Instant now) {
        this.markup = new Markup(nameOf, channelOf, new Dates(reader, now));
        this.words = new Words(markup);
    }

    /** A message; empty for one that was removed. */
    public String post(Post post) {
        if (post.deleted()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        if (post.blocks().isEmpty()) {
            lines.add(markup.shown(post.text()));
        }
        blocks(post.blocks(), State.initial(post.blocks()), lines);
        post.files().forEach((file) -> lines.add("[file: " + Json.text(file, "title") + "]"));
        return joined(lines);
    }

    /** A form, from its title to its buttons, or a home tab. */
    public String view(View view) {
        List<String> lines = new ArrayList<>();
        lines.add(view.title());
        blocks(view.blocks(), view.state(), lines);
        if (view.modal()) {
            List<String> buttons = new ArrayList<>();
            for (String name : List.of("submit", "close")) {
                if (view.content().has(name)) {
                    buttons.add("[" + words.text(view.content().path(name)) + "]");
                }
            }
            lines.add(String.join(" ", buttons));
        }
        return joined(lines);
    }

    private static String joined(List<String> lines) {
        return lines.stream().filter((line) -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private void blocks(ArrayNode blocks, JsonNode state, List<String> lines) {
        for (JsonNode block : blocks) {
            lines.add(block(block, state));
        }
    }

    private String block(JsonNode block, JsonNode state) {
        return switch (Json.text(block, "type")) {
            case "header" -> words.text(block.path("text"));
            case "section" -> section(block, state);
            case "context" -> each(block.path("elements"), " ", this::inContext);
            case "actions", "context_actions" ->
                each(block.path("elements"), " ", (element) -> control(block, element, state));
            case "input" -> words.text(block.path("label")) + (Json.flag(block, "optional") ? " (optional)" : "") + " "
                    + control(block, block.path("element"), state) + hint(block);
            case "divider" -> "---";
            case "rich_text" -> words.rich(block);
            case "image" -> "[image: " + Json.text(block, "alt_text") + "]";
            case "markdown" -> markup.shown(Json.text(block, "text"));
            case "data_visualization" -> chart(block);
            case "table", "data_table" -> table(block);
            default -> "[" + Json.text(block, "type") + "]";
        };
    }

    private static String each(JsonNode items, String between, Function<JsonNode, String> shown) {
        return StreamSupport.stream(items.spliterator(), false).map(shown).collect(Collectors.joining(between));
    }

    private String inContext(JsonNode element) {
        return Json.text(element, "type").equals("image") ? "[image: " + Json.text(element, "alt_text") + "]"
                : words.text(element);
    }

    private String section(JsonNode block, JsonNode state) {
        List<String> parts = new ArrayList<>();
        if (block.has("text")) {
            parts.add(words.text(block.path("text")));
        }
        block.path("fields").forEach((field) -> parts.add(words.text(field)));
        String text = String.join("\n", parts);
        return block.has("accessory") ? text + " " + control(block, block.path("accessory"), state) : text;
    }

    private String hint(JsonNode block) {
        return block.has("hint") ? "\n" + words.text(block.path("hint")) : "";
    }

    private String control(JsonNode block, JsonNode node, JsonNode state) {
        Element element = new Element((ObjectNode) block, (ObjectNode) node);
        List<String> values = State.values(state.path(element.blockId()).path(element.actionId()));
        return switch (element.type()) {
            case "button", "icon_button" -> "[" + words.text(node.path("text")) + "]";
            case "feedback_buttons" -> "[" + words.text(node.path("positive_button").path("text")) + "] ["
                    + words.text(node.path("negative_button").path("text")) + "]";
            case "overflow" ->
                "[⋯ " + each(node.path("options"), " | ", (option) -> words.text(option.path("text"))) + "]";
            case "checkboxes" -> boxes(element, values, "☑ ", "☐ ");
            case "radio_buttons" -> boxes(element, values, "◉ ", "○ ");
            case "image" -> "[image: " + Json.text(node, "alt_text") + "]";
            default -> "(" + chosen(element, values) + (menu(element) ? " ▾)" : ")");
        };
    }

    private static boolean menu(Element element) {
        return element.type().endsWith("_select");
    }

    private String boxes(Element element, List<String> values, String on, String off) {
        return Element.options(element.node())
            .stream()
            .map((option) -> (values.contains(Json.text(option, "value")) ? on : off) + words.text(option.path("text")))
            .collect(Collectors.joining(" "));
    }

    private String chosen(Element element, List<String> values) {
        if (values.isEmpty()) {
            return words.text(element.node().path("placeholder"));
        }
        return values.stream().map((value) -> chosen(element, value)).collect(Collectors.joining(", "));
    }

    private String chosen(Element element, String value) {
        if (element.type().endsWith("users_select")) {
            return words.person(value);
        }
        return Element.options(element.node())
            .stream()
            .filter((option) -> Json.text(option, "value").equals(value))
            .map((option) -> words.text(option.path("text")))
            .findFirst()
            .orElse(value);
    }

    private static String chart(JsonNode block) {
        List<String> lines = new ArrayList<>(List.of(Json.text(block, "title")));
        JsonNode chart = block.path("chart");
        if (chart.has("segments")) {
            lines.add(each(chart.path("segments"), ", ", Reading::point));
        }
        chart.path("series")
            .forEach((series) -> lines
                .add(Json.text(series, "name") + ": " + each(series.path("data"), ", ", Reading::point)));
        return String.join("\n", lines);
    }

    private static String point(JsonNode point) {
        BigDecimal value = new BigDecimal(point.path("value").asString("0")).stripTrailingZeros();
        return Json.text(point, "label") + " " + value.toPlainString();
    }

    private String table(JsonNode block) {
        List<String> lines = new ArrayList<>();
        if (block.has("caption")) {
            lines.add(Json.text(block, "caption"));
        }
        block.path("rows").forEach((row) -> lines.add(each(row, " | ", this::cell)));
        return String.join("\n", lines);
    }

    private String cell(JsonNode cell) {
        return Json.text(cell, "type").equals("rich_text") ? words.rich(cell) : Json.text(cell, "text");
    }

}
