package io.touchpoint.outbox;

import io.touchpoint.heartbeat.DeadLetter;
import io.touchpoint.heartbeat.DeadLetters;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The sayings that were given up. */
@Component
class ParkedSayings implements DeadLetters {

    private final Entries entries;

    ParkedSayings(Entries entries) {
        this.entries = entries;
    }

    @Override
    public String kind() {
        return "message";
    }

    @Override
    public long count() {
        return entries.parked();
    }

    @Override
    public List<DeadLetter> of(String workspace, int most) {
        return entries.parked(workspace, most).stream().map(ParkedSayings::letter).toList();
    }

    private static DeadLetter letter(Entry entry) {
        Saying saying = entry.saying();
        String about = saying.about().substring(saying.about().indexOf('|') + 1).replace('|', ' ');
        return new DeadLetter(entry.id(), "to %s about %s".formatted(saying.to().id(), about),
                (entry.reason() != null) ? entry.reason() : "unknown", entry.at());
    }

    @Override
    public boolean retry(String workspace, String id, Instant now) {
        return entries.unpark(workspace, id, now);
    }

    @Override
    public boolean drop(String workspace, String id, Instant now) {
        return entries.leave(workspace, id, now);
    }

}
