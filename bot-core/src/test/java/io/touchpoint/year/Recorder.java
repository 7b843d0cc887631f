package io.touchpoint.year;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Budget;
import io.touchpoint.chat.Delivery;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Messenger;
import io.touchpoint.chat.Reference;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A platform that takes everything and notes when. */
final class Recorder implements Messenger {

    private final String platform;

    private final Clock clock;

    private final List<Said> said = new ArrayList<>();

    /** A new message. */
    record Said(Instant at, Address to, String token, Reference reference) {
    }

    Recorder(String platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** What was said since the first {@code known} messages. */
    synchronized List<Said> after(int known) {
        return List.copyOf(said.subList(known, said.size()));
    }

    @Override
    public String platform() {
        return platform;
    }

    @Override
    public synchronized Delivery deliver(Address to, @Nullable Reference thread, Message message, String token) {
        Reference reference = new Reference(to.id(), "m" + said.size());
        said.add(new Said(clock.instant(), to, token, reference));
        return new Delivery.Delivered(reference);
    }

    @Override
    public Delivery replace(Address to, Reference reference, Message message, String token) {
        return new Delivery.Delivered(reference);
    }

    @Override
    public List<Budget> budgets(Address to, boolean replacing) {
        return List.of();
    }

    @Override
    public Trace find(Address to, @Nullable Reference thread, String token, Instant since) {
        return new Trace.Absent();
    }

}
