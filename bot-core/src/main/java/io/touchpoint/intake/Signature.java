package io.touchpoint.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Checks signatures as the Standard Webhooks specification describes them. */
final class Signature {

    static final Duration WINDOW = Duration.ofSeconds(300);

    private static final String ALGORITHM = "HmacSHA256";

    private static final String VERSION = "v1,";

    private static final int LONGEST = 4096;

    private final byte[] key;

    Signature(byte[] key) {
        this.key = key.clone();
    }

    /**
     * Whether a body bears a valid signature of a time not more than {@link #WINDOW}
     * away.
     * @param id the header {@code webhook-id}
     * @param timestamp the header {@code webhook-timestamp}, seconds since 1970
     * @param signatures the header {@code webhook-signature}, several separated by spaces
     */
    boolean isValid(@Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body,
            Instant now) {
        if (id == null || id.isBlank() || signatures == null || timestamp == null || !isNear(timestamp, now)
                || signatures.length() > LONGEST) {
            return false;
        }
        byte[] expected = sign(id, timestamp, body);
        boolean found = false;
        for (String signature : signatures.split(" ", -1)) {
            byte[] given = signature.startsWith(VERSION)
                    ? signature.substring(VERSION.length()).getBytes(StandardCharsets.UTF_8) : new byte[0];
            found |= MessageDigest.isEqual(expected, given);
        }
        return found;
    }

    /** The base64 of the signature. */
    private byte[] sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encode(mac.doFinal(body));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** Whether a timestamp is one, and of a time not more than {@link #WINDOW} away. */
    static boolean isNear(@Nullable String timestamp, Instant now) {
        if (timestamp == null || !timestamp.matches("\\d{1,11}")) {
            return false;
        }
        Duration away = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
        return away.compareTo(WINDOW) <= 0;
    }

}
