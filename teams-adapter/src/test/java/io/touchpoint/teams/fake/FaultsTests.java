package io.touchpoint.teams.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the Connector misbehaves, by itself and on demand. */
class FaultsTests {

    private static final String PATH = "v3/conversations/" + Stage.CHANNEL + "/activities";

    private static final String HI = "{'type':'message','text':'hi'}";

    private final Stage stage = new Stage(Company.named("Northwind"));

    @AfterEach
    void end() {
        stage.close();
    }

    private HttpResponse<String> send() {
        return stage.call("POST", PATH, HI);
    }

    private int standing() {
        return stage.teams.posts(Stage.CHANNEL).size();
    }

    @Test
    void throttlesTheEighthMessageOfASecond() {
        assertThat(IntStream.range(0, 7).map((_) -> send().statusCode())).containsOnly(201);

        HttpResponse<String> eighth = send();

        assertThat(eighth.statusCode()).isEqualTo(429);
        assertThat(eighth.headers().firstValue("Retry-After")).contains("1");
        assertThat(stage.teams.calls().getLast().error()).isEqualTo("Throttled");
        stage.clock.advance(Duration.ofSeconds(1));
        assertThat(send().statusCode()).isEqualTo(201);
        assertThat(send().statusCode()).isEqualTo(429);
        assertThat(standing()).isEqualTo(8);
    }

    @Test
    void throttlesAConversationOverThirtySeconds() {
        int taken = 0;
        for (int second = 0; second < 20; second++) {
            for (int i = 0; i < 4; i++) {
                taken += (send().statusCode() == 201) ? 1 : 0;
            }
            stage.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(taken).isEqualTo(60);
    }

    @Test
    void throttlesTheTenantOverAllConversations() {
        String id = stage.posted(Stage.CHANNEL, Stage.card(Stage.text("a"), ""));
        String path = PATH + "/" + id.substring(id.indexOf('|') + 1);
        for (int i = 0; i < 29; i++) {
            assertThat(stage.call("PUT", path, HI).statusCode()).isEqualTo(200);
        }

        assertThat(stage.call("PUT", path, HI).statusCode()).isEqualTo(429);
    }

    @Test
    void refusesASecondCallToAConversationWhileOneIsUnderWay() throws InterruptedException {
        stage.teams.faults().add(Fault.of("send", new Fault.Effect.Late()));
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(this::send);
        stage.teams.faults().awaitHanging();

        HttpResponse<String> second = send();
        stage.teams.faults().release();

        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(second.body()).contains("PreconditionFailed");
        assertThat(first.join().statusCode()).isEqualTo(201);
        assertThat(send().statusCode()).isEqualTo(201);
    }

    @Test
    void misbehavesAsItIsTold() {
        stage.teams.faults().add(Fault.tooMany("send", Duration.ofSeconds(9)));
        stage.teams.faults().add(Fault.broken("send", 502));
        stage.teams.faults().add(Fault.refused("send", 403, "BotDisabledByAdmin").in(Stage.CHANNEL));
        stage.teams.faults().add(Fault.broken("update", 500));

        assertThat(send().headers().firstValue("Retry-After")).contains("9");
        assertThat(send().statusCode()).isEqualTo(502);
        assertThat(send().body()).contains("BotDisabledByAdmin");
        assertThat(send().statusCode()).isEqualTo(201);
        assertThat(standing()).isEqualTo(1);
    }

    @Test
    void takesAMessageAndCutsTheConnection() {
        stage.teams.faults().add(Fault.drop("send"));

        assertThatThrownBy(this::send).hasRootCauseInstanceOf(EOFException.class);
        assertThat(standing()).isEqualTo(1);
        assertThat(stage.teams.calls().getLast())
            .satisfies((call) -> assertThat(call.status() + " " + call.applied()).isEqualTo("0 true"));
    }

    @Test
    void takesAMessageAndLosesTheAnswer() {
        stage.teams.faults().add(Fault.of("send", new Fault.Effect.Lost(504)));

        assertThat(send().statusCode()).isEqualTo(504);
        assertThat(standing()).isEqualTo(1);
    }

    @Test
    void hangsUntilItIsReleased() throws InterruptedException {
        stage.teams.faults().add(Fault.hang("send"));
        CompletableFuture<Void> hung = CompletableFuture.runAsync(this::send);
        stage.teams.faults().awaitHanging();

        assertThat(stage.teams.faults().hanging()).isEqualTo(1);
        assertThat(send().statusCode()).isEqualTo(201);
        stage.teams.faults().clear();
        assertThatThrownBy(hung::join).isInstanceOf(RuntimeException.class);
        assertThat(standing()).isEqualTo(1);
    }

}
