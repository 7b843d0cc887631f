package io.touchpoint.intake;

import io.touchpoint.workspace.Secret;
<<<<<<< HEAD
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the door for business events.
 *
 * @param secret under which senders sign, as it is or as {@code whsec_} with base64
 * behind it
 */
@ConfigurationProperties("touchpoint.events")
record IntakeSettings(Secret secret) {

    IntakeSettings {
        if (secret == null || secret.value().isBlank()) {
            throw new IllegalStateException(
                    "touchpoint.events.secret is missing: set TOUCHPOINT_EVENT_SECRET to a long random secret");
=======
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What business events are signed with.
 *
 * @param secret {@code whsec_} and base64, or plain text of at least 16 characters
 */
@ConfigurationProperties("touchpoint.events")
record IntakeSettings(@Nullable Secret secret) {

    private static final String PREFIX = "whsec_";

    private static final int SHORTEST = 16;

    IntakeSettings {
        if (secret == null || secret.value().isBlank()) {
            throw new IllegalArgumentException(
                    "TOUCHPOINT_EVENT_SECRET is missing: the secret that business events are signed with");
        }
        if (key(secret).length < SHORTEST) {
            throw new IllegalArgumentException("TOUCHPOINT_EVENT_SECRET is too short: give it at least " + SHORTEST
                    + " characters, or whsec_ and the base64 of at least " + SHORTEST + " bytes");
        }
    }

    /** The key of the signature. */
    byte[] key() {
        return (secret != null) ? key(secret) : new byte[0];
    }

    private static byte[] key(Secret secret) {
        String value = secret.value().strip();
        if (!value.startsWith(PREFIX)) {
            return value.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(value.substring(PREFIX.length()));
        }
        catch (IllegalArgumentException ex) {
            throw new IllegalArgumentException("TOUCHPOINT_EVENT_SECRET begins with whsec_ and is not base64 after it");
>>>>>>> 904e70e (wip3)
        }
    }

}
