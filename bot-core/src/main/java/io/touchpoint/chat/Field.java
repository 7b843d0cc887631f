package io.touchpoint.chat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something to fill in on a form. */
public sealed interface Field extends FormPart {

    /** The name under which the value comes back; unique on the form. */
    String key();

    /** What is asked. */
    String label();

    /**
     * One choice, or several.
     *
     * @param value the chosen options' values; empty for none
     * @param live whether each change is sent as {@link Inbound.Changed}
     */
    record Choice(String key, String label, List<Option> options, List<String> value, boolean several, boolean optional,
            boolean live) implements Field {

        public Choice {
            options = List.copyOf(options);
            value = List.copyOf(value);
        }

    }

    /** One option of a choice: what comes back, and what is read. */
    record Option(String value, String label) {
    }

    /** Text of one line or of several; {@code most} counts characters. */
    record Text(String key, String label, @Nullable String value, boolean lines, boolean optional,
            int most) implements Field {
    }

    /** A calendar day; its value comes back as an ISO date. */
    record Day(String key, String label, @Nullable LocalDate value, boolean live) implements Field {
    }

    /** A time of day; its value comes back as HH:mm. */
    record Time(String key, String label, @Nullable LocalTime value, boolean live) implements Field {
    }

    /**
     * A colleague, chosen among the platform's people; the value is the platform's id of
     * the person.
     */
    record Person(String key, String label, @Nullable String value, boolean live) implements Field {
    }

}
