package io.touchpoint.survey;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The surveys of all workspaces. */
@Component
public class Surveys {

    private final MongoOperations mongo;

    Surveys(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * The survey with this key.
     * @throws IllegalStateException when there is none
     */
    public Survey get(String workspace, String key) {
        return find(workspace, key).orElseThrow(() -> new IllegalStateException("no survey " + id(workspace, key)));
    }

    /** The survey with this key, where there is one. */
    public Optional<Survey> find(String workspace, String key) {
        return Optional.ofNullable(mongo.findById(id(workspace, key), Survey.class));
    }

    /** Every survey of a workspace, in the order of their keys. */
    public List<Survey> all(String workspace) {
        return mongo.find(query(where("_id").gte(workspace + "|survey|").lt(workspace + "|survey}"))
            .with(Sort.by(Sort.Direction.ASC, "_id")), Survey.class);
    }

    /** Stores a survey in the place of the one with its id. */
    public void put(Survey survey) {
        mongo.save(survey);
    }

    /** The id of a survey: {@code workspace|survey|key}. */
    public static String id(String workspace, String key) {
        return workspace + "|survey|" + key;
    }

}
