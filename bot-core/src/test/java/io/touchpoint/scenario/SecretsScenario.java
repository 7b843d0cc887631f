package io.touchpoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.sandbox.RunningSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An admin replaces the secret that the shop signs its events with. */
@TestInstance(Lifecycle.PER_CLASS)
abstract non-sealed class SecretsScenario extends Scenario {

    private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/]{43}=");

    private final RunningSandbox sandbox = start();

    private final SandboxCalls calls = new SandboxCalls(sandbox.url());

    private final Play play = new Play(sandbox.url());

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void anAdminReplacesTheSecretOfTheEvents() {
        String admin = play.person("Inés");
        String shop = play.channelOf("shop");
        String old = calls.get("state").json().path("eventsSecret").asString();
        assertThat(told(admin, "secret")).contains("The one in TOUCHPOINT_EVENT_SECRET: valid", "secret new");
        assertThat(told(play.person("Mara"), "secret new")).contains("Only admins can do that.");
        assertThat(told(admin, "secret old")).contains("takes “new” behind it");

        String told = told(admin, "secret new");
        String secret = secret(told);
        assertThat(told).contains("shown only to you", "The one before is valid until ", "10:00");
        assertThat(play.channel(shop)).noneMatch((message) -> text(message).contains("whsec_"));
        assertThat(told(admin, "secret")).doesNotContain("whsec_")
            .contains("Issued by Inés on ", "TOUCHPOINT_EVENT_SECRET: valid until ");
        assertThat(status(secret, "1")).isEqualTo(200);
        assertThat(status(old, "2")).isEqualTo(200);
        play.advance(Duration.ofHours(24));
        assertThat(status(secret, "3")).isEqualTo(200);
        assertThat(status(old, "4")).isEqualTo(401);
        assertThat(play.event("order.delivered", "33001", play.person("Noah")).path("decisions")).isNotEmpty();
        assertThat(told(admin, "secret")).doesNotContain("TOUCHPOINT_EVENT_SECRET");
        tellsNoneWhereOthersReadIt(admin, shop);
    }

    /** In Slack nobody else sees it in a channel; in Teams everybody would. */
    private void tellsNoneWhereOthersReadIt(String admin, String channel) {
        JsonNode answer = play.command(admin, channel, "/touchpoint secret new");
        boolean slack = calls.get("state").json().path("platform").asString().equals("slack");
        assertThat(answer.path("messages")).isNotEmpty().allSatisfy((message) -> {
            assertThat(text(message).contains("whsec_")).isEqualTo(slack);
            assertThat(message.path("visibleTo").asString("")).isEqualTo(slack ? admin : "");
        });
        if (!slack) {
            assertThat(text(play.direct(admin).getLast())).contains("told only in our own chat");
        }
    }

    private int status(String secret, String order) {
        JsonNode state = calls.get("state").json();
        Instant now = Instant.parse(state.path("now").asString());
        return calls
            .signed(state.path("eventsUrl").asString(), secret, now,
                    JsonMapper.shared()
                        .writeValueAsString(Map.of("specversion", "1.0", "id", "e" + order, "source", "shop", "type",
                                "page.visited", "time", now.toString(), "data", Map.of("customer", Map.of("id", "c1"),
                                        "subject", Map.of("kind", "visit", "id", order)))))
            .status();
    }

    private static String secret(String told) {
        return SECRET.matcher(told).results().map(MatchResult::group).findFirst().orElseThrow();
    }

    private String told(String person, String words) {
        play.write(person, words);
        return text(play.direct(person).getLast());
    }

    private static String text(JsonNode message) {
        return message.path("text").asString();
    }

}
