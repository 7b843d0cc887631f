package io.touchpoint.teams.fake;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that a reader sees of a message or a dialog, as plain text in reading order. A
 * chart is read as its title and its fallback, which stand for what is drawn; a column
 * set and a fact set line by line.
 */
final class Reading {

    private final Markup markup;

    Reading(ZoneId reader) {
        this.markup = new Markup(reader);
    }

    /** A message; empty for one that was removed. */
    String post(Post post, Function<Post, List<Control>> controls) {
        if (post.deleted()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        lines.add(markup.shown(post.text()));
        for (JsonNode attachment : Json.each(post.activity().path("attachments"))) {
            if (attachment.path("content") instanceof ObjectNode card) {
                lines.add(card(card, Map.of(), controls.apply(post)));
            }
            else if (!Json.text(attachment, "contentUrl").isEmpty()) {
                lines.add("[file: " + Json.text(attachment, "name") + "]");
            }
        }
        if (Feedback.asked(post)) {
            lines.add("[Like] [Dislike]");
        }
        return joined(lines);
    }

    /** A dialog, with what is filled in. */
    String dialog(Dialog dialog, Map<String, List<String>> filled, Function<Dialog, List<Control>> controls) {
        return joined(List.of(dialog.title(), card(dialog.card(), filled, controls.apply(dialog))));
    }

    private String card(ObjectNode card, Map<String, List<String>> filled, List<Control> controls) {
        if (!Cards.drawn(card)) {
            return Json.text(card, "fallbackText");
        }
        Inner inner = new Inner(filled, controls);
        return inner.inside(card);
    }

    private static String joined(List<String> lines) {
        return lines.stream().filter((line) -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    /** The reading of one card. */
    private final class Inner {

        private final Map<String, List<String>> filled;

        private final List<Control> controls;

        Inner(Map<String, List<String>> filled, List<Control> controls) {
            this.filled = filled;
            this.controls = controls;
        }

        String inside(ObjectNode element) {
            List<String> lines = new ArrayList<>();
            List<String> buttons = new ArrayList<>();
            for (ObjectNode one : Cards.inside(element)) {
                if (Cards.action(one)) {
                    buttons.add("[" + Json.text(one, "title") + "]");
                }
                else {
                    lines.add(element(one));
                }
            }
            lines.add(String.join(" ", buttons));
            return joined(lines);
        }

        private String element(ObjectNode element) {
            String type = Json.text(element, "type");
            return switch (type) {
                case "TextBlock" -> markup.shown(Json.text(element, "text"));
                case "RichTextBlock" -> runs(element);
                case "Image" -> "[image: " + Json.text(element, "altText") + "]";
                case "Media" -> "[media: " + Json.text(element, "altText") + "]";
                case "FactSet" -> each(element.path("facts"), "\n", this::fact);
                case "Table" -> each(element.path("rows"), "\n", this::row);
                case "Rating" -> Json.text(element, "value") + " of " + element.path("max").asInt(5);
                case "Badge" -> Json.text(element, "text");
                case "Icon" -> "";
                case "CompoundButton" -> "[" + Json.text(element, "title") + "]";
                case "CodeBlock" -> Json.text(element, "codeSnippet");
                default -> special(element, type);
            };
        }

        private String special(ObjectNode element, String type) {
            if (type.startsWith("Chart.")) {
                return chart(element);
            }
            if (Cards.input(element)) {
                return input(element);
            }
            return type.startsWith("Progress") ? "" : inside(element);
        }

        private String runs(ObjectNode block) {
            return each(block.path("inlines"), "",
                    (run) -> markup.literal(run.isString() ? run.asString() : Json.text(run, "text")));
        }

        private String fact(JsonNode fact) {
            String title = markup.shown(Json.text(fact, "title"));
            String value = markup.shown(Json.text(fact, "value"));
            return title.isEmpty() ? value : (title.endsWith(":") ? title : title + ":") + " " + value;
        }

        private String row(JsonNode row) {
            return each(row.path("cells"), " | ", (cell) -> inside((ObjectNode) cell).replace('\n', ' '));
        }

        private String chart(ObjectNode chart) {
            String shown = (chart.path("fallback") instanceof ObjectNode fallback)
                    ? Cards.shown(fallback).map(this::element).orElse("") : points(chart);
            return joined(List.of(Json.text(chart, "title"), shown));
        }

        private static String points(ObjectNode chart) {
            return each(chart.path("data"), ", ", (point) -> {
                JsonNode values = point.has("values") ? point.path("values") : point.path("data");
                String name = Json.text(point, point.has("x") ? "x" : "legend");
                return values.isArray() ? name + ": " + each(values, ", ", Inner::point)
                        : name + " " + number(point.has("y") ? point.path("y") : point.path("value"));
            });
        }

        private static String point(JsonNode point) {
            return Json.text(point, "x") + " " + number(point.path("y"));
        }

        private static String number(JsonNode value) {
            return value.isNumber() ? new BigDecimal(value.asString()).stripTrailingZeros().toPlainString()
                    : value.asString("");
        }

        private String input(ObjectNode input) {
            String id = Json.text(input, "id");
            Control control = controls.stream().filter((one) -> one.id().equals(id)).findFirst().orElse(null);
            if (control == null) {
                return markup.shown(Json.text(input, "label"));
            }
            List<String> value = filled.getOrDefault(id, control.value());
            String label = markup.shown(control.label());
            return switch (control.kind()) {
                case RADIO -> label + " " + boxes(control, value, "◉ ", "○ ");
                case CHECKBOXES -> label + " " + boxes(control, value, "☑ ", "☐ ");
                case TOGGLE -> (value.contains(control.options().getFirst().value()) ? "☑ " : "☐ ") + label;
                case SELECT, PERSON -> label + " (" + chosen(control, value) + " ▾)";
                case TEXT, LINES, NUMBER, DATE, TIME, BUTTON, LINK -> label + " (" + typed(control, value) + ")";
            };
        }

        private String boxes(Control control, List<String> value, String on, String off) {
            return control.options()
                .stream()
                .map((option) -> (value.contains(option.value()) ? on : off) + markup.shown(option.label()))
                .collect(Collectors.joining(" "));
        }

        private String typed(Control control, List<String> value) {
            return value.isEmpty() ? Json.text(control.element(), "placeholder") : String.join(", ", value);
        }

        private String chosen(Control control, List<String> value) {
            return value.isEmpty() ? Json.text(control.element(), "placeholder")
                    : value.stream().map((one) -> label(control, one)).collect(Collectors.joining(", "));
        }

        private static String label(Control control, String value) {
            return control.options()
                .stream()
                .filter((option) -> option.value().equals(value))
                .map(Control.Option::label)
                .findFirst()
                .orElse(value);
        }

    }

    private static String each(JsonNode items, String between, Function<JsonNode, String> shown) {
        return StreamSupport.stream(Json.each(items).spliterator(), false)
            .map(shown)
            .collect(Collectors.joining(between));
    }

}
