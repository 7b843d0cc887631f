package io.touchpoint.teams.fake;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a button that a person pressed.
 *
 * @param answer how the app answered; null when the client itself held the press back, or
 * only opened an address
 * @param errors what is wrong with what is filled in, by the id of the input
 * @param dialog what lies over the chat now; null for nothing
 * @param sentence what the client says in passing; empty for nothing
 */
public record Pressed(@Nullable Answered answer, Map<String, String> errors, @Nullable Dialog dialog, String sentence) {

    public Pressed {
        errors = Map.copyOf(errors);
    }

    /** The dialog that lies over the chat now. */
    public Optional<Dialog> open() {
        return Optional.ofNullable(dialog);
    }

    /** Whether the app took it. */
    public boolean ok() {
        Answered answered = answer;
        return errors.isEmpty() && (answered == null || answered.ok());
    }

}
