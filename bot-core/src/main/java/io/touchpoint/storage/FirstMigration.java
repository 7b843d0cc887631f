package io.touchpoint.storage;

import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;

/** Makes the indexes of all modules. */
class FirstMigration implements Migration {

    private final List<Indexes> modules;

    private final boolean expiry;

    FirstMigration(List<Indexes> modules, boolean expiry) {
        this.modules = List.copyOf(modules);
        this.expiry = expiry;
    }

    @Override
    public int number() {
        return 1;
    }

    @Override
    public void run(MongoOperations mongo) {
        modules.stream()
            .flatMap((module) -> module.indexes().stream())
            .filter((index) -> expiry || index.expires() == null)
            .forEach((index) -> mongo.indexOps(index.collection()).createIndex(definition(index)));
    }

    private static org.springframework.data.mongodb.core.index.Index definition(Index index) {
        var definition = new org.springframework.data.mongodb.core.index.Index();
        for (String field : index.fields()) {
            boolean descending = field.startsWith("-");
            definition.on(descending ? field.substring(1) : field,
                    descending ? Sort.Direction.DESC : Sort.Direction.ASC);
        }
        if (index.sparse()) {
            definition.sparse();
        }
        if (index.expires() != null) {
            definition.expire(index.expires());
        }
        return definition;
    }

}
