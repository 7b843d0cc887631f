package io.touchpoint.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Spot;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An action that was chosen on a message.
 *
 * @param root the id of the message that begins the thread
 * @param written when the message was written; null when that was not said
 * @param author the id in Entra of whoever wrote it; null for an app
 */
record MessageAction(String root, @Nullable Instant written, @Nullable String author) {

    /** Its name in the app's manifest: the message's conversation is solved. */
    static final String MARK_SOLVED = "markSolved";

    private static final String THREAD = ";messageid=";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,80}");

    /** Reads it; empty when no message is named. */
    static Optional<MessageAction> of(Context context) {
        JsonNode message = context.arrival().value().path("messagePayload");
        String conversation = context.arrival().conversation();
        int thread = conversation.indexOf(THREAD);
        Optional<String> root = (thread >= 0) ? Optional.of(conversation.substring(thread + THREAD.length()))
                : Json2.found(message, "replyToId").or(() -> Json2.found(message, "id"));
        return root.filter((id) -> ID.matcher(id).matches())
            .map((id) -> new MessageAction(id,
                    Json2.found(message, "createdDateTime").map(MessageAction::time).orElse(null),
                    Json2.found(message.path("from").path("user"), "id")
                        .filter((user) -> ID.matcher(user).matches())
                        .orElse(null)));
    }

    private static @Nullable Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        }
        catch (DateTimeException _) {
            return null;
        }
    }

    Inbound.Marked marked(Context context, Inbound.Actor actor) {
        String conversation = Connector.root(context.arrival().conversation());
        Address place = context.personal() ? context.person(conversation) : context.channel(conversation);
        return new Inbound.Marked(context.arrival().key(), context.at(), actor, new Spot(place, root),
                (written != null) ? written : context.at(), (author != null) ? context.person(author) : null);
    }

}
