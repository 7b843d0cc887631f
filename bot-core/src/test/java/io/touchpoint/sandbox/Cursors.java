package io.touchpoint.sandbox;

import io.touchpoint.sandbox.SimulatedPlatform.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers every change of every message in the order in which it was noticed, so that a
 * reader can ask for what is new or different since it last looked.
 */
final class Cursors {

    private final Map<String, Seen> seen = new HashMap<>();

    private long last;

    private record Seen(Shown message, long number) {
    }

    /** What a reader is given: messages, and the cursor to go on from. */
    record Page(List<Shown> messages, String cursor) {
    }

    /**
     * The messages of a place that are new or have changed since a cursor.
     * @param messages all of that place
     * @param after a cursor; empty for everything
     */
    synchronized Page page(List<Shown> messages, String after) {
        long from = number(after);
        for (Shown message : messages) {
            Seen known = seen.get(message.id());
            if (known == null || !known.message().equals(message)) {
                seen.put(message.id(), new Seen(message, ++last));
            }
        }
        return new Page(messages.stream().filter((message) -> numberOf(message) > from).toList(), Long.toString(last));
    }

    private long numberOf(Shown message) {
        Seen known = seen.get(message.id());
        return (known != null) ? known.number() : 0;
    }

    private static long number(String cursor) {
        try {
            return cursor.isEmpty() ? 0 : Long.parseLong(cursor);
        }
        catch (NumberFormatException ex) {
            throw Trouble.badRequest("“after” is not a cursor that was given.");
        }
    }

}
