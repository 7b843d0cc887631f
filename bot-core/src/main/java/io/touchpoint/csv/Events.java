package io.touchpoint.csv;

import io.touchpoint.csv.Step.Outcome;
import io.touchpoint.followup.BusinessEvent;
import io.touchpoint.intake.EventReader;
import io.touchpoint.intake.Intake;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.workspace.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Lines that tell of events. */
final class Events {

    private static final Map<String, String> WORDS = Map.of("send", "will be asked", "delay", "looked at again later",
            "skip", "not asked");

    private Events() {
    }

    /** Hands them to the intake that takes what comes in at the door. */
    static Step taken(Workspace workspace, Intake intake) {
        return (body,
                now) -> new Outcome(intake.take(workspace, body, now)
                    .map(Events::decisions)
                    .orElse(List.of("kept, and decided by the application")), "");
    }

    private static List<String> decisions(String answer) {
        List<String> decisions = JsonMapper.shared()
            .readTree(answer)
            .path("decisions")
            .valueStream()
            .map((decision) -> decision.path("decision").asString())
            .map((decision) -> WORDS.getOrDefault(decision, decision))
            .toList();
        return decisions.isEmpty() ? List.of("asked about by no touchpoint") : decisions;
    }

    /** Only reads them. */
    static Step seen(Workspace workspace, Collection<Touchpoint> touchpoints) {
        List<String> types = touchpoints.stream()
            .flatMap((touchpoint) -> Stream.concat(touchpoint.askedOn().stream(), touchpoint.withdrawnBy().stream()))
            .toList();
        return (body, now) -> {
            BusinessEvent event = new EventReader(workspace, now).read(body);
            EventReader.check(event, types);
            return new Outcome(List.of(event.type()), "%s  %s  customer %s  %s %s".formatted(event.time(), event.type(),
                    event.customer().key(), event.kind(), event.subject()));
        };
    }

}
