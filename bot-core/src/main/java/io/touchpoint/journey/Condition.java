package io.touchpoint.journey;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of an attribute of a business event, such as "amount is at least 20".
 *
 * @param attribute the attribute's name, as the event spells it
 * @param values what it is compared with; none for {@code GIVEN} and {@code MISSING}, one
 * number for {@code AT_LEAST} and {@code AT_MOST}
 */
public record Condition(String attribute, Comparison comparison, List<String> values) {

    public Condition {
        values = (values == null) ? List.of() : List.copyOf(values);
    }

    /** How an attribute can be compared. Letters count whatever their case. */
    public enum Comparison {

        /** It is one of the values. */
        IS,
        /** It is none of the values, or missing. */
        IS_NOT,
        /** It is a number, and not smaller. */
        AT_LEAST,
        /** It is a number, and not larger. */
        AT_MOST, GIVEN, MISSING

    }

    /** Whether it holds for an event with these attributes. */
    public boolean holds(Map<String, String> attributes) {
        String value = attributes.get(attribute);
        return switch (comparison) {
            case IS -> value != null && values.stream().anyMatch(value::equalsIgnoreCase);
            case IS_NOT -> value == null || values.stream().noneMatch(value::equalsIgnoreCase);
            case AT_LEAST -> compared(value) >= 0;
            case AT_MOST -> number(value).isPresent() && compared(value) <= 0;
            case GIVEN -> value != null;
            case MISSING -> value == null;
        };
    }

    /** It as people read it, such as "plan is pro or team". */
    public String words() {
        String list = String.join(" or ", values);
        return attribute + switch (comparison) {
            case IS -> " is " + list;
            case IS_NOT -> " is not " + list;
            case AT_LEAST -> " is at least " + list;
            case AT_MOST -> " is at most " + list;
            case GIVEN -> " is given";
            case MISSING -> " is not given";
        };
    }

    /** What the event says instead, such as "amount is 12". */
    public String instead(Map<String, String> attributes) {
        String value = attributes.get(attribute);
        return attribute + ((value == null) ? " is not given" : " is " + value.toLowerCase(Locale.ROOT));
    }

    private int compared(@Nullable String value) {
        return number(value).map((number) -> number.compareTo(new BigDecimal(values.getFirst()))).orElse(-1);
    }

    private static Optional<BigDecimal> number(@Nullable String value) {
        return Optional.ofNullable(value)
            .filter((text) -> text.matches("-?\\d{1,18}(\\.\\d{1,9})?"))
            .map(BigDecimal::new);
    }

}
