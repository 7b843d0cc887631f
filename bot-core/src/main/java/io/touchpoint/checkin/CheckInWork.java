package io.touchpoint.checkin;

import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.storage.ParkedWork;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Teams;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Promises what check-ins have to say, and reminds people when it is time. What is to be
 * said is kept first and promised then, as often as it takes.
 */
@Component
class CheckInWork implements DueWork {

    private static final int AT_ONCE = 50;

    private final CheckInShelf shelf;

    private final Reminders reminders;

    private final Agenda agenda;

    private final CheckInText text;

    private final Outbox outbox;

    private final Teams teams;

    private final ParkedWork parked;

    CheckInWork(CheckInShelf shelf, Reminders reminders, Agenda agenda, CheckInText text, Outbox outbox, Teams teams,
            ParkedWork parkedCheckIns) {
        this.shelf = shelf;
        this.reminders = reminders;
        this.agenda = agenda;
        this.text = text;
        this.outbox = outbox;
        this.teams = teams;
        this.parked = parkedCheckIns;
    }

    @Override
    public int runDue(Instant now) {
        int done = 0;
        while (done < AT_ONCE) {
            Optional<CheckIn> claimed = shelf.claim(now);
            if (claimed.isEmpty()) {
                return done;
            }
            try {
                attend(claimed.get(), now);
            }
            catch (RuntimeException | StackOverflowError ex) {
                parked.failed(claimed.get().id(), ex, now);
            }
            done++;
        }
        return done;
    }

    @Override
    public Optional<Instant> nextDue() {
        return shelf.nextDue();
    }

    private void attend(CheckIn claimed, Instant now) {
        Optional<CheckIn> kept = Optional.of(claimed);
        Optional<Pair> pair = Pair.of(claimed, teams);
        if (pair.isPresent()) {
            CheckIn reminded = reminded(claimed, pair.get(), now);
            kept = reminded.equals(claimed) ? kept : shelf.save(reminded);
        }
        kept.ifPresent((checkIn) -> {
            outbox.promise(checkIn.pending(), now);
            shelf.save(checkIn.promised().wanting(pair.flatMap((two) -> next(checkIn, two)).orElse(null)));
        });
    }

    private CheckIn reminded(CheckIn checkIn, Pair pair, Instant now) {
        CheckIn current = checkIn;
        Optional<Reminders.Reminder> planner = due(current, current.planner(), pair.planner(), now);
        while (planner.isPresent()) {
            current = said(current, pair, planner.get(), now);
            current = current.next(current.planner().from(planner.get().meeting().index() + 1), current.other());
            planner = due(current, current.planner(), pair.planner(), now);
        }
        Optional<Reminders.Reminder> other = due(current, current.other(), pair.other(), now);
        while (other.isPresent()) {
            current = said(current, pair, other.get(), now);
            current = current.next(current.planner(), current.other().from(other.get().meeting().index() + 1));
            other = due(current, current.other(), pair.other(), now);
        }
        return current;
    }

    private Optional<Reminders.Reminder> due(CheckIn checkIn, CheckIn.Side side, Colleague reader, Instant now) {
        return reminders.next(checkIn, side, reader).filter((reminder) -> !reminder.at().isAfter(now));
    }

    /** A meeting that has begun is not reminded of. */
    private CheckIn said(CheckIn checkIn, Pair pair, Reminders.Reminder reminder, Instant now) {
        if (!reminder.meeting().start().isAfter(now)) {
            return checkIn;
        }
        return checkIn.say(Pair.address(reminder.reader(), checkIn.platform()), Lane.PROMPT,
                text.reminder(checkIn, pair, reminder.reader(), reminder.meeting(), now, agenda.of(pair, now)), null);
    }

    private Optional<Instant> next(CheckIn checkIn, Pair pair) {
        return Stream
            .of(reminders.next(checkIn, checkIn.planner(), pair.planner()),
                    reminders.next(checkIn, checkIn.other(), pair.other()))
            .flatMap(Optional::stream)
            .map(Reminders.Reminder::at)
            .min(Instant::compareTo);
    }

}
