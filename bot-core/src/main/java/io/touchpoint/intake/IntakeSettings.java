package io.touchpoint.intake;

import io.touchpoint.workspace.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How business events are taken in.
 *
 * @param secret what they are signed with: {@code whsec_} and base64, or plain text
 * @param patience how long their sender waits for the decision at most; it is told then
 * that the event is kept
 */
@ConfigurationProperties("touchpoint.events")
record IntakeSettings(@Nullable Secret secret, @DefaultValue("2s") Duration patience) {

    private static final String PREFIX = "whsec_";

    IntakeSettings {
        if (secret == null || secret.value().isBlank()) {
            throw new IllegalArgumentException(
                    "TOUCHPOINT_EVENT_SECRET is missing: the secret that business events are signed with");
        }
        if (key(secret).length == 0) {
            throw new IllegalArgumentException("TOUCHPOINT_EVENT_SECRET has nothing after whsec_");
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("touchpoint.events.patience must be longer than nothing");
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
        }
    }

}
