package io.touchpoint.outbox;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that is promised to be said.
 *
 * @param key names it for ever: the workspace first, then the thing that it is about,
 * {@code #} and a number of four digits that counts what that thing has said, such as
 * {@code w1|order:1042|delivery#0001}; promised twice it is said once
 * @param about the id of the thing that it is about (conversation, case, digest,
 * check-in): presses on its buttons are led back to it
 * @param to where
 * @param lane how urgent
 * @param message what
 * @param threadOf the key of the saying in whose thread it goes; null for none
 * @param replaces the key of the saying that it takes the place of; null for a new
 * message
 * @param thread the message of somebody else in whose thread it goes; null for none
 */
@Document
@TypeAlias("saying")
public record Saying(String key, String about, Address to, Lane lane, Message message, @Nullable String threadOf,
        @Nullable String replaces, @Nullable Reference thread) {

    /** A new message. */
    public static Saying of(String key, String about, Address to, Lane lane, Message message) {
        return new Saying(key, about, to, lane, message, null, null, null);
    }

    /** The same in the thread of an earlier saying. */
    public Saying inThreadOf(String earlier) {
        return new Saying(key, about, to, lane, message, earlier, replaces, thread);
    }

    /** The same in the place of an earlier saying. */
    public Saying inPlaceOf(String earlier) {
        return new Saying(key, about, to, lane, message, threadOf, earlier, thread);
    }

    /** The same in the thread of a message that is not ours. */
    public Saying inThread(Reference other) {
        return new Saying(key, about, to, lane, message, threadOf, replaces, other);
    }

    /** The key of the {@code number}th saying of a thing. */
    public static String key(String about, long number) {
        return "%s#%04d".formatted(about, number);
    }

}
