package io.touchpoint.kill;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.touchpoint.sandbox.BusinessEvents;
import io.touchpoint.sandbox.Northwind;
import io.touchpoint.sandbox.SandboxClock;
import io.touchpoint.sandbox.SimulatedPlatform.OpenForm;
import io.touchpoint.sandbox.SimulatedPlatform.Person;
import io.touchpoint.sandbox.SimulatedPlatform.Shown;
import io.touchpoint.slack.SimulatedSlack;
import io.touchpoint.slack.fake.Answered;
import io.touchpoint.slack.fake.Company;
import io.touchpoint.slack.fake.FakeSlack;
import io.touchpoint.slack.fake.Fault;
import io.touchpoint.slack.fake.Sent;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The life of one order, with the shop, Slack and the people of it in this process and
 * the application in another. Each of them does what it would do when the application
 * dies: the shop tells again, Slack delivers events again, people try again.
 */
final class Story implements AutoCloseable {

    private static final String CUSTOMER = "U0DANA";

    private static final String COLLEAGUE = "U0JON";

    private static final String MANAGER = "U0MARA";

    private static final String CHANNEL = "C0DELIVERY";

    private static final Duration SCENE = Duration.ofMinutes(20);

    private final Kit kit;

    private final String database;

    private final Map<Scene, Arrow> arrows = new EnumMap<>(Scene.class);

    private final MongoClient client;

    private final MongoTemplate mongo;

    private final SandboxClock clock;

    private final FakeSlack slack;

    private final SimulatedSlack people;

    private final BusinessEvents shop = new BusinessEvents("slack", Northwind.EVENTS_SECRET);

    private CountDownLatch acknowledged = new CountDownLatch(1);

    private Life life;

    private int deaths;

    /**
     * @param kit what the application is started with
     * @param database a fresh one
     * @param deadly where the application is killed, at most once in each scene
     */
    Story(Kit kit, String database, List<Arrow> deadly) {
        this.kit = kit;
        this.database = database;
        deadly.forEach((arrow) -> arrows.put(arrow.scene(), arrow));
        this.client = MongoClients.create(database);
        this.mongo = new MongoTemplate(client,
                Optional.ofNullable(new ConnectionString(database).getDatabase()).orElseThrow());
        this.clock = new SandboxClock(mongo, Scene.DELIVERED.at().minus(Duration.ofHours(1)));
        this.slack = FakeSlack.start(Company.named(Northwind.NAME).patience(Duration.ofSeconds(30)), clock);
        this.people = new SimulatedSlack(slack);
        this.life = born();
    }

    private Life born() {
        Life born = Life.begin(kit, database, slack);
        people.deliverTo(born.root());
        shop.postTo(born.root().resolve("/v1/events?workspace=" + Northwind.WORKSPACE));
        return born;
    }

    /** Plays all scenes; gives what there is at the end of each. */
    Map<Scene, Ending> play() {
        Map<Scene, Ending> endings = new EnumMap<>(Scene.class);
        life.earlier();
        for (Scene scene : Scene.values()) {
            settle(scene.at());
            play(scene);
            endings.put(scene, Ending.of(slack, mongo));
        }
        return endings;
    }

    private void play(Scene scene) {
        int before = deaths;
        Arrow arrow = arrows.get(scene);
        acknowledged = new CountDownLatch(1);
        if (arrow != null) {
            threaten(arrow.point());
        }
        act(scene);
        acknowledged.countDown();
        settle(scene.at().plus(SCENE));
        if (arrow != null && deaths != before + 1) {
            throw new IllegalStateException("the application never came to the point of " + arrow);
        }
    }

    private void threaten(Point point) {
        Life threatened = life;
        switch (point) {
            case Point.Write write -> {
                threatened.holdAt(write);
                CountDownLatch answered = acknowledged;
                Thread.ofVirtual().start(() -> killHeld(threatened, write, answered));
            }
            case Point.Send(var operation, var channel, var applied) -> {
                String place = (channel != null) ? channel : slack.directChat(CUSTOMER);
                slack.faults().add((applied ? Fault.mute(operation) : Fault.hang(operation)).in(place));
                Thread.ofVirtual().start(() -> killHanging(threatened));
            }
        }
    }

    private static void killHeld(Life threatened, Point.Write write, CountDownLatch answered) {
        if (threatened.awaitHeld()) {
            if (write.moment() == Point.Moment.ACKNOWLEDGED) {
                await(answered);
            }
            threatened.kill();
        }
    }

    private static void await(CountDownLatch answered) {
        try {
            answered.await();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private void killHanging(Life threatened) {
        try {
            slack.faults().awaitHanging();
            threatened.kill();
            threatened.end();
            slack.faults().release();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private void act(Scene scene) {
        switch (scene) {
            case DELIVERED -> happens(scene.at());
            case ASKED, MONDAY -> {
            }
            case RATED -> press(CUSTOMER, direct(), "2");
            case EXPLAINED -> slack.events().tells(CUSTOMER, "It came four days late and nobody told me.");
            case WISHED -> slack.events().tells(CUSTOMER, "Can I talk to a person?");
            case TAKEN -> press(COLLEAGUE, people.channel(CHANNEL, 0), "I'll take it");
            case REPLIED -> send(COLLEAGUE, "Reply to customer", (form) -> Map.of(form.fields().getFirst().id(),
                    "I am sorry. The carrier lost a day; your shipping fee is on its way back."));
            case ANSWERED -> slack.events().tells(CUSTOMER, "Thank you, that helps.");
            case PLANNED ->
                send(MANAGER, "Plan a check-in", (form) -> Map.of(form.field("With").orElseThrow().id(), COLLEAGUE));
            case ACCEPTED -> press(COLLEAGUE, people.direct(COLLEAGUE, 0), "Accept");
        }
    }

    /** The shop tells until it is answered. */
    private void happens(Instant at) {
        Person customer = people.people().stream().filter((one) -> one.id().equals(CUSTOMER)).findFirst().orElseThrow();
        BusinessEvents.@Nullable Answer answer = null;
        while (answer == null || answer.status() != 200) {
            try {
                answer = shop.post("delivered-1042", "order.delivered", "1042", customer, at, clock.instant());
            }
            catch (UncheckedIOException ex) {
                revive();
            }
        }
    }

    private List<Shown> direct() {
        return people.direct(CUSTOMER, 0);
    }

    /** Slack does not repeat a press, and a person who sees no effect may press again. */
    private void press(String person, List<Shown> messages, String label) {
        Shown message = messages.stream()
            .filter((one) -> one.control(label).isPresent())
            .reduce((_, last) -> last)
            .orElseThrow(() -> new IllegalStateException("nowhere to press " + label + ": "
                    + String.join("\n", messages.stream().map(Shown::text).toList())));
        String control = message.control(label).orElseThrow().id();
        Answered answered = slack.interactions().press(person, message.id(), control, null);
        if (answered.status() == 0) {
            revive();
        }
    }

    /** A colleague whose form was not taken sees that, and sends it again. */
    private void send(String person, String label, Function<OpenForm, Map<String, String>> filled) {
        press(person, people.channel(CHANNEL, 0), label);
        settle(clock.instant());
        OpenForm form = people.form(person).orElseThrow();
        Sent sent = slack.interactions().submit(person, form.id(), filled.apply(form));
        if (!sent.errors().isEmpty()) {
            revive();
            slack.interactions().submit(person, form.id(), Map.of());
        }
    }

    /** Lets time pass, through every repeat of Slack's. */
    private void settle(Instant to) {
        Instant now;
        do {
            now = clock.instant();
            slack.deliveries().redeliverDue(now);
            Instant next = slack.deliveries().nextRedelivery().filter((due) -> due.isBefore(to)).orElse(to);
            if (!life.settle(next.isBefore(now) ? now : next)) {
                revive();
            }
        }
        while (clock.instant().isBefore(to) || slack.deliveries().nextRedelivery().isPresent());
    }

    private void revive() {
        int code = life.end();
        if (code != Life.KILLED) {
            throw new IllegalStateException("it ended by itself with " + code + ":\n" + life.said());
        }
        deaths++;
        life = born();
    }

    /** Lets the application end in peace. */
    void rest() {
        life.rest();
    }

    @Override
    public void close() {
        life.close();
        slack.close();
        mongo.getDb().drop();
        client.close();
    }

}
