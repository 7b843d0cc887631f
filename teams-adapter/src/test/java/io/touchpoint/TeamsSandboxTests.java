package io.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product on a simulated Teams, through the sandbox's HTTP interface. */
@TestInstance(Lifecycle.PER_CLASS)
class TeamsSandboxTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();

    private final TeamsSandbox sandbox = TeamsSandbox.start("--server.port=0");

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/" + path)).GET());
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/" + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private String id(String list, String name) throws IOException, InterruptedException {
        for (JsonNode one : get("state").path(list)) {
            if (one.path("name").asString().equals(name)) {
                return one.path("id").asString();
            }
        }
        throw new IllegalStateException("nobody is called " + name);
    }

    private List<JsonNode> messages(String where) throws IOException, InterruptedException {
        List<JsonNode> messages = new ArrayList<>();
        get("messages?" + where).path("messages").forEach(messages::add);
        return messages;
    }

    private static String control(JsonNode message, String label) {
        for (JsonNode control : message.path("controls")) {
            if (control.path("label").asString().startsWith(label)) {
                return control.path("id").asString();
            }
        }
        throw new IllegalStateException("no control " + label + " on " + message);
    }

    @Test
    void showsTheSeededDigestInTheTeamsChannel() throws Exception {
        String channel = URLEncoder.encode(id("channels", "delivery"), StandardCharsets.UTF_8);

        assertThat(messages("channel=" + channel)).extracting((message) -> message.path("text").asString())
            .anySatisfy((text) -> assertThat(text).startsWith("Customer touchpoints, 16–22 Nov")
                .contains("28% unhappy (25 of 88")
                .contains("[See comments]"));
        assertThat(sandbox.teams().flaws()).isEmpty();
    }

    @Test
    void asksACustomerWhoIsNew() throws Exception {
        String robin = post("people", """
                {"name": "Robin Hale", "role": "customer", "locale": "en-GB", "timeZone": "Europe/London",
                 "account": "Acme"}""").path("id").asString();
        post("events", """
                {"kind": "order.delivered", "customer": "%s", "subject": "30001"}""".formatted(robin));
        post("clock", """
                {"advance": "PT48H"}""");
        JsonNode question = messages("with=" + robin).stream()
            .filter((message) -> message.path("text").asString().contains("How was the delivery"))
            .findFirst()
            .orElseThrow();

        post("presses", """
                {"by": "%s", "message": "%s", "control": "%s"}""".formatted(robin, question.path("id").asString(),
                control(question, "2")));

        assertThat(messages("with=" + robin)).extracting((message) -> message.path("text").asString())
            .anySatisfy((text) -> assertThat(text).contains("Delivery: 2, bad."));
        assertThat(sandbox.teams().flaws()).isEmpty();
    }

    @Test
    void givesAColleagueThePersonalView() throws Exception {
        JsonNode home = get("home?of=" + id("people", "Mara Lindgren"));

        assertThat(home.path("native").path("card").path("type").asString()).isEqualTo("AdaptiveCard");
    }

}
