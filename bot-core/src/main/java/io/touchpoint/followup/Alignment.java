package io.touchpoint.followup;

import io.touchpoint.conversation.Plan;
import io.touchpoint.conversation.Subject;
import io.touchpoint.followup.Lifeline.Passed;
import io.touchpoint.followup.Lifeline.Turn;
import io.touchpoint.journey.Touchpoint;
import java.util.List;
import java.util.Optional;

/** Brings decisions and questions into line with what has happened to a subject. */
record Alignment(Books books, Judge judge) {

    /** What follows for one touchpoint; repeated it changes nothing. */
    void bringIntoLine(Lifeline lifeline, Touchpoint touchpoint) {
        List<Turn> turns = lifeline.turns(touchpoint);
        for (Turn turn : turns) {
            Subject subject = subject(lifeline, turn);
            Optional<Decision> known = books.find(prompt(subject, touchpoint));
            Passed undone = turn.undone();
            if (undone != null) {
                known.ifPresent((decision) -> withdraw(decision, undone));
            }
            else {
                plan(known.map((decision) -> again(decision, turn))
                    .orElseGet(() -> books.add(judge.decide(subject, touchpoint, turn.asking()))));
            }
        }
        lifeline.passed()
            .stream()
            .filter((one) -> touchpoint.withdrawnBy().contains(one.type()))
            .findFirst()
            .ifPresent((undone) -> withdrawRenumbered(lifeline, touchpoint, turns, undone));
    }

    /**
     * When something that undid the subject becomes known late, what was taken for one
     * repeat may turn out to be the next. A decision on an event that is not known here
     * was made by somebody who knows more.
     */
    private void withdrawRenumbered(Lifeline lifeline, Touchpoint touchpoint, List<Turn> turns, Passed undone) {
        List<String> numbered = turns.stream().map((turn) -> prompt(subject(lifeline, turn), touchpoint)).toList();
        for (Subject subject : lifeline.subjects(touchpoint)) {
            String id = prompt(subject, touchpoint);
            if (!numbered.contains(id)) {
                books.find(id)
                    .filter((decision) -> lifeline.knows(decision.standing().event()))
                    .ifPresent((decision) -> withdraw(decision, undone));
            }
        }
    }

    /** Another event on the same may ask what the first one could not. */
    private Decision again(Decision known, Turn turn) {
        Decision decision = known;
        for (Passed repeat : turn.repeats()) {
            if (!decision.knows(repeat.event())) {
                decision = books.change(known.id(), (one) -> heardAgain(one, repeat));
            }
        }
        return decision;
    }

    private Decision heardAgain(Decision known, Passed repeat) {
        if (known.knows(repeat.event())) {
            return known;
        }
        boolean open = known.skipped() && known.askedAt() == null && known.plan() == null && !known.withdrawn();
        return open ? judge.decideAgain(known, repeat) : known.noting(Judge.repeat(known, repeat, judge.now()));
    }

    private void withdraw(Decision decision, Passed undone) {
        if (!decision.withdrawn() && !decision.skipped()) {
            books.change(decision.id(), (known) -> known.withdrawn() ? known
                    : known.ruled(Judge.withdrawal(undone, known.zone(), judge.now())).planned(known.plan(), null));
        }
        if (decision.plan() != null) {
            books.withdraw(decision.id(), undone.event(), judge.now());
        }
    }

    /** Plans the question that follows from a decision, if one does. */
    void plan(Decision decision) {
        Plan plan = decision.plan();
        if (plan != null && decision.standing().outcome() == Ruling.Outcome.SEND && decision.askedAt() == null) {
            books.plan(plan);
        }
    }

    static Subject subject(Lifeline lifeline, Turn turn) {
        return new Subject(lifeline.kind(), lifeline.key(), turn.occurrence(), turn.asking().title(),
                turn.asking().at());
    }

    String prompt(Subject subject, Touchpoint touchpoint) {
        return prompt(judge, subject, touchpoint);
    }

    static String prompt(Judge judge, Subject subject, Touchpoint touchpoint) {
        return judge.workspace().id() + "|" + subject.id() + "|" + touchpoint.key();
    }

}
