package io.touchpoint.intake;

import java.util.List;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Where the sources are kept that workspaces describe. */
@Component
public class Sources {

    private final MongoOperations mongo;

    Sources(MongoOperations mongo) {
        this.mongo = mongo;
    }

    List<Mapping> of(String workspace) {
        Mappings own = mongo.findById(workspace, Mappings.class);
        return (own != null) ? own.sources() : List.of();
    }

    /** Takes the place of the workspace's sources. */
    public void put(Mappings mappings) {
        mongo.save(mappings);
    }

}
