package io.touchpoint.slack.fake;

/** What Slack demands of rich text. */
final class RichTextRules {

    private RichTextRules() {
    }

    static void check(Spot block) {
        block.only("elements", "block_id");
        if (block.need("elements") && block.at("elements").count(1, 1_000)) {
            block.at("elements").items().forEach(RichTextRules::part);
        }
    }

    private static void part(Spot part) {
        switch (part.type()) {
            case "rich_text_section" -> {
                part.only("elements");
                inline(part);
            }
            case "rich_text_quote", "rich_text_preformatted" -> {
                part.only("elements", "border", "language");
                inline(part);
            }
            case "rich_text_list" -> {
                part.only("style", "elements", "indent", "offset", "border");
                if (part.need("style")) {
                    part.oneOf("style", "bullet", "ordered");
                }
                if (part.need("elements") && part.at("elements").count(1, 1_000)) {
                    part.at("elements").items().forEach(RichTextRules::item);
                }
            }
            default -> part.wrong("unsupported type: " + part.type());
        }
    }

    private static void item(Spot item) {
        if (item.type().equals("rich_text_section")) {
            inline(item);
        }
        else {
            item.wrong("unsupported type: " + item.type());
        }
    }

    private static void inline(Spot part) {
        if (part.need("elements") && part.at("elements").count(0, 1_000)) {
            part.at("elements").items().forEach(RichTextRules::element);
        }
    }

    private static void element(Spot element) {
        switch (element.type()) {
            case "text" -> {
                element.only("text", "style");
                if (element.need("text")) {
                    element.length("text", 1, 40_000);
                }
            }
            case "link" -> {
                element.only("url", "text", "unsafe", "style");
                if (element.need("url")) {
                    element.length("url", 1, 3_000);
                }
            }
            case "user" -> {
                element.only("user_id", "style");
                element.need("user_id");
            }
            case "channel" -> {
                element.only("channel_id", "style");
                element.need("channel_id");
            }
            case "emoji" -> {
                element.only("name", "unicode", "style", "skin_tone");
                element.need("name");
            }
            case "date" -> date(element);
            case "broadcast" -> {
                element.only("range", "style");
                element.oneOf("range", "here", "channel", "everyone");
            }
            case "usergroup" -> element.need("usergroup_id");
            case "color" -> element.need("value");
            default -> element.wrong("unsupported type: " + element.type());
        }
        if (element.has("style")) {
            element.at("style")
                .only("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink");
        }
    }

    private static void date(Spot element) {
        element.only("timestamp", "format", "url", "fallback", "style");
        if (element.need("timestamp") && !element.node().path("timestamp").isIntegralNumber()) {
            element.at("timestamp").wrong("must be an integer");
        }
        if (element.need("format") && !element.at("format").text().contains("{")) {
            element.at("format").wrong("must contain a date token");
        }
    }

}
