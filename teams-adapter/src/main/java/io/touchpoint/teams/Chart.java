package io.touchpoint.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.PlainText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A bar chart of Teams' own, with the same numbers as facts for who cannot draw it. */
final class Chart {

    private static final int NAME = 40;

    private static final int TITLE = 50;

    private static final int SERIES = 6;

    private Chart() {
    }

    static ObjectNode of(Block.Bars bars) {
        List<String> categories = names(bars.categories());
        boolean drawable = !categories.isEmpty() && !bars.series().isEmpty() && bars.series().size() <= SERIES
                && bars.series().stream().flatMap((one) -> one.values().stream()).allMatch(Double::isFinite);
        if (!drawable) {
            return facts(bars, categories);
        }
        boolean one = bars.series().size() == 1;
        ObjectNode chart = Json2.object()
            .put("type", one ? "Chart.VerticalBar" : "Chart.VerticalBar.Grouped")
            .put("title", Inlines.plain(PlainText.cut(bars.title(), TITLE)))
            .put("yAxisTitle", Inlines.plain(bars.unit()));
        chart.set("data", one ? values(categories, bars.series().getFirst()) : series(categories, bars));
        chart.set("fallback", facts(bars, categories));
        return chart;
    }

    private static List<String> names(List<String> names) {
        return PlainText.distinct(names.stream().map(Inlines::literal).toList(), NAME);
    }

    private static ArrayNode series(List<String> categories, Block.Bars bars) {
        ArrayNode data = Json2.array();
        List<String> legends = names(bars.series().stream().map(Block.Series::name).toList());
        for (int i = 0; i < legends.size(); i++) {
            data.addObject().put("legend", legends.get(i)).set("values", values(categories, bars.series().get(i)));
        }
        return data;
    }

    private static ArrayNode values(List<String> categories, Block.Series series) {
        ArrayNode values = Json2.array();
        for (int i = 0; i < categories.size(); i++) {
            values.addObject()
                .put("x", categories.get(i))
                .put("y", BigDecimal.valueOf(series.values().get(i)).setScale(1, RoundingMode.HALF_UP).doubleValue());
        }
        return values;
    }

    private static ObjectNode facts(Block.Bars bars, List<String> categories) {
        ObjectNode set = Json2.object().put("type", "FactSet");
        ArrayNode facts = set.putArray("facts");
        facts.addObject().put("title", Inlines.literal(bars.title())).put("value", " ");
        for (int i = 0; i < categories.size(); i++) {
            List<String> values = new ArrayList<>();
            for (Block.Series one : bars.series()) {
                values.add(Inlines.literal(one.name()) + " " + String.format(Locale.ROOT, "%.0f", one.values().get(i))
                        + Inlines.literal(bars.unit()));
            }
            facts.addObject().put("title", categories.get(i)).put("value", String.join(", ", values));
        }
        return set;
    }

}
