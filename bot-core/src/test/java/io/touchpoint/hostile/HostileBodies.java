package io.touchpoint.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.touchpoint.inbox.RequestWork;
import io.touchpoint.mongo.MongoUnderTest;
import io.touchpoint.sandbox.Jobs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Sends what nothing may come of to every door of an application; each adapter names its
 * own doors beside those that all have.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileBodies {

    private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<ApplicationContext> servers = new ArrayList<>();

    private final Jobs jobs = new Jobs();

    private ConfigurableApplicationContext application;

    private Map<String, List<Hostile>> cases;

    /** The class that starts the application. */
    abstract Class<?> adapter();

    /** The platform, as addresses name it. */
    abstract String platform();

    /** The settings that this platform needs. */
    abstract Map<String, String> settings();

    /** Puts what this platform needs into the application before it starts. */
    void prepare(GenericApplicationContext context) {
        context.registerBean("jobs", Jobs.class, () -> jobs);
    }

    /** What comes to the doors that this platform alone has, by their mappings. */
    abstract Map<String, List<Hostile>> doors(Instant now, String word);

    /** The collections that may change: those that keep requests, and who sent them. */
    abstract Set<String> kept();

    /** The calls to the platform that said or changed something. */
    abstract List<String> said();

    @BeforeAll
    void start() {
        SpringApplication spring = new SpringApplication(adapter());
        spring.addListeners(
                (ApplicationListener<WebServerInitializedEvent>) (event) -> servers.add(event.getApplicationContext()));
        spring.addInitializers((context) -> prepare((GenericApplicationContext) context));
        Map<String, String> settings = new HashMap<>(settings());
        settings.putAll(Map.of("server.address", "127.0.0.1", "server.port", "0", "management.server.port", "0",
                "touchpoint.heartbeat", "-", "touchpoint.events.secret", EventsDoor.SECRET, "spring.mongodb.uri",
                MongoUnderTest.get().freshDatabase()));
        settings.putAll(ConnectDoor.settings());
        application = spring.run(settings.entrySet()
            .stream()
            .map((property) -> "--" + property.getKey() + "=" + property.getValue())
            .toArray(String[]::new));
        Instant now = Instant.now();
        cases = new HashMap<>(doors(now, canary));
        cases.put("/v1/events", EventsDoor.cases(platform(), now, canary));
        cases.put("/v1/connect/{source}", ConnectDoor.cases(now, canary));
        cases.put("/v1/decisions", DecisionsDoor.cases(now, canary));
        cases.put("/cal/{*name}", OtherDoors.calendars("/cal/none", canary));
        cases.put("/cal/{feed:[A-Za-z0-9_-]{43}}.ics", OtherDoors.calendars("/cal/" + "a".repeat(43) + ".ics", canary));
        cases.put("/error", OtherDoors.errors(canary));
        cases.put("/actuator", OtherDoors.actuator("/actuator", canary));
        cases.put("/actuator/health", OtherDoors.actuator("/actuator/health", canary));
        cases.put("/actuator/health/**", OtherDoors.actuator("/actuator/health/none", canary));
        cases.put("/actuator/prometheus", OtherDoors.actuator("/actuator/prometheus", canary));
    }

    @AfterAll
    void stop() {
        application.close();
    }

    @Test
    void knowsCasesForEveryMapping() {
        Set<String> patterns = new TreeSet<>();
        for (ApplicationContext context : servers) {
            context.getBeansOfType(HandlerMapping.class)
                .values()
                .forEach((mapping) -> patterns.addAll(patterns(mapping)));
        }
        assertThat(servers).hasSize(2);
        assertThat(patterns).containsExactlyInAnyOrderElementsOf(cases.keySet());
    }

    private static Set<String> patterns(HandlerMapping mapping) {
        return switch (mapping) {
            case RequestMappingInfoHandlerMapping methods -> {
                Set<String> patterns = new TreeSet<>();
                methods.getHandlerMethods().keySet().forEach((one) -> patterns.addAll(one.getPatternValues()));
                yield patterns;
            }
            case AbstractUrlHandlerMapping urls -> urls.getHandlerMap().keySet();
            case RouterFunctionMapping routes ->
                (routes.getRouterFunction() == null) ? Set.of() : Set.of(String.valueOf(routes.getRouterFunction()));
            default -> Set.of();
        };
    }

    @Test
    void doesNothingButKeepDeadLetters() throws InterruptedException {
        Map<String, List<String>> stored = stored();
        List<String> wrong = new ArrayList<>();
        List<String> leaks;
        try (LogBook log = new LogBook(canary)) {
            for (Hostile one : cases.values().stream().flatMap(List::stream).toList()) {
                String problem = problem(one);
                if (!problem.isEmpty()) {
                    wrong.add(one + " -> " + problem);
                }
            }
            assertThat(jobs.await(Duration.ofSeconds(60))).isTrue();
            tryAgain();
            leaks = log.leaks();
            assertThat(log.lines()).isGreaterThan(1_000);
        }
        assertThat(wrong).isEmpty();
        assertThat(leaks).isEmpty();
        assertThat(stored()).isEqualTo(stored);
        assertThat(said()).isEmpty();
        assertThat(deadLetters()).isNotEmpty().allSatisfy((one) -> assertThat(one).doesNotContainKey("claimAt"));
    }

    /** What failed is tried again, until it is given up. */
    private void tryAgain() {
        Instant later = Instant.now().plus(Duration.ofHours(1));
        for (RequestWork work : application.getBeansOfType(RequestWork.class).values()) {
            int rounds = 0;
            while (work.runDue(later) > 0) {
                rounds++;
                assertThat(rounds).isLessThan(1_000);
            }
        }
    }

    private String problem(Hostile one) {
        boolean actuator = one.target().startsWith("/actuator");
        URI root = URI.create("http://127.0.0.1:" + application.getEnvironment()
            .getRequiredProperty(actuator ? "local.management.port" : "local.server.port"));
        HttpRequest.Builder request = HttpRequest
            .newBuilder(URI.create(root + one.target().replace("[", "%5B").replace("]", "%5D")))
            .timeout(Duration.ofSeconds(10))
            .method(one.method(), HttpRequest.BodyPublishers.ofByteArray(one.body()));
        one.headers().forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (!one.allowed().contains(response.statusCode())) {
                return response.statusCode() + " " + response.body();
            }
            return (!one.signed() && response.body().contains(canary)) ? "it gives the canary back" : "";
        }
        catch (IOException ex) {
            return ex.toString();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    /** Everything that is stored, but for the platform's requests as they came. */
    private Map<String, List<String>> stored() {
        MongoDatabase database = database();
        Map<String, List<String>> stored = new TreeMap<>();
        for (String collection : database.listCollectionNames()) {
            if (!kept().contains(collection)) {
                stored.put(collection, all(collection).map(Document::toJson).sorted().toList());
            }
        }
        return stored;
    }

    private List<Document> deadLetters() {
        return all("inbound").toList();
    }

    private Stream<Document> all(String collection) {
        return database().getCollection(collection).find().into(new ArrayList<>()).stream();
    }

    private MongoDatabase database() {
        return application.getBean(MongoDatabaseFactory.class).getMongoDatabase();
    }

}
