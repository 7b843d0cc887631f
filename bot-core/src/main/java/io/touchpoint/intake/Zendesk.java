package io.touchpoint.intake;

import io.touchpoint.intake.Happening.Person;
import io.touchpoint.intake.Happening.Thing;
import io.touchpoint.intake.Mapping.Encoding;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A help desk on Zendesk, by its ticket events or by a trigger whose body has their shape
 * and tells beside it who the requester is.
 */
@Component
final class Zendesk implements Connector {

    private static final String NAME = "zendesk";

    private static final String REQUESTER = "/detail/requester";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isGenuine(Delivery delivery, Keys keys, Instant now) {
        String stamp = delivery.header("X-Zendesk-Webhook-Signature-Timestamp");
        return stamp != null && isNear(stamp, now)
                && keys.signed(Keys.SHA256, Encoding.BASE64, delivery.header("X-Zendesk-Webhook-Signature"),
                        stamp.getBytes(StandardCharsets.UTF_8), delivery.body());
    }

    private static boolean isNear(String stamp, Instant now) {
        try {
            return stamp.length() <= 40 && Keys.isNear(OffsetDateTime.parse(stamp).toInstant(), now);
        }
        catch (DateTimeException _) {
            return false;
        }
    }

    @Override
    public Reading read(@Nullable String topic, Payload payload) throws Malformed {
        if (!payload.required("/type").equals("zen:event-type:ticket.status_changed")) {
            return new Reading.Nothing("nothing is asked about this type of event");
        }
        payload.required("/event/current");
        boolean solved = isSolved(payload, "/event/current");
        boolean wasSolved = isSolved(payload, "/event/previous");
        if (solved == wasSolved) {
            return new Reading.Nothing("the ticket was " + (solved ? "solved before" : "neither solved nor reopened"));
        }
        Map<String, String> attributes = new LinkedHashMap<>(Happening.tagged(payload.all("/detail/tags")));
        for (String name : new String[] { "priority", "type" }) {
            payload.text("/detail/" + name).ifPresent((value) -> attributes.put(name, value.toLowerCase(Locale.ROOT)));
        }
        payload.text("/detail/via/channel").ifPresent((channel) -> attributes.put("channel", channel));
        return new Reading.Told(new Happening(payload.required("/id"), solved ? "ticket.solved" : "ticket.reopened",
                payload.time("/time"), requester(payload),
                new Thing("ticket", payload.required("/detail/id"), null, null, "support ticket"), attributes));
    }

    private static boolean isSolved(Payload payload, String pointer) {
        return payload.is(pointer, "solved") || payload.is(pointer, "closed");
    }

    private static Person requester(Payload payload) {
        String key = payload.text(REQUESTER + "/external_id")
            .or(() -> payload.first(REQUESTER + "/id", "/detail/requester_id").map((id) -> NAME + ":" + id))
            .orElse(null);
        return new Person(key, payload.text(REQUESTER + "/email").orElse(null),
                payload.text(REQUESTER + "/name").orElse(null), payload.text(REQUESTER + "/locale").orElse(null), null,
                null, payload.text(REQUESTER + "/organization").orElse(null));
    }

}
