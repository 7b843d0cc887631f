package io.touchpoint.crash;

import com.mongodb.client.MongoCollection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;

/**
 * A call of the database that is about to be made.
 *
 * @param collection the collection as it is without faults
 * @param arguments as the driver takes them, the filter first where there is one
 */
record Call(MongoCollection<Document> collection, Method method, List<Object> arguments) {

    /** Whether it is this operation of this collection. */
    boolean is(String operation, String name) {
        return method.getName().equals(operation) && collection.getNamespace().getCollectionName().equals(name);
    }

    boolean reads() {
        return switch (method.getName()) {
            case "find", "aggregate", "distinct", "countDocuments", "estimatedDocumentCount" -> true;
            default -> false;
        };
    }

    /** Whether it records that something is about to be said. */
    boolean begins() {
        return is("updateOne", "outbox") && document(1).get("$set", new Document()).containsKey("sendingSince");
    }

    Document document(int argument) {
        return new Document((Document) arguments.get(argument));
    }

    /** The same with another argument. */
    Call with(int argument, Object value) {
        Object[] changed = arguments.toArray();
        changed[argument] = value;
        return new Call(collection, method, Arrays.asList(changed));
    }

    /** The same with a filter that asks for less. */
    Call without(String... conditions) {
        Document filter = document(0);
        List.of(conditions).forEach(filter::remove);
        return with(0, filter);
    }

    /** Makes it. */
    Object proceed() {
        try {
            return method.invoke(collection, arguments.toArray());
        }
        catch (InvocationTargetException ex) {
            if (ex.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(ex);
        }
        catch (IllegalAccessException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
