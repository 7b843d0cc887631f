package io.touchpoint;

import com.microsoft.aad.msal4j.IHttpClient;
import io.touchpoint.mongo.SandboxMongo;
import io.touchpoint.sandbox.LateClock;
import io.touchpoint.sandbox.Northwind;
import io.touchpoint.sandbox.SandboxClock;
import io.touchpoint.sandbox.SandboxConfiguration;
import io.touchpoint.scenario.RunningSandbox;
import io.touchpoint.teams.NorthwindOnTeams;
import io.touchpoint.teams.SimulatedLogin;
import io.touchpoint.teams.SimulatedTeams;
import io.touchpoint.teams.fake.Company;
import io.touchpoint.teams.fake.FakeTeams;
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
 * The product on a simulated Microsoft Teams and a clock that is moved by hand, to try it
 * out: no credentials, and no database unless MONGODB_URI names one.
 */
public final class TeamsSandbox implements RunningSandbox {

    private final ConfigurableApplicationContext context;

    private final FakeTeams teams;

    private TeamsSandbox(ConfigurableApplicationContext context, FakeTeams teams) {
        this.context = context;
        this.teams = teams;
    }

    public static void main(String[] arguments) {
        start(arguments);
    }

    /** Starts a sandbox; gives it once its company is seeded. */
    public static TeamsSandbox start(String... arguments) {
        LateClock clock = new LateClock();
        FakeTeams teams = FakeTeams.start(Company.named(Northwind.NAME).patience(Duration.ofSeconds(30)), clock);
        SpringApplication application = new SpringApplication(TeamsAdapter.class, SandboxMongo.class,
                SandboxConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.addInitializers((context) -> {
            below(context.getEnvironment().getPropertySources(), properties(teams));
            GenericApplicationContext generic = (GenericApplicationContext) context;
            generic.registerBean(IHttpClient.class, () -> new SimulatedLogin(teams.loginUrl()));
            generic.registerBean(SimulatedTeams.class, () -> {
                clock.is(generic.getBean(SandboxClock.class));
                return new SimulatedTeams(teams);
            });
        });
        try {
            return new TeamsSandbox(application.run(arguments), teams);
        }
        catch (RuntimeException ex) {
            teams.close();
            throw ex;
        }
    }

    private static Map<String, Object> properties(FakeTeams teams) {
        Map<String, Object> properties = new HashMap<>(SandboxConfiguration.properties());
        properties.put("server.port", "8081");
        properties.put("touchpoint.workspace-file", NorthwindOnTeams.file());
        properties.put("touchpoint.teams.app-id", teams.company().appId());
        properties.put("touchpoint.teams.tenant-id", teams.company().tenant());
        properties.put("touchpoint.teams.credential.secret", teams.company().secret());
        properties.put("touchpoint.teams.metadata-url", teams.metadataUrl());
        properties.put("touchpoint.teams.service-hosts", teams.url().getHost());
        return properties;
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
    public FakeTeams teams() {
        return teams;
    }

    /** A bean of the application. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        teams.close();
    }

}
