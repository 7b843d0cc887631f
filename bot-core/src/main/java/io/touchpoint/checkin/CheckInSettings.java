package io.touchpoint.checkin;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where this installation is reached.
 *
 * @param publicUrl the address under which people reach it, such as
 * https://touchpoint.example; null when they cannot, and then no calendar is offered
 */
@ConfigurationProperties("touchpoint")
record CheckInSettings(@Nullable URI publicUrl) {

    CheckInSettings {
        if (publicUrl != null && (publicUrl.getHost() == null || publicUrl.getScheme() == null
                || !publicUrl.getScheme().matches("https?"))) {
            throw new IllegalArgumentException(
                    "touchpoint.public-url must be an address such as https://touchpoint.example, not " + publicUrl);
        }
    }

    /** The address of a calendar; null when there is none. */
    @Nullable String calendar(String feed) {
        URI base = publicUrl;
        return (base == null) ? null : base.toString().replaceAll("/+$", "") + "/cal/" + feed + ".ics";
    }

    /** What stands behind the @ of ids in a calendar. */
    String host() {
        URI base = publicUrl;
        return (base == null || base.getHost() == null) ? "touchpoint.invalid" : base.getHost();
    }

}
