package io.touchpoint.slack;

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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

class SlackAdapterTests {

    /** The adapter and what it stands on, without the product behind it. */
    @EnableAutoConfiguration
    @ComponentScan(basePackages = { "io.touchpoint.slack", "io.touchpoint.storage", "io.touchpoint.heartbeat",
            "io.touchpoint.workspace", "io.touchpoint.inbox", "io.touchpoint.application" })
    static class Adapter {

        @Bean
        Receiver silence() {
            return (_, _) -> new Answer.Nothing();
        }

    }

    private static ConfigurableApplicationContext start(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of("server.address", "127.0.0.1", "server.port", "0",
                "management.server.port", "0", "touchpoint.heartbeat", "-", "touchpoint.slack.signing-secrets",
                "old,new", "touchpoint.slack.bot-token", "xoxb-1", "touchpoint.events.secret", "secret",
                "spring.mongodb.uri", MongoUnderTest.get().freshDatabase()));
        properties.putAll(more);
        return SpringApplication.run(Adapter.class,
                properties.entrySet()
                    .stream()
                    .map((property) -> "--" + property.getKey() + "=" + property.getValue())
                    .toArray(String[]::new));
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext context, String port, String path)
            throws Exception {
        URI url = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(port) + path);
        return HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int post(ConfigurableApplicationContext context, String body, String secret) throws Exception {
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] signature = Signatures.sign(secret.getBytes(StandardCharsets.UTF_8), timestamp, bytes);
        HttpRequest request = HttpRequest
            .newBuilder(URI.create("http://127.0.0.1:"
                    + context.getEnvironment().getRequiredProperty("local.server.port") + "/slack/events"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", new String(signature, StandardCharsets.UTF_8))
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    @Test
    void startsAndTakesSignedRequestsAlone() throws Exception {
        try (ConfigurableApplicationContext context = start(Map.of())) {
            String form = "payload=%7B%22type%22%3A%22view_closed%22%7D&a=b%20c+d";
            assertThat(List.of(post(context, form, "old"), post(context, form, "new"), post(context, form, "other")))
                .containsExactly(200, 200, 401);
            assertThat(get(context, "local.management.port", "/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(get(context, "local.management.port", "/actuator/prometheus").body()).contains("jvm_");
            assertThat(get(context, "local.management.port", "/actuator/env").statusCode()).isEqualTo(404);
            assertThat(get(context, "local.server.port", "/actuator/health").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void doesNotStartWithoutItsSecrets() {
        assertThatThrownBy(() -> start(Map.of("touchpoint.slack.signing-secrets", " ", "touchpoint.slack.bot-token", "",
                "touchpoint.events.secret", "", "spring.mongodb.uri", "")))
            .isInstanceOf(MissingSettings.class)
            .hasMessageContainingAll("SLACK_SIGNING_SECRET is missing", "SLACK_BOT_TOKEN is missing",
                    "TOUCHPOINT_EVENT_SECRET is missing", "MONGODB_URI is missing");
    }

}
