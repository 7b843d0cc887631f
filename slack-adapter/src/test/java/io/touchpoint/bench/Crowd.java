package io.touchpoint.bench;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpServer;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Messenger;
import io.touchpoint.conversation.AskCheck;
import io.touchpoint.conversation.Conversations;
import io.touchpoint.conversation.Plan;
import io.touchpoint.conversation.Subject;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.heartbeat.Heartbeat;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.sandbox.Northwind;
import io.touchpoint.slack.RealMessenger;
import io.touchpoint.slack.fake.Channel;
import io.touchpoint.slack.fake.Company;
import io.touchpoint.slack.fake.Control;
import io.touchpoint.slack.fake.FakeSlack;
import io.touchpoint.slack.fake.Limits;
import io.touchpoint.slack.fake.Person;
import io.touchpoint.slack.fake.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * Customers who have been asked and not yet answered. One was really asked, by the
 * application's own code in the simulated Slack, and has pressed the fourth of five
 * buttons; all others differ from that one in their ids only.
 */
final class Crowd implements AutoCloseable {

    private static final JsonWriterSettings EXACT = JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private static final int PAGE = 5_000;

    private final MongoClient client;

    private final MongoDatabase database;

    private final Map<String, List<String>> documents = new LinkedHashMap<>();

    private final String press;

    private int size = 1;

    /**
     * @param uri a database over which the application has been started
     */
    Crowd(String uri) {
        this.client = MongoClients.create(uri);
        this.database = client.getDatabase(Optional.ofNullable(new ConnectionString(uri).getDatabase()).orElseThrow());
        this.press = asked(uri);
        for (String collection : List.of("conversations", "outbox", "customers")) {
            documents.put(collection,
                    database.getCollection(collection)
                        .find()
                        .map((document) -> document.toJson(EXACT))
                        .into(new ArrayList<>()));
        }
    }

    private static String user(int number) {
        return "U0P%07d".formatted(number);
    }

    private static String order(int number) {
        return "o%07d".formatted(number);
    }

    private static String key(int number) {
        return "k%07d".formatted(number);
    }

    private static String token(int number) {
        return Outbox.token("%s|order:%s|delivery#0001".formatted(Northwind.WORKSPACE, order(number)));
    }

    /** Asks one customer; gives the body of the press that answers. */
    private static String asked(String uri) {
        Company company = Company.named(Northwind.NAME).limits(Limits.none());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (FakeSlack slack = FakeSlack.start(company, Clock.systemUTC());
                CoreUnderTest core = CoreUnderTest
                    .with("outbox", "workspace", "journey", "survey", "customer", "team", "feedback", "recovery",
                            "privacy", "conversation")
                    .database(uri)
                    .bean(AskCheck.class, (_, _, _) -> new AskCheck.Verdict.Ask())
                    .bean(Messenger.class, RealMessenger.to(slack, Clock.systemUTC(), 200))
                    .start()) {
            slack.add(Person.of(user(0), "T0GUEST", "Dana", null, Northwind.ZONE, Locale.UK));
            slack.add(Channel.open("C0CUSTOMERS", "customers", Set.of(company.botUser(), user(0))).shared(true));
            Address address = Address.person(Northwind.WORKSPACE, "slack", company.team(), user(0));
            core.get(Customers.class)
                .learn(Northwind.WORKSPACE,
                        new CustomerFacts(key(0), "Dana", null, Locale.UK, Northwind.ZONE, null, List.of(address)),
                        now);
            Touchpoint delivery = core.get(JourneyMaps.class)
                .current(Northwind.WORKSPACE)
                .touchpoint("delivery")
                .orElseThrow();
            core.get(Conversations.class)
                .plan(new Plan(Northwind.WORKSPACE, Northwind.WORKSPACE + "|customer|" + key(0), null, delivery,
                        delivery.team(), delivery.owner(), new Subject("order", order(0), null, "online order", now),
                        address, Locale.UK, now, null));
            core.get(Heartbeat.class).runDue(now);
            return pressed(slack);
        }
    }

    private static String pressed(FakeSlack slack) {
        Post question = slack.posts(slack.directChat(user(0))).getLast();
        Control fourth = slack.interactions()
            .controls(user(0), question)
            .stream()
            .filter((control) -> control.label().startsWith("4"))
            .findFirst()
            .orElseThrow();
        CompletableFuture<String> body = new CompletableFuture<>();
        try {
            HttpServer door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            door.createContext("/", (exchange) -> {
                body.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            door.start();
            slack.deliverTo(URI.create("http://127.0.0.1:" + door.getAddress().getPort() + "/slack/events"));
            slack.interactions().press(user(0), question.id(), fourth.id(), null);
            door.stop(0);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return body.join();
    }

    /** Lets so many more be asked; gives the number of the first. */
    int more(int people) {
        int from = size;
        size += people;
        documents.forEach((collection, samples) -> {
            MongoCollection<Document> target = database.getCollection(collection);
            for (int page = from; page < size; page += PAGE) {
                target.insertMany(IntStream.range(page, Math.min(page + PAGE, size))
                    .boxed()
                    .flatMap((number) -> samples.stream().map((sample) -> Document.parse(of(sample, number))))
                    .toList());
            }
        });
        return from;
    }

    /** The bodies of the presses with which some of them answer. */
    List<String> presses(int from, int people) {
        return IntStream.range(from, from + people).mapToObj((number) -> of(press, number)).toList();
    }

    private static String of(String sample, int number) {
        return sample.replace(user(0), user(number))
            .replace(order(0), order(number))
            .replace(key(0), key(number))
            .replace(token(0), token(number));
    }

    @Override
    public void close() {
        client.close();
    }

}
