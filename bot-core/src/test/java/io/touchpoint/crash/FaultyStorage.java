package io.touchpoint.crash;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * The one place where the storage of an instance is broken: every call of a collection is
 * a step at which others go first, and at a write a fault may happen before it or after
 * it was applied. Meanwhile writes wait for no disk: no server is killed here.
 */
final class FaultyStorage implements BeanPostProcessor {

    private static final Set<String> OPERATIONS = Set.of("insertOne", "insertMany", "replaceOne", "updateOne",
            "updateMany", "deleteOne", "deleteMany", "findOneAndUpdate", "findOneAndReplace", "findOneAndDelete",
            "bulkWrite", "countDocuments", "estimatedDocumentCount", "find", "aggregate", "distinct");

    private static final int WHERE_IT_HURTS = 8;

    private final Fate fate;

    FaultyStorage(Fate fate) {
        this.fate = fate;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return (bean instanceof MongoDatabaseFactory factory) ? wrapped(MongoDatabaseFactory.class, factory) : bean;
    }

    private <T> T wrapped(Class<T> type, T target) {
        InvocationHandler handler = (_, method, arguments) -> {
            Object[] given = (arguments != null) ? arguments : new Object[0];
            if (target instanceof MongoCollection<?> collection && OPERATIONS.contains(method.getName())) {
                return step(collection, method, given);
            }
            return wrapped(invoke(target, method, given));
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
    }

    private @Nullable Object wrapped(@Nullable Object result) {
        return switch (result) {
            case MongoDatabase database -> wrapped(MongoDatabase.class,
                    fate.calm() ? database : database.withWriteConcern(WriteConcern.W1.withJournal(false)));
            case MongoCollection<?> collection -> wrapped(MongoCollection.class, collection);
            case null, default -> result;
        };
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object step(MongoCollection<?> collection, Method method, Object[] arguments) {
        Call call = new Call((MongoCollection<Document>) collection, method, Arrays.asList(arguments));
        fate.others();
        if (call.reads()) {
            return call.proceed();
        }
        fate.beforeWrite(call.begins() ? WHERE_IT_HURTS : 1);
        if (call.begins()) {
            fate.speaks(call.collection().countDocuments(call.document(0)) > 0);
        }
        Safeguard missing = fate.missing();
        Object result = (missing != null) ? missing.without(call, fate) : call.proceed();
        fate.afterWrite();
        return result;
    }

    private static @Nullable Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        }
        catch (InvocationTargetException ex) {
            throw (ex.getCause() != null) ? ex.getCause() : ex;
        }
    }

}
