package io.touchpoint.sandbox;

import io.touchpoint.mongo.SandboxMongo;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/** The real application with a simulator where its platform would be. */
public final class SandboxApplication implements RunningSandbox {

    private final ConfigurableApplicationContext context;

    private final Simulator simulator;

    private SandboxApplication(ConfigurableApplicationContext context, Simulator simulator) {
        this.context = context;
        this.simulator = simulator;
    }

    /** What stands in the platform's place. */
    public interface Simulator extends AutoCloseable {

        /** What the application is told so that it finds the simulator. */
        Map<String, Object> properties();

        /** What the application needs beside that, to be registered before it starts. */
        default void register(GenericApplicationContext context) {
        }

        /** The port to it. */
        SimulatedPlatform platform();

        @Override
        void close();

    }

    /**
     * Starts the application; gives it once its company is seeded.
     * @param main the application's main class
     * @param starter starts the simulator on the clock of the sandbox
     */
    public static SandboxApplication start(Class<?> main, Function<LateClock, Simulator> starter, String... arguments) {
        LateClock clock = new LateClock();
        Simulator simulator = starter.apply(clock);
        SpringApplication application = new SpringApplication(main, SandboxMongo.class, SandboxConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.addInitializers((context) -> {
            Map<String, Object> properties = new HashMap<>(SandboxConfiguration.properties());
            properties.putAll(simulator.properties());
            below(context.getEnvironment().getPropertySources(), properties);
            GenericApplicationContext generic = (GenericApplicationContext) context;
            simulator.register(generic);
            generic.registerBean(SimulatedPlatform.class, () -> {
                clock.is(generic.getBean(SandboxClock.class));
                return simulator.platform();
            });
        });
        try {
            return new SandboxApplication(application.run(arguments), simulator);
        }
        catch (RuntimeException ex) {
            simulator.close();
            throw ex;
        }
    }

    /** What the command line says goes before. */
    private static void below(MutablePropertySources sources, Map<String, Object> properties) {
        MapPropertySource defaults = new MapPropertySource("sandbox", properties);
        if (sources.contains(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME)) {
            sources.addAfter(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME, defaults);
        }
        else {
            sources.addFirst(defaults);
        }
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** A bean of the application. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        simulator.close();
    }

}
