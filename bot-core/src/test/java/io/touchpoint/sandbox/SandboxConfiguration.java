package io.touchpoint.sandbox;

import io.touchpoint.customer.Customers;
import io.touchpoint.feedback.Responses;
import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.heartbeat.Heartbeat;
import io.touchpoint.intake.EventSecrets;
import io.touchpoint.intake.NewestSecret;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.mongo.SandboxMongo;
import io.touchpoint.survey.Surveys;
import io.touchpoint.workspace.Workspaces;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What turns the application into a sandbox, given a {@link SimulatedPlatform}. It bears
 * no stereotype, so that it is only there where it is asked for by name.
 */
public class SandboxConfiguration {

    /** What the application is told unless the command line says otherwise. */
    public static Map<String, Object> properties() {
        return Map.of("server.address", "127.0.0.1", "management.server.port", "-1", "touchpoint.heartbeat", "-",
                "touchpoint.at-once", "1", "touchpoint.public-url", Northwind.PUBLIC_URL, "touchpoint.workspace-file",
                Northwind.FILE, "touchpoint.events.secret", Northwind.EVENTS_SECRET, "touchpoint.events.key",
                Northwind.KEY, "touchpoint.events.patience", "1h", "touchpoint.connect.till.secret",
                Northwind.EVENTS_SECRET);
    }

    @Bean
    static SandboxClock sandboxClock(MongoOperations mongo, Environment environment) {
        return new SandboxClock(mongo, Northwind.MONDAY, SandboxMongo.shared(environment));
    }

    @Bean(destroyMethod = "close")
    static Jobs jobs() {
        return new Jobs();
    }

    @Bean(destroyMethod = "close")
    Sandbox sandbox(SimulatedPlatform platform, SandboxClock clock, Heartbeat heartbeat, List<DueWork> works,
            Jobs jobs) {
        return new Sandbox(platform, clock, heartbeat, works, jobs);
    }

    @Bean
    BusinessEvents businessEvents(SimulatedPlatform platform, EventSecrets secrets, SandboxClock clock) {
        return new BusinessEvents(platform.name(),
                () -> NewestSecret.of(secrets, Northwind.WORKSPACE, clock.instant()));
    }

    @Bean
    Seed seed(Sandbox sandbox, MongoOperations mongo, Workspaces workspaces, JourneyMaps maps, Surveys surveys,
            Customers customers, Responses responses, BusinessEvents events) {
        return new Seed(sandbox, mongo, new Seed.Company(workspaces, maps, surveys, customers, responses), events);
    }

    @Bean
    RouterFunction<ServerResponse> sandboxRoutes(Sandbox sandbox, BusinessEvents events) {
        return new SandboxRoutes(sandbox, events, new Rehearsal(sandbox, events)).routes();
    }

    @Bean
    RouterFunction<ServerResponse> sandboxPage() {
        ClassPathResource page = new ClassPathResource("sandbox/page/index.html");
        return RouterFunctions.route()
            .GET("/",
                    (_) -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.noStore())
                        .body(page))
            .add(RouterFunctions.resources("/native/**", new ClassPathResource("sandbox/native/"),
                    SandboxConfiguration::fresh))
            .add(RouterFunctions.resources("/*", new ClassPathResource("sandbox/page/"), SandboxConfiguration::fresh))
            .build();
    }

    private static void fresh(Resource resource, HttpHeaders headers) {
        headers.setCacheControl(CacheControl.noStore());
    }

    @Bean
    ApplicationRunner sandboxStart(Sandbox sandbox, BusinessEvents events, Seed seed, Environment environment) {
        return (_) -> {
            URI root = URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
            sandbox.platform().deliverTo(root);
            events.postTo(root.resolve("/v1/events?workspace=" + Northwind.WORKSPACE));
            seed.plant();
            sandbox.isReady();
            System.out.println("\n  The sandbox of " + Northwind.NAME + " is at " + root + "/\n");
        };
    }

}
