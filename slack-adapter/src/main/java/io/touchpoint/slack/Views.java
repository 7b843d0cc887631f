package io.touchpoint.slack;

import io.touchpoint.chat.Block;
import io.touchpoint.chat.Field;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.FormPart;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Forms as modals and the personal view as a home tab. A field's key is its block_id and
 * its action_id, so that what somebody has filled in outlives an update of the form.
 */
final class Views {

    private static final String NAME = "Touchpoint";

    private static final int BLOCKS = 100;

    private static final int RADIOS = 5;

    private static final int BOXES = 10;

    private static final int OPTIONS = 100;

    private Views() {
    }

    /** A form. Slack names the button that closes it, in the reader's own language. */
    static Map<String, Object> modal(Form form, String tenant) {
        String submit = form.submit();
        return Json.object("type", "modal", "callback_id", form.key(), "private_metadata", form.key(), "title",
                RichText.plain(form.title(), 24), "submit", (submit != null) ? RichText.plain(submit, 24) : null,
                "blocks", parts(form, tenant));
    }

    /** A message that is shown as a form, which has nothing to send. */
    static Map<String, Object> shown(Message message, String tenant, String token) {
        return Json.object("type", "modal", "callback_id", "shown", "private_metadata", "shown", "title",
                RichText.plain(NAME, 24), "blocks", most(Rendering.blocks(message.blocks(), tenant, token)));
    }

    /** The personal view. */
    static Map<String, Object> home(Message message, String tenant, String token) {
        return Json.object("type", "home", "blocks", most(Rendering.blocks(message.blocks(), tenant, token)));
    }

    private static List<Map<String, Object>> most(List<Map<String, Object>> blocks) {
        return (blocks.size() <= BLOCKS) ? blocks : blocks.subList(0, BLOCKS);
    }

    /** Blocks in one go between the fields, so that their buttons are numbered once. */
    private static List<Map<String, Object>> parts(Form form, String tenant) {
        String token = tokenOf(form.key());
        List<Map<String, Object>> blocks = new ArrayList<>();
        List<Block> run = new ArrayList<>();
        int numbered = 0;
        for (FormPart part : form.parts()) {
            switch (part) {
                case Block block -> run.add(block);
                case Field field -> {
                    blocks.addAll(Rendering.blocks(run, tenant, token, numbered));
                    numbered += Rendering.buttons(run);
                    run.clear();
                    blocks.add(field(field, form.submit() != null));
                }
            }
        }
        blocks.addAll(Rendering.blocks(run, tenant, token, numbered));
        return blocks.isEmpty() ? List.of(Rendering.section("-")) : most(blocks);
    }

    /**
     * The token of the message that a form was opened from; the form's own name where it
     * was opened from none.
     */
    private static String tokenOf(String key) {
        int colon = key.indexOf(':');
        return (colon > 0) ? key.substring(0, colon) : key;
    }

    private static Map<String, Object> field(Field field, boolean sent) {
        Map<String, Object> element = element(field);
        Map<String, Object> label = RichText.plain(field.label(), 2000);
        if (element == null) {
            return Rendering.section(field.label() + "\n-");
        }
        if (!sent) {
            return Json.object("type", "section", "block_id", field.key(), "text", label, "accessory", element);
        }
        return Json.object("type", "input", "block_id", field.key(), "label", label, "element", element, "optional",
                optional(field) ? true : null, "dispatch_action", live(field) ? true : null);
    }

    private static boolean optional(Field field) {
        return switch (field) {
            case Field.Choice choice -> choice.optional();
            case Field.Text text -> text.optional();
            case Field.Day _, Field.Time _, Field.Person _ -> false;
        };
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

    private static @Nullable Map<String, Object> element(Field field) {
        return switch (field) {
            case Field.Choice choice -> choice(choice);
            case Field.Text text -> Json.object("type", "plain_text_input", "action_id", text.key(), "multiline",
                    text.lines(), "max_length", Math.clamp(text.most(), 1, 3000), "initial_value",
                    blankless(text.value(), text.most()));
            case Field.Day day -> {
                var value = day.value();
                yield Json.object("type", "datepicker", "action_id", day.key(), "initial_date",
                        (value != null) ? value.toString() : null);
            }
            case Field.Time time -> {
                var value = time.value();
                yield Json.object("type", "timepicker", "action_id", time.key(), "initial_time",
                        (value != null) ? "%02d:%02d".formatted(value.getHour(), value.getMinute()) : null);
            }
            case Field.Person person ->
                Json.object("type", "users_select", "action_id", person.key(), "initial_user", person.value());
        };
    }

    private static @Nullable String blankless(@Nullable String value, int most) {
        return (value == null || value.isBlank()) ? null : PlainText.cut(value, Math.clamp(most, 1, 3000));
    }

    private static @Nullable Map<String, Object> choice(Field.Choice choice) {
        List<Map<String, Object>> options = options(choice);
        if (options.isEmpty()) {
            return null;
        }
        List<Map<String, Object>> chosen = options.stream()
            .filter((option) -> choice.value().contains(option.get("value")))
            .toList();
        String type = type(choice.several(), options.size());
        return Json.object("type", type, "action_id", choice.key(), "options", options, "initial_options",
                (choice.several() && !chosen.isEmpty()) ? chosen : null, "initial_option",
                (!choice.several() && !chosen.isEmpty()) ? chosen.getFirst() : null);
    }

    private static String type(boolean several, int options) {
        if (several) {
            return (options <= BOXES) ? "checkboxes" : "multi_static_select";
        }
        return (options <= RADIOS) ? "radio_buttons" : "static_select";
    }

    private static List<Map<String, Object>> options(Field.Choice choice) {
        List<Field.Option> given = choice.options().stream().limit(OPTIONS).toList();
        List<String> labels = PlainText.distinct(given.stream().map(Field.Option::label).toList(), 75);
        List<Map<String, Object>> options = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            options.add(Json.object("text", RichText.plain(labels.get(i), 75), "value", given.get(i).value()));
        }
        return options;
    }

}
