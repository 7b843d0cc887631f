package io.touchpoint.slack.fake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The simulator with a door for other processes. */
class StandaloneTests {

    @Test
    void startsWithAWorldFromAFileAndDoesWhatItIsTold(@TempDir Path folder) throws Exception {
        Path world = Files.writeString(folder.resolve("world.json"), """
                {"people":[{"id":"U1","name":"Ada Novak","zone":"Europe/Berlin","locale":"de-DE"}],
                 "channels":[{"id":"C1","name":"delivery","members":["U1"]}]}""");
        try (Stage stage = new Stage();
                FakeSlack slack = Standalone.start(Map.of("world", world.toString(), "token", "xoxb-1"), stage.clock)) {
            slack.deliverTo(stage.appUrl());

            assertThat(slack.company().token()).isEqualTo("xoxb-1");
            assertThat(send(slack, "says", "{\"by\":\"U1\",\"in\":\"C1\",\"text\":\"hello\"}"))
                .contains("\"answers\":1");
            assertThat(send(slack, "reads?channel=C1", "")).contains("\"text\":\"hello\"");
            assertThat(send(slack, "presses", "{\"by\":\"U1\",\"message\":\"C1:1\",\"control\":\"x\"}"))
                .contains("does not see");
        }
    }

    private static String send(FakeSlack slack, String what, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(slack.url() + "/people/" + what))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

}
