package io.touchpoint.teams;

import com.microsoft.aad.msal4j.IHttpClient;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Receiver;
import io.touchpoint.inbox.RequestJobs;
import io.touchpoint.mongo.Outage;
import io.touchpoint.mongo.Recycled;
import io.touchpoint.teams.fake.Call;
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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The running adapter beside a simulated Teams, with a product that answers as it is
 * told. Most tests share one, and have people, chats and teams of their own in it.
 */
final class AdapterUnderTest implements AutoCloseable {

    private static final Set<String> KEPT = Set.of("_schema", "workspaces");

    private static final AtomicInteger TURNS = new AtomicInteger();

    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    private static @Nullable AdapterUnderTest shared;

    final SettableClock clock = new SettableClock(START);

    final FakeTeams teams = FakeTeams.start(Company.named("Northwind"), clock);

    final List<Inbound> received = new CopyOnWriteArrayList<>();

    final SimulatedLogin login = new SimulatedLogin(teams.loginUrl());

    final Outage outage = new Outage();

    private final String kind;

    private final String database;

    private final ConfigurableApplicationContext context;

    private Function<Inbound, Answer> product = (_) -> new Answer.Nothing();

    /** Which of those that share it has it; nothing for the only one. */
    private String turn = "";

    private int callsBefore;

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

    /** The one that tests share, as if it had just been started. */
    static synchronized AdapterUnderTest anew() {
        AdapterUnderTest adapter = (shared != null) ? shared : new AdapterUnderTest();
        shared = adapter;
        adapter.forget();
        return adapter;
    }

    private void forget() {
        settle();
        // Nobody is paced for what another test has sent.
        clock.advance(Duration.ofHours(1));
        turn = Integer.toString(TURNS.incrementAndGet());
        product = (_) -> new Answer.Nothing();
        teams.faults().clear();
        teams.company(Company.named("Northwind"));
        teams.login().repeatKey(false);
        MongoOperations mongo = get(MongoOperations.class);
        mongo.getCollectionNames()
            .stream()
            .filter((collection) -> !KEPT.contains(collection))
            .forEach((collection) -> mongo.getCollection(collection).deleteMany(new Document()));
        received.clear();
        callsBefore = teams.calls().size();
    }

    private void register(GenericApplicationContext application) {
        application.registerBean(SettableClock.class, () -> clock);
        application.registerBean(BeanPostProcessor.class, () -> outage);
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
            .of(key + turn, Company.TENANT, key, key.toLowerCase(Locale.ROOT) + "@example.com",
                    ZoneId.of("Europe/Berlin"), Locale.GERMANY)
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

    /** The id of a channel or group that no other test has. */
    String place(String name) {
        return "19:" + name + turn + "@thread.tacv2";
    }

    /** The calls that the adapter has made. */
    List<Call> calls() {
        return teams.calls().subList(callsBefore, teams.calls().size());
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

    /** All that is kept in the database. */
    String stored() {
        MongoOperations mongo = get(MongoOperations.class);
        return mongo.getCollectionNames()
            .stream()
            .flatMap((collection) -> mongo.findAll(Document.class, collection).stream())
            .map(Document::toJson)
            .collect(Collectors.joining());
    }

    /** Ends the one that belongs to one test; the shared one goes on. */
    @Override
    public void close() {
        if (this == shared) {
            return;
        }
        context.close();
        teams.close();
        Recycled.giveBack(kind, database);
    }

}
