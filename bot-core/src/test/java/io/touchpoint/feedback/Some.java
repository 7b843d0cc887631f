package io.touchpoint.feedback;

import io.touchpoint.journey.JourneyStage;
import io.touchpoint.survey.Scale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Responses for tests. */
final class Some {

    static final Instant NOW = Instant.parse("2026-11-17T10:00:00Z");

    static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    private Some() {
    }

    static Response response(String conversation, String touchpoint, LocalDate day, @Nullable Integer score) {
        return response(conversation, touchpoint, Scale.STARS_5, day, score, null);
    }

    static Response response(String conversation, String touchpoint, Scale scale, LocalDate day,
            @Nullable Integer score, @Nullable Boolean manual) {
        return new Response(conversation + "|rating", conversation.substring(0, conversation.indexOf('|')),
                conversation, "w1|customer|c1", null, touchpoint, JourneyStage.POST_PURCHASE, "logistics", "slack",
                scale, day, score, List.of("Two days late."), List.of("late"), "online order", NOW, null, manual, null,
                null, List.of());
    }

    static Response scored(Response old, @Nullable Integer score) {
        return changed(old, old.touchpoint(), score);
    }

    static Response moved(Response old, String touchpoint) {
        return changed(old, touchpoint, old.score());
    }

    private static Response changed(Response old, String touchpoint, @Nullable Integer score) {
        return new Response(old.id(), old.workspace(), old.conversation(), old.customer(), old.account(), touchpoint,
                old.stage(), old.team(), old.platform(), old.scale(), old.day(), score, old.comments(), old.reasons(),
                old.context(), old.at(), old.rev(), old.manual(), old.bucket(), old.pendAt(), old.pend());
    }

}
