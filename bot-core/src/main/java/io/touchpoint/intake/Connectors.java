package io.touchpoint.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The sources of a workspace: those that it describes, and the vendors that everybody
 * has. One that it describes takes the place of a vendor of the same name.
 */
@Component
@EnableConfigurationProperties(ConnectSettings.class)
class Connectors {

    private final List<Connector> vendors;

    private final ConnectSettings settings;

    private final Sources sources;

    Connectors(List<Connector> vendors, ConnectSettings settings, Sources sources) {
        this.vendors = List.copyOf(vendors);
        this.settings = settings;
        this.sources = sources;
    }

    Optional<Connector> find(String workspace, String name) {
        return all(workspace).filter((connector) -> connector.name().equals(name)).findFirst();
    }

    /** Their names, in order. */
    List<String> names(String workspace) {
        return all(workspace).map(Connector::name).distinct().sorted().toList();
    }

    private Stream<Connector> all(String workspace) {
        return Stream.concat(sources.of(workspace).stream().map(MappedSource::new), vendors.stream());
    }

    /** Whether a source has a secret. */
    boolean isOpen(String name) {
        return !settings.keys(name).secrets().isEmpty();
    }

    /** The source that a delivery is from, if it is genuine. */
    Optional<Connector> sender(String workspace, String name, Delivery delivery, Instant now) {
        Keys keys = settings.keys(name);
        return keys.secrets().isEmpty() ? Optional.empty()
                : find(workspace, name).filter((connector) -> connector.isGenuine(delivery, keys, now));
    }

}
