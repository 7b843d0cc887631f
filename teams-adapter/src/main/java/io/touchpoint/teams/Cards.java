package io.touchpoint.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as the body of an Adaptive Card. */
final class Cards {

    static final String CONTENT_TYPE = "application/vnd.microsoft.card.adaptive";

    /** How many actions Teams shows in one row. */
    private static final int ACTIONS = 6;

    /** The pixels that a phone has for a row of buttons. */
    private static final int ROW = 308;

    /** The pixels of a letter on a button, which is bold. */
    private static final int LETTER = 8;

    /** The pixels that a button takes beside its label, up to the next one. */
    private static final int FRAME = 40;

    private static final int TITLE = 75;

    private static final int FALLBACK = 5000;

    private final Inlines text;

    private final Place place;

    private final List<ObjectNode> body = new ArrayList<>();

    private Cards(Place place) {
        this.text = new Inlines(place.address().tenant());
        this.place = place;
    }

    /**
     * Where a card stands.
     *
     * @param address the direct chat or channel
     * @param token names the message: it goes into every button, sealed
     * @param dialog whether it stands in a dialog, which knows fewer actions
     */
    record Place(Seal seal, Address address, String token, boolean dialog) {
    }

    /** A whole card. */
    static ObjectNode card(List<Block> blocks, Place place) {
        Cards cards = new Cards(place);
        cards.add(blocks);
        ObjectNode card = frame(plainText(blocks));
        card.set("body", Json2.array(cards.body));
        ObjectNode client = Json2.object();
        if (place.address().kind() == Address.Kind.CHANNEL) {
            client.put("width", "Full");
        }
        if (!cards.text.entities().isEmpty()) {
            client.set("entities", Json2.array(cards.text.entities()));
        }
        if (!client.isEmpty()) {
            card.set("msteams", client);
        }
        return card;
    }

    /** The elements of some blocks, to stand among others; without mentions. */
    static List<ObjectNode> elements(List<Block> blocks, Place place) {
        Cards cards = new Cards(place);
        cards.add(blocks);
        return cards.body;
    }

    /**
     * A card without its body; {@code fallback} is what a client shows that knows none.
     */
    static ObjectNode frame(String fallback) {
        return Json2.object()
            .put("type", "AdaptiveCard")
            .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .put("version", "1.5")
            .put("fallbackText", Inlines.plain(PlainText.cut(fallback, FALLBACK)));
    }

    private static String plainText(List<Block> blocks) {
        return String.join("\n", blocks.stream().map(Block::plainText).toList());
    }

    private void add(List<Block> blocks) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading(String title) -> addHeading(title);
                case Block.Paragraph(var spans) -> body.addAll(text.lines(spans, false));
                case Block.Note(var spans) -> body.addAll(text.lines(spans, true));
                case Block.Quote quote -> body.add(text.quote(quote));
                case Block.Buttons row -> body.addAll(rows(row.buttons()));
                case Block.Bars bars -> body.add(Chart.of(bars));
            }
        }
    }

    private void addHeading(String title) {
        if (!PlainText.clean(title).isBlank()) {
            body.add(Json2.object()
                .put("type", "TextBlock")
                .put("text", Inlines.literal(title))
                .put("size", "Medium")
                .put("weight", "Bolder")
                .put("wrap", true)
                .put("style", "heading"));
        }
    }

    /**
     * Rows that a phone shows whole, all about as wide: clients cut labels off or hide
     * buttons where a row is too wide.
     */
    private List<ObjectNode> rows(List<Button> buttons) {
        List<ObjectNode> actions = new ArrayList<>();
        buttons.forEach((button) -> {
            ObjectNode action = action(button);
            if (action != null) {
                actions.add(action);
            }
        });
        List<List<ObjectNode>> rows = rows(actions, ROW);
        for (int width = ROW - LETTER; width > 0; width -= LETTER) {
            List<List<ObjectNode>> narrower = rows(actions, width);
            if (narrower.size() > rows.size()) {
                break;
            }
            rows = narrower;
        }
        return rows.stream().map((row) -> {
            ObjectNode set = Json2.object().put("type", "ActionSet");
            set.set("actions", Json2.array(row));
            return set;
        }).toList();
    }

    private static List<List<ObjectNode>> rows(List<ObjectNode> actions, int width) {
        List<List<ObjectNode>> rows = new ArrayList<>();
        int left = 0;
        for (ObjectNode action : actions) {
            int needed = LETTER * action.path("title").asText().length() + FRAME;
            if (rows.isEmpty() || needed > left || rows.getLast().size() == ACTIONS) {
                rows.add(new ArrayList<>());
                left = width;
            }
            rows.getLast().add(action);
            left -= needed;
        }
        return rows;
    }

    private @Nullable ObjectNode action(Button button) {
        if (button.url() != null) {
            return Inlines.safe(button.url()) ? named("Action.OpenUrl", button).put("url", button.url()) : null;
        }
        String id = place.seal().press(place.address(), place.token(), button.action());
        if (button.opensForm() && !place.dialog()) {
            ObjectNode fetch = named("Action.Submit", button);
            fetch.set("data", data(id).set("msteams", Json2.object().put("type", "task/fetch")));
            return fetch;
        }
        ObjectNode submit = named("Action.Submit", button);
        submit.set("data", data(id));
        if (place.dialog()) {
            return submit;
        }
        ObjectNode execute = named("Action.Execute", button).put("verb", "press");
        execute.set("data", data(id));
        execute.set("fallback", submit);
        return execute;
    }

    static ObjectNode data(String id) {
        return Json2.object().put(Seal.NAME, id);
    }

    private static ObjectNode named(String type, Button button) {
        ObjectNode action = Json2.object()
            .put("type", type)
            .put("title", Inlines.plain(PlainText.cut(button.label(), TITLE)));
        String spoken = button.spoken();
        if (spoken != null) {
            action.put("tooltip", Inlines.plain(PlainText.cut(spoken, TITLE)));
        }
        String style = switch (button.look()) {
            case PLAIN -> "";
            case PRIMARY -> "positive";
            case DANGER -> "destructive";
        };
        return style.isEmpty() ? action : action.put("style", style);
    }

    /** The attachment that carries a card. */
    static ObjectNode attachment(ObjectNode card) {
        ObjectNode attachment = Json2.object().put("contentType", CONTENT_TYPE);
        attachment.set("content", card);
        return attachment;
    }

}
