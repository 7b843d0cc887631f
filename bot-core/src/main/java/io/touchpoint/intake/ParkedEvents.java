package io.touchpoint.intake;

import io.touchpoint.heartbeat.DeadLetter;
import io.touchpoint.heartbeat.DeadLetters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The events that could not be decided. */
@Component
class ParkedEvents implements DeadLetters {

    private static final String LEFT = Json.write(Map.of("decisions", List.of(), "message", "left by an admin"));

    private final Receipts receipts;

    ParkedEvents(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public String kind() {
        return "event";
    }

    @Override
    public long count() {
        return receipts.parked();
    }

    @Override
    public List<DeadLetter> of(String workspace, int most) {
        return receipts.parked(workspace, most)
            .stream()
            .map((receipt) -> new DeadLetter(receipt.id(),
                    receipt.id().substring(receipt.workspace().length() + 1).replace('|', ' '),
                    String.valueOf(receipt.parked()), receipt.at()))
            .toList();
    }

    @Override
    public boolean retry(String workspace, String id, Instant now) {
        return receipts.unpark(workspace, id, now);
    }

    /** A repeat of the event is told so from then on. */
    @Override
    public boolean drop(String workspace, String id, Instant now) {
        return receipts.leave(workspace, id, LEFT);
    }

}
