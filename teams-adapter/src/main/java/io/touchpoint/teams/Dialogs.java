package io.touchpoint.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Field;
import io.touchpoint.chat.Form;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/**
 * The dialogs that people have before them. A dialog's buttons carry its random id alone:
 * which form it is and how it looked is kept here, for the person whom it was shown to.
 */
@Component
class Dialogs {

    /** How long a dialog can be sent after it was opened. */
    static final Duration OPEN = Duration.ofDays(1);

    private static final String SEND = "d.s.";

    private static final String UPDATE = "d.u.";

    private final MongoOperations mongo;

    private final Clock clock;

    private final SecureRandom random = new SecureRandom();

    Dialogs(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * A dialog.
     *
     * <pre>
     * {_id: "w1|teams|TENANT|dialog|…", person: "w1|teams|TENANT|person:…", form, title, card: "{…}",
     *  fields: {with: false, themes: true}, at}
     * </pre>
     *
     * @param person the key of the person's address
     * @param form the key of the form
     * @param card its card, as it was sent
     * @param fields the keys of its fields, and whether one can have several values
     */
    @Document("teams_dialogs")
    @TypeAlias("teamsDialog")
    record Open(@Id String id, String person, String form, String title, String card, Map<String, Boolean> fields,
            Instant at) {
    }

    /** What a button of a dialog does. */
    record Button(Open open, boolean sends) {
    }

    /** Opens a form for a person. */
    Open open(Form form, Address person, FormCard card) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Map<String, Boolean> fields = new HashMap<>();
        form.parts().forEach((part) -> {
            if (part instanceof Field field) {
                fields.put(field.key(), field instanceof Field.Choice choice && choice.several());
            }
        });
        ObjectNode drawn = card.draw(SEND + name, UPDATE + name);
        return mongo.insert(new Open(id(person, name), person.key(), form.key(), form.title(), Json2.write(drawn),
                Map.copyOf(fields), clock.instant()));
    }

    /** Draws a form's card with the ids of its two buttons. */
    interface FormCard {

        ObjectNode draw(String send, String update);

    }

    /** The id that opens a dialog from a message. */
    static String opener(Open open) {
        return UPDATE + open.id().substring(open.id().lastIndexOf('|') + 1);
    }

    /** The dialog whose button carries this id, if it was this person's and is open. */
    Optional<Button> button(Address person, @Nullable String id) {
        if (id == null || !(id.startsWith(SEND) || id.startsWith(UPDATE))) {
            return Optional.empty();
        }
        return Optional.ofNullable(mongo.findById(id(person, id.substring(SEND.length())), Open.class))
            .filter((open) -> open.person().equals(person.key()))
            .filter((open) -> open.at().plus(OPEN).isAfter(clock.instant()))
            .map((open) -> new Button(open, id.startsWith(SEND)));
    }

    private static String id(Address person, String name) {
        return person.workspace() + "|" + person.platform() + "|" + person.tenant() + "|dialog|" + name;
    }

    /** What was filled in, by the fields' keys; an empty list for an empty field. */
    static Map<String, List<String>> values(Open open, JsonNode data) {
        Map<String, List<String>> values = new TreeMap<>();
        open.fields().forEach((key, several) -> {
            String value = Json2.text(data, key);
            values.put(key, (value == null) ? List.of() : several ? List.of(value.split(",", -1)) : List.of(value));
        });
        return values;
    }

    /**
     * The card with what was filled in, and sentences beside the fields that are wrong.
     */
    static ObjectNode again(Open open, Map<String, List<String>> values, Map<String, String> wrong) {
        ObjectNode card = (ObjectNode) Json2.tree(open.card());
        ArrayNode body = Json2.array();
        wrong.forEach((key, sentence) -> {
            if (!open.fields().containsKey(key)) {
                body.add(sentence(sentence));
            }
        });
        for (JsonNode element : card.path("body")) {
            String key = Json2.text(element, "id");
            if (key != null && element instanceof ObjectNode input && values.containsKey(key)) {
                input.put("value", String.join(",", values.getOrDefault(key, List.of())));
            }
            body.add(element);
            if (key != null && wrong.containsKey(key)) {
                body.add(sentence(wrong.getOrDefault(key, "")));
            }
        }
        card.set("body", body);
        return card;
    }

    private static ObjectNode sentence(String text) {
        ObjectNode block = Json2.object().put("type", "RichTextBlock").put("spacing", "None");
        block.putArray("inlines")
            .addObject()
            .put("type", "TextRun")
            .put("text", Inlines.plain(text))
            .put("color", "Attention")
            .put("weight", "Bolder");
        return block;
    }

}
