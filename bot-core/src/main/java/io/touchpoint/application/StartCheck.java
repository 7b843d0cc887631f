package io.touchpoint.application;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;

/**
 * Stops the start when a secret or the database is not named: there is no insecure mode.
 */
public final class StartCheck implements BeanFactoryPostProcessor {

    /** The name of the bean that Spring Boot makes of {@code spring.mongodb.uri}. */
    private static final String FROM_PROPERTIES = "mongoConnectionDetails";

    private final Function<Environment, List<String>> platform;

    private final boolean takesEvents;

    /**
     * @param platform gives a sentence for each setting of the chat platform that is
     * missing
     */
    public StartCheck(Function<Environment, List<String>> platform) {
        this(platform, true);
    }

    private StartCheck(Function<Environment, List<String>> platform, boolean takesEvents) {
        this.platform = platform;
        this.takesEvents = takesEvents;
    }

    /** For a program that speaks to no platform and takes nothing in from outside. */
    public static StartCheck ofDatabase() {
        return new StartCheck((_) -> List.of(), false);
    }

    /** Checks, unless the application is only being built. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            return;
        }
        boolean database = List.of(factory.getBeanNamesForType(MongoConnectionDetails.class, true, false))
            .stream()
            .anyMatch((name) -> !name.equals(FROM_PROPERTIES));
        List<String> missing = missing(factory.getBean(Environment.class), database);
        if (!missing.isEmpty()) {
            throw new MissingSettings(missing);
        }
    }

    /**
     * A sentence for each setting that is missing or blank.
     * @param database whether the database is given by other means
     */
    public List<String> missing(Environment environment, boolean database) {
        List<String> sentences = new ArrayList<>(platform.apply(environment));
        if (takesEvents && blank(environment.getProperty("touchpoint.events.secret"))
                && blank(environment.getProperty("touchpoint.events.key"))) {
            sentences.add("TOUCHPOINT_EVENT_SECRET is missing: choose a long random secret "
                    + "with which your systems sign the events that they send, "
                    + "or set TOUCHPOINT_KEY and let an admin issue one in chat.");
        }
        if (!database && blank(environment.getProperty("spring.mongodb.uri"))) {
            sentences.add("MONGODB_URI is missing: name the database, "
                    + "such as mongodb://user:password@host/touchpoint?w=majority&journal=true&timeoutMS=2000.");
        }
        return sentences;
    }

    /** Whether a setting is missing, or there is nothing in it. */
    public static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }

}
