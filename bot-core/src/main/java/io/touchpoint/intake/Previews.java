package io.touchpoint.intake;

import io.touchpoint.followup.BusinessEvent;
import io.touchpoint.followup.Foresight;
import io.touchpoint.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows what payloads would come to. Nothing is kept, no signature is needed, and nobody
 * is asked.
 */
@Component
public class Previews {

    private final Connectors connectors;

    private final Interpreter interpreter;

    private final Foresight foresight;

    Previews(Connectors connectors, Interpreter interpreter, Foresight foresight) {
        this.connectors = connectors;
        this.interpreter = interpreter;
        this.foresight = foresight;
    }

    /**
     * A source of payloads.
     *
     * @param topics the kinds of deliveries that it tells apart by a header; empty when
     * the payload says what it is
     * @param closed the environment variable whose absence closes it; null when it is
     * open
     */
    public record Source(String name, List<String> topics, @Nullable String closed) {

        public Source {
            topics = List.copyOf(topics);
        }

    }

    /** The sources of a workspace, in the order of their names. */
    public List<Source> sources(String workspace) {
        return connectors.names(workspace).stream().flatMap((name) -> source(workspace, name).stream()).toList();
    }

    /** The source of that name. */
    public Optional<Source> source(String workspace, String name) {
        return connectors.find(workspace, name)
            .map((connector) -> new Source(name, connector.topics(),
                    connectors.isOpen(name) ? null : ConnectSettings.variable(name)));
    }

    /**
     * What a payload would come to.
     * @param topic what the source's header would say; null for nothing
     */
    public Preview of(Workspace workspace, String source, @Nullable String topic, String payload, Instant now) {
        Optional<Connector> connector = connectors.find(workspace.id(), source);
        if (connector.isEmpty()) {
            return new Preview.Nothing("there is no source of that name");
        }
        try {
            byte[] body = payload.getBytes(StandardCharsets.UTF_8);
            return switch (interpreter.meaning(workspace.id(), connector.get(), topic, body, now)) {
                case Meaning.Nothing(String why) -> new Preview.Nothing(why);
                case Meaning.Event(byte[] told, var _) -> {
                    BusinessEvent event = new EventReader(workspace, now).read(told);
                    yield new Preview.Event(event, foresight.foresee(event, now));
                }
            };
        }
        catch (Malformed ex) {
            return new Preview.Unreadable(ex.field(), ex.problem());
        }
    }

}
