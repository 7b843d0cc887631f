package io.touchpoint.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A vendor's JSON. Values are named by JSON pointers (RFC 6901); numbers, and whether
 * something is true, are read as the text that they are written with.
 */
record Payload(JsonNode root) {

    /** From here on a number counts milliseconds since 1970, below it seconds. */
    private static final long MILLISECONDS = 100_000_000_000L;

    static Payload read(byte[] body) throws Malformed {
        return new Payload(Json.read(body).node());
    }

    /** A single value; empty when it is missing, null, blank, or no single value. */
    Optional<String> text(String pointer) {
        return text(root.at(pointer));
    }

    /** The first of several places where there is a value. */
    Optional<String> first(String... pointers) {
        for (String pointer : pointers) {
            Optional<String> text = text(pointer);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** A value that must be there. */
    String required(String pointer) throws Malformed {
        JsonNode node = root.at(pointer);
        if (node.isContainer()) {
            throw new Malformed(pointer, "must be a single value");
        }
        return text(node).orElseThrow(() -> new Malformed(pointer, "is missing"));
    }

    /** Whether a value is this one, whatever the case of its letters. */
    boolean is(String pointer, String value) {
        return text(pointer).filter(value::equalsIgnoreCase).isPresent();
    }

    /** The values of a list, else the single value. */
    List<String> all(String pointer) {
        JsonNode node = root.at(pointer);
        List<String> all = new ArrayList<>();
        if (node.isArray()) {
            node.forEach((one) -> text(one).ifPresent(all::add));
        }
        else {
            text(node).ifPresent(all::add);
        }
        return all;
    }

    /** One value of each member of a list. */
    List<String> all(String list, String pointer) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count(list); i++) {
            text(list + "/" + i + pointer).ifPresent(all::add);
        }
        return all;
    }

    /** How long a list is; 0 when there is none. */
    int count(String pointer) {
        JsonNode node = root.at(pointer);
        return node.isArray() ? node.size() : 0;
    }

    /** A time that must be there: as ISO 8601 has it, or counted since 1970. */
    Instant time(String pointer) throws Malformed {
        String text = required(pointer);
        try {
            if (text.matches("\\d{1,15}")) {
                long number = Long.parseLong(text);
                return (number < MILLISECONDS) ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
            }
            return OffsetDateTime.parse(text).toInstant();
        }
        catch (DateTimeException _) {
            throw new Malformed(pointer, "is not a time such as 2026-11-19T09:00:00Z");
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() || node.isNumber() || node.isBoolean()
                ? Optional.of(node.asString().strip()).filter((text) -> !text.isEmpty()) : Optional.empty();
    }

}
