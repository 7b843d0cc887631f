package io.touchpoint.checkin;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Said;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Teams;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks after touchpoint meetings: planning, proposing, agreeing, skipping. */
@Service
public class CheckIns {

    /** The key of the form that a command opens. */
    public static final String FORM = PlanForm.NAME;

    private static final Answer NOT_KNOWN = new Answer.Shown(
            Message.text("Check-ins are between colleagues, and I don't know you as one yet. An admin can add you."));

    private static final Answer NOT_YOURS = new Answer.Shown(
            Message.text("This check-in is between two other people."));

    private static final Answer GONE = new Answer.Shown(
            Message.text("This has changed since. There is nothing to do."));

    private static final int MOST_UPCOMING = 5;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final CheckInShelf shelf;

    private final CheckInText text;

    private final Teams teams;

    private final Outbox outbox;

    CheckIns(CheckInShelf shelf, CheckInText text, Teams teams, Outbox outbox) {
        this.shelf = shelf;
        this.text = text;
        this.teams = teams;
        this.outbox = outbox;
    }

    /** The form on which a check-in is planned, for whoever asks for it by a command. */
    public Answer form(Inbound.Actor actor, Instant now) {
        return form(actor, PlanForm.NAME, now);
    }

    private Answer form(Inbound.Actor actor, String key, Instant now) {
        return known(actor).<Answer>map((planner) -> {
            List<Colleague> reports = teams.reports(planner.workspace(), planner.key());
            PlanForm first = PlanForm.first(planner, reports, actor.person().platform(), now);
            return new Answer.Opened(first.form(key, teams, actor.person(), now));
        }).orElse(NOT_KNOWN);
    }

    private Optional<Colleague> known(Inbound.Actor actor) {
        return actor.colleague() ? teams.colleague(actor.person()) : Optional.empty();
    }

    /** Somebody pressed a button of a prompt, a proposal or a reminder. */
    public Answer pressed(Said said, Inbound.Pressed press, Instant now) {
        if (press.action().equals(MeetingPrompt.PLAN)) {
            return form(press.actor(), press.token() + ":" + PlanForm.NAME, now);
        }
        return own(said, press.actor(), (checkIn, reader) -> {
            if (press.action().equals(CheckInText.ACCEPT)) {
                return accept(checkIn, reader, said, now);
            }
            if (press.action().equals(CheckInText.DECLINE)) {
                return open(checkIn, reader) ? new Answer.Opened(ReasonForm.declining(press.token()))
                        : stale(checkIn, reader);
            }
            return skippable(checkIn, press.action(), now)
                .<Answer>map((meeting) -> new Answer.Opened(ReasonForm.skipping(press.token(), meeting, reader)))
                .orElseGet(() -> stale(checkIn, reader));
        });
    }

    /** Somebody changed a live field of the planning form. */
    public Answer changed(Inbound.Changed change, Instant now) {
        if (!name(change.form()).equals(PlanForm.NAME)) {
            return new Answer.Nothing();
        }
        return known(change.actor())
            .<Answer>map((planner) -> new Answer.Opened(
                    PlanForm.of(planner, change.values()).form(change.form(), teams, change.actor().person(), now)))
            .orElse(NOT_KNOWN);
    }

    /** Somebody sent a form of ours. */
    public Answer submitted(Inbound.Submitted submission, Instant now) {
        String name = name(submission.form());
        if (name.equals(PlanForm.NAME)) {
            return known(submission.actor()).map((planner) -> plan(planner, submission, now)).orElse(NOT_KNOWN);
        }
        String reason = ReasonForm.reason(submission.values());
        return opener(submission)
            .map((said) -> own(said, submission.actor(),
                    (checkIn, reader) -> name.equals(CheckInText.DECLINE) ? decline(checkIn, reader, said, reason, now)
                            : skippable(checkIn, name, now)
                                .map((meeting) -> skip(checkIn, reader, meeting, reason, now))
                                .orElseGet(() -> stale(checkIn, reader))))
            .orElse(GONE);
    }

    /** The message that a form was opened from: the form's key begins with its token. */
    private Optional<Said> opener(Inbound.Submitted submission) {
        int colon = submission.form().indexOf(':');
        return (colon < 0) ? Optional.empty()
                : outbox.byToken(submission.actor().person().workspace(), submission.form().substring(0, colon));
    }

    /** A colleague's next check-ins, one line each, in the colleague's zone. */
    public List<Block> upcoming(Colleague colleague, Instant now) {
        return shelf.of(colleague)
            .stream()
            .filter((checkIn) -> checkIn.state() == CheckIn.State.ACCEPTED)
            .flatMap((checkIn) -> checkIn.nextFrom(checkIn.rhythm().firstFrom(now))
                .flatMap((meeting) -> Pair.of(checkIn, teams).map((pair) -> new Upcoming(checkIn, meeting, pair)))
                .stream())
            .sorted(Comparator.comparing((upcoming) -> upcoming.meeting().start()))
            .limit(MOST_UPCOMING)
            .<Block>map((upcoming) -> Block.Paragraph.of(upcoming.line(colleague)))
            .toList();
    }

    /** The next meeting of a check-in. */
    private record Upcoming(CheckIn checkIn, Occurrence meeting, Pair pair) {

        String line(Colleague reader) {
            Instant start = meeting.start();
            return Wording.day(start, reader.zone()) + ", " + Wording.time(start, reader.zone()) + ", "
                    + checkIn.minutes() + " min: " + pair.beside(reader).name();
        }

    }

    private Answer plan(Colleague planner, Inbound.Submitted submission, Instant now) {
        Address where = submission.actor().person();
        return switch (PlanForm.of(planner, submission.values()).read(teams, where, now)) {
            case PlanForm.Reading.Wrong(Map<String, String> fields) -> new Answer.Wrong(fields);
            case PlanForm.Reading.Right(Colleague other, Rhythm rhythm, int minutes, String note) -> {
                String id = planner.workspace() + "|checkin|" + Outbox.token(where.key() + "|" + submission.id());
                CheckIn proposed = new CheckIn(id, null, planner.workspace(), where.platform(), CheckIn.State.PROPOSED,
                        new CheckIn.Side(planner.key(), feed(), 0), new CheckIn.Side(other.key(), feed(), 0), rhythm,
                        minutes, note, List.of(), 0L, List.of(), now, now, 0L);
                Pair pair = new Pair(planner, other);
                shelf.insert(proposed.say(Pair.address(other, where.platform()), Lane.PROMPT,
                        text.proposal(proposed, pair), null));
                yield new Answer.Shown(text.asked(proposed, pair));
            }
        };
    }

    private Answer accept(CheckIn known, Colleague reader, Said said, Instant now) {
        if (!open(known, reader)) {
            return stale(known, reader);
        }
        if (known.rhythm().once() && known.rhythm().firstFrom(now) > 0) {
            return new Answer.Shown(Message.text("The time of this check-in is over. Plan another one."));
        }
        shelf.change(known.id(), (checkIn) -> {
            if (!open(checkIn, reader)) {
                return checkIn;
            }
            int first = checkIn.rhythm().firstFrom(now);
            CheckIn agreed = checkIn.in(CheckIn.State.ACCEPTED, now)
                .next(checkIn.planner().from(first), checkIn.other().from(first));
            Pair pair = Pair.of(agreed, teams).orElseThrow();
            return agreed
                .say(said.saying().to(), Lane.REPLY, text.agreed(agreed, pair, pair.other()), said.saying().key())
                .say(Pair.address(pair.planner(), agreed.platform()), Lane.REPLY,
                        text.agreed(agreed, pair, pair.planner()), null);
        });
        return new Answer.Nothing();
    }

    private Answer decline(CheckIn known, Colleague reader, Said said, @Nullable String reason, Instant now) {
        if (!open(known, reader)) {
            return stale(known, reader);
        }
        shelf.change(known.id(), (checkIn) -> {
            if (!open(checkIn, reader)) {
                return checkIn;
            }
            CheckIn declined = checkIn.in(CheckIn.State.DECLINED, now);
            Pair pair = Pair.of(declined, teams).orElseThrow();
            return declined.say(said.saying().to(), Lane.REPLY, text.declined(pair), said.saying().key())
                .say(Pair.address(pair.planner(), declined.platform()), Lane.REPLY,
                        text.wasDeclined(declined, pair, reason), null);
        });
        return new Answer.Nothing();
    }

    private Answer skip(CheckIn known, Colleague who, Occurrence meeting, @Nullable String reason, Instant now) {
        String why = ReasonForm.known(reason);
        shelf.change(known.id(), (checkIn) -> {
            if (checkIn.occurrence(meeting.index()).filter(Occurrence::skipped).isPresent()) {
                return checkIn;
            }
            CheckIn without = checkIn.without(meeting.index(), now);
            Pair pair = Pair.of(without, teams).orElseThrow();
            Colleague beside = pair.beside(who);
            return without
                .say(Pair.address(who, without.platform()), Lane.REPLY, text.skipped(without, who, who, meeting, why),
                        null)
                .say(Pair.address(beside, without.platform()), Lane.PROMPT,
                        text.skipped(without, who, beside, meeting, why), null);
        });
        return new Answer.Nothing();
    }

    /** Whether it waits for this person's answer. */
    private static boolean open(CheckIn checkIn, Colleague reader) {
        return checkIn.state() == CheckIn.State.PROPOSED && checkIn.other().colleague().equals(reader.key());
    }

    private static Optional<Occurrence> skippable(CheckIn checkIn, String action, Instant now) {
        if (checkIn.state() != CheckIn.State.ACCEPTED || !action.matches(CheckInText.SKIP + "\\d{1,5}")) {
            return Optional.empty();
        }
        return checkIn.occurrence(Integer.parseInt(action.substring(CheckInText.SKIP.length())))
            .filter((meeting) -> !meeting.skipped() && meeting.start().isAfter(now));
    }

    private Answer stale(CheckIn checkIn, Colleague reader) {
        return new Answer.Shown(text.state(checkIn, reader));
    }

    /** What one of the two does with a message of their check-in. */
    private interface Deed {

        Answer on(CheckIn checkIn, Colleague reader);

    }

    private Answer own(Said said, Inbound.Actor actor, Deed deed) {
        Optional<CheckIn> checkIn = shelf.byId(said.saying().about());
        Optional<Colleague> reader = known(actor);
        if (checkIn.isEmpty() || Pair.of(checkIn.get(), teams).isEmpty()) {
            return GONE;
        }
        boolean theirs = actor.person().equals(said.saying().to())
                && reader.flatMap((some) -> checkIn.get().side(some.key())).isPresent();
        return theirs ? deed.on(checkIn.get(), reader.orElseThrow()) : NOT_YOURS;
    }

    /** What follows the token in the key of a form. */
    private static String name(String form) {
        return form.equals(PlanForm.NAME) ? form : form.substring(form.indexOf(':') + 1);
    }

    private static String feed() {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

}
