package io.touchpoint;

import io.touchpoint.mongo.SandboxMongo;
import io.touchpoint.sandbox.LateClock;
import io.touchpoint.sandbox.Northwind;
import io.touchpoint.sandbox.SandboxClock;
import io.touchpoint.sandbox.SandboxConfiguration;
import io.touchpoint.scenario.RunningSandbox;
import io.touchpoint.slack.SimulatedSlack;
import io.touchpoint.slack.fake.Company;
import io.touchpoint.slack.fake.FakeSlack;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * The product on a simulated Slack and a clock that is moved by hand, to try it out: no
 * credentials, and no database unless MONGODB_URI names one.
 */
public final class SlackSandbox implements RunningSandbox {

    private final ConfigurableApplicationContext context;

    private final FakeSlack slack;

    private SlackSandbox(ConfigurableApplicationContext context, FakeSlack slack) {
        this.context = context;
        this.slack = slack;
    }

    public static void main(String[] arguments) {
        start(arguments);
    }

    /** Starts a sandbox; gives it once its company is seeded. */
    public static SlackSandbox start(String... arguments) {
        LateClock clock = new LateClock();
        FakeSlack slack = FakeSlack.start(Company.named(Northwind.NAME).patience(Duration.ofSeconds(30)), clock);
        SpringApplication application = new SpringApplication(SlackAdapter.class, SandboxMongo.class,
                SandboxConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.addInitializers((context) -> {
            Map<String, Object> properties = new HashMap<>(SandboxConfiguration.properties());
            properties.put("touchpoint.slack.api-url", slack.apiUrl());
            properties.put("touchpoint.slack.bot-token", slack.company().token());
            properties.put("touchpoint.slack.signing-secrets", slack.company().signingSecret());
            below(context.getEnvironment().getPropertySources(), properties);
            GenericApplicationContext generic = (GenericApplicationContext) context;
            generic.registerBean(SimulatedSlack.class, () -> {
                clock.is(generic.getBean(SandboxClock.class));
                return new SimulatedSlack(slack);
            });
        });
        try {
            return new SlackSandbox(application.run(arguments), slack);
        }
        catch (RuntimeException ex) {
            slack.close();
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

    /** The simulator. */
    public FakeSlack slack() {
        return slack;
    }

    /** A bean of the application. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        slack.close();
    }

}
