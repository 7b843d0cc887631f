package io.touchpoint.recovery;

import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Inbound;
import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.outbox.Said;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Looks after the cases of unhappy customers. */
@Service
public class Cases implements DueWork {

    private static final Logger log = LoggerFactory.getLogger(Cases.class);

    private final CaseBook book;

    private final CaseVoice voice;

    private final CaseDesk desk;

    Cases(CaseBook book, CaseVoice voice, CaseDesk desk) {
        this.book = book;
        this.voice = voice;
        this.desk = desk;
    }

    /**
     * Opens a case and asks the team to look after it. While one of the same conversation
     * is open, words that are new go to that one; the same wish twice changes nothing.
     */
    public Case open(Complaint complaint, Instant now) {
        int number = 1;
        while (true) {
            String id = id(complaint, number);
            Optional<Case> known = book.byId(id);
            if (known.isEmpty()) {
                Optional<Case> inserted = book.insert(fresh(id, complaint, now), now);
                if (inserted.isPresent()) {
                    return inserted.get();
                }
            }
            else if (known.get().open() || known.get().applied(complaint.eventId())) {
                return again(known.get(), complaint, now);
            }
            else {
                number++;
            }
        }
    }

    /**
     * When a case that is opened now is due: the end of the team's next working day, in
     * the team's zone.
     */
    public Instant dueFor(String workspace, String team, Instant now) {
        return WorkingDays.endOfNext(voice.team(workspace, team), now);
    }

    /** The open case of a customer, the latest where there are several. */
    public Optional<Case> openOf(String customer) {
        return book.openOf(List.of(customer));
    }

    /** The open case of any of these customers, the latest where there are several. */
    public Optional<Case> openOf(Collection<String> customers) {
        return book.openOf(customers);
    }

    /** When the cases of these customers were open, in no order. */
    public List<Spell> spells(Collection<String> customers) {
        return book.spells(customers);
    }

    /** The case with this id. */
    public Optional<Case> byId(String id) {
        return book.byId(id);
    }

    /**
     * Gives the customer's words to the open case, for its thread in the team's channel.
     * @return whether there is one
     */
    public boolean hear(String customer, String words, String eventId, Instant now) {
        Optional<Case> open = openOf(customer);
        open.ifPresent((one) -> book.change(one.id(), now, (current) -> current.applied(eventId) ? current
                : voice.heard(current, new CaseChange(current, now).applying(eventId), words).done()));
        return open.isPresent();
    }

    /** A button was pressed on a case's message. */
    public Answer pressed(Said said, Inbound.Pressed pressed, Instant now) {
        return desk.pressed(said, pressed, now);
    }

    /** A form was sent that was opened from a case's message. */
    public Answer submitted(Said said, Inbound.Submitted submitted, Instant now) {
        return desk.submitted(said, submitted, now);
    }

    @Override
    public int runDue(Instant now) {
        return book.attend(now, (one) -> {
            boolean late = one.open() && one.repliedAt() == null && one.overdueAt() == null && !one.due().isAfter(now);
            CaseChange change = new CaseChange(one, now);
            return (late ? voice.overdue(one, change.overdue()) : change).done();
        });
    }

    @Override
    public Optional<Instant> nextDue() {
        return book.nextDue();
    }

    private Case again(Case known, Complaint complaint, Instant now) {
        return book.change(known.id(), now, (one) -> {
            if (one.applied(complaint.eventId())) {
                return one;
            }
            CaseChange change = new CaseChange(one, now).applying(complaint.eventId());
            complaint.words()
                .stream()
                .filter((words) -> !one.heard().contains(words))
                .forEach((words) -> voice.heard(one, change, words));
            return change.done();
        });
    }

    private Case fresh(String id, Complaint complaint, Instant now) {
        Case empty = new Case(id, null, complaint, Case.Status.OPEN, now,
                dueFor(complaint.workspace(), complaint.team(), now), !book.knows(complaint.customer()), null, null,
                null, null, complaint.words(), List.of(), 0, List.of(), null);
        if (voice.channel(empty).isEmpty()) {
            log.warn("A case is seen by nobody: team {} has no channel", complaint.team());
        }
        return voice.opening(empty, new CaseChange(empty, now).applying(complaint.eventId())).done();
    }

    private static String id(Complaint complaint, int number) {
        String rest = complaint.conversation().substring(complaint.workspace().length() + 1);
        return complaint.workspace() + "|case|" + rest + ((number == 1) ? "" : "|" + number);
    }

}
