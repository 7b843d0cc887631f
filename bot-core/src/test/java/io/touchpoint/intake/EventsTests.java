package io.touchpoint.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.touchpoint.chat.Directory;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customer.Consent;
import io.touchpoint.customer.Customers;
import io.touchpoint.followup.Decisions;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.mongo.MongoUnderTest;
import io.touchpoint.mongo.Outage;
import io.touchpoint.storage.Instances;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsTests {

    private static final Instant NOW = CoreUnderTest.START;

    private static final String CANARY = "canary-4711";

    private static final String EVENT = """
            {"specversion": "1.0", "id": "e1", "source": "/shop", "type": "order.delivered",
             "time": "2026-11-23T08:30:00Z", "datacontenttype": "application/json", "data": {
             "customer": {"id": "c1", "name": "Ada Novak", "email": "ada@example.com", "locale": "de-DE",
               "timeZone": "Europe/Berlin", "account": "Acme", "chat": {"slack": "U1"}},
             "subject": {"kind": "order", "id": "1042", "title": "online order"},
             "attributes": {"weight": 3, "gift": true, "note": "canary-4711"}}}""";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private final Outage outage = new Outage();

    private final Everybody everybody = new Everybody();

    private CoreUnderTest core;

    private CoreUnderTest hasty;

    private MockMvc mvc;

    @BeforeAll
    void start() {
        String database = MongoUnderTest.get().freshDatabase();
        core = instance(database, "1h");
        core.get(Workspaces.class)
            .put(new Workspace("w1", null, "Northwind", ZoneId.of("Europe/Berlin"), Locale.ENGLISH, null,
                    List.of(new Tenant("slack", "T1")), List.of(), List.of(), "f"));
        core.get(JourneyMaps.class)
            .publish("w1", List.of(touchpoint("delivery", "order.delivered"), touchpoint("desk", "desk.visited")));
        mvc = mvc(core);
        hasty = instance(database, "10ms");
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
    }

    @AfterAll
    void stop() {
        hasty.close();
        core.close();
        assertThat(log.list).noneMatch((event) -> event.getFormattedMessage().contains(CANARY));
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    }

    @Test
    void answersWhatWasDecided() throws Exception {
        MockHttpServletResponse response = post(EVENT);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("application/json");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("""
                {"event":"e1","decisions":[{"touchpoint":"delivery","decision":"send",\
                "words":"scheduled for Tue 24 Nov, 09:30 Europe/Berlin"}],"message":"decided"}""");
    }

    @Test
    void givesTheFirstAnswerAgainAndHasNoSecondEffect() throws Exception {
        String first = post(EVENT.replace("e1", "again")).getContentAsString();
        String other = EVENT.replace("e1", "again").replace("1042", "9999").replace("order.delivered", "never.heard");
        assertThat(post(other).getContentAsString()).isEqualTo(first);
        assertThat(core.get(Decisions.class).why("w1", "order:9999", ZoneId.of("UTC"))).isEmpty();
    }

    @Test
    void keepsSinceWhenACustomerAgreedToBeAsked() throws Exception {
        String event = EVENT.replace("1042", "771");
        post(event.replace("e1", "agreed").replace("\"c1\"", "\"c7\", \"consent\": true"));
        assertThat(customer("c7").consent()).isEqualTo(new Consent(true, Instant.parse("2026-11-23T08:30:00Z")));
        post(event.replace("e1", "silent").replace("\"c1\"", "\"c7\"").replace("08:30:00Z", "08:45:00Z"));
        assertThat(customer("c7").refuses()).isFalse();
        String refused = event.replace("e1", "refused").replace("\"c1\"", "\"c7\", \"consent\": false");
        assertThat(post(refused.replace("771", "772").replace("08:30:00Z", "08:40:00Z")).getContentAsString())
            .contains("not asked: has not agreed to be asked, as said on 23 Nov");
    }

    private Customer customer(String key) {
        return core.get(Customers.class).byId(Customers.id("w1", key)).orElseThrow();
    }

    @Test
    void givesOneAnswerToTwoAtOnce() throws Exception {
        String body = EVENT.replace("e1", "atonce").replace("1042", "77");
        List<Callable<String>> calls = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            calls.add(() -> post(body).getContentAsString());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
            assertThat(answers.getFirst()).contains("\"send\"");
        }
        assertThat(core.get(Decisions.class).why("w1", "order:77", ZoneId.of("UTC"))).hasSize(1);
    }

    @Test
    void decidesWhatWasOnlyKeptWhenSomebodyDied() throws Exception {
        String body = EVENT.replace("e1", "died").replace("1042", "88");
        Receipts receipts = core.get(Receipts.class);
        receipts.keep(new Receipt("w1|/shop|died", "w1", NOW, body, null, NOW.plus(Receipts.LEASE), null, null, null));
        Intake intake = core.get(Intake.class);
        intake.runDue(NOW.plus(Receipts.LEASE).minusMillis(1));
        assertThat(receipts.find("w1|/shop|died").orElseThrow().answer()).isNull();
        intake.runDue(NOW.plus(Receipts.LEASE));
        Receipt receipt = receipts.find("w1|/shop|died").orElseThrow();
        assertThat(receipt.answer()).contains("\"send\"");
        assertThat(receipt.body()).isNull();
        assertThat(receipt.claimAt()).isNull();
        assertThat(post(body).getContentAsString()).isEqualTo(receipt.answer());
        assertThat(core.get(Decisions.class).why("w1", "order:88", ZoneId.of("UTC"))).hasSize(1);
    }

    @Test
    void decidesAtOnceWhatWasOnlyKeptWhenItIsKnownThatWhoTookItIsGone() {
        String body = EVENT.replace("e1", "left").replace("1042", "89");
        Receipts receipts = core.get(Receipts.class);
        Instances instances = core.get(Instances.class);
        receipts.keep(new Receipt("w1|/shop|left", "w1", NOW, body, null, NOW.plus(Receipts.LEASE), instances.holder(),
                null, null));
        core.get(Intake.class).runDue(NOW);
        assertThat(receipts.find("w1|/shop|left").orElseThrow().answer()).isNull();
        instances.stop();
        core.get(Intake.class).runDue(NOW);
        assertThat(receipts.find("w1|/shop|left").orElseThrow().answer()).contains("\"send\"");
    }

    @Test
    void givesUpWhatCannotBeDecidedUntilSomebodyLooksAtIt() throws Exception {
        Receipts receipts = core.get(Receipts.class);
        String id = "w1|/shop|poison";
        receipts.keep(new Receipt(id, "w1", NOW, "{}", null, NOW.minusSeconds(1), null, null, null));
        assertThat(core.get(Intake.class).nextDue()).contains(NOW.minusSeconds(1));
        core.get(Intake.class).runDue(NOW);
        ParkedEvents parked = core.get(ParkedEvents.class);
        assertThat(parked.of("w1", 10)).singleElement().satisfies((letter) -> {
            assertThat(letter.what()).isEqualTo("/shop poison");
            assertThat(letter.reason()).contains("specversion");
        });
        assertThat(parked.of("w2", 10)).isEmpty();
        assertThat(parked.count()).isEqualTo(1);
        assertThat(parked.retry("w2", id, NOW)).isFalse();
        assertThat(parked.retry("w1", id, NOW)).isTrue();
        assertThat(parked.count()).isZero();
        core.get(Intake.class).runDue(NOW);
        assertThat(parked.count()).isEqualTo(1);
        assertThat(parked.drop("w2", id, NOW)).isFalse();
        assertThat(parked.drop("w1", id, NOW)).isTrue();
        assertThat(post(EVENT.replace("e1", "poison")).getContentAsString()).contains("left by an admin");
    }

    @Test
    void letsTheSenderGoWhileItDecides() throws Exception {
        String body = EVENT.replace("e1", "slow").replace("1042", "99").replace("c1", "c9");
        MockHttpServletResponse kept = everybody.keepWaiting(() -> post(mvc(hasty), body));
        assertThat(kept.getStatus()).isEqualTo(202);
        assertThat(kept.getContentAsString()).contains("is kept");
        assertThat(post(body).getContentAsString()).contains("\"send\"");
        assertThat(core.get(Decisions.class).why("w1", "order:99", ZoneId.of("UTC"))).hasSize(1);
    }

    @Test
    void asksForTheEventAgainWithoutADatabase() throws Exception {
        String body = EVENT.replace("e1", "later").replace("1042", "111");
        MockHttpServletResponse lost = outage.during(() -> post(body));
        assertThat(lost.getStatus()).isEqualTo(503);
        assertThat(lost.getContentType()).isEqualTo("application/problem+json");
        assertThat(post(body).getStatus()).isEqualTo(200);
    }

    @Test
    void knowsTypesThatNoTouchpointWantsAndThoseOfTheMap() throws Exception {
        MockHttpServletResponse unwanted = post(EVENT.replace("e1", "page").replace("order.delivered", "page.visited"));
        assertThat(unwanted.getStatus()).isEqualTo(200);
        assertThat(unwanted.getContentAsString())
            .isEqualTo("{\"event\":\"page\",\"decisions\":[],\"message\":\"no touchpoint asks about this\"}");
        assertThat(post(EVENT.replace("e1", "desk").replace("order.delivered", "desk.visited")).getStatus())
            .isEqualTo(200);
        MockHttpServletResponse unknown = post(EVENT.replace("e1", "x").replace("order.delivered", "order.delivred"));
        assertThat(unknown.getStatus()).isEqualTo(400);
        assertThat(unknown.getContentAsString()).contains("\"field\":\"type\"", "known are article.read, desk.visited");
    }

    @Test
    void refusesTheSameWayWhateverIsWrongWithTheSender() throws Exception {
        byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);
        String good = Signed.by(Signed.SECRET, "m", NOW, body);
        List<MockHttpServletResponse> refused = List.of(send("w1", "m", NOW, null, body),
                send("w1", "m", NOW, Signed.by("another secret of somebody", "m", NOW, body), body),
                send("w2", "m", NOW, good, body), send("", "m", NOW, good, body),
                send("w1&workspace=w2", "x", NOW, good, body),
                send("w1", "m", NOW.minusSeconds(301), Signed.by(Signed.SECRET, "m", NOW.minusSeconds(301), body),
                        body),
                send("w1", "m", NOW.plusSeconds(301), Signed.by(Signed.SECRET, "m", NOW.plusSeconds(301), body), body));
        for (MockHttpServletResponse response : refused) {
            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(response.getContentType()).isEqualTo("application/problem+json");
            assertThat(response.getContentAsString())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401}");
        }
    }

    @Test
    void refusesMoreThanItReads() throws Exception {
        String padding = " ".repeat(EventsController.MOST_BYTES - EVENT.getBytes(StandardCharsets.UTF_8).length);
        assertThat(post(EVENT + padding).getStatus()).isEqualTo(200);
        MockHttpServletResponse large = post(EVENT + padding + " ");
        assertThat(large.getStatus()).isEqualTo(413);
        assertThat(large.getContentAsString()).contains("\"field\":\"body\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS" })
    void answersOnlyToPost(String method) throws Exception {
        MockHttpServletResponse response = mvc
            .perform((context) -> new MockHttpServletRequest(context, method, "/v1/events"))
            .andReturn()
            .getResponse();
        assertThat(response.getStatus()).isEqualTo(405);
        assertThat(response.getHeader("Allow")).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "application/json;charset=utf-16",
            "nonsense", "application/xml" })
    void wantsJson(String contentType) throws Exception {
        byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);
        assertThat(send("w1", "m", NOW, Signed.by(Signed.SECRET, "m", NOW, body), body, contentType).getStatus())
            .isEqualTo(415);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource
    void namesTheFieldOfWhatIsMalformed(String field, String body) throws Exception {
        MockHttpServletResponse response = post(body);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString()).contains("\"field\":\"" + field + "\"").doesNotContain(CANARY);
    }

    static Stream<Arguments> namesTheFieldOfWhatIsMalformed() {
        return Stream.of(row("body", ""), row("body", "{"), row("body", "null"), row("body", "[]"), row("body", "3"),
                row("body", "{}{}"), row("body", "[".repeat(100_000)), row("body", "{\"a\":".repeat(1_000)),
                row("body", "{\"id\":1,\"id\":2}"), row("body", "{\"a\":" + "9".repeat(10_000) + "}"),
                row("specversion", "{}"), changed("specversion", "\"1.0\"", "\"0.3\""),
                changed("specversion", "\"1.0\"", "1.0"), changed("id", "\"e1\"", "null"),
                changed("id", "\"e1\"", "\" \""), changed("id", "\"e1\"", "{\"$ne\":null}"),
                changed("id", "\"e1\"", "99999999999999999999"), changed("id", "\"e1\"", "\"\\u0000\""),
                changed("id", "\"e1\"", "\"\\ud800\""), changed("source", "\"/shop\"", "\"a|b\""),
                changed("type", "\"order.delivered\"", "[\"a\"]"),
                changed("time", "\"2026-11-23T08:30:00Z\"", "\"yesterday\""),
                changed("time", "\"2026-11-23T08:30:00Z\"", "\"+999999999-01-01T00:00:00Z\""),
                changed("time", "\"2026-11-23T08:30:00Z\"", "\"2026-11-23T10:00:01Z\""),
                changed("time", "\"2026-11-23T08:30:00Z\"", "1e400"),
                changed("datacontenttype", "application/json", "text/xml"), changed("data", "\"data\"", "\"dat\""),
                changed("data.customer", "\"customer\": {", "\"customer\": 3, \"x\": {"),
                changed("data.customer.id", "\"c1\"", "\"a#b\""),
                changed("data.customer.id", "\"c1\"", "\"" + "x".repeat(101) + "\""),
                changed("data.customer.email", "ada@example.com", "ada"),
                changed("data.customer.locale", "de-DE", "!!"),
                changed("data.customer.consent", "\"account\": \"Acme\"", "\"consent\": \"yes\""),
                changed("data.customer.timeZone", "Europe/Berlin", "+01:00"),
                changed("data.customer.chat", "\"slack\": \"U1\"", "\"skype\": \"U1\""),
                changed("data.customer.chat.slack", "\"U1\"", "[\"U1\"]"),
                changed("data.subject.kind", "\"order\"", "\"Or der\""), changed("data.subject.id", "\"1042\"", "1042"),
                changed("data.subject.thread", "\"id\": \"1042\"", "\"id\": \"1042\", \"thread\": \"C1\""),
                changed("data.subject.thread", "\"id\": \"1042\"",
                        "\"id\": \"1042\", \"thread\": {\"skype\": {\"channel\": \"C1\", \"message\": \"1.2\"}}"),
                changed("data.subject.thread.slack", "\"id\": \"1042\"",
                        "\"id\": \"1042\", \"thread\": {\"slack\": \"C1\"}"),
                changed("data.subject.thread.slack.message", "\"id\": \"1042\"",
                        "\"id\": \"1042\", \"thread\": {\"slack\": {\"channel\": \"C1\"}}"),
                changed("data.subject.thread.slack.channel", "\"id\": \"1042\"",
                        "\"id\": \"1042\", \"thread\": {\"slack\": {\"channel\": \"C 1\", \"message\": \"1.2\"}}"),
                changed("data.attributes.weight", "\"weight\": 3", "\"weight\": {\"$ne\": null}"));
    }

    @Test
    void refusesBadUtf8() throws Exception {
        byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);
        body[EVENT.indexOf("Ada")] = (byte) 0xc3;
        MockHttpServletResponse response = send("w1", "m", NOW, Signed.by(Signed.SECRET, "m", NOW, body), body);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("body is not UTF-8");
    }

    @Test
    void takesStrangeNamesAsTheyAre() throws Exception {
        String strange = EVENT.replace("e1", "strange")
            .replace("\"1042\"", "\"__proto__.$where\"")
            .replace("\"weight\"", "\"$set.a\"");
        assertThat(post(strange).getStatus()).isEqualTo(200);
    }

    private static Arguments row(String field, String body) {
        return arguments(field, body);
    }

    private static Arguments changed(String field, String from, String to) {
        assertThat(EVENT).contains(from);
        return arguments(field, EVENT.replace(from, to));
    }

    private CoreUnderTest instance(String database, String patience) {
        return CoreUnderTest
            .with("workspace", "journey", "survey", "customer", "team", "feedback", "recovery", "conversation",
                    "outbox", "breaker", "followup", "intake")
            .database(database)
            .bean(Directory.class, everybody)
            .bean(BeanPostProcessor.class, outage)
            .property("touchpoint.events.secret=" + Signed.SECRET)
            .property("touchpoint.events.patience=" + patience)
            .start();
    }

    private static MockMvc mvc(CoreUnderTest instance) {
        return MockMvcBuilders.standaloneSetup(instance.get(EventsController.class)).build();
    }

    private MockHttpServletResponse post(String body) throws Exception {
        return post(mvc, body);
    }

    private static MockHttpServletResponse post(MockMvc mvc, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(mvc, "w1", "m", NOW, Signed.by(Signed.SECRET, "m", NOW, bytes), bytes,
                "application/cloudevents+json");
    }

    private MockHttpServletResponse send(String workspace, String id, Instant at, @Nullable String signature,
            byte[] body) throws Exception {
        return send(workspace, id, at, signature, body, "application/cloudevents+json");
    }

    private MockHttpServletResponse send(String workspace, String id, Instant at, @Nullable String signature,
            byte[] body, String contentType) throws Exception {
        return send(mvc, workspace, id, at, signature, body, contentType);
    }

    private static MockHttpServletResponse send(MockMvc mvc, String workspace, String id, Instant at,
            @Nullable String signature, byte[] body, String contentType) throws Exception {
        return mvc.perform((context) -> {
            MockHttpServletRequest request = new MockHttpServletRequest(context, "POST", "/v1/events");
            request.setQueryString("workspace=" + workspace);
            request.addHeader("Content-Type", contentType);
            request.setContentType(contentType);
            request.setContent(body);
            request.addHeader("webhook-id", id);
            request.addHeader("webhook-timestamp", String.valueOf(at.getEpochSecond()));
            if (signature != null) {
                request.addHeader("webhook-signature", signature);
            }
            return request;
        }).andReturn().getResponse();
    }

    private static Touchpoint touchpoint(String key, String askedOn) {
        return new Touchpoint(key, JourneyStage.POST_PURCHASE, false, key, "delivery", null, "goal", "expectation", 0.2,
                "delivery", List.of(askedOn), List.of(), Duration.ofHours(24), 1, false);
    }

}
