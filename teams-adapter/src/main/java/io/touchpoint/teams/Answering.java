package io.touchpoint.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Delivery;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Reference;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Saying;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the person who acted what the product answers. In a channel everybody would read
 * it, so there it goes to that person's own chat.
 */
@Component
class Answering {

    private static final Logger log = LoggerFactory.getLogger(Answering.class);

    private final TeamsMessenger messenger;

    private final Connector connector;

    private final Dialogs dialogs;

    private final FormCards forms;

    private final Seal seal;

    private final Outbox outbox;

    private final Clock clock;

    Answering(TeamsMessenger messenger, Connector connector, Dialogs dialogs, FormCards forms, Seal seal, Outbox outbox,
            Clock clock) {
        this.messenger = messenger;
        this.connector = connector;
        this.dialogs = dialogs;
        this.forms = forms;
        this.seal = seal;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Passes on what the product answered.
     * @param to the id of what it answers
     */
    void after(Answer answer, Origin origin, String to) {
        switch (answer) {
            case Answer.Nothing _ -> {
            }
            case Answer.Shown(Message message) -> show(message, origin, to);
            case Answer.Confided(Message message) -> confide(message, origin);
            case Answer.Wrong(var fields) -> show(sentences(fields), origin, to);
            case Answer.Opened(Form form) -> offer(form, origin);
            case Answer.Replaced(Message message) -> replace(message, origin, to);
            case Answer.Home(Message message) -> show(message, origin, to);
        }
    }

    /** What Teams does not take just now is promised instead. */
    private void show(Message message, Origin origin, String to) {
        Delivery delivery = messenger.deliver(origin.person(), null, message, origin.token());
        if (delivery instanceof Delivery.Deferred) {
            String about = "%s|answer|%s".formatted(origin.person().workspace(), to);
            outbox.promise(List.of(Saying.of(Saying.key(about, 1), about, origin.person(), Lane.REPLY, message)),
                    clock.instant());
        }
        told(delivery, origin);
    }

    /** Nothing of it is promised: that would keep it. */
    private void confide(Message message, Origin origin) {
        Delivery delivery = messenger.deliver(origin.person(), null, message, origin.token());
        if (delivery instanceof Delivery.Deferred || delivery instanceof Delivery.Unknown) {
            throw new IllegalStateException("Teams does not show now what is shown only once");
        }
        told(delivery, origin);
    }

    /** A message cannot open a dialog, but a button on it can. */
    private void offer(Form form, Origin origin) {
        Dialogs.Open open = open(form, origin.person());
        told(messenger.say(origin.person(), Posts.of(opener(open), form.title())), origin);
    }

    /** A card with a button that opens a form. */
    static ObjectNode opener(Dialogs.Open open) {
        var card = Cards.frame(open.title());
        var body = card.putArray("body");
        body.addObject()
            .put("type", "RichTextBlock")
            .putArray("inlines")
            .addObject()
            .put("type", "TextRun")
            .put("text", Inlines.plain(open.title()))
            .put("weight", "Bolder");
        var action = body.addObject().put("type", "ActionSet").putArray("actions").addObject();
        var data = Cards.data(Dialogs.opener(open));
        data.putObject("msteams").put("type", "task/fetch");
        action.put("type", "Action.Submit").put("title", "Open\u2026").set("data", data);
        return card;
    }

    /** Opens a form for a person. */
    Dialogs.Open open(Form form, Address person) {
        int colon = form.key().indexOf(':');
        String token = (colon > 0) ? form.key().substring(0, colon) : Origin.ANSWER;
        Cards.Place place = new Cards.Place(seal, person, token, true);
        return dialogs.open(form, person, (send, update) -> forms.of(form, place, send, update));
    }

    private void replace(Message message, Origin origin, String to) {
        String stands = origin.message();
        if (stands == null) {
            show(message, origin, to);
            return;
        }
        Delivery delivery = messenger.replace(origin.in(), new Reference(origin.conversation(), stands), message,
                origin.token());
        log(delivery);
    }

    private void told(Delivery delivery, Origin origin) {
        log(delivery);
        if (origin.direct()) {
            return;
        }
        boolean told = delivery instanceof Delivery.Delivered || delivery instanceof Delivery.Deferred;
        String sentence = told ? "I've answered in our chat."
                : "I can't write to you. Add Touchpoint to your chats, then ask again.";
        Message message = Message.text(sentence);
        Cards.Place place = new Cards.Place(seal, origin.in(), Origin.ANSWER, false);
        connector.send(origin.serviceUrl(), origin.conversation(), Posts.of(message.blocks(), place, Posts.BUDGET));
    }

    private static void log(Delivery delivery) {
        switch (delivery) {
            case Delivery.Delivered(Reference _) -> {
            }
            case Delivery.Deferred(Duration _, String _, String reason) ->
                log.warn("An answer could not be shown: {}", reason);
            case Delivery.Unknown(String reason) -> log.warn("An answer may not have been shown: {}", reason);
            case Delivery.Refused(String reason) -> log.warn("An answer could not be shown: {}", reason);
        }
    }

    static Message sentences(Map<String, String> fields) {
        return new Message(List.copyOf(fields.values()).stream().<Block>map(Block.Paragraph::of).toList());
    }

}
