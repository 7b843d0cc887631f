package io.touchpoint.bot;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Field;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.FormPart;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Spot;
import io.touchpoint.outbox.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form on which a conversation is marked as solved. Its key says which one:
 * {@code solved:channel|C1|1764000000.1|1764000000000|U1}.
 *
 * @param spot the message that begins the conversation
 * @param written when the message was written on which the form was opened
 * @param author the platform's id of the customer who wrote it; null for nobody who can
 * be a customer
 */
record SolvedForm(Spot spot, Instant written, @Nullable String author) {

    static final String NAME = "solved:";

    static final String EMAIL = "email";

    static final String TICKET = "ticket";

    static final String TITLE = "title";

    private static final int PARTS = 5;

    private static final int NUMBER = 8;

    /** The form with this key, as the person has it; empty for none of these. */
    static Optional<SolvedForm> of(String key, Address person) {
        String[] parts = key.startsWith(NAME) ? key.substring(NAME.length()).split("\\|", -1) : new String[0];
        boolean whole = parts.length == PARTS && !parts[1].isBlank() && !parts[2].isBlank()
                && parts[3].matches("\\d{1,15}");
        if (!whole) {
            return Optional.empty();
        }
        Address.Kind kind = parts[0].equals("channel") ? Address.Kind.CHANNEL : Address.Kind.PERSON;
        Address place = new Address(person.workspace(), person.platform(), person.tenant(), kind, parts[1]);
        return Optional.of(new SolvedForm(new Spot(place, parts[2]), Instant.ofEpochMilli(Long.parseLong(parts[3])),
                parts[4].isBlank() ? null : parts[4]));
    }

    private String key() {
        return NAME + String.join("|", spot.channel() ? "channel" : "direct", spot.place().id(), spot.message(),
                Long.toString(written.toEpochMilli()), (author != null) ? author : "");
    }

    /**
     * The form to fill in.
     * @param customer the name of the customer who wrote; null for nobody
     */
    Form form(@Nullable String customer) {
        List<FormPart> parts = new ArrayList<>();
        if (customer != null) {
            parts.add(Block.Paragraph.of("Customer: " + customer + "."));
        }
        parts.add(new Field.Text(EMAIL,
                (customer != null) ? "Somebody else's e-mail address" : "Customer's e-mail address", null, false,
                customer != null, 254));
        parts.add(new Field.Text(TICKET, "Ticket number, if there is one", null, false, true, 100));
        parts.add(new Field.Text(TITLE, "What it was about, for colleagues", null, false, true, 80));
        parts.add(Block.Note.of("The customer is asked how it went if the rules allow it. "
                + "Answers to questions that colleagues cause are kept out of the figures."));
        return new Form(key(), "Mark as solved", "Mark as solved", parts);
    }

    /** What was filled in; null for nothing. */
    static @Nullable String value(Inbound.Submitted submitted, String field) {
        Map<String, List<String>> values = submitted.values();
        return values.getOrDefault(field, List.of())
            .stream()
            .map(String::strip)
            .filter((value) -> !value.isEmpty())
            .findFirst()
            .orElse(null);
    }

    /** The number of a ticket that has none: the same wherever in the conversation. */
    String number() {
        return Outbox.token(spot.place().key() + "|" + spot.message()).substring(0, NUMBER).toUpperCase(Locale.ROOT);
    }

}
