package io.touchpoint.intake;

import io.touchpoint.intake.Mapping.Encoding;
import io.touchpoint.workspace.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What a source signs with: two secrets while one is being replaced. */
record Keys(List<Secret> secrets) {

    static final String SHA256 = "HmacSHA256";

    static final String SHA1 = "HmacSHA1";

    private static final String STANDARD = "whsec_";

    private static final int LONGEST = 4096;

    Keys {
        secrets = List.copyOf(secrets);
    }

    /** Whether one of the secrets made this signature over those bytes. */
    boolean signed(String algorithm, Encoding encoding, @Nullable String signature, byte[]... signed) {
        byte[] given = decoded(encoding, signature);
        boolean found = false;
        // Every secret is tried, so that the time taken does not tell which one matched.
        for (Secret secret : secrets) {
            found |= MessageDigest.isEqual(mac(algorithm, secret, signed), given);
        }
        return found;
    }

    /** Whether one of them made a signature as Standard Webhooks prescribes. */
    boolean signedByStandard(Delivery delivery, Instant now) {
        boolean found = false;
        for (Secret secret : secrets) {
            found |= new Signature(standardKey(secret)).isValid(delivery.header("webhook-id"),
                    delivery.header("webhook-timestamp"), delivery.header("webhook-signature"), delivery.body(), now);
        }
        return found;
    }

    /** Whether a signed time is not more than {@link Signature#WINDOW} away. */
    static boolean isNear(Instant signed, Instant now) {
        return Duration.between(signed, now).abs().compareTo(Signature.WINDOW) <= 0;
    }

    /** {@code whsec_} and base64, else plain text. */
    private static byte[] standardKey(Secret secret) {
        byte[] decoded = secret.value().startsWith(STANDARD)
                ? decoded(Encoding.BASE64, secret.value().substring(STANDARD.length())) : new byte[0];
        return (decoded.length > 0) ? decoded : secret.value().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decoded(Encoding encoding, @Nullable String signature) {
        if (signature == null || signature.length() > LONGEST) {
            return new byte[0];
        }
        try {
            return switch (encoding) {
                case HEX -> HexFormat.of().parseHex(signature);
                case BASE64 -> Base64.getDecoder().decode(signature);
            };
        }
        catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static byte[] mac(String algorithm, Secret secret, byte[]... signed) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), algorithm));
            for (byte[] part : signed) {
                mac.update(part);
            }
            return mac.doFinal();
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
