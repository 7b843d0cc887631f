package io.touchpoint.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.touchpoint.SlackAdapter;
import io.touchpoint.mongo.MongoUnderTest;
import io.touchpoint.sandbox.Jobs;
import io.touchpoint.slack.fake.Company;
import io.touchpoint.slack.fake.FakeSlack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileBodiesTests {

    private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<ApplicationContext> servers = new ArrayList<>();

    private final Jobs jobs = new Jobs();

    private FakeSlack slack;

    private ConfigurableApplicationContext application;

    private Map<String, List<Hostile>> cases;

    @BeforeAll
    void start() {
        slack = FakeSlack.start(Company.named("Northwind"), Clock.systemUTC());
        SpringApplication spring = new SpringApplication(SlackAdapter.class);
        spring.addListeners(
                (ApplicationListener<WebServerInitializedEvent>) (event) -> servers.add(event.getApplicationContext()));
        spring.addInitializers(
                (context) -> ((GenericApplicationContext) context).registerBean("jobs", Jobs.class, () -> jobs));
        application = spring.run(Map
            .of("server.address", "127.0.0.1", "server.port", "0", "management.server.port", "0",
                    "touchpoint.heartbeat", "-", "touchpoint.workspace-file", "classpath:sandbox/northwind.yaml",
                    "touchpoint.slack.signing-secrets", SlackDoor.SECRET, "touchpoint.slack.bot-token",
                    slack.company().token(), "touchpoint.slack.api-url", slack.apiUrl(), "touchpoint.events.secret",
                    EventsDoor.SECRET, "spring.mongodb.uri", MongoUnderTest.get().freshDatabase())
            .entrySet()
            .stream()
            .map((property) -> "--" + property.getKey() + "=" + property.getValue())
            .toArray(String[]::new));
        Instant now = Instant.now();
        cases = Map.ofEntries(Map.entry("/slack/events", SlackDoor.cases(now, canary)),
                Map.entry("/v1/events", EventsDoor.cases(now, canary)),
                Map.entry("/cal/{*name}", OtherDoors.calendars("/cal/none", canary)),
                Map.entry("/cal/{feed:[A-Za-z0-9_-]{43}}.ics",
                        OtherDoors.calendars("/cal/" + "a".repeat(43) + ".ics", canary)),
                Map.entry("/error", OtherDoors.errors(canary)),
                Map.entry("/actuator", OtherDoors.actuator("/actuator", canary)),
                Map.entry("/actuator/health", OtherDoors.actuator("/actuator/health", canary)),
                Map.entry("/actuator/health/**", OtherDoors.actuator("/actuator/health/none", canary)),
                Map.entry("/actuator/prometheus", OtherDoors.actuator("/actuator/prometheus", canary)));
    }

    @AfterAll
    void stop() {
        application.close();
        slack.close();
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
            leaks = log.leaks();
            assertThat(log.lines()).isGreaterThan(1_000);
        }
        assertThat(wrong).isEmpty();
        assertThat(leaks).isEmpty();
        assertThat(stored()).isEqualTo(stored);
        assertThat(slack.calls()).noneMatch((call) -> call.method().startsWith("chat."));
        assertThat(deadLetters()).isNotEmpty().allSatisfy((one) -> assertThat(one).doesNotContainKey("claimAt"));
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
            if (response.statusCode() >= 500 || !one.allowed().contains(response.statusCode())) {
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

    /** Everything that is stored, but for the requests of Slack as they came. */
    private Map<String, List<String>> stored() {
        MongoDatabase database = database();
        Map<String, List<String>> stored = new TreeMap<>();
        for (String collection : database.listCollectionNames()) {
            if (!collection.equals("inbound")) {
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
