package io.touchpoint.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tells requests of Slack from those of anybody else. */
final class Signatures {

    private static final long WINDOW = Duration.ofMinutes(5).toSeconds();

    private final List<byte[]> secrets;

    Signatures(SlackSettings settings) {
        this.secrets = settings.signingSecrets()
            .stream()
            .map((secret) -> secret.value().getBytes(StandardCharsets.UTF_8))
            .toList();
    }

    /**
     * Whether the bytes were signed by Slack within five minutes of now, before or after.
     */
    boolean valid(@Nullable String timestamp, @Nullable String signature, byte[] body, Instant now) {
        if (timestamp == null || signature == null || !timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        if (Math.abs(now.getEpochSecond() - Long.parseLong(timestamp)) > WINDOW) {
            return false;
        }
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        boolean valid = false;
        // Every secret is tried, so that the time taken does not tell which one matched.
        for (byte[] secret : secrets) {
            valid |= MessageDigest.isEqual(given, sign(secret, timestamp, body));
        }
        return valid;
    }

    static byte[] sign(byte[] secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return ("v0=" + HexFormat.of().formatHex(mac.doFinal(body))).getBytes(StandardCharsets.UTF_8);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
