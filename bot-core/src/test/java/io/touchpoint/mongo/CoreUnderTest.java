package io.touchpoint.mongo;

import com.mongodb.ConnectionString;
import io.touchpoint.time.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoRepositoriesAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * A running application of some of the core's modules over the MongoDB under test. Its
 * clock stands at {@link #START} until it is moved, and nothing beats by itself unless it
 * is told to. The JVM's logging stays as it is: several that start and end side by side
 * would set it up in each other's midst.
 *
 * <pre class="code">
 * try (CoreUnderTest core = CoreUnderTest.with("team", "customer").bean(Messenger.class, fake).start()) {
 *     core.get(Teams.class)…
 * }
 * </pre>
 */
public final class CoreUnderTest implements AutoCloseable {

    /** Monday, 23 November 2026, 09:00 UTC. */
    public static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    private final ConfigurableApplicationContext context;

    private final Runnable afterwards;

    private CoreUnderTest(ConfigurableApplicationContext context, Runnable afterwards) {
        this.context = context;
        this.afterwards = afterwards;
    }

    /**
     * Begins with the modules of {@code io.touchpoint} that are to run; storage and
     * heartbeat always do.
     */
    public static Builder with(String... modules) {
        return new Builder(List.of(modules));
    }

    /** The one bean of a type. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** The bean of a type and a name. */
    public <T> T get(Class<T> type, String name) {
        return context.getBean(name, type);
    }

    /** Every bean of a type. */
    public <T> List<T> all(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    public SettableClock clock() {
        return get(SettableClock.class);
    }

    public MongoOperations mongo() {
        return get(MongoOperations.class);
    }

    @Override
    public void close() {
        context.close();
        afterwards.run();
    }

    /** What is to run. */
    public static final class Builder {

        private static final String STILL = "--touchpoint.heartbeat=-";

        private final Set<String> packages = new LinkedHashSet<>(
                List.of("io.touchpoint.storage", "io.touchpoint.heartbeat"));

        private final List<Part<?>> parts = new ArrayList<>();

        private final List<String> properties = new ArrayList<>(List.of(STILL));

        private @Nullable String database;

        private SettableClock clock = new SettableClock(START);

        private Builder(List<String> modules) {
            modules.forEach((module) -> packages.add("io.touchpoint." + module));
        }

        /** Adds a bean, such as a fake of a port. */
        public <T> Builder bean(Class<T> type, T bean) {
            parts.add(new Part<>(type, bean));
            return this;
        }

        /** Sets a property, {@code name=value}. */
        public Builder property(String property) {
            properties.add("--" + property);
            return this;
        }

        /**
         * Uses a database, as {@link MongoUnderTest#freshDatabase} names it, that others
         * use too.
         */
        public Builder database(String uri) {
            this.database = uri;
            return this;
        }

        /** Uses a clock that others use too. */
        public Builder clock(SettableClock shared) {
            this.clock = shared;
            return this;
        }

        /**
         * Lets it beat by itself, on the wall clock, as it does when it is delivered, and
         * keeps the JVM alive meanwhile.
         */
        public Builder beating() {
            properties.remove(STILL);
            properties.addAll(List.of("--spring.threads.virtual.enabled=true", "--spring.main.keep-alive=true"));
            return this;
        }

        public CoreUnderTest start() {
            boolean still = properties.contains(STILL);
            SpringApplication application = new SpringApplication(still ? Base.class : Beating.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application.setLogStartupInfo(false);
            application.setRegisterShutdownHook(false);
            application.setListeners(application.getListeners()
                .stream()
                .filter((listener) -> !(listener instanceof LoggingApplicationListener))
                .toList());
            String kind = MongoUnderTest.get().hashCode() + " " + packages + " " + properties + " "
                    + parts.stream().map((part) -> part.type().getName()).toList();
            String own = database;
            String uri = (own != null) ? own : Recycled.database(kind);
            ConnectionString connection = new ConnectionString(patient(uri));
            application.addInitializers((context) -> {
                AnnotationConfigApplicationContext generic = (AnnotationConfigApplicationContext) context;
                generic.scan(packages.toArray(String[]::new));
                AutoConfigurationPackages.register(generic, "io.touchpoint");
                generic.registerBean(MongoConnectionDetails.class, () -> () -> connection);
                generic.registerBean("listener", MongoClientSettingsBuilderCustomizer.class,
                        () -> MongoUnderTest.get()::listen);
                if (still) {
                    generic.registerBean("settableClock", SettableClock.class, () -> clock);
                }
                for (int i = 0; i < parts.size(); i++) {
                    register(generic, "part" + i, parts.get(i));
                }
            });
            return new CoreUnderTest(
                    application.run(Stream.concat(properties.stream(), Stream.of("--spring.main.banner-mode=off"))
                        .toArray(String[]::new)),
                    (own != null) ? () -> {
                    } : () -> Recycled.giveBack(kind, uri));
        }

        private static <T> void register(GenericApplicationContext context, String name, Part<T> part) {
            context.registerBean(name, part.type(), () -> part.bean());
        }

        private static String patient(String uri) {
            return uri + ((uri.indexOf('?') < 0) ? "?" : "&") + "timeoutMS=20000";
        }

    }

    private record Part<T>(Class<T> type, T bean) {
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({ MongoAutoConfiguration.class, DataMongoAutoConfiguration.class,
            DataMongoRepositoriesAutoConfiguration.class })
    static class Base {

    }

    @Configuration(proxyBeanMethods = false)
    @Import(Base.class)
    @ImportAutoConfiguration({ TaskExecutionAutoConfiguration.class, TaskSchedulingAutoConfiguration.class })
    static class Beating {

    }

}
