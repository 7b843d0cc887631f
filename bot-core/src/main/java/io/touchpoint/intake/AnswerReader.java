package io.touchpoint.intake;

import io.touchpoint.survey.Scale;
import java.time.Instant;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads an answer that was given to another tool. A value is taken on the scale that it
 * was given on, and never made one of another.
 */
public final class AnswerReader {

    private static final int LONGEST_COMMENT = 4000;

    private static final String SCALES = Stream.of(Scale.values()).map(Scale::id).collect(Collectors.joining(", "));

    private final Instant now;

    public AnswerReader(Instant now) {
        this.now = now;
    }

    /** The answer that a body tells of. */
    public GivenAnswer read(byte[] body) throws Malformed {
        Json json = Json.read(body);
        Scale scale = json.optional("scale", "one of " + SCALES, AnswerReader::scale)
            .orElseThrow(() -> new Malformed("scale", "is missing"));
        Optional<Integer> value = json.optional("value", "a whole number", Integer::valueOf);
        if (value.isPresent() && !scale.has(value.get())) {
            throw new Malformed("value",
                    "is not on the scale %s, which goes from %d to %d".formatted(scale.id(), scale.min(), scale.max()));
        }
        Optional<String> comment = json.optionalWords("comment", LONGEST_COMMENT);
        if (value.isEmpty() && comment.isEmpty()) {
            throw new Malformed("value", "is missing, and so is a comment");
        }
        return new GivenAnswer(json.id("id", 200), json.id("customer", 100), json.id("touchpoint", 40), scale,
                value.orElse(null), comment.orElse(null), EventReader.time(json, now),
                json.optional("language", "a language such as en or de-AT", EventReader::locale).orElse(null));
    }

    private static Scale scale(String id) {
        return Stream.of(Scale.values())
            .filter((scale) -> scale.id().equals(id.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(NoSuchElementException::new);
    }

}
