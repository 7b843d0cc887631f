package io.touchpoint.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Inbound;
import io.touchpoint.teams.fake.Fault;
import io.touchpoint.teams.fake.Forgery;
import io.touchpoint.teams.fake.Person;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsIngressTests {

    private AdapterUnderTest adapter = AdapterUnderTest.anew();

    private Person ada = adapter.person("Ada");

    @AfterEach
    void close() {
        adapter.close();
    }

    /** Takes one that has no key of the login yet. */
    private void start() {
        adapter = new AdapterUnderTest();
        ada = adapter.person("Ada");
    }

    private String activity(String more) {
        return """
                {"type":"message","id":"17","timestamp":"2026-11-23T09:00:00Z","channelId":"msteams","serviceUrl":"%s",
                 "from":{"id":"%s","name":"Ada","aadObjectId":"%s"},"recipient":{"id":"28:bot"},
                 "conversation":{"id":"%s","conversationType":"personal","tenantId":"%s"},
                 "channelData":{"tenant":{"id":"%s"}}%s}""".formatted(adapter.teams.serviceUrl(), ada.id(),
                ada.aadObjectId(), adapter.teams.directChat(ada.id()), ada.tenant(), ada.tenant(), more);
    }

    private int post(String body) {
        int status = adapter.teams.deliveries().post(body, adapter.teams.login().header()).status();
        adapter.settle();
        return status;
    }

    @Test
    void takesWhatTheConnectorSends() {
        assertThat(adapter.teams.events().says(ada.id(), "hello").answers()).singleElement()
            .satisfies((answer) -> assertThat(answer.status()).isEqualTo(202))
            .satisfies((answer) -> assertThat(answer.body()).isEmpty());
        adapter.settle();
        assertThat(adapter.received).singleElement()
            .isInstanceOfSatisfying(Inbound.Said.class, (said) -> assertThat(said.text()).isEqualTo("hello"));
    }

    @Test
    void forgivesAClockThatIsFourMinutesOff() {
        String header = adapter.teams.login().expired(Duration.ofMinutes(4));
        assertThat(adapter.teams.deliveries().post(activity(",\"text\":\"x\""), header).status()).isEqualTo(202);
    }

    @ParameterizedTest
    @EnumSource
    void refusesForgedTokensWithoutAWord(Forgery forgery) {
        var answer = adapter.teams.deliveries()
            .post(activity(",\"text\":\"x\""), adapter.teams.login().header(forgery));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        adapter.settle();
        assertThat(adapter.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"serviceUrl\"", "\"channelId\"" })
    void refusesAnActivityThatTheTokenDoesNotCover(String name) {
        assertThat(post(activity(",\"text\":\"x\"").replace(name, "\"x\""))).isEqualTo(401);
    }

    @Test
    void refusesAnEmptyChannel() {
        assertThat(post(activity("").replace("\"msteams\"", "\"\""))).isEqualTo(401);
    }

    @Test
    void refusesOtherTenants() {
        assertThat(post(activity(",\"text\":\"x\"").replace(ada.tenant(), "another-tenant"))).isEqualTo(401);
    }

    @Test
    void refusesWhatIsTooLongOrUnreadable() {
        assertThat(post("x".repeat(262_145))).isEqualTo(413);
        assertThat(post("{\"type\"")).isEqualTo(400);
        assertThat(post("[]")).isEqualTo(400);
        assertThat(post(activity("").replace("\"type\":\"message\",", ""))).isEqualTo(400);
    }

    @Test
    void asksTeamsToComeBackWithoutADatabase() throws Exception {
        int message = adapter.outage.during(() -> post(activity(",\"text\":\"x\"")));
        int press = adapter.outage.during(() -> post(activity("""
                ,"name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","id":"x","verb":"press",
                 "data":{}},"trigger":"manual"}""").replace("\"type\":\"message\"", "\"type\":\"invoke\"")));
        assertThat(List.of(message, press)).containsExactly(503, 503);
        assertThat(adapter.received).isEmpty();
        assertThat(post(activity(",\"text\":\"x\""))).isEqualTo(202);
        assertThat(adapter.received).hasSize(1);
    }

    @Test
    void saysItIsNotReadyWithoutAnyKey() {
        start();
        adapter.teams.faults().add(Fault.broken("metadata", 500).times(100));
        var answer = adapter.teams.deliveries().post(activity(""), adapter.teams.login().header());
        assertThat(answer.status()).isEqualTo(503);
    }

    @Test
    void goesOnWithItsKeysWhenTheLoginIsDownOrRepeatsOne() {
        start();
        assertThat(post(activity(",\"text\":\"1\""))).isEqualTo(202);
        adapter.clock.advance(Duration.ofHours(25));
        adapter.teams.faults().add(Fault.broken("keys", 500).times(100));
        assertThat(post(activity(",\"text\":\"2\""))).isEqualTo(202);
        adapter.teams.faults().clear();
        adapter.clock.advance(Duration.ofHours(25));
        adapter.teams.login().repeatKey(true);
        assertThat(post(activity(",\"text\":\"3\""))).isEqualTo(202);
    }

    @Test
    void fetchesKeysOnceAMinuteForUnknownOnes() {
        start();
        for (int i = 0; i < 20; i++) {
            adapter.teams.deliveries().post(activity(""), adapter.teams.login().header(Forgery.UNKNOWN_KEY));
        }
        assertThat(adapter.calls()).filteredOn((call) -> call.line().contains("openid")).hasSize(1);
        adapter.teams.login().rotate();
        adapter.clock.advance(Duration.ofSeconds(61));
        assertThat(post(activity(",\"text\":\"x\""))).isEqualTo(202);
    }

    @Test
    void hearsTwiceWhatIsDeliveredTwiceOnce() {
        adapter.teams.deliveries().duplicateNext(1);
        adapter.teams.events().says(ada.id(), "hello");
        adapter.settle();
        assertThat(adapter.received).hasSize(1);
    }

    @Test
    void countsUnknownActivitiesAndRefusesUnknownInvokes() {
        assertThat(post(activity("").replace("\"message\"", "\"somethingNew\""))).isEqualTo(202);
        assertThat(post(activity(",\"name\":\"application/search\",\"value\":{}").replace("\"message\"", "\"invoke\"")))
            .isEqualTo(501);
    }

    @Test
    void keepsTheJvmsLocaleAndReadsEveryTimestamp() {
        Locale before = Locale.getDefault();
        assertThat(post(activity(",\"text\":\"x\",\"locale\":\"tr-TR\""))).isEqualTo(202);
        assertThat(post(activity(",\"text\":\"x\"").replace("09:00:00Z", "09:00:00.123Z").replace("17", "18")))
            .isEqualTo(202);
        assertThat(Locale.getDefault()).isEqualTo(before);
        assertThat(adapter.received).hasSize(2);
        assertThat(adapter.parked()).isEmpty();
    }

    @Test
    void keepsExceptionsToItself() {
        adapter.product((_) -> {
            throw new IllegalStateException("jdbc password=secret");
        });
        var answer = adapter.teams.deliveries()
            .post(activity(",\"name\":\"task/submit\",\"value\":{\"data\":{}}").replace("\"message\"", "\"invoke\""),
                    adapter.teams.login().header());
        assertThat(answer.body()).doesNotContain("secret");
        assertThat(post(activity(",\"text\":\"x\""))).isEqualTo(202);
    }

}
