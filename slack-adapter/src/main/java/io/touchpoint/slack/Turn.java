package io.touchpoint.slack;

import com.slack.api.bolt.response.Response;
import io.touchpoint.inbox.Received;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One round of work on a request, with the chance to answer it in turn while the person
 * waits.
 */
final class Turn {

    /** The round that this thread works on, for the listeners that Bolt calls. */
    static final ScopedValue<Turn> CURRENT = ScopedValue.newInstance();

    private static final Duration GRACE = Duration.ofMillis(300);

    private final Received received;

    private final Arrival arrival;

    private final AtomicBoolean open;

    private final CompletableFuture<Response> answer = new CompletableFuture<>();

    private volatile @Nullable String broken;

    private Turn(Received received, Arrival arrival, boolean open) {
        this.received = received;
        this.arrival = arrival;
        this.open = new AtomicBoolean(open);
    }

    /** A round in which the person waits for the answer. */
    static Turn waiting(Received received, Arrival arrival) {
        return new Turn(received, arrival, true);
    }

    /** A round after the request was acknowledged. */
    static Turn after(Received received, Arrival arrival) {
        return new Turn(received, arrival, false);
    }

    Received received() {
        return received;
    }

    Arrival arrival() {
        return arrival;
    }

    /** Takes the chance to answer in turn; false when it has passed. */
    boolean take() {
        return open.compareAndSet(true, false);
    }

    /** Says that nobody can make sense of the request; it is not tried again. */
    void broken(String why) {
        broken = why;
    }

    @Nullable String broken() {
        return broken;
    }

    void answered(Response response) {
        answer.complete(response);
    }

    /**
     * Waits for the answer, at most so long; after that the request is acknowledged and
     * the answer goes another way.
     */
    Response await(Duration most) {
        try {
            return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (TimeoutException ex) {
            return take() ? Response.ok()
                    : answer.completeOnTimeout(Response.ok(), GRACE.toMillis(), TimeUnit.MILLISECONDS).join();
        }
        catch (ExecutionException ex) {
            return Response.ok();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return Response.ok();
        }
    }

}
