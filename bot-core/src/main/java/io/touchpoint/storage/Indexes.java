package io.touchpoint.storage;

import java.util.List;

/**
 * The indexes of a module: a module that stores something declares one bean of this type.
 * Those of all modules are made by the first migration. An index that is added after a
 * release needs a {@link Migration} of its own besides.
 *
 * <pre class="code">
 * &#64;Bean
 * static Indexes outboxIndexes() {
 *     return () -&gt; List.of(Index.sparse("outbox", "claimAt"));
 * }
 * </pre>
 */
@FunctionalInterface
public interface Indexes {

    List<Index> indexes();

}
