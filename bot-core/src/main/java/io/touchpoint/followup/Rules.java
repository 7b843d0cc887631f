package io.touchpoint.followup;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What holds for every question, workspace by workspace. */
@Component
public class Rules {

    private final MongoOperations mongo;

    Rules(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The rules of a workspace; the usual ones when it has none. */
    public AskRules of(String workspace) {
        AskRules own = mongo.findById(workspace, AskRules.class);
        return (own != null) ? own : AskRules.usual(workspace);
    }

    /** Takes the place of the workspace's rules. */
    public void put(AskRules rules) {
        mongo.save(rules);
    }

}
