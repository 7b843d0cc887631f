package io.touchpoint.chat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The port through which a platform is spoken to; each adapter has one. */
public interface Messenger {

    /** The platform that this messenger reaches, as addresses name it. */
    String platform();

    /**
     * Says something new.
     * @param to where
     * @param thread the message in whose thread it goes; null for none
     * @param message what
     * @param token an opaque id of this saying: it goes into every button and into the
     * message's own metadata, so that presses come back with it and {@link #find} can
     * recognise the message
     */
    Delivery deliver(Address to, @Nullable Reference thread, Message message, String token);

    /** Puts a message in the place of one that stands; repeating it is harmless. */
    Delivery replace(Address to, Reference reference, Message message, String token);

    /**
     * Whether what is answered in a channel is seen there by the person alone who asked.
     */
    default boolean whispers() {
        return false;
    }

    /** The budgets that one call uses up, narrowest first. */
    List<Budget> budgets(Address to, boolean replacing);

    /**
     * Looks for a message whose outcome is unknown, among those said at {@code since} or
     * later.
     */
    Trace find(Address to, @Nullable Reference thread, String token, Instant since);

    /** What became of a message whose outcome was unknown. */
    sealed interface Trace {

        /** It stands there. */
        record Found(Reference reference) implements Trace {
        }

        /** It is certainly not there. */
        record Absent() implements Trace {
        }

        /** It cannot be found out now; it can be asked again later. */
        record NotNow() implements Trace {
        }

        /** It can never be found out. */
        record Never() implements Trace {
        }

    }

}
