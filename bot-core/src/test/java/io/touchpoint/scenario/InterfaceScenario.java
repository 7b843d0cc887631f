package io.touchpoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.sandbox.RunningSandbox;
import io.touchpoint.scenario.SandboxCalls.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's HTTP interface, and what it is seeded with. */
@TestInstance(Lifecycle.PER_CLASS)
abstract non-sealed class InterfaceScenario extends Scenario {

    private static final Map<String, String> NAMES = Map.of("delivery", "Delivery", "returns", "Returns", "search",
            "Search", "unboxing", "Unboxing");

    private final RunningSandbox sandbox = start();

    private final SandboxCalls calls = new SandboxCalls(sandbox.url());

    private final Play play = new Play(sandbox.url());

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void theSeededDigestEqualsTheOracle() throws IOException {
        JsonNode oracle = oracle();
        JsonNode expected = oracle.path("expected");
        String text = digest();
        JsonNode now = expected.path("overallNow");
        JsonNode before = expected.path("overallBefore");
        assertThat(text).contains("%d ratings".formatted(now.get(1).asInt()))
            .contains("%s unhappy (%d of %d), week before %s: no clear change.".formatted(percent(now.get(2)),
                    now.get(0).asInt(), now.get(1).asInt(), percent(before.get(2))));
        int place = 1;
        for (JsonNode listed : expected.path("ranking")) {
            assertThat(text).contains(line(place++, listed.asString(), oracle));
        }
        assertThat(text).doesNotContain("\n" + place + ". ");
        assertThat(text).contains("Going well: " + NAMES.get(expected.path("brightSpot").asString()) + ", ")
            .contains("Too few to rank: " + NAMES.get(expected.path("tooFew").get(0).asString()) + " (");
    }

    /** A pain point's line, from the figures of the oracle. */
    private static String line(int place, String touchpoint, JsonNode oracle) {
        JsonNode row = row(oracle.path("expected").path("rows"), touchpoint);
        JsonNode input = row(oracle.path("input").path("touchpoints"), touchpoint);
        JsonNode now = input.path("now");
        JsonNode before = input.path("before");
        String label = row.path("label").asString();
        return "%d. %s  %s unhappy (%d of %d; likely range %.0f–%s), was %s. %s. About %.0f more".formatted(place,
                NAMES.get(touchpoint), percent(row.path("rate")), now.get(0).asInt(), now.get(1).asInt(),
                100 * row.path("jeffreys90").get(0).asDouble(), percent(row.path("jeffreys90").get(1)),
                percent(before.get(0).asDouble() / before.get(1).asDouble()),
                label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1), row.path("impact").asDouble());
    }

    private static JsonNode row(JsonNode rows, String touchpoint) {
        for (JsonNode row : rows) {
            if (row.path("touchpoint").asString().equals(touchpoint)) {
                return row;
            }
        }
        throw new IllegalStateException("no row of " + touchpoint);
    }

    private static String percent(JsonNode share) {
        return percent(share.asDouble());
    }

    private static String percent(double share) {
        return "%.0f%%".formatted(100 * share);
    }

    private static JsonNode oracle() throws IOException {
        try (InputStream in = InterfaceScenario.class.getResourceAsStream("/statistics-oracles.json")) {
            for (JsonNode one : JsonMapper.shared().readTree(in).path("cases")) {
                if (one.path("name").asString().equals("digest-16-22-nov")) {
                    return one;
                }
            }
        }
        throw new IllegalStateException("no digest case");
    }

    private String digest() {
        for (JsonNode message : play.channel(play.channelOf("delivery"))) {
            if (message.path("text").asString().startsWith("Customer touchpoints, 16–22 Nov")) {
                return message.path("text").asString();
            }
        }
        throw new IllegalStateException("no digest in the channel");
    }

    @Test
    void tellsWhoAndWhatThereIs() {
        JsonNode state = calls.get("state").json();
        assertThat(state.path("workspace").asString()).isEqualTo("w1");
        assertThat(state.path("eventsUrl").asString()).isEqualTo(sandbox.url() + "/v1/events?workspace=w1");
        assertThat(state.path("people").get(0).propertyNames()).contains("id", "name", "role", "locale", "timeZone");
        assertThat(state.path("channels")).hasSize(4);
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        problem(calls.post("clock", "{}"), 400, "Either “advance” or “to” is needed.");
        problem(calls.post("clock", """
                {"to": "soon"}"""), 400, "“to” cannot be read: soon");
        problem(calls.post("clock", """
                {"to": "2020-01-01T00:00:00Z"}"""), 409, "The clock only moves forward");
        problem(calls.post("messages", "[1]"), 400, "The body must be a JSON object.");
        problem(calls.post("messages", "{"), 400, "The body is no JSON.");
        problem(calls.post("messages", """
                {"by": "nobody", "to": "bot", "text": "Hello"}"""), 404, "There is no person “nobody”.");
        problem(calls.get("messages?channel=nowhere"), 404, "There is no channel “nowhere”.");
        problem(calls.get("messages"), 400, "Either “channel” or “with” is needed.");
        problem(calls.post("presses", """
                {"by": "%s", "message": "none", "control": "none"}""".formatted(play.person("Dana"))), 400, "");
        problem(calls.post("faults", """
                {"answer": "nonsense"}"""), 400, "“answer” is 429");
        problem(calls.get("nothing"), 404, "The sandbox has no GET");
    }

    private static void problem(Answer answer, int status, String detail) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asString()).contains(detail);
    }

    @Test
    void asksACustomerWhoIsNew() {
        String id = calls.post("people", """
                {"name": "Robin Hale", "role": "customer", "locale": "en-GB", "timeZone": "Europe/London",
                 "account": "Acme"}""").json().path("id").asString();
        JsonNode decided = calls.post("events", """
                {"kind": "order.delivered", "customer": "%s", "subject": "30001"}""".formatted(id)).json();
        assertThat(decided.path("decisions").get(0).path("words").asString()).startsWith("scheduled for");
        calls.post("clock", """
                {"advance": "PT48H"}""");
        String where = "messages?with=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        String cursor = calls.get(where).json().path("cursor").asString();
        assertThat(play.direct(id).getLast().path("text").asString())
            .contains("How was the delivery, from 1 (very bad) to 5");
        play.pressNewest(id, play.direct(id), "2 Bad");
        JsonNode after = calls.get(where + "&after=" + cursor).json();
        assertThat(after.path("messages").get(0).path("edited").asBoolean()).isTrue();
        assertThat(after.path("messages").get(0).path("text").asString()).contains("Delivery: 2, bad.");
    }

    @Test
    void aManagerSeesFirstWhatWasInTheWay() {
        String noah = play.person("Noah");
        String mara = play.person("Mara");
        play.event("order.delivered", "32001", noah);
        play.advance(Duration.ofHours(48));
        play.event("ticket.solved", "32002", noah);
        String why = told(mara, "/touchpoint why Noah");
        assertThat(why.lines().toList()).satisfies((lines) -> {
            assertThat(lines.getFirst()).startsWith("Support ticket (ticket 32002): not asked: asked ");
            assertThat(lines.get(1)).startsWith("✗ asked ").doesNotContain("✓");
            assertThat(lines.get(2)).startsWith("✓ has not opted out").doesNotContain("✗");
        });
    }

    @Test
    void anAdminSeesWhatWasGivenUpAndTriesItAgain() {
        String olivia = play.person("Olivia");
        String admin = play.person("Inés");
        play.event("order.delivered", "31001", olivia);
        calls.post("faults", """
                {"operation": "send", "answer": "blocked", "times": 1, "channel": "%s"}""".formatted(olivia));
        play.advance(Duration.ofHours(48));
        calls.post("faults", """
                {"answer": "none"}""");
        assertThat(asked(olivia, "31001")).isZero();
        play.write(olivia, "Hello again");
        String health = told(admin, "/touchpoint health");
        assertThat(health).contains("Everything that is due is done.", "Given up: 1 message", "message to ");
        assertThat(told(play.person("Mara"), "/touchpoint health")).contains("Only admins can do that.");
        String name = health.replaceAll("(?s).*/touchpoint retry ([a-z2-7]{6}).*", "$1");
        assertThat(told(admin, "/touchpoint retry")).contains("Which one?");
        assertThat(told(admin, "/touchpoint drop zzzzzz")).contains("Nothing that was given up is called “zzzzzz”.");
        assertThat(told(admin, "/touchpoint retry " + name)).contains("1 message is tried again.");
        play.advance(Duration.ofHours(24));
        assertThat(asked(olivia, "31001")).isEqualTo(1);
        assertThat(told(admin, "/touchpoint health")).contains("Nothing was given up.");
    }

    @Test
    void anAdminSeesWhatAPayloadOfASourceWouldBecome() {
        String admin = play.person("Inés");
        String channel = play.channelOf("delivery");
        assertThat(told(admin, "/touchpoint source")).contains("Which source?", "till  open",
                "shopify  closed until TOUCHPOINT_CONNECT_SHOPIFY_SECRET is set");
        assertThat(told(admin, "/touchpoint source tills")).contains("I know no source “tills”");
        assertThat(told(play.person("Mara"), "/touchpoint source till")).contains("Only admins can do that.");
        String now = calls.get("state").json().path("now").asString();
        String payload = """
                {"kind": "sale", "store": "Berlin", "receipt": {"number": "B-17", "closedAt": "%s", "total": 49.90},
                 "member": {"number": "m-501", "mail": "olga@example.com", "name": "Olga"}}""".formatted(now);
        JsonNode wrong = play.submit(admin, form(admin, channel),
                Map.of("Payload", payload.replace("member", "guest")));
        assertThat(wrong.path("errors").toString()).contains("/member/number is missing");
        String shown = shown(admin, play.submit(admin, form(admin, channel), Map.of("Payload", payload)));
        assertThat(shown).contains("store.visited  visit B-17, ", "Customer  m-501, Olga, olga@example.com",
                "Attributes  amount 49.9, store Berlin", "What would be decided if it came now:",
                "Store visit (visit B-17): not asked: unreachable", "Nothing was kept, and nobody is asked.");
        assertThat(shown(admin, play.submit(admin, form(admin, channel), Map.of("Payload", "{\"kind\": \"gift\"}"))))
            .contains("Nobody would be asked: what stands at /kind is not among the types of till.");
    }

    /** A platform on which a command cannot open a form shows a button that does. */
    private JsonNode form(String person, String channel) {
        JsonNode answer = play.command(person, channel, "/touchpoint source till");
        return answer.has("form") ? answer : play.pressNewest(person, play.direct(person), "Open");
    }

    private String shown(String person, JsonNode answer) {
        return answer.has("form") ? answer.path("form").path("text").asString()
                : play.direct(person).getLast().path("text").asString();
    }

    private long asked(String person, String order) {
        return play.direct(person)
            .stream()
            .filter((message) -> message.path("text").asString().contains("how your delivery went (order " + order))
            .count();
    }

    private String told(String person, String command) {
        play.write(person, command.substring("/touchpoint ".length()));
        return play.direct(person).getLast().path("text").asString();
    }

    @Test
    void theClockWaitsWhileACallHangs() {
        calls.post("faults", """
                {"operation": "send", "answer": "timeout", "times": 1}""");
        play.write(play.person("Noah"), "Hallo");
        problem(calls.post("clock", """
                {"advance": "PT1H"}"""), 409, "hangs");
        calls.post("faults", """
                {"answer": "none"}""");
        assertThat(calls.post("clock", """
                {"advance": "PT1H"}""").status()).isEqualTo(200);
    }

}
