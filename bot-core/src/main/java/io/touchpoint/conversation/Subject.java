package io.touchpoint.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the customer lived through, as the business event told it.
 *
 * @param kind such as order, ticket, visit
 * @param key the company's own id of it
 * @param occurrence tells repeats apart; null for the only one
 * @param title as staff may read it, such as "online order"; null for the kind
 * @param at when it happened
 */
public record Subject(String kind, String key, @Nullable String occurrence, @Nullable String title, Instant at) {

    /** The subject's part of a prompt's id. */
    public String id() {
        return kind + ":" + key + ((occurrence == null) ? "" : "#" + occurrence);
    }

}
