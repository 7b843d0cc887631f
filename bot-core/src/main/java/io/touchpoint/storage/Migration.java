package io.touchpoint.storage;

import org.springframework.data.mongodb.core.MongoOperations;

/** A step from one form of the stored documents to the next. */
public interface Migration {

    /** Its place in the order of all steps, from 2 on; never used again. */
    int number();

    /** Takes the step; it may be repeated after it was broken off anywhere. */
    void run(MongoOperations mongo);

}
