package io.touchpoint.year;

import io.touchpoint.chat.Directory;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Messenger;
import io.touchpoint.conversation.Conversations;
import io.touchpoint.customer.Customers;
import io.touchpoint.followup.Decision;
import io.touchpoint.followup.FollowUps;
import io.touchpoint.followup.Rules;
import io.touchpoint.heartbeat.Heartbeat;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Said;
import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Survey;
import io.touchpoint.survey.Surveys;
import io.touchpoint.time.SettableClock;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import io.touchpoint.year.Story.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.mongodb.core.mapping.event.BeforeConvertCallback;

/**
 * A company's life on two platforms, on a clock that is moved a few hours at a time:
 * events come, questions fall due, customers answer, put off, opt out or do not care.
 */
final class Year implements AutoCloseable {

    private static final Instant FROM = Instant.parse("2026-01-05T03:00:00Z");

    private static final Duration RATHER_SOON = Duration.ofHours(30);

    private final SettableClock clock = new SettableClock(FROM);

    private final List<Recorder> platforms = List.of(new Recorder("slack", clock), new Recorder("teams", clock));

    private final Random random;

    private final Instant to;

    private final CoreUnderTest core;

    private final PriorityQueue<Deed> deeds = new PriorityQueue<>(
            Comparator.comparing(Deed::at).thenComparingInt(Deed::number));

    private final Map<Recorder, Integer> seen = new HashMap<>();

    private final Review review;

    private int number;

    /** What somebody does at a time. */
    private record Deed(Instant at, int number, Runnable what) {
    }

    /**
     * @param missing what is taken away; null for nothing
     */
    Year(long seed, int people, int days, @Nullable Missing missing) {
        Ruled ruled = (missing == null) ? new Ruled(true) : missing.ruled();
        this.random = new Random(seed);
        this.to = FROM.plus(Duration.ofDays(days));
        this.review = new Review(ruled);
        CoreUnderTest.Builder builder = CoreUnderTest
            .with("workspace", "journey", "survey", "customer", "team", "feedback", "recovery", "conversation",
                    "outbox", "privacy", "breaker", "followup")
            .clock(clock)
            .property("touchpoint.at-once=1")
            .property("touchpoint.outbox.patience=PT1H");
        platforms.forEach((platform) -> builder.bean(Messenger.class, platform)
            .bean(Directory.class, People.directory(platform.platform(), people)));
        if (missing != null) {
            builder.bean(BeforeConvertCallback.class, new Missing.OfCustomers(missing))
                .bean(BeforeConvertCallback.class, new Missing.OfAccounts(missing))
                .bean(BeanPostProcessor.class, new Missing.OfGates(missing));
        }
        this.core = builder.start();
        company(ruled);
        Story.of(seed, people, FROM, days).forEach(this::told);
        for (int customer = 0; customer < people; customer += 17) {
            int who = customer;
            plan(FROM.plus(Duration.ofDays(1 + random.nextInt(days))), () -> optOut(who));
        }
    }

    private void company(Ruled ruled) {
        core.get(Workspaces.class)
            .put(new Workspace("w1", null, "Northwind", ZoneOffset.UTC, Locale.ENGLISH, null,
                    platforms.stream().map((one) -> new Tenant(one.platform(), "T1")).toList(), List.of(), List.of(),
                    "f"));
        core.get(JourneyMaps.class).publish("w1", ruled.touchpoints());
        core.get(Rules.class).put(ruled.rules());
        core.get(Surveys.class)
            .put(new Survey(Surveys.id("w1", "delivery"), "w1", "delivery", Scale.STARS_5,
                    Map.of("en",
                            new Survey.Words("Delivery", "the delivery", "how it went", "How was it?",
                                    List.of("Very bad", "Bad", "OK", "Good", "Very good"), "you ordered",
                                    "order {subject}", "it came on {day}", "Withdrawn.")),
                    List.of()));
    }

    CoreUnderTest core() {
        return core;
    }

    Instant now() {
        return clock.instant();
    }

    /** Lets it all pass; gives what was seen of it. */
    Review live() {
        Heartbeat heartbeat = core.get(Heartbeat.class);
        while (clock.instant().isBefore(to)) {
            Instant next = clock.instant().plus(Duration.ofMinutes(180 + random.nextInt(300)));
            while (!deeds.isEmpty() && !deeds.peek().at().isAfter(next)) {
                Deed deed = deeds.remove();
                clock.set(deed.at());
                deed.what().run();
            }
            clock.set(next);
            if (heartbeat.nextDue().filter((due) -> !due.isAfter(next)).isPresent()) {
                heartbeat.runDue(next);
                platforms.forEach(this::read);
            }
        }
        return review;
    }

    private void plan(Instant at, Runnable what) {
        deeds.add(new Deed(at, number++, what));
    }

    private void told(Told told) {
        if (told.at().isBefore(to)) {
            plan(told.at(), () -> receive(told));
        }
    }

    private void receive(Told told) {
        List<Decision> decisions = core.get(FollowUps.class).receive(told.event(), clock.instant());
        review.told(told.event(), decisions);
        boolean planned = decisions.stream().anyMatch((one) -> one.plan() != null && one.askedAt() == null);
        if (planned && random.nextInt(20) == 0) {
            plan(clock.instant().plus(Duration.ofMinutes(20)), () -> optOut(told.customer()));
        }
    }

    private void optOut(int customer) {
        core.get(Customers.class).byId(People.id(customer)).ifPresent((one) -> {
            core.get(Customers.class).optOut(one.id(), clock.instant());
            review.optedOut(customer, clock.instant());
        });
    }

    private void read(Recorder platform) {
        List<Recorder.Said> fresh = platform.after(seen.getOrDefault(platform, 0));
        seen.merge(platform, fresh.size(), Integer::sum);
        for (Recorder.Said message : fresh) {
            Said said = core.get(Outbox.class).byToken("w1", message.token()).orElseThrow();
            if (said.saying().lane() == Lane.PROMPT) {
                int customer = Integer.parseInt(message.to().id().substring(1));
                review.asked(customer, said.saying().about(), message.at());
                reacts(customer, said, message);
            }
        }
    }

    /** Half of the customers do not care. */
    private void reacts(int customer, Said said, Recorder.Said message) {
        String action = switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> "rate:5";
            case 4, 5 -> "rate:2";
            case 6, 7, 8 -> "later";
            case 9 -> "stop";
            default -> "";
        };
        if (action.isEmpty()) {
            return;
        }
        Instant at = message.at().plus(Duration.ofMinutes(1 + random.nextInt((int) RATHER_SOON.toMinutes())));
        plan(at, () -> {
            core.get(Conversations.class)
                .pressed(said, new Inbound.Pressed("p" + number++, at, new Inbound.Actor(message.to(), false, null),
                        message.to(), message.reference(), message.token(), action), at);
            if (action.startsWith("rate")) {
                review.answered(said.saying().about(), at);
            }
            if (action.equals("stop")) {
                review.optedOut(customer, at);
            }
        });
    }

    @Override
    public void close() {
        core.close();
    }

}
