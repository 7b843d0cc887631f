package io.touchpoint.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that a person did on a platform, or that happened to a place there. */
public sealed interface Inbound {

    /** The platform's own id of what happened: the same when it is delivered again. */
    String id();

    /** When it arrived here. */
    Instant at();

    /** Something that a person did. */
    sealed interface Act extends Inbound {

        Actor actor();

    }

    /**
     * Who did it.
     *
     * @param person the person's direct chat
     * @param colleague whether the person belongs to the company itself: false for guests
     * and people of other companies
     * @param name the name that the platform shows, if it said so
     */
    record Actor(Address person, boolean colleague, @Nullable String name) {
    }

    /**
     * Somebody wrote: to the bot directly, in a channel that the bot reads, or in a
     * thread.
     *
     * @param in the direct chat (equal to the actor's person) or the channel
     * @param thread the message whose thread it is in; null outside threads
     */
    record Said(String id, Instant at, Actor actor, Address in, @Nullable Reference thread,
            String text) implements Act {
    }

    /**
     * Somebody took back what was written to the bot directly, by removing or changing
     * the message.
     *
     * @param text what was written
     */
    record Unsaid(String id, Instant at, Actor actor, String text) implements Act {
    }

    /**
     * Somebody pressed a button.
     *
     * @param token names the message as {@link Messenger#deliver} was told; not trusted
     * @param action the button's action; not trusted
     */
    record Pressed(String id, Instant at, Actor actor, Address in, Reference message, String token,
            String action) implements Act {
    }

    /** Somebody sent a form; a field that was left empty has an empty list. */
    record Submitted(String id, Instant at, Actor actor, String form, Map<String, List<String>> values) implements Act {

        public Submitted {
            values = Map.copyOf(values);
        }

    }

    /** Somebody changed a live field of a form that is still open. */
    record Changed(String id, Instant at, Actor actor, String form, Map<String, List<String>> values) implements Act {

        public Changed {
            values = Map.copyOf(values);
        }

    }

    /**
     * Somebody gave a command; {@code words} is what follows the command's name, with
     * mentions as {@code <@ID>}.
     */
    record Commanded(String id, Instant at, Actor actor, Address in, String words) implements Act {
    }

    /**
     * Somebody chose a message whose conversation is to be marked as solved.
     *
     * @param spot the message that begins the conversation
     * @param written when the chosen message was written
     * @param author the direct chat of whoever wrote it; null for what no person wrote
     */
    record Marked(String id, Instant at, Actor actor, Spot spot, Instant written,
            @Nullable Address author) implements Act {
    }

    /** Somebody opened the personal view. */
    record HomeOpened(String id, Instant at, Actor actor) implements Act {
    }

    /** A channel changed in a way that what is known of it is no longer true. */
    record PlaceChanged(String id, Instant at, Address channel, @Nullable String newId) implements Inbound {
    }

}
