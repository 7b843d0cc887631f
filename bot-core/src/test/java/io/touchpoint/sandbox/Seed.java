package io.touchpoint.sandbox;

import io.touchpoint.chat.Address;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.journey.JourneyMap;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.mongo.AtOnce;
import io.touchpoint.sandbox.SeededWords.Spoken;
import io.touchpoint.survey.Band;
import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Surveys;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The company's life before the page is opened: eight weeks of answers, recorded as the
 * application records them. Last Monday's digests are then made by the application
 * itself, as the clock moves from before that Monday to where the page starts; meanwhile
 * one customer is asked, and then held back by the clock.
 */
final class Seed {

    private static final Document DONE = new Document("_id", "seed");

    private static final Map<String, String> CONTEXTS = Map.of("delivery", "online order", "returns", "return",
            "support_chat", "support chat", "help_center", "help article", "checkout", "online order", "payment",
            "online order", "search", "shop visit", "product_page", "shop visit", "unboxing", "online order");

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Sandbox sandbox;

    private final MongoOperations mongo;

    private final Company company;

    private final BusinessEvents events;

    private final SplittableRandom random = new SplittableRandom(20261116);

    private final List<Runnable> writes = new ArrayList<>();

    private int number;

    /** What the application offers to record the company's life with. */
    record Company(Workspaces workspaces, JourneyMaps maps, Surveys surveys, Customers customers, Responses responses) {
    }

    Seed(Sandbox sandbox, MongoOperations mongo, Company company, BusinessEvents events) {
        this.sandbox = sandbox;
        this.mongo = mongo;
        this.company = company;
        this.events = events;
    }

    /** Plants everything, unless the database has it already. */
    void plant() {
        if (mongo.getCollection(SandboxClock.COLLECTION).find(DONE).first() != null) {
            return;
        }
        Instant now = sandbox.now();
        people(now);
        JourneyMap map = company.maps().current(Northwind.WORKSPACE);
        for (SeededWeeks.Counts week : SeededWeeks.all()) {
            Touchpoint touchpoint = map.touchpoint(week.touchpoint()).orElseThrow();
            answers(week, touchpoint, now);
        }
        AtOnce.write(writes);
        heldBack(Northwind.HELD_BACK);
        sandbox.moveTo(Northwind.START);
        mongo.getCollection(SandboxClock.COLLECTION).insertOne(new Document(DONE));
    }

    private void people(Instant now) {
        String platform = sandbox.platform().name();
        String tenant = company.workspaces()
            .get(Northwind.WORKSPACE)
            .tenants()
            .stream()
            .filter((one) -> one.platform().equals(platform))
            .map(Tenant::key)
            .findFirst()
            .orElseThrow();
        for (SimulatedPlatform.Person person : sandbox.platform().people()) {
            if (person.role() == SimulatedPlatform.Role.CUSTOMER) {
                Address address = Address.person(Northwind.WORKSPACE, platform, tenant, person.id());
                company.customers()
                    .learn(Northwind.WORKSPACE, new CustomerFacts(BusinessEvents.customerKey(person), person.name(),
                            person.email(), person.locale(), person.timeZone(), person.account(), List.of(address)),
                            now);
            }
        }
    }

    /** Somebody is asked on Monday and therefore not on Wednesday. */
    private void heldBack(String name) {
        SimulatedPlatform.Person who = sandbox.platform()
            .people()
            .stream()
            .filter((person) -> person.name().equals(name))
            .findFirst()
            .orElseThrow();
        happens("article.read", "sizes", who, Northwind.MONDAY.plus(Duration.ofMinutes(5)));
        happens("ticket.solved", "8117", who, Northwind.START.minus(Duration.ofHours(5)));
    }

    private void happens(String kind, String subject, SimulatedPlatform.Person who, Instant at) {
        sandbox.moveTo(at);
        sandbox.act(() -> events.post("seed-" + kind, kind, subject, who, at, at));
    }

    /** The answers of one touchpoint in one week: the unhappy ones come first. */
    private void answers(SeededWeeks.Counts week, Touchpoint touchpoint, Instant now) {
        Scale scale = company.surveys().get(Northwind.WORKSPACE, touchpoint.survey()).scale();
        for (int i = 0; i < week.answers(); i++) {
            number++;
            boolean unhappy = i < week.unhappy();
            Spoken spoken = SeededWords.of(week, i);
            Instant at = at(week.monday(), spoken.day());
            String customer = customer(week, spoken, now);
            answer(touchpoint, scale, customer, unhappy ? low(scale, week, i, spoken) : good(scale), spoken, at, now);
        }
    }

    /**
     * The customer of the answer with the current number: everybody answers once, but the
     * last six of the reported week are customers who had answered about something else.
     */
    private String customer(SeededWeeks.Counts week, Spoken spoken, Instant now) {
        int who = (week.reported() && week.touchpoint().equals("unboxing")) ? number - SeededWeeks.REPORTED + 6
                : number;
        String key = "s%04d".formatted(who);
        if (!spoken.comments().isEmpty()) {
            CustomerFacts facts = new CustomerFacts(key, SeededWords.name(who), null,
                    Locale.forLanguageTag(spoken.language()), ZONE, null, List.of());
            writes.add(() -> company.customers().learn(Northwind.WORKSPACE, facts, now));
        }
        return Northwind.WORKSPACE + "|customer|" + key;
    }

    private void answer(Touchpoint touchpoint, Scale scale, String customer, int score, Spoken spoken, Instant at,
            Instant now) {
        String conversation = "%s|%s:s%05d|%s".formatted(Northwind.WORKSPACE,
                touchpoint.key().equals("support_chat") ? "ticket" : "order", number, touchpoint.key());
        Response response = new Response(conversation + "|rating", Northwind.WORKSPACE, conversation, customer, null,
                touchpoint.key(), touchpoint.stage(), touchpoint.team(), sandbox.platform().name(), scale,
                LocalDate.ofInstant(at, ZONE), score, spoken.comments(), spoken.reasons(),
                CONTEXTS.getOrDefault(touchpoint.key(), touchpoint.name()), at, null, null, null, null, List.of());
        writes.add(() -> company.responses().record(response, now));
    }

    private Instant at(LocalDate monday, @Nullable Integer day) {
        int chosen = (day != null) ? day : random.nextInt(7);
        return monday.plusDays(chosen)
            .atTime(9 + random.nextInt(11), random.nextInt(60), random.nextInt(60))
            .atZone(ZONE)
            .toInstant();
    }

    /**
     * A low value: in the reported week the first is the worst of those with words, so
     * that its words are quoted.
     */
    private int low(Scale scale, SeededWeeks.Counts week, int index, Spoken spoken) {
        int[] low = values(scale, Band.LOW);
        if (week.reported() && index == 0) {
            return low[0];
        }
        return spoken.comments().isEmpty() ? low[random.nextInt(low.length)] : low[low.length - 1];
    }

    /** A neutral value at times, else a high one. */
    private int good(Scale scale) {
        int[] neutral = values(scale, Band.NEUTRAL);
        int[] from = (neutral.length > 0 && random.nextInt(5) == 0) ? neutral : values(scale, Band.HIGH);
        return from[random.nextInt(from.length)];
    }

    private static int[] values(Scale scale, Band band) {
        return IntStream.rangeClosed(scale.min(), scale.max()).filter((raw) -> scale.band(raw) == band).toArray();
    }

}
