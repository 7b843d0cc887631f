package io.touchpoint.storage;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that a module needs; never unique.
 *
 * @param collection the collection that it is on
 * @param fields the fields, the first one first; a {@code -} before the name means
 * descending
 * @param sparse whether documents without the fields are left out
 * @param expires how long after the field's time a document goes; null for documents that
 * stay
 */
public record Index(String collection, List<String> fields, boolean sparse, @Nullable Duration expires) {

    public Index {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("an index needs a field: " + collection);
        }
    }

    /** An index of all documents. */
    public static Index of(String collection, String... fields) {
        return new Index(collection, List.of(fields), false, null);
    }

    /** An index of those documents that have the fields. */
    public static Index sparse(String collection, String... fields) {
        return new Index(collection, List.of(fields), true, null);
    }

    /**
     * An index whose only purpose is that documents go when their time has come. It frees
     * space and nothing else: code never relies on it.
     */
    public static Index expiring(String collection, String field, Duration after) {
        return new Index(collection, List.of(field), true, after);
    }

}
