package io.touchpoint.intake;

import io.touchpoint.survey.Scale;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a customer has given to another tool.
 *
 * @param id that tool's id of the answer
 * @param customer the company's own id of the customer
 * @param value a value of the scale; null when there are only words
 * @param comment the customer's words; null when there is only a value
 * @param language that the customer speaks; null when it is not said
 */
public record GivenAnswer(String id, String customer, String touchpoint, Scale scale, @Nullable Integer value,
        @Nullable String comment, Instant answered, @Nullable Locale language) {
}
