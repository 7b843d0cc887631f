package io.touchpoint.sandbox;

import io.touchpoint.feedback.Responses;
import org.springframework.data.mongodb.core.MongoOperations;

/** The company's life before the page is opened: eight weeks of answers. */
final class Seed {

    private final Sandbox sandbox;

    private final Responses responses;

    private final MongoOperations mongo;

    Seed(Sandbox sandbox, Responses responses, MongoOperations mongo) {
        this.sandbox = sandbox;
        this.responses = responses;
        this.mongo = mongo;
    }

    void plant() {
        sandbox.moveTo(Northwind.START);
    }

}
