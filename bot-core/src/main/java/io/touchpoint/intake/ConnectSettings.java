package io.touchpoint.intake;

import io.touchpoint.workspace.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What shops and help desks sign with.
 *
 * @param connect by the names of the sources; a source that is not named here is closed
 */
@ConfigurationProperties("touchpoint")
record ConnectSettings(Map<String, Source> connect) {

    ConnectSettings {
        connect = (connect == null) ? Map.of() : Map.copyOf(connect);
    }

    /**
     * A source.
     *
     * @param secret what it signs with; two while one is being replaced
     */
    record Source(@Nullable List<Secret> secret) {

        Source {
            secret = (secret == null) ? List.of() : secret.stream().filter((one) -> !one.value().isBlank()).toList();
        }

    }

    /** The keys of a source; none for one that is closed. */
    Keys keys(String name) {
        Source source = connect.get(name);
        List<Secret> secrets = (source != null) ? source.secret() : null;
        return new Keys((secrets != null) ? secrets : List.of());
    }

    /** The environment variable that opens a source. */
    static String variable(String name) {
        return "TOUCHPOINT_CONNECT_" + name.toUpperCase(Locale.ROOT) + "_SECRET";
    }

}
