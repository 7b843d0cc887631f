package io.touchpoint.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchpoint.application.MissingSettings;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Receiver;
import io.touchpoint.mongo.MongoUnderTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

class TeamsAdapterTests {

    /** The adapter and what it stands on, without the product behind it. */
    @EnableAutoConfiguration
    @ComponentScan(basePackages = { "io.touchpoint.teams", "io.touchpoint.storage", "io.touchpoint.heartbeat",
            "io.touchpoint.workspace", "io.touchpoint.inbox", "io.touchpoint.application", "io.touchpoint.outbox",
            "io.touchpoint.team" })
    static class Adapter {

        @Bean
        Receiver silence() {
            return (_, _) -> new Answer.Nothing();
        }

    }

    private static ConfigurableApplicationContext start(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of("server.address", "127.0.0.1", "server.port", "0",
                "management.server.port", "0", "touchpoint.heartbeat", "-", "touchpoint.events.secret", "secret",
                "touchpoint.teams.app-id", "app", "touchpoint.teams.tenant-id", "tenant",
                "touchpoint.teams.credential.secret", "s", "spring.mongodb.uri", MongoUnderTest.get().freshDatabase()));
        properties.put("logging.level.root", "warn");
        properties.put("spring.main.banner-mode", "off");
        properties.putAll(more);
        return SpringApplication.run(Adapter.class,
                properties.entrySet()
                    .stream()
                    .map((property) -> "--" + property.getKey() + "=" + property.getValue())
                    .toArray(String[]::new));
    }

    private static int status(ConfigurableApplicationContext context, String port, String path, String body)
            throws Exception {
        URI url = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(port) + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        return HttpClient.newHttpClient()
            .send((body.isEmpty() ? request : request.POST(HttpRequest.BodyPublishers.ofString(body))).build(),
                    HttpResponse.BodyHandlers.ofString())
            .statusCode();
    }

    @Test
    void startsAndLetsNobodyInWithoutAToken() throws Exception {
        try (ConfigurableApplicationContext context = start(Map.of())) {
            assertThat(status(context, "local.server.port", "/api/messages",
                    "{\"type\":\"message\",\"conversation\":{\"id\":\"a\"}}"))
                .isEqualTo(401);
            assertThat(status(context, "local.management.port", "/actuator/health/readiness", "")).isEqualTo(200);
            assertThat(status(context, "local.server.port", "/actuator/health", "")).isEqualTo(404);
        }
    }

    @Test
    void letsThePlaygroundInWithoutATokenFromThisMachine() throws Exception {
        try (ConfigurableApplicationContext context = start(
                Map.of("spring.profiles.active", "playground", "touchpoint.teams.app-id", "",
                        "touchpoint.teams.tenant-id", "", "touchpoint.teams.credential.secret", ""))) {
            assertThat(status(context, "local.server.port", "/api/messages",
                    """
                            {"type":"message","id":"1","serviceUrl":"http://127.0.0.1:9/","conversation":{"id":"a"},"text":"x"}"""))
                .isEqualTo(202);
            assertThat(status(context, "local.server.port", "/api/messages", """
                    {"type":"message","id":"2","serviceUrl":"https://evil.example/","conversation":{"id":"a"}}"""))
                .isEqualTo(401);
        }
    }

    @Test
    void doesNotStartWithoutItsSecrets() {
        assertThatThrownBy(() -> start(Map.of("touchpoint.teams.app-id", " ", "touchpoint.teams.tenant-id", "",
                "touchpoint.teams.credential.secret", "", "touchpoint.events.secret", "", "spring.mongodb.uri", "")))
            .isInstanceOf(MissingSettings.class)
            .hasMessageContainingAll("TEAMS_APP_ID is missing", "TEAMS_TENANT_ID is missing",
                    "The bot's credential is missing", "TOUCHPOINT_EVENT_SECRET is missing", "MONGODB_URI is missing");
    }

    @Test
    void doesNotStartAPlaygroundForOthers() {
        assertThatThrownBy(() -> start(Map.of("spring.profiles.active", "playground", "touchpoint.teams.app-id", "",
                "server.address", "0.0.0.0")))
            .isInstanceOf(MissingSettings.class)
            .hasMessageContaining("server.address");
        assertThatThrownBy(() -> start(Map.of("spring.profiles.active", "playground")))
            .hasStackTraceContaining("cannot run with an app id");
    }

}
