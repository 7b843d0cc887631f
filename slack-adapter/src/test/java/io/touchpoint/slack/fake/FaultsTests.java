package io.touchpoint.slack.fake;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How the Web API misbehaves when it is told to. */
class FaultsTests {

    private static final String HI = "{'channel':'C1TEAM','text':'hi'}";

    private final Stage stage = new Stage();

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void refusesTooManyCallsAsOftenAsItWasTold() {
        stage.slack.faults().add(Fault.tooMany("send", Duration.ofSeconds(7)).times(2));

        HttpResponse<String> first = stage.answer("chat.postMessage", HI);
        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).contains("7");
        assertThat(stage.answer("chat.postMessage", HI).statusCode()).isEqualTo(429);
        assertThat(stage.answer("chat.postMessage", HI).statusCode()).isEqualTo(200);
        assertThat(stage.slack.posts("C1TEAM")).hasSize(1);
    }

    @Test
    void misbehavesInOneChannelOnly() {
        stage.slack.faults().add(Fault.broken("send", 502).in("C1TEAM"));

        assertThat(stage.answer("chat.postMessage", "{'channel':'C5SHARED','text':'hi'}").statusCode()).isEqualTo(200);
        assertThat(stage.answer("chat.postMessage", HI).statusCode()).isEqualTo(502);
    }

    @Test
    void misbehavesInADirectChatUnderEitherOfItsNames() {
        stage.slack.faults().add(Fault.error("send", "fatal_error").in(stage.slack.directChat("U1ADA")));

        assertThat(Stage.error(stage.call("chat.postMessage", "{'channel':'U1ADA','text':'hi'}")))
            .isEqualTo("fatal_error");
    }

    @Test
    void cutsTheConnectionAfterTheMessageStands() {
        stage.slack.faults().add(Fault.drop("send"));

        assertThatThrownBy(() -> stage.call("chat.postMessage", HI)).isInstanceOf(UncheckedIOException.class);
        assertThat(stage.slack.posts("C1TEAM")).hasSize(1);
        assertThat(stage.slack.calls().getLast().applied()).isTrue();
        assertThat(stage.slack.calls().getLast().status()).isZero();
    }

    @Test
    void answersWithSomethingThatIsNoJson() {
        stage.slack.faults().add(Fault.garbled("send"));

        assertThat(stage.answer("chat.postMessage", HI).body()).isEqualTo("<html>Bad day</html>");
        assertThat(stage.slack.posts("C1TEAM")).isEmpty();
    }

    @Test
    void hangsUntilItIsReleased() throws InterruptedException {
        stage.slack.faults().add(Fault.hang("send"));
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> stage.call("chat.postMessage", HI));
        stage.slack.faults().awaitHanging();

        assertThat(call).isNotDone();
        stage.slack.faults().release();

        assertThat(call).failsWithin(Duration.ofSeconds(10));
        assertThat(stage.slack.posts("C1TEAM")).isEmpty();
    }

    @Test
    void keepsTheAnswerBackAfterTheMessageStands() throws InterruptedException {
        stage.slack.faults().add(Fault.mute("send"));
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> stage.call("chat.postMessage", HI));
        stage.slack.faults().awaitHanging();

        assertThat(stage.slack.posts("C1TEAM")).hasSize(1);
        stage.slack.faults().release();

        assertThat(call).failsWithin(Duration.ofSeconds(10));
    }

}
