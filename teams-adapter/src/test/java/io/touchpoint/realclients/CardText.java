package io.touchpoint.realclients;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What somebody must be able to read on a card. */
final class CardText {

    /** What the client fills in by itself, such as a date. */
    private static final String FILLED_IN = "\\{\\{.*?}}";

    private static final String MARKUP = "</?at>|\\*\\*";

    private final List<String> texts = new ArrayList<>();

    private final List<Control> controls = new ArrayList<>();

    private final List<String> unknown = new ArrayList<>();

    private CardText() {
    }

    /**
     * Reads a card as a client does that knows version 1.5 of the schema and no more.
     */
    static CardText of(JsonNode card) {
        CardText text = new CardText();
        Stream.of("body", "actions").forEach((part) -> card.path(part).forEach(text::read));
        return text;
    }

    /** Each text, in reading order. */
    List<String> texts() {
        return texts;
    }

    /**
     * Something that can be filled in or pressed.
     *
     * @param names what it, or each part of it, may be called
     * @param parts whether it has several parts, each to be reached
     */
    record Control(Set<String> names, boolean parts) {

        /**
         * Whether a name is its own: what is chosen may follow it, and a star where
         * something must be.
         */
        boolean is(String name) {
            return names.stream().anyMatch((one) -> name.equals(one) || name.startsWith(one + " "));
        }

    }

    /** What can be filled in or pressed, in reading order. */
    List<Control> controls() {
        return controls;
    }

    /** The types of elements in whose place their fallback is drawn. */
    List<String> unknown() {
        return unknown;
    }

    private void read(JsonNode element) {
        String type = element.path("type").asString();
        switch (type) {
            case "TextBlock", "TextRun" -> {
                add(element.path("text"));
                if (element.has("selectAction")) {
                    controls.add(new Control(Set.of(plain(element.path("text").asString())), false));
                }
            }
            case "RichTextBlock" -> element.path("inlines").forEach(this::read);
            case "Container" -> element.path("items").forEach(this::read);
            case "ActionSet" -> element.path("actions").forEach(this::read);
            case "Action.Execute", "Action.Submit", "Action.OpenUrl" -> {
                add(element.path("title"));
                controls.add(new Control(Set.of(plain(element.path("title").asString())), false));
            }
            case "FactSet" -> element.path("facts").forEach((fact) -> {
                add(fact.path("title"));
                add(fact.path("value"));
            });
            case "Input.ChoiceSet" -> {
                add(element.path("label"));
                element.path("choices").forEach((choice) -> add(choice.path("title")));
                controls.add(new Control(Stream
                    .concat(Stream.of(plain(element.path("label").asString())),
                            element.path("choices").valueStream().map((one) -> plain(one.path("title").asString())))
                    .filter((name) -> !name.isEmpty())
                    .collect(Collectors.toSet()), element.path("isMultiSelect").asBoolean()));
            }
            case "Input.Text", "Input.Date", "Input.Time" -> {
                add(element.path("label"));
                controls.add(new Control(Set.of(plain(element.path("label").asString())), !type.equals("Input.Text")));
            }
            default -> {
                unknown.add(type);
                if (element.path("fallback").isObject()) {
                    read(element.path("fallback"));
                }
            }
        }
    }

    private void add(JsonNode text) {
        for (String piece : text.asString().replaceAll(MARKUP, "").split(FILLED_IN, -1)) {
            String plain = plain(piece);
            if (!plain.isEmpty()) {
                texts.add(plain);
            }
        }
    }

    /** The same with single spaces. */
    static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

}
