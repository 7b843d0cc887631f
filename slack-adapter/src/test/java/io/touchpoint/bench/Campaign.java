package io.touchpoint.bench;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Message;
import io.touchpoint.kill.Mortal;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.mongo.MongoUnderTest;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Saying;
import io.touchpoint.sandbox.Northwind;
import io.touchpoint.sandbox.SandboxClock;
import io.touchpoint.sandbox.SandboxConfiguration;
import io.touchpoint.slack.fake.Call;
import io.touchpoint.slack.fake.Company;
import io.touchpoint.slack.fake.FakeSlack;
import io.touchpoint.slack.fake.Person;
import io.touchpoint.slack.fake.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Messages that the application says as fast as Slack lets it, by the simulated clock,
 * while people are answered. Instances are processes of their own and share nothing but
 * the database; one may be killed in the middle.
 */
final class Campaign implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-11-25T09:00:00Z");

    private static final Duration STEP = Duration.ofSeconds(2);

    /** Every so many steps somebody is answered. */
    private static final int ANSWER = 5;

    private final String uri = MongoUnderTest.get().freshDatabase();

    private final MongoClient client = MongoClients.create(uri);

    private final SandboxClock clock = new SandboxClock(
            new MongoTemplate(client, Optional.ofNullable(new ConnectionString(uri).getDatabase()).orElseThrow()),
            START);

    private final FakeSlack slack = FakeSlack.start(Company.named(Northwind.NAME), clock);

    private final CoreUnderTest core = CoreUnderTest.with("outbox").database(uri).start();

    private final List<Server> instances = new ArrayList<>();

    private final Map<String, Instant> answers = new HashMap<>();

    private final int perMinute;

    /**
     * What it came to.
     *
     * @param took how long it took until the last message stood
     * @param limited how many calls were answered with a 429
     * @param replies how many people were answered meanwhile
     * @param slowest how long one of them waited at most
     * @param missing messages that do not stand
     * @param twice messages that stand twice
     */
    record Outcome(Duration took, long limited, int replies, Duration slowest, long missing, long twice) {
    }

    /**
     * @param size how many instances
     * @param perMinute what they are told that Slack takes
     */
    Campaign(int size, int perMinute) {
        this.perMinute = perMinute;
        for (int i = 0; i < size; i++) {
            instances.add(born());
        }
    }

    private Server born() {
        Map<String, Object> properties = new HashMap<>(SandboxConfiguration.properties());
        properties
            .putAll(Map.of("server.port", 0, "spring.mongodb.uri", uri, "touchpoint.slack.api-url", slack.apiUrl(),
                    "touchpoint.slack.bot-token", slack.company().token(), "touchpoint.slack.signing-secrets",
                    slack.company().signingSecret(), "touchpoint.slack.per-minute", perMinute));
        return Server.start("Touchpoint", Child.java(Mortal.class,
                properties.entrySet().stream().map((one) -> "--" + one.getKey() + "=" + one.getValue()).toList()));
    }

    /**
     * Says so many messages to some people in turn.
     * @param kill after how many of them an instance is killed; 0 for never
     */
    Outcome say(int messages, int people, int kill) {
        for (int i = 0; i < people; i++) {
            add(person(i));
        }
        core.get(Outbox.class)
            .promise(IntStream.range(0, messages)
                .mapToObj((i) -> saying("order:c%07d".formatted(i), person(i % people), Lane.PROMPT))
                .toList(), START);
        boolean killed = kill == 0;
        for (int step = 0; said() < messages + answers.size(); step++) {
            if (step % ANSWER == ANSWER - 1 && said() < messages) {
                answer();
            }
            if (!killed && said() >= kill) {
                killOne();
                killed = true;
            }
            settle(clock.instant().plus(STEP));
        }
        return outcome(messages, people);
    }

    private static String person(int number) {
        return "U0C%07d".formatted(number);
    }

    private void add(String id) {
        slack.add(Person.of(id, slack.company().team(), "Dana", null, Northwind.ZONE, Locale.UK));
    }

    private Saying saying(String thing, String person, Lane lane) {
        String about = "%s|%s|delivery".formatted(Northwind.WORKSPACE, thing);
        return Saying.of(Saying.key(about, 1), about,
                Address.person(Northwind.WORKSPACE, "slack", slack.company().team(), person), lane,
                Message.text("How was the delivery of " + thing + "?"));
    }

    private void answer() {
        String id = "U0R%07d".formatted(answers.size());
        add(id);
        Instant now = clock.instant();
        answers.put(id, now);
        core.get(Outbox.class).promise(List.of(saying("order:r" + id, id, Lane.REPLY)), now);
    }

    private long said() {
        return slack.calls().stream().filter(Campaign::taken).count();
    }

    private static boolean taken(Call call) {
        return call.method().equals("chat.postMessage") && call.applied();
    }

    /** Kills one in the middle of its work; the time that a new one needs passes. */
    private void killOne() {
        Server victim = instances.removeFirst();
        long before = said();
        CompletableFuture<Void> work = CompletableFuture
            .runAsync(() -> settle(victim, clock.instant().plus(STEP.multipliedBy(15))));
        while (said() < before + 5) {
            LockSupport.parkNanos(500_000);
        }
        victim.close();
        try {
            work.join();
        }
        catch (CompletionException ex) {
            System.out.println("  one instance was killed after " + said() + " messages");
        }
        long dead = System.nanoTime();
        instances.add(born());
        settle(clock.instant().plus(Duration.ofNanos(System.nanoTime() - dead)));
    }

    private void settle(Instant to) {
        List<CompletableFuture<Void>> all = instances.stream()
            .map((instance) -> CompletableFuture.runAsync(() -> settle(instance, to)))
            .toList();
        all.forEach(CompletableFuture::join);
    }

    private static void settle(Server instance, Instant to) {
        instance.tell("/test/settle?to=" + to);
    }

    private Outcome outcome(int messages, int people) {
        List<Post> posts = IntStream.range(0, people)
            .boxed()
            .flatMap((i) -> slack.posts(slack.directChat(person(i))).stream())
            .toList();
        Instant last = posts.stream().map(Post::at).max(Instant::compareTo).orElse(START);
        long different = posts.stream().map(Post::text).distinct().count();
        Duration slowest = answers.entrySet()
            .stream()
            .map((one) -> Duration.between(one.getValue(), slack.posts(slack.directChat(one.getKey())).getFirst().at()))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
        return new Outcome(Duration.between(START, last),
                slack.calls().stream().filter((call) -> call.status() == 429).count(), answers.size(), slowest,
                messages - different, posts.size() - different);
    }

    @Override
    public void close() {
        instances.forEach(Server::close);
        core.close();
        slack.close();
        client.getDatabase(Optional.ofNullable(new ConnectionString(uri).getDatabase()).orElseThrow()).drop();
        client.close();
    }

}
