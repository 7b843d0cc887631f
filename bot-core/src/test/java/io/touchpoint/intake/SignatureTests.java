package io.touchpoint.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.touchpoint.workspace.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTests {

    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");

    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    private final Signature signature = new Signature(settings(new Secret(Signed.SECRET)).first().orElseThrow());

    @Test
    void acceptsTheExampleOfTheSpecification() {
        assertThat(signature.isValid("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", BODY, Instant.ofEpochSecond(1614265330L)))
            .isTrue();
    }

    @Test
    void acceptsOneOfSeveral() {
        String good = Signed.by(Signed.SECRET, "m1", NOW, BODY);
        assertThat(valid("v1a,AAAA v1,AAAA " + good + " v2,AAAA", NOW)).isTrue();
    }

    @Test
    void takesAPlainSecretAsItIs() {
        Signature plain = new Signature(settings(new Secret("a plain secret of words")).first().orElseThrow());
        assertThat(plain.isValid("m1", stamp(NOW), Signed.by("a plain secret of words", "m1", NOW, BODY), BODY, NOW))
            .isTrue();
    }

    @Test
    void holdsTheWindowOnBothSides() {
        String good = Signed.by(Signed.SECRET, "m1", NOW, BODY);
        assertThat(valid(good, NOW.plusSeconds(300))).isTrue();
        assertThat(valid(good, NOW.plusSeconds(300).plusMillis(1))).isFalse();
        assertThat(valid(good, NOW.minusSeconds(300))).isTrue();
        assertThat(valid(good, NOW.minusSeconds(300).minusMillis(1))).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " ", "v1", "v1,", "v1,AAAA", "AAAA", "v1,\u0000", "v2,AAAA" })
    void refusesWhatIsNoSignature(@Nullable String given) {
        assertThat(valid(given, NOW)).isFalse();
    }

    @Test
    void refusesATruncatedSignatureAnotherBodyIdSecretOrVersion() {
        String good = Signed.by(Signed.SECRET, "m1", NOW, BODY);
        assertThat(valid(good.substring(0, good.length() - 1), NOW)).isFalse();
        assertThat(valid(good.replace("v1,", "v1a,"), NOW)).isFalse();
        assertThat(signature.isValid("m2", stamp(NOW), good, BODY, NOW)).isFalse();
        assertThat(signature.isValid("m1", stamp(NOW), good, new byte[0], NOW)).isFalse();
        assertThat(valid(Signed.by("another secret, a plain one", "m1", NOW, BODY), NOW)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "abc", "-5", "1e9", "111111111111111111111111111111", " 1", "1.5" })
    void refusesWhatIsNoTimestamp(@Nullable String timestamp) {
        assertThat(signature.isValid("m1", timestamp, Signed.by(Signed.SECRET, "m1", NOW, BODY), BODY, NOW)).isFalse();
    }

    @Test
    void doesNotStartWithASecretOrAKeyThatIsNone() {
        assertThat(settings(null).first()).isEmpty();
        assertThat(settings(new Secret(" ")).first()).isEmpty();
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new IntakeSettings(null, new Secret("x".repeat(31)), Duration.ofSeconds(2)))
            .withMessage("TOUCHPOINT_KEY is shorter than 32 characters: make one with “openssl rand -base64 32”, "
                    + "and keep it");
        assertThat(new IntakeSettings(null, new Secret("x".repeat(32)), Duration.ofSeconds(2)).root()).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> settings(new Secret("whsec_")))
            .withMessageContaining("has nothing after whsec_");
        assertThatIllegalArgumentException().isThrownBy(() -> settings(new Secret("whsec_?")))
            .withMessageContaining("is not base64");
        assertThat(settings(new Secret(Signed.SECRET)).toString()).doesNotContain("MfKQ");
    }

    private boolean valid(@Nullable String given, Instant now) {
        return signature.isValid("m1", stamp(NOW), given, BODY, now);
    }

    private static String stamp(Instant at) {
        return String.valueOf(at.getEpochSecond());
    }

    private static IntakeSettings settings(@Nullable Secret secret) {
        return new IntakeSettings(secret, null, Duration.ofSeconds(2));
    }

}
