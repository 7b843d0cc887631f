package io.touchpoint.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.touchpoint.inbox.Inbox;
import io.touchpoint.inbox.Received;
import io.touchpoint.inbox.RequestJobs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Teams' activities come in: a cap on their size, the check of who sent them, a
 * durable copy, and only then anything that acts on them.
 */
@RestController
class TeamsIngress {

    private static final Logger log = LoggerFactory.getLogger(TeamsIngress.class);

    private static final int CAP = 262_144;

    /** Teams gives an invoke up after fifteen seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(14);

    private final Gate gate;

    private final Inbox inbox;

    private final RequestJobs jobs;

    private final Work work;

    private final Clock clock;

    private final Counter unknown;

    /** The last work that was begun in each conversation: the next begins after it. */
    private final Map<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

    TeamsIngress(Gate gate, Inbox inbox, RequestJobs jobs, Work work, Clock clock, MeterRegistry meters) {
        this.gate = gate;
        this.inbox = inbox;
        this.jobs = jobs;
        this.work = work;
        this.clock = clock;
        this.unknown = Counter.builder("touchpoint.teams.unknown")
            .description("Activities of a type that is not known")
            .register(meters);
    }

    @PostMapping("/api/messages")
    ResponseEntity<byte[]> receive(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(CAP + 1);
        if (bytes.length > CAP) {
            return status(413);
        }
        Optional<ObjectNode> activity = Json2.read(bytes);
        if (activity.isEmpty()) {
            return status(400);
        }
        Arrival arrival = Arrival.of(activity.get());
        switch (gate.check(request.getHeader("Authorization"), InetAddress.getByName(request.getRemoteAddr()),
                arrival)) {
            case REFUSED -> {
                return status(401);
            }
            case NO_KEYS -> {
                return status(503);
            }
            case ACCEPTED -> {
            }
        }
        if (!arrival.complete()) {
            return status(400);
        }
        if (arrival.kind() == Arrival.Kind.OTHER) {
            unknown.increment();
            return status(202);
        }
        return arrival.kind().invoke() ? invoke(arrival) : keep(arrival);
    }

    private ResponseEntity<byte[]> keep(Arrival arrival) {
        try {
            inbox
                .store(TeamsMessenger.PLATFORM, arrival.id(), MediaType.APPLICATION_JSON_VALUE,
                        Json2.write(arrival.activity()), clock.instant())
                .ifPresent((received) -> inOrder(received, arrival));
            return status(202);
        }
        catch (DataAccessException ex) {
            log.warn("An activity of Teams could not be stored: {}", ex.getClass().getSimpleName());
            return status(503);
        }
    }

    private void inOrder(Received received, Arrival arrival) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> before = last.put(arrival.conversation(), mine);
        boolean started = jobs.start((before != null) ? before : CompletableFuture.completedFuture(null), () -> {
            try {
                work.run(received, arrival);
            }
            finally {
                ended(arrival, mine);
            }
        });
        if (!started) {
            ended(arrival, mine);
        }
    }

    private void ended(Arrival arrival, CompletableFuture<Void> mine) {
        mine.complete(null);
        last.remove(arrival.conversation(), mine);
    }

    private ResponseEntity<byte[]> invoke(Arrival arrival) {
        CompletableFuture<Turn.Told> told = new CompletableFuture<>();
        boolean started = jobs.start(() -> {
            try {
                told.complete(work.invoke(arrival));
            }
            catch (Exception | StackOverflowError ex) {
                told.completeExceptionally(ex);
            }
        });
        if (!started) {
            return status(503);
        }
        try {
            Turn.Told answer = told.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            JsonNode body = answer.body();
            return (body == null || answer.status() >= 500) ? status(answer.status())
                    : ResponseEntity.status(answer.status())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Json2.MAPPER.writeValueAsBytes(body));
        }
        catch (TimeoutException ex) {
            log.warn("An invoke of Teams took too long");
            return status(504);
        }
        catch (ExecutionException | IOException ex) {
            Throwable cause = ex.getCause();
            log.warn("An invoke of Teams failed: {}", ((cause != null) ? cause : ex).getClass().getSimpleName());
            return status((cause instanceof DataAccessException) ? 503 : 500);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return status(503);
        }
    }

    private static ResponseEntity<byte[]> status(int status) {
        return ResponseEntity.status(status).build();
    }

}
