package io.touchpoint.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Field;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.FormPart;
import io.touchpoint.chat.PlainText;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Teams;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Forms as the card of a dialog. Dialogs know Action.Submit alone, and tell nothing while
 * somebody fills them in: where a form wants to follow a change, there is a button for
 * it.
 */
@Component
class FormCards {

    private static final int EXPANDED = 5;

    private static final int OPTIONS = 100;

    private static final int LABEL = 200;

    private static final int TEXT = 4000;

    private static final int BUDGET = 26_000;

    private final Teams teams;

    FormCards(Teams teams) {
        this.teams = teams;
    }

    /**
     * The card.
     * @param send the id of the button that sends it
     * @param update the id of the button that follows a change
     */
    ObjectNode of(Form form, Cards.Place place, String send, String update) {
        List<FormPart> parts = new ArrayList<>(form.parts());
        ObjectNode card = card(form, parts, place, send, update);
        // The words of customers are at the end of long forms; fields are never left out.
        for (int i = parts.size() - 1; i >= 0 && Json2.write(card).length() > BUDGET; i--) {
            if (parts.get(i) instanceof Block) {
                parts.remove(i);
                card = card(form, parts, place, send, update);
            }
        }
        return card;
    }

    private ObjectNode card(Form form, List<FormPart> parts, Cards.Place place, String send, String update) {
        boolean live = parts.stream().anyMatch((part) -> part instanceof Field field && live(field));
        ObjectNode card = Cards.frame(form.title());
        ArrayNode body = card.putArray("body");
        for (FormPart part : parts) {
            switch (part) {
                case Block block -> body.addAll(Cards.elements(List.of(block), place));
                case Field field -> body.add(input(field, live, place));
            }
        }
        ArrayNode actions = card.putArray("actions");
        String submit = form.submit();
        if (submit != null) {
            actions.add(button(submit, send).put("style", "positive"));
        }
        if (live) {
            actions.add(button("Update", update));
        }
        if (actions.isEmpty()) {
            card.remove("actions");
        }
        return card;
    }

    private static ObjectNode button(String title, String id) {
        ObjectNode action = Json2.object().put("type", "Action.Submit").put("title", Inlines.plain(title));
        action.set("data", Cards.data(id));
        return action;
    }

    private static boolean live(Field field) {
        return switch (field) {
            case Field.Choice choice -> choice.live();
            case Field.Text _ -> false;
            case Field.Day day -> day.live();
            case Field.Time time -> time.live();
            case Field.Person person -> person.live();
        };
    }

    private ObjectNode input(Field field, boolean live, Cards.Place place) {
        ObjectNode input = Json2.object();
        boolean optional = switch (field) {
            case Field.Choice choice -> {
                choice(input, choice);
                yield choice.optional();
            }
            case Field.Text text -> {
                input.put("type", "Input.Text")
                    .put("isMultiline", text.lines())
                    .put("maxLength", Math.clamp(text.most(), 1, TEXT));
                put(input, (text.value() == null) ? null : PlainText.cut(text.value(), TEXT));
                yield text.optional();
            }
            case Field.Day day -> {
                input.put("type", "Input.Date");
                put(input, day.value());
                yield false;
            }
            case Field.Time time -> {
                input.put("type", "Input.Time");
                var value = time.value();
                put(input, (value == null) ? null : "%02d:%02d".formatted(value.getHour(), value.getMinute()));
                yield false;
            }
            case Field.Person person -> {
                person(input, person, place);
                yield false;
            }
        };
        input.put("id", field.key()).put("label", Inlines.plain(PlainText.cut(field.label(), LABEL)));
        // A client holds back every button while a required field is empty.
        if (!optional && !live) {
            input.put("isRequired", true).put("errorMessage", "Please fill this in.");
        }
        return input;
    }

    private static void put(ObjectNode input, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            input.put("value", value.toString());
        }
    }

    private static void choice(ObjectNode input, Field.Choice choice) {
        List<Field.Option> options = choice.options().stream().limit(OPTIONS).toList();
        choices(input, options, choice.several(), choice.options().size() <= EXPANDED);
        put(input, String.join(",", choice.value()));
    }

    private static void choices(ObjectNode input, List<Field.Option> options, boolean several, boolean expanded) {
        input.put("type", "Input.ChoiceSet")
            .put("style", expanded ? "expanded" : "compact")
            .put("isMultiSelect", several)
            .put("wrap", true);
        List<String> labels = PlainText.distinct(options.stream().map(Field.Option::label).toList(), LABEL);
        ArrayNode choices = input.putArray("choices");
        for (int i = 0; i < options.size(); i++) {
            choices.addObject().put("title", Inlines.literal(labels.get(i))).put("value", options.get(i).value());
        }
    }

    /** The people of the workspace file, and whoever else Teams finds by name. */
    private void person(ObjectNode input, Field.Person person, Cards.Place place) {
        List<Field.Option> known = new ArrayList<>();
        for (Colleague colleague : teams.colleagues(place.address().workspace())) {
            colleague.on(TeamsMessenger.PLATFORM)
                .filter((address) -> address.tenant().equals(place.address().tenant()))
                .ifPresent((address) -> known.add(new Field.Option(address.id(), colleague.name())));
        }
        choices(input, known, false, false);
        input.putObject("choices.data").put("type", "Data.Query").put("dataset", "graph.microsoft.com/users");
        put(input, person.value());
    }

}
