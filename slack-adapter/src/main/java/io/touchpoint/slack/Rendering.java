package io.touchpoint.slack;

import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as Block Kit. Blocks carry no {@code block_id}: Slack gives new ones at every
 * post and update, as it asks for.
 */
final class Rendering {

    private static final int BUTTONS = 25;

    private static final int CHARTS = 2;

    private final RichText text;

    private final String token;

    private final List<Map<String, Object>> blocks = new ArrayList<>();

    private int buttons;

    private int charts;

    private Rendering(String tenant, String token) {
        this.text = new RichText(tenant);
        this.token = token;
    }

    /** The blocks of a message; {@code token} goes into every button. */
    static List<Map<String, Object>> blocks(List<Block> blocks, String tenant, String token) {
        return blocks(blocks, tenant, token, 0);
    }

    /** The same beside others, which have so many buttons already. */
    static List<Map<String, Object>> blocks(List<Block> blocks, String tenant, String token, int numbered) {
        Rendering rendering = new Rendering(tenant, token);
        rendering.buttons = numbered;
        blocks.forEach(rendering::add);
        return rendering.blocks;
    }

    /** How many buttons there are. */
    static int buttons(List<Block> blocks) {
        return blocks.stream()
            .mapToInt((block) -> (block instanceof Block.Buttons row) ? row.buttons().size() : 0)
            .sum();
    }

    /**
     * The same content in the oldest blocks alone, for a workspace that does not know the
     * newer ones yet: plain sections, and buttons.
     */
    static List<Map<String, Object>> plain(List<Block> blocks, String tenant, String token) {
        Rendering rendering = new Rendering(tenant, token);
        for (Block block : blocks) {
            if (block instanceof Block.Buttons row) {
                rendering.addButtons(row);
            }
            else if (!block.plainText().isBlank()) {
                rendering.blocks.add(section(block.plainText()));
            }
        }
        return rendering.blocks;
    }

    /** The top-level text of a message: all of it, in reading order. */
    static String text(Message message) {
        return Words.topLevel(message.plainText(), 4000);
    }

    private void add(Block block) {
        switch (block) {
            case Block.Heading(String title) -> addIf(title, Json.object("type", "header", "text", plainText(title)));
            case Block.Paragraph(var spans) -> addText(text.paragraph(spans));
            case Block.Quote quote -> addText(text.quote(quote));
            case Block.Note(var spans) -> {
                Map<String, Object> small = text.small(spans);
                if (small != null) {
                    blocks.add(Json.object("type", "context", "elements", List.of(small)));
                }
            }
            case Block.Buttons row -> addButtons(row);
            case Block.Bars bars -> addBars(bars);
        }
    }

    private void addIf(String content, Map<String, Object> block) {
        if (!PlainText.clean(content).isBlank()) {
            blocks.add(block);
        }
    }

    private static Map<String, Object> plainText(String title) {
        return RichText.plain(title, 150);
    }

    /** Text that follows text stands in the same block, so that messages stay short. */
    @SuppressWarnings("unchecked")
    private void addText(List<Map<String, Object>> parts) {
        if (parts.isEmpty()) {
            return;
        }
        Map<String, Object> last = blocks.isEmpty() ? Map.of() : blocks.getLast();
        if ("rich_text".equals(last.get("type")) && last.get("elements") instanceof List<?> elements) {
            ((List<Object>) elements).addAll(parts);
        }
        else {
            blocks.add(Json.object("type", "rich_text", "elements", new ArrayList<>(parts)));
        }
    }

    private void addButtons(Block.Buttons row) {
        List<Map<String, Object>> elements = row.buttons().stream().map(this::button).toList();
        for (int i = 0; i < elements.size(); i += BUTTONS) {
            blocks.add(Json.object("type", "actions", "elements",
                    elements.subList(i, Math.min(elements.size(), i + BUTTONS))));
        }
    }

    private Map<String, Object> button(Button button) {
        buttons++;
        String url = button.url();
        String spoken = button.spoken();
        boolean link = url != null && RichText.safe(url);
        return Json.object("type", "button", "action_id", (link ? Press.LINK : Press.PREFIX) + buttons, "text",
                RichText.plain(button.label(), 75), "value", link ? null : new Press(token, button.action()).value(),
                "url", link ? url : null, "style", style(button.look()), "accessibility_label",
                (spoken != null) ? PlainText.cut(spoken, 75) : null);
    }

    private static @Nullable String style(Button.Look look) {
        return switch (look) {
            case PLAIN -> null;
            case PRIMARY, DANGER -> look.name().toLowerCase(Locale.ROOT);
        };
    }

    private void addBars(Block.Bars bars) {
        charts++;
        Map<String, Object> chart = (charts <= CHARTS) ? Chart.of(bars) : null;
        if (chart == null) {
            addText(text.paragraph(Block.Paragraph.of(bars.plainText()).spans()));
        }
        else {
            blocks.add(chart);
        }
    }

    static Map<String, Object> section(String text) {
        return Json.object("type", "section", "text", RichText.plain(text, 3000));
    }

}
