package io.touchpoint.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import com.microsoft.bot.schema.Activity;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each thing that the SDK does otherwise than is needed, where no other test shows it.
 */
class SdkTrapsTests {

    private final Connections connections = new Connections(MicrosoftAppCredentials.empty(), Duration.ofSeconds(15));

    private final Connector connector = new Connector(connections, MicrosoftAppCredentials.empty());

    private final AtomicReference<String> cookies = new AtomicReference<>("");

    private final CyclicBarrier together = new CyclicBarrier(20);

    private HttpServer server = server();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        }
        catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", (exchange) -> {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            cookies.set(String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
            exchange.getResponseHeaders().set("Set-Cookie", "session=1");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (path.contains("together")) {
                meet();
            }
            boolean moved = path.contains("moved");
            if (moved) {
                exchange.getResponseHeaders().set("Location", "/v3/conversations/elsewhere/activities");
            }
            byte[] body = "{\"id\":\"1\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(moved ? 307 : 201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private void meet() {
        try {
            together.await(20, TimeUnit.SECONDS);
        }
        catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

    @AfterEach
    void stop() {
        connections.close();
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static Activity activity() {
        return Posts.of(Cards.frame("hello"), "hello");
    }

    @Test
    void sendsMoreThanFiveAtATimeToOneHost() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(20);
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String conversation = "together" + i;
            Thread.startVirtualThread(() -> {
                Reply reply = connector.send(url(), conversation, activity());
                synchronized (replies) {
                    replies.add(reply);
                }
                done.countDown();
            });
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(replies).hasSize(20).allMatch(Reply.Done.class::isInstance);
    }

    @Test
    void keepsNoCookiesAndFollowsNobodyElsewhere() {
        connector.send(url(), "a:1", activity());
        connector.send(url(), "a:1", activity());
        assertThat(cookies).hasValue("null");
        assertThat(connector.send(url(), "moved", activity())).isInstanceOf(Reply.Failed.class);
    }

    @Test
    void knowsThatNothingWasSentWhereNobodyListens() {
        String nobody = url();
        server.stop(0);
        assertThat(connector.send(nobody, "a:1", activity())).isInstanceOf(Reply.NotSent.class);
        server = server();
    }

    @Test
    void readsEveryTimestampAndNothingThatIsUnknown() throws Exception {
        assertThat(
                Json2.MAPPER.readValue("{\"timestamp\":\"2026-11-22T01:11:24Z\",\"new\":{\"a\":[1]}}", Activity.class)
                    .getTimestamp())
            .hasToString("2026-11-22T01:11:24Z");
        assertThat(
                Json2.MAPPER.readValue("{\"timestamp\":\"2026-11-22T01:11:24.123Z\"}", Activity.class).getTimestamp())
            .hasToString("2026-11-22T01:11:24.123Z");
    }

    @Test
    void cutsMentionsByTheirEntityWhateverTheirCharacters() {
        ObjectNode activity = (ObjectNode) Json2.tree("""
                {"text":"<at>Touch(point*</at>&nbsp;why <at>Ada</at>","entities":[
                 {"type":"mention","text":"<at>Touch(point*</at>","mentioned":{"id":"28:bot"}},
                 {"type":"mention","text":"<at>Ada</at>","mentioned":{"id":"29:ada"}}]}""");
        assertThat(Words.typed(activity, "28:bot", (id) -> id + "!")).isEqualTo("why <@29:ada!>");
    }

    @Test
    void readsTypedCommandsAndReactions() {
        assertThat(Words.command("/Touchpoint why Ada")).contains("why Ada");
        assertThat(Words.command("/touchpoint")).contains("");
        assertThat(Words.command("/touchpoints")).isEmpty();
        assertThat(Words.emoji("like")).contains("\ud83d\udc4d");
        assertThat(Words.emoji("\ud83d\ude80")).contains("\ud83d\ude80");
        assertThat(Words.emoji("somethingNew")).isEmpty();
    }

}
