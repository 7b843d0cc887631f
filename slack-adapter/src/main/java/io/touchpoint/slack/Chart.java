package io.touchpoint.slack;

import io.touchpoint.chat.Block;
import io.touchpoint.chat.PlainText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bar chart as a data_visualization block. */
final class Chart {

    private static final int CATEGORIES = 20;

    private static final int SERIES = 6;

    private static final int NAME = 20;

    private Chart() {
    }

    /** The block; null for a chart that Slack cannot draw. */
    static @Nullable Map<String, Object> of(Block.Bars bars) {
        boolean drawable = !bars.title().isBlank() && !bars.categories().isEmpty()
                && bars.categories().size() <= CATEGORIES && !bars.series().isEmpty() && bars.series().size() <= SERIES
                && bars.series().stream().flatMap((one) -> one.values().stream()).allMatch(Double::isFinite);
        if (!drawable) {
            return null;
        }
        List<String> categories = PlainText.distinct(bars.categories(), NAME);
        List<String> names = PlainText.distinct(bars.series().stream().map(Block.Series::name).toList(), NAME);
        List<Map<String, Object>> series = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            series.add(Json.object("name", names.get(i), "data", data(categories, bars.series().get(i).values())));
        }
        return Json.object("type", "data_visualization", "title", PlainText.cut(bars.title(), 50), "chart",
                Json.object("type", "bar", "series", series, "axis_config", Json.object("categories", categories)));
    }

    private static List<Map<String, Object>> data(List<String> categories, List<Double> values) {
        List<Map<String, Object>> data = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            data.add(Json.object("label", categories.get(i), "value",
                    BigDecimal.valueOf(values.get(i)).setScale(1, RoundingMode.HALF_UP)));
        }
        return data;
    }

}
