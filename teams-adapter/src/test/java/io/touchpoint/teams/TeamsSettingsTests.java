package io.touchpoint.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchpoint.workspace.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class TeamsSettingsTests {

    private static final Secret NONE = new Secret("");

    private static TeamsSettings settings(String app, boolean playground, String... hosts) {
        return new TeamsSettings(app, playground ? "" : "tenant", List.of("other"),
                new TeamsSettings.Credential("", "", "", NONE, new Secret(playground ? "" : "s3cret")), List.of(hosts),
                URI.create("https://login.example/metadata"), "https://login.example", playground);
    }

    private static MockEnvironment complete() {
        return new MockEnvironment().withProperty("touchpoint.teams.app-id", "a")
            .withProperty("touchpoint.teams.tenant-id", "t")
            .withProperty("touchpoint.teams.credential.secret", "s");
    }

    @Test
    void startsWhenEverythingIsNamed() {
        assertThat(TeamsConnection.missing(complete())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "app-id, TEAMS_APP_ID is missing", "tenant-id, TEAMS_TENANT_ID is missing",
            "credential.secret, The bot's credential is missing" })
    void takesBlankForMissing(String name, String sentence) {
        assertThat(TeamsConnection.missing(complete().withProperty("touchpoint.teams." + name, " "))).singleElement()
            .asString()
            .startsWith(sentence)
            .endsWith(".");
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThat(TeamsConnection.missing(new MockEnvironment())).hasSize(3);
    }

    @Test
    void startsThePlaygroundOnThisMachineAlone() {
        MockEnvironment playground = new MockEnvironment().withProperty("touchpoint.teams.playground", "true");
        assertThat(TeamsConnection.missing(playground)).singleElement().asString().contains("server.address");
        assertThat(TeamsConnection.missing(playground.withProperty("server.address", "0.0.0.0"))).hasSize(1);
        assertThat(TeamsConnection.missing(playground.withProperty("server.address", "127.0.0.1"))).isEmpty();
        assertThatThrownBy(() -> settings("app", true)).hasMessageContaining("playground");
    }

    @Test
    void letsOnlyThisMachineIntoThePlayground() throws Exception {
        Gate gate = new Gate(settings("", true), null);
        InetAddress here = InetAddress.getByName("127.0.0.1");
        Arrival local = arrival("http://127.0.0.1:56150/_connector");
        assertThat(gate.check(null, here, local)).isEqualTo(TokenCheck.Verdict.ACCEPTED);
        assertThat(gate.check(null, InetAddress.getByName("192.0.2.1"), local)).isEqualTo(TokenCheck.Verdict.REFUSED);
        assertThat(gate.check(null, here, arrival("https://smba.trafficmanager.net/emea/")))
            .isEqualTo(TokenCheck.Verdict.REFUSED);
        assertThatThrownBy(() -> new Gate(settings("app", false), null)).hasMessageContaining("playground");
    }

    private static Arrival arrival(String serviceUrl) {
        var activity = Json2.object().put("type", "message").put("serviceUrl", serviceUrl);
        return Arrival.of(activity);
    }

    @Test
    void answersOnlyAtTheConnector() {
        TeamsSettings settings = settings("app", false, "smba.trafficmanager.net", "*.botframework.com");
        assertThat(settings.answersTo("https://smba.trafficmanager.net/emea/")).isTrue();
        assertThat(settings.answersTo("https://europe.botframework.com")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://smba.trafficmanager.net/", "https://smba.trafficmanager.net.evil.example/",
            "https://evil.example/smba.trafficmanager.net", "https://smba.trafficmanager.net@evil.example/",
            "https://smba.trafficmanager.net:8443/", "https://botframework.com/", "http://127.0.0.1/", "no url",
            "https://smba.trafficmanager.net/?a=b", "file:///etc/passwd" })
    void answersNowhereElse(String url) {
        assertThat(settings("app", false, "smba.trafficmanager.net", "*.botframework.com").answersTo(url)).isFalse();
    }

    @Test
    void knowsItsTenants() {
        TeamsSettings settings = settings("app", false);
        assertThat(List.of("tenant", "other")).allMatch(settings::allowsTenant);
        assertThat(settings.allowsTenant("third")).isFalse();
        assertThat(settings.allowsTenant(null)).isFalse();
    }

    @Test
    void printsNoSecret() {
        assertThat(settings("app", false).toString()).doesNotContain("s3cret");
    }

}
