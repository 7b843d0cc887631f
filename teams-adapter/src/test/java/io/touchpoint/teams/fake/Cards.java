package io.touchpoint.teams.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the Teams client knows of Adaptive Cards, and what it shows of one. */
final class Cards {

    private static final Set<String> ELEMENTS = Set.of("TextBlock", "RichTextBlock", "Image", "ImageSet", "Media",
            "Container", "ColumnSet", "Column", "FactSet", "ActionSet", "Table", "TableRow", "TableCell", "Input.Text",
            "Input.Number", "Input.Date", "Input.Time", "Input.Toggle", "Input.ChoiceSet");

    /** What Teams draws beyond the schema, though not on every device. */
    private static final Set<String> EXTENSIONS = Set.of("Chart.VerticalBar", "Chart.VerticalBar.Grouped",
            "Chart.HorizontalBar", "Chart.HorizontalBar.Stacked", "Chart.Line", "Chart.Donut", "Chart.Pie",
            "Chart.Gauge", "Rating", "Input.Rating", "Icon", "Badge", "CompoundButton", "CodeBlock", "ProgressBar",
            "ProgressRing");

    private static final Set<String> ACTIONS = Set.of("Action.OpenUrl", "Action.Submit", "Action.Execute",
            "Action.ShowCard", "Action.ToggleVisibility");

    private static final List<String> LISTS = List.of("body", "items", "columns", "rows", "cells", "images");

    private Cards() {
    }

    static boolean known(String type) {
        return ELEMENTS.contains(type) || EXTENSIONS.contains(type) || ACTIONS.contains(type);
    }

    static boolean extension(String type) {
        return EXTENSIONS.contains(type);
    }

    /**
     * Whether Teams draws this version; it draws nothing but the fallback text of later
     * ones.
     */
    static boolean drawn(JsonNode card) {
        String[] version = Json.text(card, "version").split("\\.");
        try {
            int major = Integer.parseInt(version[0]);
            int minor = (version.length > 1) ? Integer.parseInt(version[1]) : 0;
            return major < 1 || (major == 1 && minor <= 5);
        }
        catch (NumberFormatException ex) {
            return false;
        }
    }

    /**
     * An element as it is shown: itself, its fallback where it is not known, or nothing.
     */
    static Optional<ObjectNode> shown(JsonNode element) {
        if (!(element instanceof ObjectNode node) || !element.path("isVisible").asBoolean(true)) {
            return Optional.empty();
        }
        String type = Json.text(node, "type");
        return (known(type) || type.isEmpty()) ? Optional.of(node) : shown(node.path("fallback"));
    }

    /** What stands directly in an element, in reading order, its actions last. */
    static List<ObjectNode> inside(ObjectNode element) {
        List<ObjectNode> inside = new ArrayList<>();
        for (String list : LISTS) {
            for (JsonNode one : Json.each(element.path(list))) {
                ObjectNode typed = Json.copy(one);
                boolean bare = !typed.has("type");
                shown(bare ? typed.put("type", implied(list)) : one).ifPresent(inside::add);
            }
        }
        for (JsonNode one : Json.each(element.path("actions"))) {
            shown(one).ifPresent(inside::add);
        }
        return inside;
    }

    private static String implied(String list) {
        return switch (list) {
            case "columns" -> "Column";
            case "rows" -> "TableRow";
            case "cells" -> "TableCell";
            case "images" -> "Image";
            default -> "";
        };
    }

    /** Everything that is shown of a card, parents before what stands in them. */
    static List<ObjectNode> all(ObjectNode card) {
        List<ObjectNode> all = new ArrayList<>();
        if (drawn(card)) {
            gather(card, all);
        }
        return all;
    }

    private static void gather(ObjectNode element, List<ObjectNode> all) {
        for (ObjectNode one : inside(element)) {
            if (element.path("type").asString("").equals("Table") && !element.path("columns").isMissingNode()
                    && Json.text(one, "type").equals("Column")) {
                continue;
            }
            all.add(one);
            if (one.path("selectAction") instanceof ObjectNode select) {
                all.add(select);
            }
            if (one.path("card") instanceof ObjectNode nested) {
                gather(nested, all);
            }
            gather(one, all);
        }
    }

    static boolean action(JsonNode element) {
        return Json.text(element, "type").startsWith("Action.");
    }

    static boolean input(JsonNode element) {
        return Json.text(element, "type").startsWith("Input.");
    }

}
