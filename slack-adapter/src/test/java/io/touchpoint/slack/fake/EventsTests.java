package io.touchpoint.slack.fake;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the app is told of what happens, and how often. */
class EventsTests {

    private final Stage stage = new Stage();

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void tellsOfADirectMessageInAFullEnvelope() {
        Written written = stage.slack.events().tells("U1ADA", "5 & thanks");

        assertThat(written.answers()).singleElement().matches(Answered::ok);
        assertThat(stage.last().json()).isEqualTo(Json.parse("""
                {"token":"deprecated","team_id":"T0HOME","context_team_id":"T0HOME","context_enterprise_id":null,
                 "api_app_id":"A0TOUCH",
                 "event":{"type":"message","user":"U1ADA","ts":"1795420800.000000","team":"T0HOME",
                          "text":"5 &amp; thanks",
                          "blocks":[{"type":"rich_text","block_id":"blk000001","elements":[{"type":"rich_text_section",
                                     "elements":[{"type":"text","text":"5 & thanks"}]}]}],
                          "channel":"DU1ADA","event_ts":"1795420800.000000","channel_type":"im",
                          "client_msg_id":"msg-000001"},
                 "type":"event_callback","event_id":"Ev000001","event_time":1795420800,
                 "authorizations":[{"enterprise_id":null,"team_id":"T0HOME","user_id":"U0BOT","is_bot":true,
                                    "is_enterprise_install":false}],
                 "is_ext_shared_channel":false,"event_context":"4-Ev000001"}"""));
    }

    @Test
    void signsWithTheSecretAtTheSimulatedTime() {
        stage.slack.events().tells("U1ADA", "é😀");

        Stage.Request request = stage.last();
        String stamp = request.headers().getFirst("X-Slack-Request-Timestamp");
        assertThat(stamp).isEqualTo("1795420800");
        assertThat(request.headers().getFirst("X-Slack-Signature")).isEqualTo(Deliveries
            .signature("simulated-signing-secret", 1_795_420_800L, request.body().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void makesTheSignatureOfSlacksOwnExample() {
        byte[] body = ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
            .getBytes(StandardCharsets.UTF_8);

        assertThat(Deliveries.signature("8f742231b10e8888abcd99yyyzzz85a5", 1_531_420_618L, body))
            .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
    }

    @Test
    void tellsOfAMentionBesidesTheMessage() {
        Written written = stage.slack.events().says("U1ADA", "C1TEAM", "<@U0BOT> help");

        assertThat(written.answers()).hasSize(2);
        assertThat(stage.requests).extracting((request) -> request.json().path("event").path("type").asString())
            .containsExactly("message", "app_mention");
        assertThat(written.post().text()).isEqualTo("<@U0BOT> help");
    }

    @Test
    void tellsOnlyWhatTheAppMayHear() {
        stage.slack.company(stage.slack.company().scopes(Set.of("im:history")));

        assertThat(stage.slack.events().says("U1ADA", "C1TEAM", "<@U0BOT> help").answers()).isEmpty();
        assertThat(stage.slack.events().says("U1ADA", "C2OUT", "hello").answers()).isEmpty();
        assertThat(stage.slack.events().tells("U1ADA", "hello").answers()).hasSize(1);
    }

    @Test
    void marksWhatComesFromASharedChannel() {
        stage.slack.events().says("U3EXT", "C5SHARED", "hello");

        JsonNode body = stage.last().json();
        assertThat(body.path("is_ext_shared_channel").asBoolean()).isTrue();
        assertThat(body.path("team_id").asString()).isEqualTo("T9ACME");
        assertThat(body.path("authorizations").path(0).path("team_id").asString()).isEqualTo("T0HOME");
        assertThat(body.path("event").path("user_team").asString()).isEqualTo("T9ACME");
    }

    @Test
    void letsNobodyWriteWhereTheyAreNot() {
        assertThatThrownBy(() -> stage.slack.events().says("U3EXT", "C1TEAM", "hello"))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stage.slack.events().says("U1ADA", "C4OLD", "hello"))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stage.slack.events().tells("U7SHUT", "hello"))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void repeatsAnEventThatWasNotTaken() {
        stage.app = (_) -> new Stage.Reply(500, "");
        stage.slack.events().tells("U1ADA", "hello");
        stage.slack.deliveries().redeliverDue(stage.clock.instant());
        assertThat(stage.slack.deliveries().nextRedelivery()).contains(stage.clock.instant().plusSeconds(60));
        assertThat(stage.slack.deliveries().redeliverDue(stage.clock.instant())).isEmpty();
        stage.clock.advance(Duration.ofMinutes(1));
        stage.slack.deliveries().redeliverDue(stage.clock.instant());
        stage.clock.advance(Duration.ofMinutes(5));
        stage.slack.deliveries().redeliverDue(stage.clock.instant());

        assertThat(stage.slack.deliveries().nextRedelivery()).isEmpty();
        assertThat(stage.requests).extracting((request) -> request.json().path("event_id").asString())
            .containsOnly("Ev000001")
            .hasSize(4);
        assertThat(stage.requests).extracting((request) -> request.headers().getFirst("x-slack-retry-num"))
            .containsExactly(null, "1", "2", "3");
        assertThat(stage.last().headers().getFirst("x-slack-retry-reason")).isEqualTo("http_error");
    }

    @Test
    void stopsRepeatingOnceItIsTaken() {
        AtomicInteger count = new AtomicInteger();
        stage.app = (_) -> new Stage.Reply((count.incrementAndGet() == 1) ? 503 : 200, "");
        stage.slack.events().tells("U1ADA", "hello");

        assertThat(stage.slack.deliveries().redeliverDue(stage.clock.instant())).singleElement().matches(Answered::ok);
        assertThat(stage.slack.deliveries().nextRedelivery()).isEmpty();
    }

    @Test
    void repeatsAnEventThatFoundNobody() {
        stage.slack.deliverTo(URI.create("http://127.0.0.1:1/slack/events"));

        assertThat(stage.slack.events().tells("U1ADA", "hello").answers()).singleElement()
            .satisfies((answer) -> assertThat(answer.status()).isZero());
        assertThat(stage.slack.deliveries().nextRedelivery()).contains(stage.clock.instant());
    }

    @Test
    void deliversTwiceWhenTold() {
        stage.slack.deliveries().duplicateNext(1);
        stage.slack.events().tells("U1ADA", "hello");
        stage.slack.events().tells("U1ADA", "again");

        assertThat(stage.requests).extracting((request) -> request.json().path("event_id").asString())
            .containsExactly("Ev000001", "Ev000001", "Ev000002");
    }

    @Test
    void tellsOfEditsAndRemovals() {
        Post post = stage.slack.events().tells("U1ADA", "4").post();
        stage.slack.events().edits("U1ADA", post.id(), "5");
        JsonNode changed = stage.last().json().path("event");
        stage.slack.events().removes("U1ADA", post.id());
        JsonNode removed = stage.last().json().path("event");

        assertThat(changed.path("subtype").asString()).isEqualTo("message_changed");
        assertThat(changed.path("message").path("text").asString()).isEqualTo("5");
        assertThat(changed.path("previous_message").path("text").asString()).isEqualTo("4");
        assertThat(removed.path("subtype").asString()).isEqualTo("message_deleted");
        assertThat(removed.path("deleted_ts").asString()).isEqualTo(post.ts());
        assertThat(stage.slack.post(post.id()).orElseThrow().deleted()).isTrue();
    }

    @Test
    void tellsOfWhatHappensToPlaces() {
        Events events = stage.slack.events();
        List<Answered> answers = List.of(events.opensHome("U1ADA", "home"), events.joins("U2JON", "C5SHARED"),
                events.leaves("U2JON", "C5SHARED"), events.shares("C1TEAM"), events.unshares("C1TEAM"),
                events.renumbers("C1TEAM", "C1NEW"), events.archives("C1NEW"));

        assertThat(answers).allMatch(Answered::ok);
        assertThat(stage.requests).extracting((request) -> request.json().path("event").path("type").asString())
            .containsExactly("app_home_opened", "member_joined_channel", "member_left_channel", "channel_shared",
                    "channel_unshared", "channel_id_changed", "channel_archive");
        assertThat(stage.slack.channel("C1TEAM")).isEmpty();
        assertThat(stage.slack.channel("C1NEW").orElseThrow().archived()).isTrue();
    }

    @Test
    void endsTheTokenWithTheInstallation() {
        stage.slack.events().uninstalls();

        assertThat(stage.requests).extracting((request) -> request.json().path("event").path("type").asString())
            .containsExactly("tokens_revoked", "app_uninstalled");
        assertThat(stage.last().json().has("authorizations")).isFalse();
        assertThat(Stage.error(stage.call("auth.test", "{}"))).isEqualTo("account_inactive");
    }

    @Test
    void checksTheAddressAndTheCertificate() {
        stage.slack.events().verifiesUrl("c1");
        assertThat(stage.last().json().path("challenge").asString()).isEqualTo("c1");

        stage.slack.events().checksSsl();
        assertThat(stage.last().body()).startsWith("ssl_check=1");
    }

    @Test
    void sendsWhateverATestWants() {
        stage.slack.deliveries().raw("x".getBytes(StandardCharsets.UTF_8), "application/json", 1, null, Map.of());

        assertThat(stage.last().headers().containsKey("X-Slack-Signature")).isFalse();
        assertThat(stage.last().body()).isEqualTo("x");
    }

}
