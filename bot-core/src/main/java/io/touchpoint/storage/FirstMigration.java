package io.touchpoint.storage;

import org.springframework.data.mongodb.core.MongoOperations;

/** The form that documents had first: there is nothing to change before it. */
class FirstMigration implements Migration {

    @Override
    public int number() {
        return 1;
    }

    @Override
    public void run(MongoOperations mongo) {
        // Documents are made in this form.
    }

}
