package io.touchpoint.intake;

import io.touchpoint.workspace.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How business events are taken in.
 *
 * @param secret what they are signed with until others are issued in chat: {@code whsec_}
 * and base64, or plain text
 * @param key what the secrets that are issued in chat are made from
 * @param patience how long their sender waits for the decision at most; it is told then
 * that the event is kept
 */
@ConfigurationProperties("touchpoint.events")
record IntakeSettings(@Nullable Secret secret, @Nullable Secret key, @DefaultValue("2s") Duration patience) {

    static final String PREFIX = "whsec_";

    private static final int SHORTEST_KEY = 32;

    IntakeSettings {
        if (given(secret).filter((value) -> bytes(value).length == 0).isPresent()) {
            throw new IllegalArgumentException("TOUCHPOINT_EVENT_SECRET has nothing after whsec_");
        }
        if (given(key).filter((value) -> value.length() < SHORTEST_KEY).isPresent()) {
            throw new IllegalArgumentException("TOUCHPOINT_KEY is shorter than " + SHORTEST_KEY
                    + " characters: make one with “openssl rand -base64 32”, and keep it");
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("touchpoint.events.patience must be longer than nothing");
        }
    }

    /** The key of signatures under the secret that is set; empty when none is. */
    Optional<byte[]> first() {
        return given(secret).map(IntakeSettings::bytes);
    }

    /** What secrets are made from; empty when that is not set. */
    Optional<byte[]> root() {
        return given(key).map((value) -> value.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> given(@Nullable Secret secret) {
        return Optional.ofNullable(secret).map((one) -> one.value().strip()).filter((value) -> !value.isEmpty());
    }

    private static byte[] bytes(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return secret.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        }
        catch (IllegalArgumentException ex) {
            throw new IllegalArgumentException("TOUCHPOINT_EVENT_SECRET begins with whsec_ and is not base64 after it");
        }
    }

}
