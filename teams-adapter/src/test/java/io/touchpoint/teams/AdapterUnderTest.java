package io.touchpoint.teams;

import com.microsoft.aad.msal4j.IHttpClient;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Receiver;
import io.touchpoint.inbox.RequestJobs;
import io.touchpoint.mongo.Recycled;
import io.touchpoint.teams.fake.Company;
import io.touchpoint.teams.fake.FakeTeams;
import io.touchpoint.teams.fake.Person;
import io.touchpoint.teams.fake.Post;
import io.touchpoint.teams.fake.Team;
import io.touchpoint.time.SettableClock;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The running adapter beside a simulated Teams, with a product that answers as it is
 * told.
 */
final class AdapterUnderTest implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    final SettableClock clock = new SettableClock(START);

    final FakeTeams teams = FakeTeams.start(Company.named("Northwind"), clock);

    final List<Inbound> received = new CopyOnWriteArrayList<>();

    final SimulatedLogin login = new SimulatedLogin(teams.loginUrl());

    private final String kind;

    private final String database;

    private final ConfigurableApplicationContext context;

    private Function<Inbound, Answer> product = (_) -> new Answer.Nothing();

    /** The adapter and what it stands on, without the product behind it. */
    @EnableAutoConfiguration
    @ComponentScan(basePackages = { "io.touchpoint.teams", "io.touchpoint.storage", "io.touchpoint.heartbeat",
            "io.touchpoint.workspace", "io.touchpoint.inbox", "io.touchpoint.application", "io.touchpoint.outbox",
            "io.touchpoint.team" })
    static class Adapter {

        @Bean
        Clock clock(SettableClock settable) {
            return settable;
        }

    }

    AdapterUnderTest() {
        this(Map.of());
    }

    AdapterUnderTest(Map<String, String> more) {
        this.kind = "teams-adapter " + new TreeMap<>(more).keySet();
        this.database = Recycled.database(kind);
        Map<String, String> properties = new HashMap<>(Map.of("server.address", "127.0.0.1", "server.port", "0",
                "management.server.port", "-1", "touchpoint.heartbeat", "-", "touchpoint.events.secret", "secret",
                "spring.mongodb.uri", database, "touchpoint.teams.app-id", Company.APP, "touchpoint.teams.tenant-id",
                Company.TENANT, "touchpoint.teams.credential.secret", teams.company().secret()));
        properties.putAll(Map.of("logging.level.root", "warn", "spring.main.banner-mode", "off"));
        properties.put("touchpoint.teams.service-hosts", "127.0.0.1");
        properties.put("touchpoint.teams.metadata-url", teams.metadataUrl());
        properties.putAll(more);
        this.context = new SpringApplicationBuilder(Adapter.class)
            .initializers((application) -> register((GenericApplicationContext) application))
            .run(properties.entrySet()
                .stream()
                .map((property) -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
        get(Workspaces.class).put(new Workspace("w1", null, "Northwind", ZoneId.of("Europe/Berlin"), Locale.ENGLISH,
                null, List.of(new Tenant("teams", Company.TENANT)), List.of(), List.of(), "f"));
        teams.deliverTo(url());
    }

    private void register(GenericApplicationContext application) {
        application.registerBean(SettableClock.class, () -> clock);
        application.registerBean(IHttpClient.class, () -> login);
        application.registerBean(Receiver.class, () -> (inbound, _) -> {
            received.add(inbound);
            return product.apply(inbound);
        });
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port")
                + "/api/messages");
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    void product(Function<Inbound, Answer> other) {
        this.product = other;
    }

    /** Waits until nothing more is done about what came in. */
    void settle() {
        if (!get(RequestJobs.class).settled(20_000)) {
            throw new IllegalStateException("work does not end");
        }
    }

    /** A colleague, or with traits somebody else, whom Teams knows. */
    Person person(String key, Person.Trait... traits) {
        Person person = Person
            .of(key, Company.TENANT, key, key.toLowerCase(Locale.ROOT) + "@example.com", ZoneId.of("Europe/Berlin"),
                    Locale.GERMANY)
            .with(traits);
        teams.add(person);
        return person;
    }

    Address address(Person person) {
        return Address.person("w1", "teams", Company.TENANT, person.aadObjectId());
    }

    Address channel(String id) {
        return Address.channel("w1", "teams", Company.TENANT, id);
    }

    /** A team that the bot is in. */
    Team team(String id, Person installer, Person... members) {
        Team team = Team.of(id, "Delivery", Company.TENANT,
                Set.copyOf(
                        java.util.stream.Stream.concat(java.util.stream.Stream.of(installer), List.of(members).stream())
                            .map(Person::id)
                            .toList()));
        teams.add(team);
        teams.events().installsIn(id, installer.id());
        settle();
        return team;
    }

    /** What stands in a person's chat with the bot. */
    List<Post> chat(Person person) {
        return teams.posts(teams.directChat(person.id()));
    }

    /** Why activities were given up. */
    List<String> parked() {
        return get(MongoOperations.class).findAll(Document.class, "inbound")
            .stream()
            .filter((one) -> one.containsKey("parked"))
            .map((one) -> one.get("parked", Document.class).getString("why"))
            .toList();
    }

    @Override
    public void close() {
        context.close();
        teams.close();
        Recycled.giveBack(kind, database);
    }

}
