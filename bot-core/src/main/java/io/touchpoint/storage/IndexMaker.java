package io.touchpoint.storage;

import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Makes the indexes that the modules of an application need and that nobody has made yet:
 * neither an earlier release nor the application of another platform.
 *
 * <pre class="code">
 * _indexes {_id: "made", names: ["outbox claimAt sparse", …]}
 * </pre>
 */
class IndexMaker {

    static final String COLLECTION = "_indexes";

    private static final Query MADE = Query.query(Criteria.where("_id").is("made"));

    /** An index over many documents takes longer than other commands may. */
    private static final long MINUTES = 30;

    private final List<Index> wanted;

    /**
     * @param expiry whether those are made that let a real server delete by the wall
     * clock
     */
    IndexMaker(List<Indexes> modules, boolean expiry) {
        this.wanted = modules.stream()
            .flatMap((module) -> module.indexes().stream())
            .filter((index) -> expiry || index.expires() == null)
            .toList();
    }

    /** Makes them; broken off anywhere, it may be done again. */
    void make(MongoOperations mongo) {
        Document known = mongo.findOne(MADE, Document.class, COLLECTION);
        Set<String> made = new TreeSet<>((known != null) ? known.getList("names", String.class) : List.of());
        List<Index> missing = wanted.stream().filter((index) -> made.add(name(index))).toList();
        missing.forEach((index) -> make(index, mongo));
        if (!missing.isEmpty()) {
            mongo.upsert(MADE, new Update().addToSet("names").each(missing.stream().map(IndexMaker::name).toArray()),
                    COLLECTION);
        }
    }

    private static void make(Index index, MongoOperations mongo) {
        Document keys = new Document();
        for (String field : index.fields()) {
            boolean descending = field.startsWith("-");
            keys.append(descending ? field.substring(1) : field, descending ? -1 : 1);
        }
        IndexOptions options = new IndexOptions().sparse(index.sparse());
        if (index.expires() != null) {
            options.expireAfter(index.expires().toSeconds(), TimeUnit.SECONDS);
        }
        mongo.getCollection(index.collection()).withTimeout(MINUTES, TimeUnit.MINUTES).createIndex(keys, options);
    }

    private static String name(Index index) {
        return index.collection() + " " + String.join(" ", index.fields()) + (index.sparse() ? " sparse" : "")
                + ((index.expires() != null) ? " " + index.expires() : "");
    }

}
