package io.touchpoint.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * How the webhooks of one source are read: a part that begins with {@code /} is a JSON
 * pointer (RFC 6901) to where its value stands in them, any other is the value itself.
 *
 * @param name the source's, in the address and of the secret
 * @param signing how it signs; null for Standard Webhooks
 * @param event where its own id of the event stands
 * @param time where it says when it happened
 * @param type the type of event, or where it stands
 * @param types what the values there mean; empty when they are types of events
 * @param attributes what else is read
 */
public record Mapping(String name, @Nullable Signing signing, String event, String time, String type, List<Pair> types,
        Customer customer, Subject subject, List<Pair> attributes) {

    public Mapping {
        types = (types == null) ? List.of() : List.copyOf(types);
        attributes = (attributes == null) ? List.of() : List.copyOf(attributes);
    }

    /** How the bytes of a signature are written. */
    public enum Encoding {

        HEX, BASE64

    }

    /**
     * An HMAC-SHA256 of the body in a header.
     *
     * @param prefix what stands before it, such as {@code sha256=}; empty for nothing
     */
    public record Signing(String header, Encoding encoding, String prefix) {
    }

    /** A name, and what stands for it. */
    public record Pair(String name, String value) {
    }

    /** Whom it happened to. */
    public record Customer(String key, @Nullable String email, @Nullable String name, @Nullable String locale,
            @Nullable String zone, @Nullable String country, @Nullable String account) {
    }

    /** What it is about. */
    public record Subject(String kind, String key, @Nullable String occurrence, @Nullable String title) {
    }

    /** Whether a part points at a value. */
    public static boolean isPointer(String part) {
        try {
            return part.startsWith("/") && JsonPointer.compile(part) != null;
        }
        catch (IllegalArgumentException _) {
            return false;
        }
    }

}
