package io.touchpoint.teams;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells activities of the Bot Connector from those of anybody else. Tokens of its channel
 * alone are taken: neither emulators nor other bots have a way in.
 */
final class TokenCheck {

    static final String ISSUER = "https://api.botframework.com";

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final SigningKeys keys;

    private final String appId;

    private final Clock clock;

    TokenCheck(SigningKeys keys, String appId, Clock clock) {
        this.keys = keys;
        this.appId = appId;
        this.clock = clock;
    }

    /** What a token is worth. */
    enum Verdict {

        /** The Bot Connector sent this activity to this bot. */
        ACCEPTED,
        /** Nobody knows who sent it. */
        REFUSED,
        /** There is no key to tell by; it can be tried again later. */
        NO_KEYS

    }

    /**
     * Judges a request.
     * @param header its Authorization header
     * @param channel the channel that its activity names
     * @param serviceUrl the address for answers that its activity names
     */
    Verdict check(@Nullable String header, @Nullable String channel, @Nullable String serviceUrl) {
        Optional<DecodedJWT> token = token(header);
        if (token.isEmpty() || channel == null || channel.isEmpty() || serviceUrl == null) {
            return Verdict.REFUSED;
        }
        Optional<SigningKeys.Key> key = keys.key(token.get().getKeyId());
        if (key.isEmpty()) {
            return keys.none() ? Verdict.NO_KEYS : Verdict.REFUSED;
        }
        boolean valid = key.get().endorsements().contains(channel) && signed(token.get(), key.get())
                && serviceUrl.equalsIgnoreCase(token.get().getClaim("serviceurl").asString());
        return valid ? Verdict.ACCEPTED : Verdict.REFUSED;
    }

    private static Optional<DecodedJWT> token(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JWT.decode(header.substring(7).strip()));
        }
        catch (JWTDecodeException ex) {
            return Optional.empty();
        }
    }

    private boolean signed(DecodedJWT token, SigningKeys.Key key) {
        try {
            JWTVerifier.BaseVerification verification = (JWTVerifier.BaseVerification) JWT
                .require(Algorithm.RSA256(key.value(), null))
                .withIssuer(ISSUER)
                .withAnyOfAudience(appId)
                .withClaimPresence("exp")
                .acceptLeeway(SKEW.toSeconds());
            DecodedJWT verified = verification.build(clock).verify(token);
            return verified.getAudience().size() == 1 && verified.getExpiresAtAsInstant() != null;
        }
        catch (JWTVerificationException ex) {
            return false;
        }
    }

}
