package io.touchpoint.intake;

import java.time.Instant;
import java.util.Base64;

/**
 * Tells a simulated shop what to sign with, as somebody would who copies it from chat.
 */
public final class NewestSecret {

    private NewestSecret() {
    }

    /** The secret that was issued last, or the one of the settings. */
    public static String of(EventSecrets secrets, String workspace, Instant now) {
        return IntakeSettings.PREFIX + Base64.getEncoder().encodeToString(secrets.keys(workspace, now).getLast());
    }

}
