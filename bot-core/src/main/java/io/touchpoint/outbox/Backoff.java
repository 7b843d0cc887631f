package io.touchpoint.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/**
 * How long to wait after a failure: three times as long each time, from about five
 * seconds to an hour, spread by a fixed chance so that a run can be repeated exactly.
 */
final class Backoff {

    /** After so many attempts a saying is given up. */
    static final int ATTEMPTS = 8;

    private static final Duration FIRST = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofHours(1);

    private Backoff() {
    }

    /**
     * The wait after the {@code attempt}th attempt, from half to one and a half times.
     */
    static Duration after(String key, int attempt) {
        double millis = Math.min(LONGEST.toMillis(), FIRST.toMillis() * Math.pow(3, attempt - 1.0));
        return Duration.ofMillis(Math.round(millis * (0.5 + chance(key + "/" + attempt))));
    }

    private static double chance(String of) {
        int bits = ByteBuffer.wrap(sha256(of)).getInt() >>> 1;
        return bits / (double) Integer.MAX_VALUE;
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
