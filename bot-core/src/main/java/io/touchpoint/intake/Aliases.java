package io.touchpoint.intake;

import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Where is kept what sources call by ids of their own. */
@Component
class Aliases implements Indexes {

    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final MongoOperations mongo;

    Aliases(MongoOperations mongo) {
        this.mongo = mongo;
    }

    static String id(String workspace, String source, String reference) {
        return workspace + "|" + source + "|" + reference;
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.expiring("aliases", "at", REMEMBERED));
    }

    /** Keeps one, unless it is known: the first name stays. */
    void keep(Alias alias) {
        try {
            mongo.insert(alias);
        }
        catch (DuplicateKeyException _) {
            return;
        }
    }

    Optional<Alias> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Alias.class));
    }

}
