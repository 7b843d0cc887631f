package io.touchpoint.teams;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Decides which activities are let in. */
final class Gate {

    private final TeamsSettings settings;

    private final @Nullable TokenCheck tokens;

    /**
     * @param tokens null only in the playground, where anybody on this machine is let in
     */
    Gate(TeamsSettings settings, @Nullable TokenCheck tokens) {
        if (tokens == null && !settings.playground()) {
            throw new IllegalArgumentException("tokens are checked everywhere but in the playground");
        }
        this.settings = settings;
        this.tokens = tokens;
    }

    /**
     * Judges a request.
     * @param header its Authorization header
     * @param from where it came from
     */
    TokenCheck.Verdict check(@Nullable String header, InetAddress from, Arrival arrival) {
        if (!settings.answersTo(arrival.serviceUrl()) || !settings.allowsTenant(arrival.tenant())) {
            return TokenCheck.Verdict.REFUSED;
        }
        if (tokens == null) {
            return from.isLoopbackAddress() ? TokenCheck.Verdict.ACCEPTED : TokenCheck.Verdict.REFUSED;
        }
        return tokens.check(header, arrival.channel(), arrival.serviceUrl());
    }

}
