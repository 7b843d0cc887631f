package io.touchpoint.checkin;

import io.touchpoint.chat.Field;
import io.touchpoint.chat.Form;
import io.touchpoint.team.Colleague;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The forms on which somebody says why a check-in is declined or skipped. */
final class ReasonForm {

    private static final String REASON = "reason";

    private static final String OTHER = "another reason";

    private static final int LONGEST = 300;

    private static final List<Field.Option> REASONS = List.of(new Field.Option("day off", "Day off"),
            new Field.Option("nothing to discuss", "Nothing to discuss"), new Field.Option("too busy", "Too busy"),
            new Field.Option(OTHER, "Another reason"));

    private ReasonForm() {
    }

    static Form declining(String token) {
        return new Form(token + ":" + CheckInText.DECLINE, "Decline the check-in", "Decline",
                List.of(new Field.Text(REASON, "Why? They will read it.", null, true, true, LONGEST)));
    }

    static Form skipping(String token, Occurrence meeting, Colleague reader) {
        String question = "Why skip " + Wording.day(meeting.start(), reader.zone()) + "?";
        return new Form(token + ":" + CheckInText.SKIP + meeting.index(), "Skip a check-in", "Skip",
                List.of(new Field.Choice(REASON, question, REASONS, List.of(), false, false, false)));
    }

    /** What was given as the reason; null for nothing. */
    static @Nullable String reason(Map<String, List<String>> values) {
        List<String> given = values.getOrDefault(REASON, List.of());
        return (given.isEmpty() || given.getFirst().isBlank()) ? null : given.getFirst().strip();
    }

    /** One of the reasons that the form offers, whatever came back. */
    static String known(@Nullable String reason) {
        return REASONS.stream()
            .map(Field.Option::value)
            .filter((known) -> known.equals(reason))
            .findFirst()
            .orElse(OTHER);
    }

}
