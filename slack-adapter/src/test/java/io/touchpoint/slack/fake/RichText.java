package io.touchpoint.slack.fake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rich text that Slack's own client makes of what people type. */
final class RichText {

    private static final Pattern MENTION = Pattern.compile("<([@#])([A-Z0-9]+)>");

    private RichText() {
    }

    /** Typed words, with mentions as {@code <@ID>}, as a block. */
    static ObjectNode of(String typed) {
        ObjectNode block = Json.object().put("type", "rich_text");
        ArrayNode elements = block.putArray("elements")
            .addObject()
            .put("type", "rich_text_section")
            .putArray("elements");
        Matcher mentions = MENTION.matcher(typed);
        int from = 0;
        while (mentions.find()) {
            text(elements, typed.substring(from, mentions.start()));
            boolean person = mentions.group(1).equals("@");
            elements.addObject()
                .put("type", person ? "user" : "channel")
                .put(person ? "user_id" : "channel_id", mentions.group(2));
            from = mentions.end();
        }
        text(elements, typed.substring(from));
        return block;
    }

    private static void text(ArrayNode elements, String text) {
        if (!text.isEmpty()) {
            elements.addObject().put("type", "text").put("text", text);
        }
    }

    /** Typed words as the top-level text of a message: escaped, mentions kept. */
    static String escaped(String typed) {
        String escaped = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return escaped.replaceAll("&lt;([@#][A-Z0-9]+)&gt;", "<$1>");
    }

    /** The words of a typed block. */
    static String plain(JsonNode block) {
        return String.join("", block.findValuesAsString("text"));
    }

}
