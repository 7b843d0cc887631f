package io.touchpoint.recovery;

import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Inbound;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Said;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Teams;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What colleagues do about a case: take it, answer the customer, close it. */
@Component
class CaseDesk {

    private final CaseBook book;

    private final CaseVoice voice;

    private final Teams teams;

    CaseDesk(CaseBook book, CaseVoice voice, Teams teams) {
        this.book = book;
        this.voice = voice;
        this.teams = teams;
    }

    Answer pressed(Said said, Inbound.Pressed pressed, Instant now) {
        Optional<Case> found = book.byId(said.saying().about());
        if (found.isEmpty()) {
            return new Answer.Nothing();
        }
        Case one = found.get();
        Optional<Colleague> colleague = known(pressed.actor());
        if (colleague.isEmpty() || !pressed.in().equals(said.saying().to())) {
            return new Answer.Shown(Wording.denied());
        }
        if (!one.open()) {
            return stale(one);
        }
        return switch (pressed.action()) {
            case Wording.TAKE -> take(one, colleague.get(), pressed.id(), now);
            case Wording.REPLY -> new Answer.Opened(voice.wording(one).reply(pressed.token(), one));
            case Wording.CLOSE -> new Answer.Opened(voice.wording(one).close(pressed.token()));
            default -> new Answer.Nothing();
        };
    }

    private Answer take(Case seen, Colleague colleague, String eventId, Instant now) {
        Case after = book.apply(seen.id(), eventId, now,
                (change) -> change.untaken() ? voice.current(change.takenBy(colleague)) : change);
        Case.Taken taken = after.taken();
        return (taken != null && taken.by().equals(colleague.key())) ? new Answer.Nothing() : stale(after);
    }

    Answer submitted(Said said, Inbound.Submitted submitted, Instant now) {
        Optional<Case> found = book.byId(said.saying().about());
        if (found.isEmpty() || found.get().applied(submitted.id())) {
            return new Answer.Nothing();
        }
        Case one = found.get();
        Optional<Colleague> colleague = known(submitted.actor());
        if (colleague.isEmpty()) {
            return new Answer.Shown(Wording.denied());
        }
        if (!one.open()) {
            return stale(one);
        }
        String form = submitted.form().substring(submitted.form().lastIndexOf(':') + 1);
        return switch (form) {
            case Wording.REPLY -> reply(one, colleague.get(), submitted, now);
            case Wording.CLOSE -> close(one, colleague.get(), submitted, now);
            default -> new Answer.Nothing();
        };
    }

    private Answer reply(Case seen, Colleague colleague, Inbound.Submitted submitted, Instant now) {
        String words = value(submitted, Wording.WORDS);
        if (words.isEmpty()) {
            return new Answer.Wrong(Map.of(Wording.WORDS, "Write something to the customer."));
        }
        Case after = book.change(seen.id(), now, (one) -> {
            if (one.applied(submitted.id()) || !one.open()) {
                return one;
            }
            CaseChange change = toCustomer(one, new CaseChange(one, now).applying(submitted.id()), colleague, words);
            voice.replied(one, change.replied(), colleague, words);
            return (change.untaken() ? voice.current(change.takenBy(colleague)) : change).done();
        });
        return after.applied(submitted.id()) ? new Answer.Nothing() : stale(after);
    }

    private Answer close(Case seen, Colleague colleague, Inbound.Submitted submitted, Instant now) {
        Optional<Cause> cause = Cause.named(value(submitted, Wording.CAUSE));
        String done = value(submitted, Wording.DONE);
        String tell = value(submitted, Wording.TELL);
        if (cause.isEmpty()) {
            return new Answer.Wrong(Map.of(Wording.CAUSE, "Choose what comes closest."));
        }
        if (done.isEmpty()) {
            return new Answer.Wrong(Map.of(Wording.DONE, "Write what was done."));
        }
        Case.Closing closing = new Case.Closing(cause.get(), done, tell.isEmpty() ? null : tell, colleague.key(),
                colleague.name(), now);
        Case after = book.change(seen.id(), now, (one) -> {
            if (one.applied(submitted.id()) || !one.open()) {
                return one;
            }
            CaseChange change = new CaseChange(one, now).applying(submitted.id()).closed(closing);
            return voice.current(tell.isEmpty() ? change : toCustomer(one, change, colleague, tell)).done();
        });
        return after.applied(submitted.id()) ? new Answer.Nothing() : stale(after);
    }

    private CaseChange toCustomer(Case one, CaseChange change, Colleague colleague, String words) {
        return change.say(one.complaint().customerAddress(), Lane.REPLY,
                voice.wording(one).toCustomer(colleague, words));
    }

    private Answer stale(Case one) {
        return new Answer.Shown(voice.wording(one).stale(one));
    }

    private Optional<Colleague> known(Inbound.Actor actor) {
        return actor.colleague() ? teams.colleague(actor.person()) : Optional.empty();
    }

    private static String value(Inbound.Submitted submitted, String field) {
        List<String> values = submitted.values().getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

}
