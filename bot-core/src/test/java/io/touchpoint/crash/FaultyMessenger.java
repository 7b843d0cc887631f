package io.touchpoint.crash;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Budget;
import io.touchpoint.chat.Delivery;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Messenger;
import io.touchpoint.chat.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place where the way to a platform is broken: before the platform has taken a
 * message, and after.
 */
final class FaultyMessenger implements Messenger {

    private final String platform;

    private final Fate fate;

    FaultyMessenger(String platform, Fate fate) {
        this.platform = platform;
        this.fate = fate;
    }

    @Override
    public String platform() {
        return platform;
    }

    @Override
    public Delivery deliver(Address to, @Nullable Reference thread, Message message, String token) {
        return end(token, () -> there().chat.deliver(to, thread, message, token));
    }

    @Override
    public Delivery replace(Address to, Reference reference, Message message, String token) {
        return end(token, () -> there().chat.replace(to, reference, message, token));
    }

    private Delivery end(String token, Supplier<Delivery> call) {
        Run run = fate.run();
        double likely = run.faults.platform();
        fate.mayCrash();
        if (fate.happens(run.faults.stall())) {
            fate.stall();
        }
        if (fate.happens(likely)) {
            run.faults.counts().unknown++;
            return new Delivery.Unknown("an injected timeout");
        }
        if (fate.happens(likely)) {
            return new Delivery.Deferred(Duration.ofSeconds(7), "", "an injected refusal");
        }
        if (fate.overtaken()) {
            there().late(token);
        }
        Delivery delivery = call.get();
        fate.mayCrash();
        if (fate.happens(likely)) {
            run.faults.counts().unknown++;
            return new Delivery.Unknown("an injected timeout");
        }
        return delivery;
    }

    @Override
    public List<Budget> budgets(Address to, boolean replacing) {
        return List.of(new Budget(to.workspace() + "|" + platform, Duration.ofMillis(20), 10));
    }

    @Override
    public Trace find(Address to, @Nullable Reference thread, String token, Instant since) {
        fate.mayCrash();
        if (!there().searchable()) {
            return new Trace.Never();
        }
        if (fate.run().missing == Safeguard.LOOK) {
            return new Trace.Absent();
        }
        return fate.happens(fate.run().faults.platform()) ? new Trace.NotNow()
                : there().chat.find(to, thread, token, since);
    }

    private Platform there() {
        return fate.run().platform(platform);
    }

}
