package io.touchpoint.storage;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers. It takes the place of Spring Boot's own check, which asks
 * for the right to list all databases.
 */
@Component("mongoHealthIndicator")
final class DatabaseHealth extends AbstractHealthIndicator {

    private final MongoOperations mongo;

    DatabaseHealth(MongoOperations mongo) {
        super("The database does not answer");
        this.mongo = mongo;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        mongo.executeCommand("{ ping: 1 }");
        builder.up();
    }

}
