package io.touchpoint.workspace;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The companies that use the bot. */
@Component
public class Workspaces {

    private final MongoOperations mongo;

    Workspaces(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * The workspace with this id.
     * @throws IllegalStateException when there is none
     */
    public Workspace get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no workspace " + id));
    }

    /** The workspace with this id, where there is one. */
    public Optional<Workspace> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Workspace.class));
    }

    /** The workspace that an installation on a chat platform belongs to. */
    public Optional<Workspace> ofTenant(String platform, String key) {
        return Optional.ofNullable(mongo.findOne(
                query(where("tenants").elemMatch(where("platform").is(platform).and("key").is(key))), Workspace.class));
    }

    /** Every workspace, in the order of their ids. */
    public List<Workspace> all() {
        return mongo.findAll(Workspace.class).stream().sorted(Comparator.comparing(Workspace::id)).toList();
    }

    /**
     * Stores a workspace in the place of the one with its id.
     * @param workspace whose version does not matter: the stored one's is taken
     */
    public void put(Workspace workspace) {
        while (!tryPut(workspace)) {
            Thread.onSpinWait();
        }
    }

    private boolean tryPut(Workspace workspace) {
        Long version = find(workspace.id()).map(Workspace::version).orElse(null);
        try {
            mongo.save(workspace.atVersion(version));
            return true;
        }
        catch (OptimisticLockingFailureException | DuplicateKeyException ex) {
            return false;
        }
    }

}
