package io.touchpoint.crash;

import java.time.Instant;
import java.util.List;

/**
 * Something that a platform, or the company's shop, has to deliver.
 *
 * @param id the same for each delivery
 * @param kind what happened
 * @param customer whom it is about
 * @param words what was pressed or written
 * @param at when it happened
 */
record Event(String id, Kind kind, int customer, String words, Instant at) {

    /** What can happen. */
    enum Kind {

        SHOP, PRESS, WORDS, TAKE

    }

    String body() {
        return String.join("|", kind.name(), String.valueOf(customer), words, at.toString());
    }

    static Event read(String id, String body) {
        List<String> parts = List.of(body.split("\\|", -1));
        return new Event(id, Kind.valueOf(parts.get(0)), Integer.parseInt(parts.get(1)), parts.get(2),
                Instant.parse(parts.get(3)));
    }

}
