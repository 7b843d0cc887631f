package io.touchpoint.checkin;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Reference;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.heartbeat.Heartbeat;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Said;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mara in Berlin manages Jon in New York, who answers for deliveries. */
final class Office implements AutoCloseable {

    /** Wednesday, 13:00 in Berlin. */
    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    static final Address CHANNEL = Address.channel("w1", "slack", "T1", "C1");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    final CoreUnderTest core;

    boolean shared;

    private int answers;

    private int events;

    Office() {
        core = CoreUnderTest
            .with("workspace", "journey", "survey", "customer", "team", "feedback", "insight", "outbox", "recovery",
                    "conversation", "breaker", "followup", "digest", "checkin")
            .bean(Directory.class, new Channels())
            .property("touchpoint.public-url=https://touchpoint.example/")
            .start();
        core.get(Workspaces.class)
            .put(new Workspace("w1", null, "Northwind Outfitters", BERLIN, Locale.ENGLISH, null,
                    List.of(new Tenant("slack", "T1")), List.of(), List.of(), "1"));
        core.get(JourneyMaps.class)
            .publish("w1", List.of(touchpoint("delivery", "Delivery", "jon"), touchpoint("search", "Search", null)));
        core.get(Surveys.class).put(survey("delivery", List.of(new Survey.Reason("late", Map.of("en", "Late")))));
        core.get(Surveys.class).put(survey("search", List.of()));
        core.get(Teams.class)
            .replace("w1",
                    List.of(new Team(Teams.teamId("w1", "journey"), "w1", "journey", "journey team", Map.of(),
                            List.of(CHANNEL), BERLIN,
                            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY,
                                    DayOfWeek.FRIDAY),
                            LocalTime.of(17, 0), DayOfWeek.MONDAY, LocalTime.of(9, 0))),
                    List.of(colleague("mara", "Mara", null, BERLIN),
                            colleague("jon", "Jon", "mara", ZoneId.of("America/New_York")),
                            colleague("lea", "Lea", null, BERLIN)));
    }

    private static Colleague colleague(String key, String name, @Nullable String manager, ZoneId zone) {
        return new Colleague(Teams.colleagueId("w1", key), "w1", key, name, null, List.of(person(key)), "journey",
                manager, zone, LocalTime.of(9, 0), LocalTime.of(17, 0));
    }

    private static Touchpoint touchpoint(String key, String name, @Nullable String owner) {
        return new Touchpoint(key, JourneyStage.POST_PURCHASE, true, name, "journey", owner, "goal", "expectation", .25,
                key, List.of(), List.of(), Duration.ofHours(1), 1, false);
    }

    private static Survey survey(String key, List<Survey.Reason> reasons) {
        return new Survey(
                Surveys.id("w1", key), "w1", key, Scale.STARS_5, Map.of("en", new Survey.Words("name", "thing", "about",
                        "question", List.of("1", "2", "3", "4", "5"), "reason", "subject", "because", "withdrawn")),
                reasons);
    }

    static Address person(String key) {
        return Address.person("w1", "slack", "T1", "U" + key);
    }

    static Inbound.Actor actor(String key) {
        return new Inbound.Actor(person(key), true, null);
    }

    Colleague colleague(String key) {
        return core.get(Teams.class).colleague("w1", key).orElseThrow();
    }

    CheckIns checkIns() {
        return core.get(CheckIns.class);
    }

    Office at(Instant now) {
        core.get(Heartbeat.class).runDue(now);
        return this;
    }

    void answer(String touchpoint, LocalDate day, int score, @Nullable String comment, List<String> reasons) {
        int number = answers++;
        String conversation = "w1|order:" + number + "|" + touchpoint;
        core.get(Customers.class)
            .learn("w1", new CustomerFacts("c" + number, "Ada Lovelace", null, null, null, null, List.of()), NOW);
        core.get(Responses.class)
            .record(new Response(conversation + "|rating", "w1", conversation, "w1|customer|c" + number, null,
                    touchpoint, JourneyStage.POST_PURCHASE, "journey", "slack", Scale.STARS_5, day, score,
                    (comment == null) ? List.of() : List.of(comment), reasons, "online order",
                    day.atTime(10, 0).atZone(BERLIN).toInstant().plusSeconds(number), null, null, null, null,
                    List.of()), NOW);
    }

    static Map<String, List<String>> plan(String with, String cadence, String day, String time) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("with", List.of(with));
        values.put("cadence", List.of(cadence));
        values.put("day", List.of(day));
        values.put("time", List.of(time));
        values.put("minutes", List.of("30"));
        values.put("note", List.of());
        return values;
    }

    Answer submit(String who, String form, Map<String, List<String>> values, Instant now) {
        return submit("e" + events++, who, form, values, now);
    }

    Answer submit(String event, String who, String form, Map<String, List<String>> values, Instant now) {
        return checkIns().submitted(new Inbound.Submitted(event, now, actor(who), form, values), now);
    }

    /** Presses a button of the newest message to somebody that has it. */
    Answer press(String who, Said said, String action, Instant now) {
        String token = Outbox.token(said.saying().key());
        return checkIns().pressed(said, new Inbound.Pressed("e" + events++, now, actor(who), person(who),
                new Reference("D1", "1"), token, action), now);
    }

    /** What was promised to somebody, oldest first. */
    List<Said> to(Address address) {
        return core.mongo()
            .findAll(CheckIn.class)
            .stream()
            .flatMap((checkIn) -> core.get(Outbox.class).about(checkIn.id()).stream())
            .filter((said) -> said.saying().to().equals(address))
            .toList();
    }

    List<String> texts(String who) {
        return to(person(who)).stream().map((said) -> said.saying().message().plainText()).toList();
    }

    Said last(String who) {
        return to(person(who)).getLast();
    }

    static List<Button> buttons(Said said) {
        return said.saying()
            .message()
            .blocks()
            .stream()
            .filter(Block.Buttons.class::isInstance)
            .flatMap((block) -> ((Block.Buttons) block).buttons().stream())
            .toList();
    }

    @Override
    public void close() {
        core.close();
    }

    private final class Channels implements Directory {

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
            return new Found.Here<>(new Channel(CHANNEL, "journey", shared, false, true));
        }

    }

}
