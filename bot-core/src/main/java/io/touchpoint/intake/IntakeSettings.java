package io.touchpoint.intake;

import io.touchpoint.workspace.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the door for business events.
 *
 * @param secret under which senders sign, as it is or as {@code whsec_} with base64
 * behind it
 */
@ConfigurationProperties("touchpoint.events")
record IntakeSettings(Secret secret) {

    IntakeSettings {
        if (secret == null || secret.value().isBlank()) {
            throw new IllegalStateException(
                    "touchpoint.events.secret is missing: set TOUCHPOINT_EVENT_SECRET to a long random secret");
        }
    }

}
