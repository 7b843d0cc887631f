package io.touchpoint.mongo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Takes the database away from a running application, and gives it back. */
public final class Outage implements BeanPostProcessor {

    private volatile boolean gone;

    /** Does something while the database is gone. */
    public <T> T during(Work<T> work) throws Exception {
        gone = true;
        try {
            return work.done();
        }
        finally {
            gone = false;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return (bean instanceof MongoDatabaseFactory factory) ? between(factory) : bean;
    }

    private Object between(MongoDatabaseFactory factory) {
        return Proxy.newProxyInstance(MongoDatabaseFactory.class.getClassLoader(),
                new Class<?>[] { MongoDatabaseFactory.class }, (_, method, arguments) -> {
                    if (gone && method.getName().equals("getMongoDatabase")) {
                        throw new DataAccessResourceFailureException("the database is gone");
                    }
                    try {
                        return method.invoke(factory, arguments);
                    }
                    catch (InvocationTargetException ex) {
                        throw ex.getCause();
                    }
                });
    }

    /** What is done meanwhile. */
    @FunctionalInterface
    public interface Work<T> {

        T done() throws Exception;

    }

}
