package io.touchpoint.intake;

import io.touchpoint.chat.Spot;
import io.touchpoint.workspace.Workspaces;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What colleagues say by hand of a ticket: an event like any other, kept first and
 * decided by the same rules, but marked as theirs.
 */
@Component
public class ByHand {

    private final Workspaces workspaces;

    private final Intake intake;

    ByHand(Workspaces workspaces, Intake intake) {
        this.workspaces = workspaces;
        this.intake = intake;
    }

    /**
     * What a colleague says.
     *
     * @param source the platform where it was said
     * @param id the same when it is said again
     * @param type such as {@code ticket.solved}
     * @param customer the company's own id of the customer
     * @param email null for a customer who is known
     * @param ticket the company's own id of the ticket
     * @param title null for none
     * @param colleague the key of the colleague
     * @param thread where the conversation was, if the bot may have a say there
     */
    public record Told(String workspace, String source, String id, String type, Instant time, String customer,
            @Nullable String email, String ticket, @Nullable String title, String colleague, @Nullable Spot thread) {
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** For each touchpoint, what was decided. */
        record Decided(List<One> all) implements Outcome {

            public Decided {
                all = List.copyOf(all);
            }

            /** What was decided for a touchpoint, by its key. */
            public record One(String touchpoint, String words) {
            }

        }

        /** It is kept and will be decided. */
        record Kept() implements Outcome {
        }

        /** It cannot be kept: what is wrong with a field of the event. */
        record Refused(String field, String problem) implements Outcome {
        }

    }

    /** Takes in what a colleague says. */
    public Outcome take(Told told, Instant now) {
        try {
            Optional<String> answer = intake.take(workspaces.get(told.workspace()),
                    Json.write(event(told)).getBytes(StandardCharsets.UTF_8), now);
            return answer.isPresent() ? decided(answer.get()) : new Outcome.Kept();
        }
        catch (Malformed ex) {
            return new Outcome.Refused(ex.field(), ex.problem());
        }
    }

    private static Outcome decided(String answer) throws Malformed {
        List<Outcome.Decided.One> all = new ArrayList<>();
        for (JsonNode one : Json.read(answer.getBytes(StandardCharsets.UTF_8)).node().path("decisions")) {
            all.add(new Outcome.Decided.One(one.path("touchpoint").asString(), one.path("words").asString()));
        }
        return new Outcome.Decided(all);
    }

    private static Map<String, Object> event(Told told) {
        Map<String, Object> customer = new LinkedHashMap<>();
        customer.put("id", told.customer());
        customer.put("email", told.email());
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("kind", "ticket");
        subject.put("id", told.ticket());
        subject.put("title", told.title());
        subject.put("owner", told.colleague());
        Spot thread = told.thread();
        if (thread != null) {
            subject.put("thread", Map.of(thread.place().platform(),
                    Map.of("channel", thread.place().id(), "message", thread.message())));
        }
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", told.id());
        event.put("source", told.source());
        event.put("type", told.type());
        event.put("time", told.time().toString());
        event.put("data", Map.of("customer", customer, "subject", subject, "manual", true));
        return event;
    }

}
