package io.touchpoint.bench;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.AsyncMethodsClient;
import io.touchpoint.sandbox.Northwind;
import io.touchpoint.slack.fake.Call;
import io.touchpoint.slack.fake.Channel;
import io.touchpoint.slack.fake.Company;
import io.touchpoint.slack.fake.FakeSlack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * How others send messages to one channel of a simulated Slack. They have no clock but
 * the wall's, so they take as long as they take.
 */
final class Senders {

    private static final String CHANNEL = "C0ONE";

    private Senders() {
    }

    /**
     * What it came to.
     *
     * @param took how long it took until the last message stood
     * @param limited how many calls were answered with a 429
     */
    record Outcome(Duration took, long limited) {
    }

    /** Slack's asynchronous client for Java, which paces itself. */
    static Outcome java(int messages) {
        LoggingSystem.get(Senders.class.getClassLoader()).setLogLevel("com.slack.api", LogLevel.ERROR);
        return on((slack) -> {
            SlackConfig config = new SlackConfig();
            config.setMethodsEndpointUrlPrefix(slack.apiUrl());
            AsyncMethodsClient client = Slack.getInstance(config).methodsAsync(slack.company().token());
            List<? extends CompletableFuture<?>> sent = IntStream.range(0, messages)
                .mapToObj((i) -> client.chatPostMessage((request) -> request.channel(CHANNEL).text("message " + i)))
                .toList();
            sent.forEach(CompletableFuture::join);
        });
    }

    /** Slack's client for JavaScript behind Bottleneck, a message a second. */
    static Outcome bottleneck(Peers peers, int messages) {
        return on((slack) -> {
            try {
                Process node = peers
                    .node("sender.cjs", slack.apiUrl(), slack.company().token(), CHANNEL, messages, 1_000)
                    .redirectErrorStream(true)
                    .start();
                String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (node.onExit().join().exitValue() != 0) {
                    throw new IllegalStateException("node failed: " + said);
                }
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        });
    }

    private static Outcome on(Consumer<FakeSlack> sending) {
        try (FakeSlack slack = FakeSlack.start(Company.named(Northwind.NAME), Clock.systemUTC())) {
            slack.add(Channel.open(CHANNEL, "one", Set.of(slack.company().botUser())));
            Instant begin = Instant.now();
            sending.accept(slack);
            List<Call> calls = slack.calls()
                .stream()
                .filter((call) -> call.method().equals("chat.postMessage"))
                .toList();
            Instant last = calls.stream().filter(Call::applied).map(Call::at).max(Instant::compareTo).orElseThrow();
            return new Outcome(Duration.between(begin, last),
                    calls.stream().filter((call) -> call.status() == 429).count());
        }
    }

}
