package io.touchpoint.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Inbound;
import io.touchpoint.inbox.Inbox;
import io.touchpoint.inbox.Received;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.storage.Instances;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

class SlackIngressTests {

    private static final String HELLO = """
            {"type":"message","channel":"D1","channel_type":"im","user":"U1","user_team":"T9","text":"hello",
             "ts":"1.1","client_msg_id":"m1"}""";

    private final AdapterUnderTest adapter = new AdapterUnderTest();

    private Instant now() {
        return adapter.clock().instant();
    }

    @AfterEach
    void stop() {
        adapter.close();
    }

    private int status(String secret, Instant at) {
        return adapter.send(AdapterUnderTest.JSON, "{\"type\":\"event_callback\"}", secret, at).getStatusCode().value();
    }

    @Test
    void refusesWhatSlackDidNotSignNow() {
        assertThat(status("other", now())).isEqualTo(401);
        assertThat(status("signing", now().minusSeconds(301))).isEqualTo(401);
        assertThat(status("signing", now().plusSeconds(301))).isEqualTo(401);
        assertThat(adapter.send(AdapterUnderTest.FORM, "payload={}", null, now()).getStatusCode().value())
            .isEqualTo(401);
        assertThat(adapter.stored()).isEmpty();
        assertThat(status("signing", now().minusSeconds(300))).isEqualTo(200);
        assertThat(status("signing", now().plusSeconds(300))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "abc", "-1", "999999999999999999999999999999", "1.5" })
    void refusesATimestampThatIsNone(String timestamp) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/slack/events");
        request.setContent("{}".getBytes(StandardCharsets.UTF_8));
        request.addHeader("X-Slack-Request-Timestamp", timestamp);
        request.addHeader("X-Slack-Signature", "v0=00");
        assertThat(adapter.send(request).getStatusCode().value()).isEqualTo(401);
    }

    @Test
    void readsNoMoreThanItsCap() {
        ResponseEntity<String> response = adapter.send(AdapterUnderTest.JSON, "x".repeat(1_048_577));
        assertThat(response.getStatusCode().value()).isEqualTo(413);
        assertThat(adapter.stored()).isEmpty();
    }

    @Test
    void takesBytesAsTheyCame() {
        String form = "payload=" + URLEncoder.encode("""
                {"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","team_id":"T9"},"api_app_id":"A",
                 "channel":{"id":"D1"},"container":{"type":"message","message_ts":"1.2"},
                 "actions":[{"type":"button","action_id":"press:1","block_id":"b","action_ts":"TIME",
                 "value":"tok:\u00e9 *~ \ud83d\ude00"}]}""", StandardCharsets.UTF_8);
        adapter.send(AdapterUnderTest.FORM, form.replace("TIME", "1.1"));
        assertThat(adapter.received).hasSize(1);
        adapter.send(AdapterUnderTest.FORM,
                form.replace("+", "%20").replace("%7E", "~").replace("%2A", "*").replace("TIME", "1.2"));
        assertThat(adapter.received).hasSize(2)
            .allSatisfy(
                    (inbound) -> assertThat(((Inbound.Pressed) inbound).action()).isEqualTo("\u00e9 *~ \ud83d\ude00"));
        ResponseEntity<String> lines = adapter.send(AdapterUnderTest.JSON,
                "{\"type\":\"url_verification\",\r\n\"challenge\":\"abc\"}\r\n");
        assertThat(lines.getBody()).isEqualTo("abc");
    }

    @Test
    void answersSlacksChecksWithoutStoringThem() {
        ResponseEntity<String> challenge = adapter.send(AdapterUnderTest.JSON,
                "{\"type\":\"url_verification\",\"challenge\":\"<b>\"}");
        assertThat(challenge.getBody()).isEqualTo("<b>");
        assertThat(challenge.getHeaders().getFirst("Content-Type")).startsWith("text/plain");
        assertThat(challenge.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        ResponseEntity<String> ssl = adapter.send(AdapterUnderTest.FORM, "ssl_check=1&token=x");
        assertThat(ssl.getStatusCode().value()).isEqualTo(200);
        assertThat(adapter.stored()).isEmpty();
    }

    @Test
    void actsOnceOnWhatIsDeliveredAgain() {
        adapter.event("Ev1", HELLO);
        assertThat(adapter.event("Ev1", HELLO).getStatusCode().value()).isEqualTo(200);
        adapter.event("Ev2", HELLO.replace("1.1", "1.2"));
        assertThat(adapter.received).hasSize(1);
        assertThat(adapter.stored()).singleElement()
            .satisfies(
                    (one) -> assertThat(one).containsEntry("_id", "slack|T1|said:U1:m1").doesNotContainKey("claimAt"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "null", "\"x\"", "{}", "payload=", "payload=%7", "payload=[]",
            "payload={\"type\":", "a=%", "\u0000\u0001" })
    void keepsWhatCannotBeRead(String body) {
        assertThat(adapter.send(AdapterUnderTest.JSON, body).getStatusCode().value()).isEqualTo(200);
        assertThat(adapter.parked()).containsExactly("unreadable");
        assertThat(adapter.waiting()).isZero();
    }

    @Test
    void keepsWhatIsNestedTooDeeply() {
        adapter.send(AdapterUnderTest.JSON, "{\"a\":" + "[".repeat(100_000));
        adapter.send(AdapterUnderTest.JSON,
                "{\"type\":\"event_callback\",\"a\":" + "[".repeat(400) + "]".repeat(400) + "}");
        assertThat(adapter.parked()).containsExactly("unreadable", "unreadable");
    }

    @Test
    void keepsWhatBoltCannotParse() {
        adapter.event("Ev3", HELLO.replace("\"text\":\"hello\"", "\"text\":\"x\",\"edited\":\"no object\""));
        assertThat(adapter.parked()).containsExactly("unreadable");
        assertThat(adapter.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"type\":\"block_actions\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\",\"team_id\":\"T9\"},\"actions\":[]}",
            "{\"type\":\"block_actions\",\"team\":{\"id\":\"T1\"},\"user\":null,\"actions\":[{\"action_id\":\"press:1\",\"type\":\"button\",\"action_ts\":\"1\",\"value\":\"a:b\"}]}",
            "{\"type\":\"view_submission\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\",\"team_id\":\"T9\"},\"view\":null}" })
    void keepsWhatMakesNoSense(String payload) {
        assertThat(adapter.payload(payload).getStatusCode().value()).isEqualTo(200);
        assertThat(adapter.parked()).hasSize(1);
        assertThat(adapter.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"type\":\"brand_new_event\"}", "{\"type\":\"reaction_added\",\"user\":\"U1\"}",
            "{\"type\":\"message\",\"subtype\":\"message_changed\",\"channel\":\"D1\",\"ts\":\"1.1\"}",
            "{\"type\":\"message\",\"channel\":\"D1\",\"user\":\"U1\",\"bot_id\":\"B1\",\"text\":\"x\",\"ts\":\"1.1\"}",
            "{\"type\":\"message\",\"subtype\":\"bot_message\",\"channel\":\"D1\",\"text\":\"x\",\"ts\":\"1.1\"}",
            "{\"type\":\"app_home_opened\",\"user\":\"U1\",\"tab\":\"messages\"}" })
    void takesWhatItDoesNotNeed(String event) {
        assertThat(adapter.event("Ev4", event).getStatusCode().value()).isEqualTo(200);
        assertThat(adapter.received).isEmpty();
        assertThat(adapter.parked()).isEmpty();
        assertThat(adapter.waiting()).isZero();
    }

    @Test
    void takesWhatBelongsToNoWorkspaceOfOurs() {
        adapter.send(AdapterUnderTest.JSON, """
                {"type":"event_callback","team_id":"T7","event_id":"Ev5","event":%s}""".formatted(HELLO));
        assertThat(adapter.received).isEmpty();
        assertThat(adapter.parked()).isEmpty();
    }

    @Test
    void triesAgainWhatFailedAndGivesItUpAfterFiveTimes() {
        adapter.product((_) -> {
            throw new IllegalStateException("no");
        });
        adapter.event("Ev6", HELLO);
        for (int i = 0; i < 10; i++) {
            adapter.clock().advance(Duration.ofMinutes(6));
            adapter.work.runDue(now());
        }
        assertThat(adapter.received).hasSize(5);
        assertThat(adapter.parked()).containsExactly("failed:IllegalStateException");
        assertThat(adapter.work.nextDue()).isEmpty();
    }

    @Test
    void finishesWhatAWorkerLeftBehind() {
        adapter.jobs.stop();
        assertThat(adapter.event("Ev7", HELLO).getStatusCode().value()).isEqualTo(200);
        assertThat(adapter.received).isEmpty();
        assertThat(adapter.work.nextDue()).contains(now().plus(Inbox.LEASE));
        assertThat(adapter.work.runDue(now())).isZero();
        adapter.clock().advance(Inbox.LEASE);
        assertThat(adapter.work.runDue(now())).isEqualTo(1);
        assertThat(adapter.received).hasSize(1);
        assertThat(adapter.waiting()).isZero();
    }

    @Test
    void asksSlackToComeBackWhenNothingCanBeStored() {
        try (CoreUnderTest core = CoreUnderTest.with().start();
                AdapterUnderTest broken = new AdapterUnderTest(new Inbox(core.mongo(), core.get(Instances.class)) {

                    @Override
                    public Optional<Received> store(String platform, String id, String type, String body, Instant at) {
                        throw new DataAccessResourceFailureException("down");
                    }

                })) {
            assertThat(broken.event("Ev8", HELLO).getStatusCode().value()).isEqualTo(503);
        }
    }

}
