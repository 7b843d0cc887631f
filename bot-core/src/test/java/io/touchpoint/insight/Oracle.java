package io.touchpoint.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case of the statistics whose outcome is known from elsewhere. */
record Oracle(String name, String measure, JsonNode input, JsonNode expected, double tolerance) {

    private static final JsonNode FILE = file();

    static List<Oracle> all() {
        List<Oracle> all = new ArrayList<>();
        for (JsonNode each : FILE.get("cases")) {
            all.add(new Oracle(each.get("name").asString(), each.get("measure").asString(), each.get("input"),
                    each.get("expected"), each.get("tolerance").asDouble()));
        }
        return all;
    }

    static Oracle named(String name) {
        return all().stream().filter((oracle) -> oracle.name.equals(name)).findFirst().orElseThrow();
    }

    private static JsonNode file() {
        try (InputStream json = Objects.requireNonNull(Oracle.class.getResourceAsStream("/statistics-oracles.json"))) {
            return JsonMapper.shared().readTree(json);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    boolean expects(String key) {
        return expected.has(key);
    }

    /** Compares everything that is expected, and that nothing else is given. */
    void isMetBy(Map<String, ? extends @Nullable Object> given) {
        same("", expected, given);
    }

    private void same(String path, JsonNode wanted, @Nullable Object given) {
        switch (given) {
            case null -> assertThat(wanted.isNull()).as(path + " is nothing").isTrue();
            case Map<?, ?> map -> {
                assertThat(map.keySet()).as("keys of " + path)
                    .map(Object::toString)
                    .containsExactlyInAnyOrderElementsOf(wanted.propertyNames());
                map.forEach((key, value) -> same(path + "." + key, wanted.get(key.toString()), value));
            }
            case List<?> list -> {
                assertThat(list).as(path).hasSize(wanted.size());
                for (int i = 0; i < list.size(); i++) {
                    same(path + "[" + i + "]", wanted.get(i), list.get(i));
                }
            }
            case Number number -> {
                assertThat(wanted.isNumber()).as(path + " is a number").isTrue();
                assertThat(number.doubleValue()).as(path).isCloseTo(wanted.asDouble(), within(tolerance));
            }
            case Boolean truth -> assertThat(truth).as(path).isEqualTo(wanted.asBoolean());
            default -> assertThat(given.toString()).as(path).isEqualTo(wanted.asString());
        }
    }

    @Override
    public String toString() {
        return measure + ": " + name;
    }

}
