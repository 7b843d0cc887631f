package io.touchpoint.slack;

import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.util.http.SlackHttpClient;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Inbound;
import io.touchpoint.inbox.Inbox;
import io.touchpoint.inbox.RequestJobs;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.storage.Instances;
import io.touchpoint.time.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/**
 * The adapter from the controller to the Web API, with a product that answers as it is
 * told.
 */
final class AdapterUnderTest implements AutoCloseable {

    static final String FORM = "application/x-www-form-urlencoded";

    static final String JSON = "application/json";

    final StubSlack slack = new StubSlack();

    final CoreUnderTest core = CoreUnderTest.with().start();

    final List<Inbound> received = new CopyOnWriteArrayList<>();

    final RequestJobs jobs = new RequestJobs(Thread::startVirtualThread);

    final Work work;

    private final SlackIngress ingress;

    private Function<Inbound, Answer> product = (_) -> new Answer.Nothing();

    AdapterUnderTest() {
        this(null);
    }

    AdapterUnderTest(@Nullable Inbox other) {
        SlackSettings settings = slack.settings();
        SlackWeb web = slack.web();
        Reading reading = new Reading((team) -> "T1".equals(team) ? Optional.of("w1") : Optional.empty(),
                new SlackDirectory(web, clock()));
        Listeners listeners = new Listeners(reading, (inbound, _) -> {
            received.add(inbound);
            return product.apply(inbound);
        }, new Answering(web), clock());
        SlackConnection connection = new SlackConnection();
        SlackConfig config = connection.slackConfig(settings);
        SlackHttpClient client = connection.slackHttpClient(config);
        App app = connection.bolt(connection.slack(config, client), settings, listeners);
        Inbox inbox = (other != null) ? other : new Inbox(core.mongo(), core.get(Instances.class));
        this.work = new Work(inbox, app, listeners, clock());
        this.ingress = new SlackIngress(settings, inbox, jobs, work, clock());
    }

    SettableClock clock() {
        return core.clock();
    }

    void product(Function<Inbound, Answer> other) {
        this.product = other;
    }

    /** Sends a body as Slack does, and waits until nothing more is done about it. */
    ResponseEntity<String> send(String type, String body) {
        return send(type, body, "signing", clock().instant());
    }

    ResponseEntity<String> send(String type, String body, @Nullable String secret, Instant at) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/slack/events");
        request.setContentType(type);
        request.setContent(bytes);
        if (secret != null) {
            String timestamp = Long.toString(at.getEpochSecond());
            request.addHeader("X-Slack-Request-Timestamp", timestamp);
            request.addHeader("X-Slack-Signature",
                    new String(Signatures.sign(secret.getBytes(StandardCharsets.UTF_8), timestamp, bytes),
                            StandardCharsets.UTF_8));
        }
        return send(request);
    }

    ResponseEntity<String> send(MockHttpServletRequest request) {
        try {
            ResponseEntity<String> response = ingress.receive(request);
            if (!jobs.settled(20_000)) {
                throw new IllegalStateException("work does not end");
            }
            return response;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    ResponseEntity<String> event(String id, String event) {
        return send(JSON, """
                {"type":"event_callback","team_id":"T1","api_app_id":"A1","event_id":"%s","event_time":1,
                 "authorizations":[{"team_id":"T1","user_id":"UBOT","is_bot":true}],"event":%s}""".formatted(id,
                event));
    }

    ResponseEntity<String> payload(String payload) {
        return send(FORM, "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8));
    }

    /** Says who Slack knows: a member, a guest, or somebody of another company. */
    void knows(String user, String team, boolean guest) {
        slack.answers("users.info", """
                {"ok":true,"user":{"id":"%s","team_id":"%s","is_restricted":%s,"tz":"Europe/Berlin",
                 "profile":{"display_name":"Jon"}}}""".formatted(user, team, guest));
    }

    List<Document> stored() {
        return core.mongo().findAll(Document.class, "inbound");
    }

    /** Why requests were given up. */
    List<String> parked() {
        return stored().stream()
            .filter((one) -> one.containsKey("parked"))
            .map((one) -> one.get("parked", Document.class).getString("why"))
            .toList();
    }

    /** Requests that wait for somebody to work on them. */
    long waiting() {
        return stored().stream().filter((one) -> one.containsKey("claimAt")).count();
    }

    @Override
    public void close() {
        core.close();
        slack.close();
    }

}
