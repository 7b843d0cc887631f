package io.touchpoint.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Message;
import io.touchpoint.conversation.Subject;
import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.followup.Decision;
import io.touchpoint.followup.Finding;
import io.touchpoint.followup.Gate;
import io.touchpoint.followup.Ruling;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Saying;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class AskingTests {

    private static final Instant TUESDAY = Instant.parse("2026-11-17T09:00:00Z");

    @Test
    void followsTheQuestionsOfTheWeekToTheirAnswers() {
        try (Northwind northwind = new Northwind().at(Northwind.SUNDAY)) {
            for (int i = 0; i < 4; i++) {
                asked(northwind, "a" + i, TUESDAY);
            }
            asked(northwind, "before", TUESDAY.minus(Duration.ofDays(7)));
            for (int i = 0; i < 3; i++) {
                northwind.core.get(Outbox.class)
                    .promise(List.of(Saying.of("w1|order:a" + i + "|delivery#0001", "w1|order:a" + i + "|delivery",
                            Northwind.CHANNEL, Lane.PROMPT, Message.text("How was it?"))), TUESDAY);
            }
            northwind.core.mongo()
                .updateMulti(new Query(), new Update().set("state", "DELIVERED").unset("claimAt"), "outbox");
            rated(northwind, "a0");
            rated(northwind, "a1");
            held(northwind, "h0", Gate.ANY_CLOCK);
            held(northwind, "h1", Gate.TOUCHPOINT_CLOCK);
            held(northwind, "h2", Gate.OPT_OUT);
            held(northwind, "h3", Gate.SAMPLING);
            held(northwind, "h4", Gate.REACHABILITY);
            northwind.at(Northwind.MONDAY);
            assertThat(northwind.promised()).singleElement()
                .asString()
                .contains("\nAsked 4, delivered 3, answered 2 (50% of asked, 67% of delivered). "
                        + "Held back 4: asked recently 2, not found in chat 1, opted out 1.\n");
        }
    }

    private static void rated(Northwind northwind, String key) {
        Response some = northwind.answer("delivery", Northwind.WEEK.plusDays(2), 4, List.of(), List.of());
        String conversation = "w1|order:" + key + "|delivery";
        northwind.core.get(Responses.class)
            .record(new Response(conversation + "|rating", "w1", conversation, some.customer(), null, "delivery",
                    some.stage(), some.team(), "slack", some.scale(), some.day(), 4, List.of(), List.of(), "order",
                    some.at(), null, null, null, null, List.of()), Northwind.SUNDAY);
    }

    private static void asked(Northwind northwind, String key, Instant at) {
        decided(northwind, key, at, at, Ruling.Outcome.SEND, List.of());
    }

    private static void held(Northwind northwind, String key, Gate gate) {
        decided(northwind, key, TUESDAY, null, Ruling.Outcome.SKIP, List.of(new Finding(gate, Finding.Result.HOLDS,
                gate == Gate.REACHABILITY ? "unreachable, not found in chat (users_not_found)" : "because")));
    }

    private static void decided(Northwind northwind, String key, Instant at, @Nullable Instant askedAt,
            Ruling.Outcome outcome, List<Finding> findings) {
        northwind.core.mongo()
            .insert(new Decision("w1|order:" + key + "|delivery", null, "w1", "w1|customer|" + key,
                    new Subject("order", key, null, null, at),
                    northwind.core.get(JourneyMaps.class).current("w1").touchpoint("delivery").orElseThrow(), "journey",
                    null, null, ZoneId.of("Europe/Berlin"),
                    new Ruling("shop|" + key, at, Ruling.Stage.ARRIVED, outcome, at, findings), List.of(), null,
                    askedAt, null));
    }

}
