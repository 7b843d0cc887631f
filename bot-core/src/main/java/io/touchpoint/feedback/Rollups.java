package io.touchpoint.feedback;

import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.heartbeat.DueWork;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The cells that figures are read from, kept equal to a recount of the responses. */
@Component
public class Rollups implements DueWork {

    private final MongoOperations mongo;

    Rollups(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public int runDue(Instant now) {
        return 0;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    /**
     * Counts everything of a workspace that waits, so that its cells are right on return.
     */
    public void settle(String workspace, Instant now) {
    }

    /** The cells of some reporting days that have answers, as they were last counted. */
    public List<Cell> cells(String workspace, LocalDate from, LocalDate toInclusive) {
        return mongo.find(query(Responses.days(workspace, from, toInclusive)), Rollup.class)
            .stream()
            .map(Rollup::cell)
            .toList();
    }

}
