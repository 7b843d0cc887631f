package io.touchpoint.outbox;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Delivery;
import io.touchpoint.chat.Messenger;
import io.touchpoint.chat.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says one thing that has been taken: settles what is unknown of it, asks whether it may
 * still go, records that it is about to be said, says it, records how that ended.
 */
@Component
class Speaker {

    private static final Logger log = LoggerFactory.getLogger(Speaker.class);

    private static final Duration LEAST_WAIT = Duration.ofSeconds(1);

    /** How long a platform is given to show what it has taken. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

    private static final Duration NEXT_LOOK = Duration.ofSeconds(20);

    /** Some platforms allow one look a minute, however many are to be looked for. */
    private static final Duration LAST_LOOK = Duration.ofMinutes(10);

    private final Entries entries;

    private final Budgets budgets;

    private final ObjectProvider<SendCheck> checks;

    Speaker(Entries entries, Budgets budgets, ObjectProvider<SendCheck> checks) {
        this.entries = entries;
        this.budgets = budgets;
        this.checks = checks;
    }

    void speak(Entry entry, Messenger messenger, Instant now) {
        if (entries.contested(entry, now)) {
            entries.untouched(entry, now.plus(LEAST_WAIT), entry.begun(), null);
            return;
        }
        Ready ready;
        try {
            ready = prepare(entry, messenger, now);
        }
        catch (RuntimeException | StackOverflowError ex) {
            unprepared(entry, "failed: " + ex.getClass().getSimpleName(), now);
            return;
        }
        if (ready.go() && entries.begin(entry, now)) {
            Delivery delivery = say(entry, messenger, ready);
            record(entry, entry.begun() + 1, delivery, now);
        }
    }

    /** Whether it is to be said now, and with which references. */
    private record Ready(boolean go, @Nullable Reference thread, @Nullable Reference replaced) {

        static final Ready NO = new Ready(false, null, null);

    }

    private Ready prepare(Entry entry, Messenger messenger, Instant now) {
        Reference thread = (entry.saying().thread() != null) ? entry.saying().thread()
                : reference(entry.saying().threadOf());
        Reference replaced = reference(entry.saying().replaces());
        if ((thread == null && entry.saying().threadOf() != null)
                || (replaced == null && entry.saying().replaces() != null)) {
            entries.dropped(entry, "what it refers to was never said", now);
            return Ready.NO;
        }
        boolean unsettled = entry.sendingSince() != null && !entry.replacing();
        if (unsettled && !isToBeRepeated(entry, thread, messenger, now)) {
            return Ready.NO;
        }
        if (entry.begun() >= Backoff.ATTEMPTS) {
            park(entry, (entry.reason() != null) ? entry.reason() : "unknown", now);
            return Ready.NO;
        }
        if (!mayGo(entry, now)) {
            return Ready.NO;
        }
        Instant free = budgets.take(messenger.budgets(entry.saying().to(), entry.replacing()), now);
        if (free.isAfter(now)) {
            entries.again(entry, free, entry.begun(), null);
            return Ready.NO;
        }
        return new Ready(true, thread, replaced);
    }

    private @Nullable Reference reference(@Nullable String key) {
        return Optional.ofNullable(key).flatMap(entries::byKey).map(Entry::reference).orElse(null);
    }

    private boolean mayGo(Entry entry, Instant now) {
        SendCheck.Verdict.@Nullable Hold longest = null;
        for (SendCheck check : checks.orderedStream().toList()) {
            switch (check.mayGo(entry.saying(), now)) {
                case SendCheck.Verdict.Go _ -> {
                }
                case SendCheck.Verdict.Hold hold ->
                    longest = (longest == null || hold.until().isAfter(longest.until())) ? hold : longest;
                case SendCheck.Verdict.Drop(String reason) -> {
                    entries.dropped(entry, reason, now);
                    return false;
                }
            }
        }
        if (longest != null) {
            Instant soon = now.plus(LEAST_WAIT);
            entries.again(entry, longest.until().isAfter(soon) ? longest.until() : soon, entry.begun(),
                    longest.reason());
            return false;
        }
        return true;
    }

    private boolean isToBeRepeated(Entry entry, @Nullable Reference thread, Messenger messenger, Instant now) {
        Instant sending = entry.sendingSince();
        Instant since = (entry.unknownSince() != null) ? entry.unknownSince() : now;
        return switch (look(entry, thread, messenger, (sending != null) ? sending : now)) {
            case Messenger.Trace.Found(Reference reference) -> {
                entries.delivered(entry, reference, now);
                yield false;
            }
            case Messenger.Trace.Absent _ -> true;
            case Messenger.Trace.NotNow _ -> {
                Instant last = since.plus(LAST_LOOK);
                if (now.isBefore(last)) {
                    Instant next = now.plus(NEXT_LOOK);
                    entries.unsettled(entry, since, next.isBefore(last) ? next : last);
                    yield false;
                }
                yield atLeastOnce(entry, now);
            }
            case Messenger.Trace.Never _ -> atLeastOnce(entry, now);
        };
    }

    /** A person rather hears it twice than never; a channel rather never than twice. */
    private boolean atLeastOnce(Entry entry, Instant now) {
        if (entry.saying().to().kind() == Address.Kind.CHANNEL) {
            park(entry, "unknown", now);
            return false;
        }
        return true;
    }

    private static Messenger.Trace look(Entry entry, @Nullable Reference thread, Messenger messenger, Instant since) {
        try {
            return messenger.find(entry.saying().to(), thread, entry.token(), since);
        }
        catch (RuntimeException | StackOverflowError ex) {
            log.warn("Looking for {} failed: {}", entry.token(), ex.getClass().getName());
            return new Messenger.Trace.NotNow();
        }
    }

    private static Delivery say(Entry entry, Messenger messenger, Ready ready) {
        Saying saying = entry.saying();
        try {
            return (ready.replaced() != null)
                    ? messenger.replace(saying.to(), ready.replaced(), saying.message(), entry.token())
                    : messenger.deliver(saying.to(), ready.thread(), saying.message(), entry.token());
        }
        catch (RuntimeException | StackOverflowError ex) {
            log.warn("Saying {} failed: {}", entry.token(), ex.getClass().getName());
            return new Delivery.Unknown("failed: " + ex.getClass().getSimpleName());
        }
    }

    private void record(Entry entry, int attempts, Delivery delivery, Instant now) {
        switch (delivery) {
            case Delivery.Delivered(Reference reference) -> entries.delivered(entry, reference, now);
            case Delivery.Deferred(Duration after, String budget, String reason) -> {
                if (budget.isEmpty()) {
                    failed(entry, attempts, after, reason, now);
                }
                else {
                    Instant free = now.plus(longer(after, LEAST_WAIT));
                    budgets.rest(budget, free);
                    entries.again(entry, free, attempts - 1, reason);
                }
            }
            case Delivery.Unknown(String reason) -> {
                if (entry.replacing()) {
                    failed(entry, attempts, Duration.ZERO, reason, now);
                }
                else {
                    entries.unsettled(entry, now, now.plus(FIRST_LOOK));
                }
            }
            case Delivery.Refused(String reason) -> park(entry, reason, now);
        }
    }

    private void failed(Entry entry, int attempts, Duration atLeast, String reason, Instant now) {
        if (attempts >= Backoff.ATTEMPTS) {
            park(entry, reason, now);
        }
        else {
            entries.again(entry, now.plus(longer(atLeast, Backoff.after(entry.id(), attempts))), attempts, reason);
        }
    }

    private void unprepared(Entry entry, String reason, Instant now) {
        int attempts = entry.begun() + 1;
        if (attempts >= Backoff.ATTEMPTS) {
            park(entry, reason, now);
        }
        else {
            entries.untouched(entry, now.plus(Backoff.after(entry.id(), attempts)), attempts, reason);
        }
    }

    private void park(Entry entry, String reason, Instant now) {
        entries.parked(entry, reason, now);
        log.warn("Parked {}: {}", entry.token(), reason);
    }

    private static Duration longer(Duration one, Duration other) {
        return (one.compareTo(other) > 0) ? one : other;
    }

}
