package io.touchpoint.digest;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.Inbound;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.heartbeat.Heartbeat;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.mongo.AtOnce;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Said;
import io.touchpoint.outbox.Saying;
import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Survey;
import io.touchpoint.survey.Surveys;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Team;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small company whose customers answer, and whose team waits for its digest. */
final class Northwind implements AutoCloseable {

    static final LocalDate WEEK = LocalDate.of(2026, 11, 16);

    static final Instant SUNDAY = Instant.parse("2026-11-22T20:00:00Z");

    /** Monday, 09:00 in Berlin. */
    static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    static final Address CHANNEL = Address.channel("w1", "slack", "T1", "C1");

    static final String DIGEST = "w1|digest|journey|2026-W47";

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final Set<DayOfWeek> WORKDAYS = Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    final CoreUnderTest core;

    final SayAfter after = new SayAfter();

    final Channels channels = new Channels();

    private int answers;

    Northwind() {
        core = CoreUnderTest
            .with("workspace", "journey", "survey", "customer", "team", "feedback", "insight", "outbox", "recovery",
                    "conversation", "breaker", "followup", "digest")
            .bean(Directory.class, channels)
            .bean(AfterDigest.class, after)
            .start();
        core.get(Workspaces.class)
            .put(new Workspace("w1", null, "Northwind Outfitters", BERLIN, Locale.ENGLISH, null,
                    List.of(new Tenant("slack", "T1")), List.of(), List.of(), "1"));
        core.get(JourneyMaps.class)
            .publish("w1",
                    List.of(touchpoint("search", JourneyStage.PRE_PURCHASE, "Search", null),
                            touchpoint("product_page", JourneyStage.PRE_PURCHASE, "Product page", null),
                            touchpoint("checkout", JourneyStage.PURCHASE, "Checkout", null),
                            touchpoint("payment", JourneyStage.PURCHASE, "Payment", null),
                            touchpoint("delivery", JourneyStage.POST_PURCHASE, "Delivery", "jon"),
                            touchpoint("unboxing", JourneyStage.POST_PURCHASE, "Unboxing", null),
                            touchpoint("returns", JourneyStage.POST_PURCHASE, "Returns", "mara"),
                            touchpoint("support_chat", JourneyStage.SERVICE, "Support chat", null),
                            touchpoint("help_center", JourneyStage.SELF_SERVICE, "Help center", null)));
        core.get(Surveys.class)
            .put(survey("delivery", List.of(new Survey.Reason("late", Map.of("en", "Late", "de", "Zu spät")),
                    new Survey.Reason("no_tracking", Map.of("en", "No tracking")))));
        core.get(Surveys.class)
            .put(survey("returns", List.of(new Survey.Reason("form", Map.of("en", "Form on mobile")),
                    new Survey.Reason("refund", Map.of("en", "Refund")))));
        for (String key : List.of("search", "product_page", "checkout", "payment", "unboxing", "support_chat",
                "help_center")) {
            core.get(Surveys.class).put(survey(key, List.of()));
        }
        team(DayOfWeek.MONDAY, LocalTime.of(9, 0), BERLIN);
    }

    /** Two weeks of answers whose figures are known from elsewhere. */
    Northwind oracle() {
        week(WEEK.minusWeeks(1),
                Map.of("returns", List.of(7, 33), "delivery", List.of(15, 90), "support_chat", List.of(9, 38),
                        "help_center", List.of(6, 25), "checkout", List.of(9, 70), "payment", List.of(5, 60), "search",
                        List.of(4, 58), "product_page", List.of(4, 66), "unboxing", List.of(2, 15)));
        answers = 0;
        week(WEEK,
                Map.of("returns", List.of(14, 31), "delivery", List.of(25, 88), "support_chat", List.of(10, 40),
                        "help_center", List.of(5, 24), "checkout", List.of(10, 72), "payment", List.of(4, 55), "search",
                        List.of(3, 61), "product_page", List.of(5, 70), "unboxing", List.of(1, 6)));
        return this;
    }

    private void week(LocalDate monday, Map<String, List<Integer>> counts) {
        List<Runnable> writes = new ArrayList<>();
        for (Touchpoint touchpoint : core.get(JourneyMaps.class).current("w1").touchpoints()) {
            List<Integer> count = counts.getOrDefault(touchpoint.key(), List.of(0, 0));
            for (int i = 0; i < count.get(1); i++) {
                boolean unhappy = i < count.get(0);
                boolean quoted = i == 2 && monday.equals(WEEK);
                Response response = response(touchpoint, monday.plusDays((i + 1) % 7),
                        unhappy ? 1 + (i % 2) : 3 + (i % 3), quoted ? comments(touchpoint.key()) : List.of(),
                        unhappy ? reasons(touchpoint.key(), i) : List.of());
                writes.add(() -> core.get(Responses.class).record(response, SUNDAY));
            }
        }
        AtOnce.write(writes);
    }

    private static List<String> comments(String touchpoint) {
        return switch (touchpoint) {
            case "delivery" -> List.of("Late.", "Two days late and nobody told me.");
            case "returns" -> List.of("The form fails on my phone.");
            default -> List.of();
        };
    }

    private static List<String> reasons(String touchpoint, int i) {
        return switch (touchpoint) {
            case "delivery" -> (i < 14) ? List.of("late") : (i < 20) ? List.of("no_tracking") : List.of();
            case "returns" -> (i < 9) ? List.of("form") : List.of();
            default -> List.of();
        };
    }

    /** So many answers, the first of them unhappy. */
    void answers(String touchpoint, LocalDate day, int unhappy, int all) {
        for (int i = 0; i < all; i++) {
            answer(touchpoint, day, (i < unhappy) ? 1 : 5, List.of(), List.of());
        }
    }

    /** One answer of the next customer; six of 447 customers answer twice. */
    Response answer(String touchpoint, LocalDate day, int score, List<String> comments, List<String> reasons) {
        Touchpoint at = core.get(JourneyMaps.class).current("w1").touchpoint(touchpoint).orElseThrow();
        Response response = response(at, day, score, comments, reasons);
        core.get(Responses.class).record(response, SUNDAY);
        return response;
    }

    private Response response(Touchpoint at, LocalDate day, int score, List<String> comments, List<String> reasons) {
        int number = answers++;
        String touchpoint = at.key();
        String conversation = "w1|order:" + touchpoint + day + "x" + number + "|" + touchpoint;
        String customer = "w1|customer|c" + (number % 441);
        return new Response(conversation + "|rating", "w1", conversation, customer, null, touchpoint, at.stage(),
                at.team(), "slack", Scale.STARS_5, day, score, comments, reasons,
                touchpoint.equals("returns") ? "return" : "online order",
                day.atTime(10, 0).atZone(BERLIN).toInstant().plusSeconds(number), null, null, null, null, List.of());
    }

    /** Gives the customer who answers next a name. */
    void nextCustomer(String name) {
        core.get(Customers.class)
            .learn("w1", new CustomerFacts("c" + (answers % 441), name, null, null, null, null, List.of()), SUNDAY);
    }

    /** Changes when the team's digest is sent. */
    void team(DayOfWeek day, LocalTime time, ZoneId zone) {
        core.get(Teams.class)
            .replace("w1",
                    List.of(new Team(Teams.teamId("w1", "journey"), "w1", "journey", "journey team", Map.of(),
                            List.of(CHANNEL), zone, WORKDAYS, LocalTime.of(17, 0), day, time)),
                    List.of(colleague("jon", "Jon"), colleague("mara", "Mara")));
    }

    private static Colleague colleague(String key, String name) {
        return new Colleague(Teams.colleagueId("w1", key), "w1", key, name, null,
                List.of(Address.person("w1", "slack", "T1", "U" + key)), "journey", null, BERLIN, LocalTime.of(9, 0),
                LocalTime.of(17, 0));
    }

    /**
     * Lets the schedules follow the teams at one time and does what is due at another.
     */
    Northwind at(Instant now) {
        core.get(Heartbeat.class).runDue(now);
        return this;
    }

    /** What the channel was promised, oldest first. */
    List<String> promised() {
        return core.get(Digests.class)
            .of("w1", "journey", 20)
            .reversed()
            .stream()
            .flatMap((digest) -> core.get(Outbox.class).about(digest.id()).stream())
            .map((said) -> said.saying().message().plainText())
            .toList();
    }

    Said said(String digest) {
        return core.get(Outbox.class).about(digest).getFirst();
    }

    Digest digest(String id) {
        return core.get(Digests.class).byId(id).orElseThrow();
    }

    static Inbound.Actor actor(boolean colleague) {
        return new Inbound.Actor(Address.person("w1", "slack", "T1", "Ujon"), colleague, "Jon");
    }

    @Override
    public void close() {
        core.close();
    }

    private static Touchpoint touchpoint(String key, JourneyStage stage, String name, @Nullable String owner) {
        return new Touchpoint(key, stage, true, name, "journey", owner, "goal", "expectation", .25, key, List.of(),
                List.of(), Duration.ofHours(1), 1, false);
    }

    private static Survey survey(String key, List<Survey.Reason> reasons) {
        return new Survey(
                Surveys.id("w1", key), "w1", key, Scale.STARS_5, Map.of("en", new Survey.Words("name", "thing", "about",
                        "question", List.of("1", "2", "3", "4", "5"), "reason", "subject", "because", "withdrawn")),
                reasons);
    }

    /** What the platform knows of channels. */
    static final class Channels implements Directory {

        Found<Channel> found = new Found.Here<>(new Channel(CHANNEL, "touchpoints", false, false, true));

        @Override
        public String platform() {
            return "slack";
        }

        @Override
        public Found<Person> person(Address person) {
            return new Found.Nowhere<>("none");
        }

        @Override
        public Found<Person> byEmail(String workspace, String tenant, String email) {
            return new Found.Nowhere<>("none");
        }

        @Override
        public Found<Channel> channel(Address channel) {
            return found;
        }

    }

    /** Says one thing after each digest, once it was told to. */
    static final class SayAfter implements AfterDigest {

        final List<String> asked = new ArrayList<>();

        List<Saying> sayings = List.of();

        @Override
        public List<Saying> after(Digest digest, Instant now) {
            asked.add(digest.id());
            return sayings;
        }

    }

}
