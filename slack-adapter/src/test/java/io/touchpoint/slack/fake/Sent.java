package io.touchpoint.slack.fake;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What became of a form that a person sent.
 *
 * @param answer how the app answered; null when Slack itself held the form back
 * @param errors what is wrong, by the control's id
 * @param view what the person sees now; null for no form
 */
public record Sent(@Nullable Answered answer, Map<String, String> errors, @Nullable View view) {

    public Sent {
        errors = Map.copyOf(errors);
    }

    /** What the person sees now. */
    public Optional<View> open() {
        return Optional.ofNullable(view);
    }

}
