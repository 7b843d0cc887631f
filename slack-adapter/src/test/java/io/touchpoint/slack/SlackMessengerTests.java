package io.touchpoint.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Delivery;
import io.touchpoint.chat.Delivery.Deferred;
import io.touchpoint.chat.Delivery.Delivered;
import io.touchpoint.chat.Delivery.Refused;
import io.touchpoint.chat.Delivery.Unknown;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Messenger;
import io.touchpoint.chat.Reference;
import io.touchpoint.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackMessengerTests {

    private static final Address ADA = Address.person("w1", "slack", "T1", "U1");

    private static final Address CHANNEL = Address.channel("w1", "slack", "T1", "C1");

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private final StubSlack slack = new StubSlack();

    private final SettableClock clock = new SettableClock(NOW);

    private final SlackMessenger messenger = new SlackMessenger(slack.web(), slack.settings(),
            new Traces(slack.web(), clock), clock);

    @AfterEach
    void stop() {
        slack.close();
    }

    private static String failed(String error) {
        return "{\"ok\":false,\"error\":\"" + error + "\"}";
    }

    static Stream<Arguments> answers() {
        String channel = "w1|slack|T1|chat.postMessage|C1";
        return Stream.of(
                Arguments.of(200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.2\"}",
                        new Delivered(new Reference("C1", "1.2"))),
                Arguments.of(429, failed("ratelimited"), new Deferred(Duration.ofSeconds(7), channel, "ratelimited")),
                Arguments.of(200, failed("ratelimited"), new Deferred(Duration.ofSeconds(7), channel, "ratelimited")),
                Arguments.of(200, failed("service_unavailable"),
                        new Deferred(Duration.ofSeconds(5), "", "service_unavailable")),
                Arguments.of(200, failed("request_timeout"),
                        new Deferred(Duration.ofSeconds(5), "", "request_timeout")),
                Arguments.of(0, "", new Unknown("IOException")), Arguments.of(500, "", new Unknown("http_500")),
                Arguments.of(502, "<html>", new Unknown("http_502")), Arguments.of(503, "", new Unknown("http_503")),
                Arguments.of(200, failed("fatal_error"), new Unknown("fatal_error")),
                Arguments.of(200, failed("internal_error"), new Unknown("internal_error")),
                Arguments.of(200, "{\"ok\":tru", new Unknown("answer_unreadable")),
                Arguments.of(200, "{\"ok\":true}", new Unknown("answer_incomplete")),
                Arguments.of(400, "no", new Refused("http_400")),
                Arguments.of(200, "{\"ok\":false,\"error\":\"<b>\"}", new Refused("unknown")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void tellsAnswersApart(int status, String body, Delivery expected) {
        slack.answers("chat.postMessage", status, body, "Retry-After", "7");
        Delivery delivery = messenger.deliver(CHANNEL, null, Message.text("hello"), "tok");
        if (status == 0) {
            assertThat(delivery).isInstanceOf(Unknown.class);
        }
        else {
            assertThat(delivery).isEqualTo(expected);
        }
        assertThat(slack.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "channel_not_found", "not_in_channel", "is_archived", "restricted_action",
            "restricted_action_read_only_channel", "user_disabled", "user_not_found", "messages_tab_disabled",
            "account_inactive", "token_revoked", "invalid_auth", "missing_scope", "a_brand_new_error" })
    void givesUpWhatSlackRefuses(String error) {
        slack.answers("chat.postMessage", failed(error));
        assertThat(messenger.deliver(CHANNEL, null, Message.text("hello"), "tok")).isEqualTo(new Refused(error));
    }

    @Test
    void knowsWhenNothingWasSent() {
        slack.close();
        assertThat(messenger.deliver(CHANNEL, null, Message.text("hello"), "tok"))
            .isEqualTo(new Deferred(Duration.ofSeconds(5), "", "ConnectException"));
    }

    @Test
    void sendsTheOldestBlocksOnceAndThenForADay() {
        String sent = "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.2\"}";
        slack.answers("chat.postMessage", failed("invalid_blocks"));
        slack.answers("chat.postMessage", sent);
        slack.answers("chat.postMessage", sent);
        assertThat(messenger.deliver(CHANNEL, null, Message.text("hello"), "tok")).isInstanceOf(Delivered.class);
        assertThat(messenger.deliver(CHANNEL, null, Message.text("again"), "tok")).isInstanceOf(Delivered.class);
        assertThat(slack.calls("chat.postMessage")).extracting((call) -> call.body().contains("rich_text"))
            .containsExactly(true, false, false);
    }

    @Test
    void refusesWhatSlackTakesInNoBlocks() {
        slack.answers("chat.postMessage", failed("invalid_blocks"));
        slack.answers("chat.postMessage", failed("invalid_blocks"));
        assertThat(messenger.deliver(CHANNEL, null, Message.text("hello"), "tok"))
            .isEqualTo(new Refused("invalid_blocks"));
        assertThat(slack.calls()).hasSize(2);
    }

    @Test
    void namesItsBudgets() {
        assertThat(messenger.budgets(CHANNEL, false))
            .extracting((budget) -> budget.key() + " " + budget.interval() + " " + budget.burst())
            .containsExactly("w1|slack|T1|chat.postMessage|C1 PT1S 5", "w1|slack|T1|chat.postMessage PT0.334S 20");
        assertThat(messenger.budgets(CHANNEL, true))
            .extracting((budget) -> budget.key() + " " + budget.interval() + " " + budget.burst())
            .containsExactly("w1|slack|T1|chat.update PT1.334S 5");
    }

    @Test
    void saysNoMoreThanTwentyAtOnceHoweverManyAMinute() {
        SlackSettings usual = slack.settings();
        SlackSettings many = new SlackSettings(usual.signingSecrets(), usual.botToken(), usual.apiUrl(), 320);
        assertThat(new SlackMessenger(slack.web(), many, new Traces(slack.web(), clock), clock).budgets(CHANNEL, false))
            .last()
            .extracting((budget) -> budget.interval() + " " + budget.burst())
            .isEqualTo("PT0.2S 20");
    }

    @Test
    void findsItsOwnMessage() {
        slack.answers("conversations.open", "{\"ok\":true,\"channel\":{\"id\":\"D7\"}}");
        slack.answers("conversations.history", """
                {"ok":true,"messages":[{"ts":"1.1","text":"x"},{"ts":"1.2","bot_id":"B1","metadata":
                {"event_type":"touchpoint_out","event_payload":{"k":"tok"}}}]}""");
        assertThat(messenger.find(ADA, null, "tok", NOW))
            .isEqualTo(new Messenger.Trace.Found(new Reference("D7", "1.2")));
        assertThat(slack.calls("conversations.history").getFirst().form()).containsEntry("channel", "D7")
            .containsEntry("limit", "15")
            .containsEntry("include_all_metadata", "true")
            .containsEntry("oldest", "1795600795.000000");
    }

    @Test
    void looksForSeveralUntilSlackSaysNotNow() {
        slack.answers("conversations.history", "{\"ok\":true,\"messages\":[]}");
        assertThat(messenger.find(CHANNEL, null, "one", NOW)).isEqualTo(new Messenger.Trace.Absent());
        slack.answers("conversations.history", 429, failed("ratelimited"), "Retry-After", "60");
        assertThat(messenger.find(CHANNEL, null, "two", NOW)).isEqualTo(new Messenger.Trace.NotNow());
        slack.answers("conversations.history", "{\"ok\":true,\"messages\":[]}");
        clock.set(NOW.plusSeconds(59));
        assertThat(messenger.find(CHANNEL, null, "two", NOW)).isEqualTo(new Messenger.Trace.NotNow());
        assertThat(slack.calls("conversations.history")).hasSize(2);
        clock.set(NOW.plusSeconds(60));
        assertThat(messenger.find(CHANNEL, null, "two", NOW)).isEqualTo(new Messenger.Trace.Absent());
    }

    @Test
    void knowsWhenAMessageIsNotThere() {
        slack.answers("conversations.history", """
                {"ok":true,"messages":[{"ts":"1.2","bot_id":"B1","metadata":
                {"event_type":"touchpoint_out","event_payload":{"k":"other"}}}]}""");
        assertThat(messenger.find(CHANNEL, null, "tok", NOW)).isEqualTo(new Messenger.Trace.Absent());
    }

    @Test
    void cannotFindWhatItMayNotRead() {
        slack.answers("conversations.replies", failed("missing_scope"));
        assertThat(messenger.find(CHANNEL, new Reference("C1", "1.0"), "tok", NOW))
            .isEqualTo(new Messenger.Trace.Never());
        assertThat(List.copyOf(slack.calls())).hasSize(1);
    }

}
