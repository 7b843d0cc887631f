package io.touchpoint.crash;

import com.mongodb.MongoWriteException;
import com.mongodb.client.result.InsertOneResult;
import com.mongodb.client.result.UpdateResult;
import java.util.List;
import java.util.UUID;
import org.bson.BsonString;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What the product rests on; each can be taken away, by changing what reaches the
 * storage.
 */
enum Safeguard {

    /** A conversation is stored over whatever it has become meanwhile. */
    VERSION("without the version") {

        @Override
        @Nullable Object without(Call call, Fate fate) {
            return (call.is("replaceOne", "conversations") ? call.without("version") : call).proceed();
        }

    },

    /** A conversation forgets which events it has applied. */
    APPLIED_EVENTS("without the applied events") {

        @Override
        @Nullable Object without(Call call, Fate fate) {
            if (!call.is("replaceOne", "conversations")) {
                return call.proceed();
            }
            Document forgetful = call.document(1);
            forgetful.remove("inbox");
            return call.with(1, forgetful).proceed();
        }

    },

    /** What follows from a state is written after it. */
    ONE_WRITE("state and effects in two writes") {

        @Override
        @Nullable Object without(Call call, Fate fate) {
            if (!call.is("replaceOne", "conversations")) {
                return call.proceed();
            }
            Document then = call.document(1);
            Document id = new Document("_id", then.get("_id"));
            Document stored = call.collection().find(id).first();
            Object effects = then.put("effects", (stored != null) ? stored.get("effects") : List.of());
            Object result = call.with(1, then).proceed();
            fate.mayCrash();
            call.collection().updateOne(id, new Document("$set", new Document("effects", effects)));
            return result;
        }

    },

    /** Who comes late still writes what became of a saying. */
    FENCE("without holder and fence") {

        @Override
        @Nullable Object without(Call call, Fate fate) {
            return (call.is("updateOne", "outbox") ? call.without("holder", "fence") : call).proceed();
        }

    },

    /** Nobody records that something is about to be said. */
    INTENT("said without a record before") {

        @Override
        @Nullable Object without(Call call, Fate fate) {
            return call.begins() ? UpdateResult.acknowledged(1, 1L, null) : call.proceed();
        }

    },

    /** A promise that is repeated is a second promise. */
    DETERMINISTIC_ID("without one id for one promise") {

        @Override
        @Nullable Object without(Call call, Fate fate) {
            try {
                return call.proceed();
            }
            catch (MongoWriteException ex) {
                if (!call.is("insertOne", "outbox")) {
                    throw ex;
                }
                Document again = call.document(0);
                again.put("_id", again.getString("_id") + "/" + UUID.randomUUID());
                return call.with(0, again).proceed();
            }
        }

    },

    /** Nobody looks for what may have been said. */
    LOOK("repeated without a look"),

    /** Requests are acknowledged that are not stored. */
    STORED_REQUEST("acknowledged before it is stored") {

        @Override
        @Nullable Object without(Call call, Fate fate) {
            return call.is("insertOne", "inbound") ? InsertOneResult.acknowledged(new BsonString("")) : call.proceed();
        }

    };

    private final String words;

    Safeguard(String words) {
        this.words = words;
    }

    /** Makes a call as it is without the safeguard. */
    @Nullable Object without(Call call, Fate fate) {
        return call.proceed();
    }

    @Override
    public String toString() {
        return words;
    }

}
