package io.touchpoint.intake;

import io.touchpoint.workspace.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a webhook as the Standard Webhooks specification describes it, version
 * 1.
 */
final class StandardWebhook {

    /** How far a timestamp may lie on either side of now. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String VERSION = "v1,";

    private final byte[] key;

    StandardWebhook(Secret secret) {
        this.key = key(secret.value());
    }

    /** Whether the headers and the body come from somebody who knows the secret, now. */
    boolean verifies(@Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body,
            Instant now) {
        if (id == null || id.isBlank() || timestamp == null || !timestamp.matches("\\d{1,12}") || signatures == null) {
            return false;
        }
        Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
        if (apart.compareTo(TOLERANCE) > 0) {
            return false;
        }
        byte[] expected = sign(id, timestamp, body).getBytes(StandardCharsets.UTF_8);
        boolean match = false;
        for (String given : signatures.split(" ", 20)) {
            match |= MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
        }
        return match;
    }

    /** The signature of a body, {@code v1,} and base64. */
    String sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("HMAC-SHA256 is missing from this Java runtime", ex);
        }
    }

    private static byte[] key(String secret) {
        return secret.startsWith("whsec_") ? Base64.getDecoder().decode(secret.substring("whsec_".length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }

}
