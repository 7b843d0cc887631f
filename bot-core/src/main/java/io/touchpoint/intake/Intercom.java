package io.touchpoint.intake;

import io.touchpoint.intake.Happening.Person;
import io.touchpoint.intake.Happening.Thing;
import io.touchpoint.intake.Mapping.Encoding;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Conversations on Intercom. Intercom signs no time: what it sends again, or somebody
 * else, bears the id of the notification, and so is the same event.
 */
@Component
final class Intercom implements Connector {

    private static final String NAME = "intercom";

    private static final String ITEM = "/data/item";

    private static final String CONTACT = ITEM + "/contacts/contacts/0";

    private static final String AUTHOR = ITEM + "/source/author";

    private static final String PART = ITEM + "/conversation_parts/conversation_parts/0";

    private static final String SIGNED = "sha1=";

    private static final Set<String> CUSTOMERS = Set.of("user", "lead", "contact", "visitor");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isGenuine(Delivery delivery, Keys keys, Instant now) {
        String signature = delivery.header("X-Hub-Signature");
        return signature != null && signature.startsWith(SIGNED)
                && keys.signed(Keys.SHA1, Encoding.HEX, signature.substring(SIGNED.length()), delivery.body());
    }

    @Override
    public Reading read(@Nullable String topic, Payload payload) throws Malformed {
        return switch (payload.required("/topic")) {
            case "conversation.admin.closed" -> told(payload, "chat.ended");
            case "conversation.admin.opened" -> told(payload, "chat.reopened");
            case "conversation.user.replied" -> payload.is(PART + "/part_type", "open") ? told(payload, "chat.reopened")
                    : new Reading.Nothing("the conversation was open");
            default -> new Reading.Nothing("nothing is asked about this topic");
        };
    }

    private static Reading told(Payload payload, String type) throws Malformed {
        Map<String, String> attributes = new LinkedHashMap<>(
                Happening.tagged(payload.all(ITEM + "/tags/tags", "/name")));
        if (payload.is(PART + "/author/type", "bot")) {
            attributes.put("autoClosed", "true");
        }
        if (payload.count(ITEM + "/contacts/contacts") > 1) {
            attributes.put("participants", String.valueOf(payload.count(ITEM + "/contacts/contacts")));
        }
        payload.first(ITEM + "/source/type", ITEM + "/conversation_message/type")
            .ifPresent((channel) -> attributes.put("channel", channel));
        payload.text(ITEM + "/priority").ifPresent((priority) -> attributes.put("priority", priority));
        return new Reading.Told(
                new Happening(payload.required("/id"), type, payload.time("/created_at"), contact(payload),
                        new Thing("chat", payload.required(ITEM + "/id"), null, null, "support chat"), attributes));
    }

    private static Person contact(Payload payload) {
        Optional<String> author = payload.text(AUTHOR + "/type").filter(CUSTOMERS::contains);
        String key = payload.first(CONTACT + "/external_id", ITEM + "/user/user_id")
            .or(() -> payload.first(CONTACT + "/id", ITEM + "/user/id").map((id) -> NAME + ":" + id))
            .orElse(null);
        return new Person(key,
                payload.first(CONTACT + "/email", ITEM + "/user/email")
                    .or(() -> author.flatMap((_) -> payload.text(AUTHOR + "/email")))
                    .orElse(null),
                payload.first(CONTACT + "/name", ITEM + "/user/name")
                    .or(() -> author.flatMap((_) -> payload.text(AUTHOR + "/name")))
                    .orElse(null),
                null, null, null, null);
    }

}
