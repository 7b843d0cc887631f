package io.touchpoint.slack;

import com.slack.api.bolt.response.Response;
import io.touchpoint.inbox.Inbox;
import io.touchpoint.inbox.Received;
import io.touchpoint.inbox.RequestJobs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Slack's requests come in: a cap on their size, the signature over their very
 * bytes, a durable copy, and only then anything that reads them.
 */
@RestController
class SlackIngress {

    private static final Logger log = LoggerFactory.getLogger(SlackIngress.class);

    private static final int CAP = 1_048_576;

    /** Slack waits three seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(2_400);

    private final Signatures signatures;

    private final Inbox inbox;

    private final RequestJobs jobs;

    private final Work work;

    private final Clock clock;

    SlackIngress(SlackSettings settings, Inbox inbox, RequestJobs jobs, Work work, Clock clock) {
        this.signatures = new Signatures(settings);
        this.inbox = inbox;
        this.jobs = jobs;
        this.work = work;
        this.clock = clock;
    }

    @PostMapping("/slack/events")
    ResponseEntity<String> receive(HttpServletRequest request) throws IOException {
        long arrived = System.nanoTime();
        byte[] bytes = request.getInputStream().readNBytes(CAP + 1);
        if (bytes.length > CAP) {
            return ResponseEntity.status(413).build();
        }
        Instant now = clock.instant();
        if (!signatures.valid(request.getHeader("X-Slack-Request-Timestamp"), request.getHeader("X-Slack-Signature"),
                bytes, now)) {
            return ResponseEntity.status(401).build();
        }
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        String body = new String(bytes, StandardCharsets.UTF_8);
        Arrival arrival = Arrival.of(body);
        if (arrival.kind().check()) {
            return response(work.check(type, body));
        }
        try {
            return inbox.store(SlackMessenger.PLATFORM, arrival.id(), type, body, now)
                .map((received) -> acknowledge(received, arrival, arrived))
                .orElseGet(() -> ResponseEntity.ok().build());
        }
        catch (DataAccessException ex) {
            log.warn("A request of Slack could not be stored: {}", ex.getClass().getSimpleName());
            return ResponseEntity.status(503).build();
        }
    }

    private ResponseEntity<String> acknowledge(Received received, Arrival arrival, long arrived) {
        Turn turn = arrival.kind().inTurn() ? Turn.waiting(received, arrival) : Turn.after(received, arrival);
        boolean started = jobs.start(() -> work.run(turn));
        Duration left = PATIENCE.minusNanos(System.nanoTime() - arrived);
        return response((started && arrival.kind().inTurn()) ? turn.await(left.isNegative() ? Duration.ZERO : left)
                : Response.ok());
    }

    private static ResponseEntity<String> response(Response response) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("X-Content-Type-Options", "nosniff");
        String body = response.getBody();
        if (body != null && !body.isEmpty()) {
            headers.set(HttpHeaders.CONTENT_TYPE, response.getContentType());
        }
        return ResponseEntity.ok().headers(headers).body((body == null || body.isEmpty()) ? null : body);
    }

}
