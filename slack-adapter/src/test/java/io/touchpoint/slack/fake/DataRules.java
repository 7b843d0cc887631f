package io.touchpoint.slack.fake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Slack demands of charts and tables. */
final class DataRules {

    private static final int CELL_CHARACTERS = 10_000;

    private DataRules() {
    }

    /** What all charts and tables of a message may be together. */
    static void together(Spot blocks) {
        long charts = count(blocks, "data_visualization");
        if (charts > 2) {
            blocks.wrong("no more than 2 data_visualization blocks allowed");
        }
        if (count(blocks, "table") > 1) {
            blocks.wrong("only one table block allowed");
        }
        int cells = blocks.items()
            .stream()
            .filter((block) -> block.type().equals("table") || block.type().equals("data_table"))
            .mapToInt((block) -> characters(block.at("rows")))
            .sum();
        if (cells > CELL_CHARACTERS) {
            blocks.wrong("tables must be less than " + (CELL_CHARACTERS + 1) + " characters");
        }
    }

    private static long count(Spot blocks, String type) {
        return blocks.items().stream().filter((block) -> block.type().equals(type)).count();
    }

    private static int characters(Spot rows) {
        return rows.node().findValuesAsString("text").stream().mapToInt(String::length).sum();
    }

    static void chart(Spot block) {
        block.only("title", "chart", "block_id");
        if (block.need("title")) {
            block.length("title", 1, 50);
        }
        if (!block.need("chart")) {
            return;
        }
        Spot chart = block.at("chart");
        switch (chart.type()) {
            case "pie" -> pie(chart);
            case "bar", "line", "area" -> series(chart);
            default -> chart.wrong("unsupported type: " + chart.type());
        }
    }

    private static void pie(Spot chart) {
        chart.only("segments");
        if (chart.need("segments") && chart.at("segments").count(1, 6)) {
            for (Spot segment : chart.at("segments").items()) {
                point(segment);
                if (!(segment.node().path("value").asDouble(0) > 0)) {
                    segment.at("value").wrong("must be greater than 0");
                }
            }
        }
    }

    private static void series(Spot chart) {
        chart.only("series", "axis_config");
        Spot categories = chart.at("axis_config").at("categories");
        if (!chart.need("axis_config") || !chart.at("axis_config").need("categories") || !categories.count(1, 20)) {
            return;
        }
        Set<String> names = new HashSet<>();
        for (Spot category : categories.items()) {
            category.length(1, 20);
            if (!names.add(category.text())) {
                category.wrong("must be unique");
            }
        }
        chart.at("axis_config").length("x_label", 1, 50);
        chart.at("axis_config").length("y_label", 1, 50);
        if (chart.need("series") && chart.at("series").count(1, 6)) {
            Set<String> seriesNames = new HashSet<>();
            for (Spot series : chart.at("series").items()) {
                if (series.need("name")) {
                    series.length("name", 1, 20);
                    if (!seriesNames.add(series.at("name").text())) {
                        series.at("name").wrong("must be unique");
                    }
                }
                data(series, names);
            }
        }
    }

    private static void data(Spot series, Set<String> categories) {
        if (!series.need("data") || !series.at("data").count(1, 20)) {
            return;
        }
        List<Spot> points = series.at("data").items();
        points.forEach(DataRules::point);
        Set<String> labels = new HashSet<>(points.stream().map((point) -> Json.text(point.node(), "label")).toList());
        if (points.size() != categories.size() || !labels.equals(categories)) {
            series.at("data").wrong("must have one value for every category");
        }
    }

    private static void point(Spot point) {
        point.only("label", "value");
        if (point.need("label")) {
            point.length("label", 1, 20);
        }
        if (point.need("value") && !point.node().path("value").isNumber()) {
            point.at("value").wrong("must be a number");
        }
    }

    static void table(Spot block) {
        block.only("rows", "column_settings", "block_id");
        if (block.need("rows") && block.at("rows").count(1, 100)) {
            for (Spot row : block.at("rows").items()) {
                if (row.count(1, 20)) {
                    row.items().forEach(DataRules::cell);
                }
            }
        }
        if (block.has("column_settings")) {
            block.at("column_settings").count(0, 20);
        }
    }

    static void dataTable(Spot block) {
        block.need("caption");
        if (!block.need("rows") || !block.at("rows").count(2, 101)) {
            return;
        }
        List<Spot> rows = block.at("rows").items();
        int columns = rows.getFirst().node().size();
        for (Spot row : rows) {
            if (row.count(1, 20) && row.node().size() != columns) {
                row.wrong("all rows must have the same length");
            }
            row.items().forEach(DataRules::cell);
        }
        for (Spot cell : rows.getFirst().items()) {
            if (cell.type().equals("rich_text")) {
                cell.wrong("unsupported type: rich_text");
            }
        }
        int size = block.node().path("page_size").asInt(5);
        if (size < 1 || size > 100) {
            block.at("page_size").wrong("must be between 1 and 100");
        }
    }

    private static void cell(Spot cell) {
        switch (cell.type()) {
            case "raw_text" -> cell.need("text");
            case "raw_number" -> {
                cell.need("text");
                cell.need("value");
            }
            case "rich_text" -> RichTextRules.check(cell);
            default -> cell.wrong("unsupported type: " + cell.type());
        }
    }

}
