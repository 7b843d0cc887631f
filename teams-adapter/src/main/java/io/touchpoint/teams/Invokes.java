package io.touchpoint.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Answers in turn: the card that takes the place of the one that was pressed on, or what
 * a dialog shows next. Nobody but the person who pressed sees it.
 */
@Component
class Invokes {

    private static final String NAME = "Touchpoint";

    private static final Message CHANGED = Message.text("This has changed since.");

    private static final Message CURRENT = Message.text("This has changed since. Here is the current state.");

    private final Answering answering;

    private final Standing standing;

    private final Seal seal;

    Invokes(Answering answering, Standing standing, Seal seal) {
        this.answering = answering;
        this.standing = standing;
        this.seal = seal;
    }

    /** The answer to a button that belongs to nothing that still stands. */
    Turn.Told stale(Arrival.Kind kind, Origin origin) {
        return (kind == Arrival.Kind.EXECUTE) ? card(CHANGED, origin) : dialog(CHANGED, origin);
    }

    /** A dialog that was offered on a message. */
    Turn.Told again(Dialogs.Open open) {
        return dialog(open.title(), (ObjectNode) Json2.tree(open.card()));
    }

    Turn.Told told(Arrival.Kind kind, Answer answer, Read.Heard heard) {
        return (kind == Arrival.Kind.EXECUTE) ? executed(answer, heard) : inDialog(kind, answer, heard);
    }

    private Turn.Told executed(Answer answer, Read.Heard heard) {
        Origin origin = heard.origin();
        Optional<Standing.Card> now = standing.of(origin.in(), origin.token());
        return switch (answer) {
            case Answer.Nothing _ -> now.map((stands) -> card(stands.message(), origin.token(stands.token())))
                .orElseGet(() -> card(CHANGED, origin));
            case Answer.Shown(Message message) -> card(above(message, now), origin(origin, now));
            case Answer.Confided(Message message) -> card(message, origin);
            case Answer.Wrong(var fields) -> card(above(Answering.sentences(fields), now), origin(origin, now));
            case Answer.Opened(Form form) -> cardBody(Answering.opener(answering.open(form, origin.person())));
            case Answer.Replaced(Message message) -> {
                answering.after(answer, origin, heard.inbound().id());
                yield card(message, origin);
            }
            case Answer.Home(Message message) -> card(message, origin);
        };
    }

    /** One sentence stands above what was pressed on; anything longer alone. */
    private static Message above(Message message, Optional<Standing.Card> now) {
        if (message.blocks().size() > 1 || now.isEmpty()) {
            return message;
        }
        List<Block> blocks = new ArrayList<>(message.blocks());
        blocks.addAll(now.get().message().blocks());
        return new Message(blocks);
    }

    private static Origin origin(Origin origin, Optional<Standing.Card> now) {
        return now.map((stands) -> origin.token(stands.token())).orElse(origin);
    }

    private Turn.Told card(Message message, Origin origin) {
        Cards.Place place = new Cards.Place(seal, origin.in(), origin.token(), false);
        return cardBody(Posts.card(message.blocks(), place, Posts.BUDGET));
    }

    private static Turn.Told cardBody(ObjectNode card) {
        ObjectNode body = Json2.object().put("statusCode", 200).put("type", Cards.CONTENT_TYPE);
        body.set("value", card);
        return new Turn.Told(200, body);
    }

    private Turn.Told inDialog(Arrival.Kind kind, Answer answer, Read.Heard heard) {
        Origin origin = heard.origin();
        return switch (answer) {
            case Answer.Nothing _ -> nothing(kind, heard);
            case Answer.Shown(Message message) -> dialog(message, origin);
            case Answer.Confided(Message message) -> dialog(message, origin);
            case Answer.Wrong(var fields) -> wrong(fields, heard);
            case Answer.Opened(Form form) -> again(answering.open(form, origin.person()));
            case Answer.Replaced(Message message) -> {
                answering.after(answer, origin, heard.inbound().id());
                yield dialog(message, origin);
            }
            case Answer.Home(Message message) -> dialog(message, origin);
        };
    }

    private Turn.Told nothing(Arrival.Kind kind, Read.Heard heard) {
        Origin origin = heard.origin();
        Dialogs.Open open = origin.dialog();
        if (heard.inbound() instanceof Inbound.Changed(var _, var _, var _, var _, var values) && open != null) {
            return dialog(open.title(), Dialogs.again(open, values, Map.of()));
        }
        if (kind == Arrival.Kind.FETCH) {
            List<Block> blocks = new ArrayList<>();
            Optional<Standing.Card> now = standing.of(origin.in(), origin.token());
            blocks.addAll((now.isPresent() ? CURRENT : CHANGED).blocks());
            now.ifPresent((stands) -> stands.message()
                .blocks()
                .stream()
                .filter((block) -> !(block instanceof Block.Buttons))
                .forEach(blocks::add));
            return dialog(new Message(blocks), origin);
        }
        ObjectNode saved = Json2.object();
        saved.putObject("task").put("type", "message").put("value", "Saved");
        return new Turn.Told(200, saved);
    }

    private Turn.Told wrong(Map<String, String> fields, Read.Heard heard) {
        Dialogs.Open open = heard.origin().dialog();
        if (open == null) {
            return dialog(Answering.sentences(fields), heard.origin());
        }
        Map<String, List<String>> values = switch (heard.inbound()) {
            case Inbound.Submitted submitted -> submitted.values();
            case Inbound.Changed changed -> changed.values();
            case Inbound.Said _, Inbound.Unsaid _, Inbound.Pressed _, Inbound.Commanded _, Inbound.Marked _,
                    Inbound.HomeOpened _, Inbound.PlaceChanged _ ->
                Map.of();
        };
        return dialog(open.title(), Dialogs.again(open, values, fields));
    }

    /** A message in a dialog, which has nothing to send. */
    private Turn.Told dialog(Message message, Origin origin) {
        Cards.Place place = new Cards.Place(seal, origin.in(), origin.token(), true);
        return dialog(NAME, Posts.card(message.blocks(), place, Posts.BUDGET));
    }

    private static Turn.Told dialog(String title, ObjectNode card) {
        ObjectNode body = Json2.object();
        ObjectNode value = body.putObject("task").put("type", "continue").putObject("value");
        value.put("title", title).put("height", "medium").put("width", "medium");
        value.set("card", Cards.attachment(card));
        return new Turn.Told(200, body);
    }

}
