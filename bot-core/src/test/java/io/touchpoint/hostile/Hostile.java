package io.touchpoint.hostile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that nothing may come of.
 *
 * @param name what is wrong with it
 * @param target path and query
 * @param headers the headers, signatures included
 * @param body the body; it holds the canary
 * @param allowed the statuses that may be answered
 * @param signed whether it bears a valid signature, so that it may be kept as a dead
 * letter
 */
record Hostile(String name, String method, String target, Map<String, String> headers, byte[] body,
        List<Integer> allowed, boolean signed) {

    static Hostile post(String name, String target, String body) {
        return post(name, target, body.getBytes(StandardCharsets.UTF_8));
    }

    static Hostile post(String name, String target, byte[] body) {
        return new Hostile(name, "POST", target, Map.of("Content-Type", "application/json"), body, List.of(), false);
    }

    /** The same with another method. */
    Hostile by(String other) {
        return new Hostile(name, other, target, headers, body, allowed, signed);
    }

    /** The same to another address. */
    Hostile at(String other) {
        return new Hostile(name, method, other, headers, body, allowed, signed);
    }

    /** The same with another body, which the signature is not over. */
    Hostile saying(String other) {
        return new Hostile(name, method, target, headers, other.getBytes(StandardCharsets.UTF_8), allowed, false);
    }

    /** The same with a header more. */
    Hostile with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Hostile(name, method, target, more, body, allowed, signed);
    }

    /** The same, to which one of these statuses must be answered. */
    Hostile answered(Integer... statuses) {
        return new Hostile(name, method, target, headers, body, List.of(statuses), signed);
    }

    /** The same, said to bear a valid signature. */
    Hostile isSigned() {
        return new Hostile(name, method, target, headers, body, allowed, true);
    }

    @Override
    public String toString() {
        return method + " " + (target.length() > 60 ? target.substring(0, 60) : target) + ": " + name;
    }

}
