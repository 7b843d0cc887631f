package io.touchpoint.teams.fake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Teams holds against a card: the Connector refuses some cards, others it takes and
 * the client shows less of them than was meant.
 */
final class CardRules {

    private static final int ACTIONS = 6;

    private static final int READERS = 60;

    private static final int ADVISED = 28_000;

    private final List<String> flaws = new ArrayList<>();

    private final Set<String> ids = new HashSet<>();

    private CardRules() {
    }

    /**
     * Looks at a card.
     * @return what is not as it should be, though Teams takes it
     * @throws Refused if Teams does not take it
     */
    static List<String> check(JsonNode content) {
        if (!(content instanceof ObjectNode card) || !Json.text(content, "type").equals("AdaptiveCard")) {
            throw Refused.bad("The attachment is no Adaptive Card.");
        }
        if (Json.text(card, "version").isEmpty()) {
            throw Refused.bad("The card has no version.");
        }
        CardRules rules = new CardRules();
        rules.whole(card);
        rules.element(card);
        return rules.flaws;
    }

    private void whole(ObjectNode card) {
        if (!Cards.drawn(card)) {
            flaws.add("version " + Json.text(card, "version") + " shows nothing but the fallback text");
        }
        if (card.path("refresh").path("userIds").size() > READERS) {
            throw Refused.bad("refresh.userIds names more than 60 people.");
        }
        if (card.has("refresh") && !Json.text(card.path("refresh").path("action"), "type").equals("Action.Execute")) {
            throw Refused.bad("refresh.action is no Action.Execute.");
        }
        if (Json.text(card, "fallbackText").isEmpty()) {
            flaws.add("no fallbackText");
        }
        if (card.toString().length() > ADVISED) {
            flaws.add("the card has more than 28,000 characters");
        }
    }

    private void element(ObjectNode element) {
        String type = Json.text(element, "type");
        if (!type.isEmpty() && !type.equals("AdaptiveCard")) {
            kind(element, type);
        }
        if (element.path("actions").size() > ACTIONS) {
            flaws.add("more than 6 actions side by side");
        }
        for (var field : element.properties()) {
            value(field.getKey(), field.getValue());
        }
    }

    private void kind(ObjectNode element, String type) {
        boolean fallback = element.has("fallback");
        if (!Cards.known(type) && !fallback && !type.equals("TextRun")) {
            flaws.add(type + " is not known and has no fallback");
        }
        if (Cards.extension(type) && !fallback) {
            flaws.add(type + " is not drawn everywhere and has no fallback");
        }
        if (type.equals("Action.Execute") && !fallback) {
            flaws.add("Action.Execute without a fallback");
        }
        if (type.equals("Image") && Json.text(element, "altText").isEmpty()) {
            flaws.add("an image without altText");
        }
        if (type.equals("Action.OpenUrl") && Json.text(element, "url").isEmpty()) {
            throw Refused.bad("Action.OpenUrl has no url.");
        }
        if (Cards.input(element)) {
            input(element, type);
        }
    }

    private void input(ObjectNode input, String type) {
        String id = Json.text(input, "id");
        if (id.isEmpty()) {
            throw Refused.bad(type + " has no id.");
        }
        if (!ids.add(id)) {
            throw Refused.bad("Two inputs have the id " + id + ".");
        }
        if (type.equals("Input.ChoiceSet") && input.path("choices").isEmpty() && !input.has("choices.data")) {
            throw Refused.bad("Input.ChoiceSet has no choices.");
        }
        boolean named = !Json.text(input, "label").isEmpty()
                || (type.equals("Input.Toggle") && !Json.text(input, "title").isEmpty());
        if (!named) {
            flaws.add(type + " without a label");
        }
        if (Json.flag(input, "isRequired") && Json.text(input, "errorMessage").isEmpty()) {
            flaws.add(type + " is required and says nothing when it is empty");
        }
    }

    private void value(String name, JsonNode value) {
        if (value instanceof ObjectNode node) {
            // A fallback stands in the place of its element and may use its id again.
            if (!Set.of("data", "choices.data", "fallback", "msteams").contains(name)) {
                element(node);
            }
        }
        else if (value.isArray()) {
            value.forEach((one) -> value(name, one));
        }
        else if (value.isString() && (name.equals("url") || name.equals("iconUrl") || name.equals("backgroundImage"))) {
            address(value.asString());
        }
    }

    private void address(String url) {
        if (url.startsWith("data:")) {
            throw Refused.bad("Pictures cannot be data URIs.");
        }
        if (!url.startsWith("https://") && !url.startsWith("mailto:") && !url.startsWith("icon:")) {
            flaws.add("the address " + url.substring(0, Math.min(40, url.length())) + " is not https");
        }
    }

}
