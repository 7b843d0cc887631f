package io.touchpoint.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the input of a case and builds what it is compared with. */
final class Given {

    private Given() {
    }

    /** A row of names and values by turns. */
    static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return row;
    }

    static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        array.forEach((node) -> all.add(read.apply(node)));
        return all;
    }

    static double[] numbers(JsonNode array) {
        return each(array, JsonNode::asDouble).stream().mapToDouble(Double::doubleValue).toArray();
    }

    static List<Double> list(double[] numbers) {
        return DoubleStream.of(numbers).boxed().toList();
    }

    /** {@code [x, n]}. */
    static Count count(JsonNode pair) {
        return new Count(pair.get(0).asLong(), pair.get(1).asLong());
    }

}
