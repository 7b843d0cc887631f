package io.touchpoint.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchpoint.application.StartCheck;
import io.touchpoint.workspace.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class StartCheckTests {

    private static final StartCheck CHECK = SlackConnection.startCheck();

    private static MockEnvironment complete() {
        return new MockEnvironment().withProperty("touchpoint.slack.signing-secrets", "a")
            .withProperty("touchpoint.slack.bot-token", "b")
            .withProperty("touchpoint.events.secret", "c")
            .withProperty("spring.mongodb.uri", "mongodb://localhost/t");
    }

    @Test
    void startsWhenEverythingIsNamed() {
        assertThat(CHECK.missing(complete(), false)).isEmpty();
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThat(CHECK.missing(new MockEnvironment(), false)).hasSize(4);
        assertThat(CHECK.missing(new MockEnvironment(), true)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({ "touchpoint.slack.signing-secrets, SLACK_SIGNING_SECRET",
            "touchpoint.slack.bot-token, SLACK_BOT_TOKEN", "touchpoint.events.secret, TOUCHPOINT_EVENT_SECRET",
            "spring.mongodb.uri, MONGODB_URI" })
    void takesBlankForMissing(String property, String name) {
        assertThat(CHECK.missing(complete().withProperty(property, "  "), false)).singleElement()
            .asString()
            .startsWith(name + " is missing: ")
            .endsWith(".");
    }

    @Test
    void printsNoSecret() {
        SlackSettings settings = new SlackSettings(List.of(new Secret("s3cret")), new Secret("xoxb-t0ken"),
                "https://slack.com/api/", 200);
        assertThat(settings.toString()).doesNotContain("s3cret", "t0ken");
    }

    @Test
    void answersOnlyToSlackItself() {
        SlackSettings settings = new SlackSettings(List.of(new Secret("a")), new Secret("b"), "https://slack.com/api/",
                200);
        assertThat(settings.answersTo("https://hooks.slack.com/actions/T1/2/3")).isTrue();
        assertThat(List.of("http://hooks.slack.com/a", "https://hooks.slack.com.evil.example/",
                "https://evil.example/hooks.slack.com", "https://hooks.slack.com@evil.example/",
                "https://hooks.slack.com:8443/", "http://127.0.0.1/", "not a url", "file:///etc/passwd"))
            .noneMatch(settings::answersTo);
    }

    @Test
    void answersToTheSimulatorThatTheApiIs() {
        SlackSettings settings = new SlackSettings(List.of(new Secret("a")), new Secret("b"),
                "http://127.0.0.1:4000/api/", 200);
        assertThat(settings.answersTo("http://127.0.0.1:4000/response/1")).isTrue();
        assertThat(settings.answersTo("http://127.0.0.1:4001/response/1")).isFalse();
        assertThat(settings.answersTo("https://hooks.slack.com/actions/T1")).isFalse();
    }

    @Test
    void refusesAnApiThatIsNotEncrypted() {
        assertThatThrownBy(
                () -> new SlackSettings(List.of(new Secret("a")), new Secret("b"), "http://slack.com/api/", 200))
            .hasMessageContaining("https");
    }

}
