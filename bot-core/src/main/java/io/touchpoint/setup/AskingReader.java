package io.touchpoint.setup;

import io.touchpoint.journey.Asking;
import io.touchpoint.journey.Condition;
import io.touchpoint.journey.Condition.Comparison;
import io.touchpoint.journey.Place;
import io.touchpoint.setup.Section.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads who is asked at a touchpoint. */
final class AskingReader {

    private static final Pattern BOUND = Pattern.compile("at (least|most) (-?\\d{1,18}(?:\\.\\d{1,9})?)");

    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,39}");

    private static final Map<String, Place> PLACES = Map.of("private", Place.PRIVATE, "thread", Place.THREAD);

    private final Problems problems;

    private final Values values;

    AskingReader(Problems problems) {
        this.problems = problems;
        this.values = new Values(problems);
    }

    Asking asking(Section touchpoint) {
        Duration clock = touchpoint.text("clock").map(values::days).orElse(Asking.USUAL.clock());
        String group = touchpoint.text("clock-of").map((text) -> values.words(text, 40, "“clock-of”")).orElse(null);
        Place place = touchpoint.text("place")
            .map((text) -> values.one(text, PLACES, Place.PRIVATE))
            .orElse(Place.PRIVATE);
        return new Asking(clock, group, conditions(touchpoint, "only-if"), conditions(touchpoint, "only-if-any"),
                place);
    }

    private List<Condition> conditions(Section touchpoint, String name) {
        Section section = touchpoint.section(name, "“" + name + "” of " + touchpoint.what());
        List<Condition> conditions = new ArrayList<>();
        for (String attribute : section.names()) {
            if (!ATTRIBUTE.matcher(attribute).matches()) {
                problems.add(section.line(attribute), "“" + attribute + "” is not the name of an attribute");
            }
            conditions.add(condition(attribute, section.required(attribute)));
        }
        return conditions;
    }

    private Condition condition(String attribute, Text text) {
        String value = text.value();
        Matcher bound = BOUND.matcher(value);
        if (bound.matches()) {
            return new Condition(attribute, bound.group(1).equals("least") ? Comparison.AT_LEAST : Comparison.AT_MOST,
                    List.of(bound.group(2)));
        }
        if (value.startsWith("at least") || value.startsWith("at most")) {
            problems.add(text.line(), "“" + value + "” does not name a number, such as at least 20");
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "given" -> new Condition(attribute, Comparison.GIVEN, List.of());
            case "missing" -> new Condition(attribute, Comparison.MISSING, List.of());
            default -> value.startsWith("not ") ? new Condition(attribute, Comparison.IS_NOT, list(value.substring(4)))
                    : new Condition(attribute, Comparison.IS, list(value));
        };
    }

    private static List<String> list(String value) {
        return Stream.of(value.split("\\s*,\\s*|\\s+or\\s+"))
            .map(String::strip)
            .filter((one) -> !one.isEmpty())
            .toList();
    }

}
