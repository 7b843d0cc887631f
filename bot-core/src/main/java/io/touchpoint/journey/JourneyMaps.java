package io.touchpoint.journey;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The journey maps of all workspaces, in every edition. */
@Component
public class JourneyMaps {

    private final MongoOperations mongo;

    JourneyMaps(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * The latest edition.
     * @throws IllegalStateException when the workspace has no map
     */
    public JourneyMap current(String workspace) {
        return latest(workspace).orElseThrow(() -> new IllegalStateException("no journey map of " + workspace));
    }

    /**
     * An edition, 1 for the first.
     * @throws IllegalStateException when there is no such edition
     */
    public JourneyMap edition(String workspace, int edition) {
        JourneyMap map = mongo.findById(id(workspace, edition), JourneyMap.class);
        if (map == null) {
            throw new IllegalStateException("no journey map " + id(workspace, edition));
        }
        return map;
    }

    /**
     * Makes a new edition, unless the touchpoints are those of the latest one.
     * @return the edition that holds them
     */
    public JourneyMap publish(String workspace, List<Touchpoint> touchpoints) {
        while (true) {
            Optional<JourneyMap> latest = latest(workspace);
            if (latest.isPresent() && latest.get().touchpoints().equals(touchpoints)) {
                return latest.get();
            }
            int edition = latest.map(JourneyMap::edition).orElse(0) + 1;
            try {
                return mongo.insert(new JourneyMap(id(workspace, edition), workspace, edition, touchpoints));
            }
            catch (DuplicateKeyException ex) {
                Thread.onSpinWait();
            }
        }
    }

    private Optional<JourneyMap> latest(String workspace) {
        return Optional.ofNullable(mongo.findOne(query(where("_id").gte(workspace + "|map|").lt(workspace + "|map}"))
            .with(Sort.by(Sort.Direction.DESC, "_id")), JourneyMap.class));
    }

    private static String id(String workspace, int edition) {
        return "%s|map|%06d".formatted(workspace, edition);
    }

}
