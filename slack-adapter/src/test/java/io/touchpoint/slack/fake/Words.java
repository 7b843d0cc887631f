package io.touchpoint.slack.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/**
 * Text objects and rich text as plain text.
 *
 * @param markup how markup is read
 */
record Words(Markup markup) {

    /** A text object. */
    String text(JsonNode object) {
        String text = Json.text(object, "text");
        if (Json.text(object, "type").equals("mrkdwn")) {
            return markup.shown(text);
        }
        return Markup.plain(text, object.path("emoji").asBoolean(true));
    }

    String person(String id) {
        return markup.nameOf().apply(id);
    }

    /** A rich text block: quotes and lists as their readers see them. */
    String rich(JsonNode block) {
        List<String> lines = new ArrayList<>();
        for (JsonNode part : block.path("elements")) {
            switch (Json.text(part, "type")) {
                case "rich_text_quote" -> lines.add("> " + inline(part).stripTrailing().replace("\n", "\n> "));
                case "rich_text_list" -> list(part, lines);
                default -> lines.add(ended(inline(part)));
            }
        }
        return String.join("\n", lines);
    }

    /** A section that ends with a line break and a block after it make one line break. */
    private static String ended(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private void list(JsonNode part, List<String> lines) {
        boolean ordered = Json.text(part, "style").equals("ordered");
        String indent = "  ".repeat(part.path("indent").asInt(0));
        int number = part.path("offset").asInt(0);
        for (JsonNode item : part.path("elements")) {
            number++;
            lines.add(indent + (ordered ? number + ". " : "• ") + inline(item));
        }
    }

    private String inline(JsonNode part) {
        return StreamSupport.stream(part.path("elements").spliterator(), false)
            .map(this::element)
            .collect(Collectors.joining());
    }

    private String element(JsonNode element) {
        return switch (Json.text(element, "type")) {
            case "text" -> Markup.plain(Json.text(element, "text"), false);
            case "link" -> element.has("text") ? Json.text(element, "text") : Json.text(element, "url");
            case "user" -> "@" + person(Json.text(element, "user_id"));
            case "channel" -> "#" + markup.channelOf().apply(Json.text(element, "channel_id"));
            case "emoji" -> Markup.plain(":" + Json.text(element, "name") + ":", true);
            case "date" -> markup.dates().shown(element.path("timestamp").asLong(0), Json.text(element, "format"));
            case "broadcast" -> "@" + Json.text(element, "range");
            default -> Json.text(element, "value");
        };
    }

}
