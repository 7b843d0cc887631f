package io.touchpoint.conversation;

import io.touchpoint.chat.Message;
import io.touchpoint.chat.Spot;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Saying;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One conversation with a customer about one touchpoint, whole in one document:
 *
 * <pre>
 * {_id: "w1|order:1042|delivery", version: 7, workspace: "w1", customer: "w1|customer|c42", plan: {…},
 *  state: {_class: "rated", score: 2, …}, talk: {comments: ["…"], reasons: ["late"], said: 4, …},
 *  inbox: ["slack|T1|Ev1"], effects: [{_class: "say", …}], claimAt: …, leased: false, fence: 3}
 * </pre>
 *
 * @param plan what was to be asked, frozen when the event arrived
 * @param inbox ids of the events that it has applied, the last hundred
 * @param effects what it has decided to do and has not done yet, first to do first
 * @param claimAt when it wants attention; null for never
 * @param leased whether somebody attends to it
 * @param fence counts the claims
 * @param holder names the claim
 */
@Document("conversations")
@TypeAlias("conversation")
record Conversation(@Id String id, @Version @Nullable Long version, String workspace, String customer, Plan plan,
        State state, Talk talk, List<String> inbox, List<Effect> effects, @Nullable Instant claimAt, Boolean leased,
        Long fence, @Nullable String holder) {

    /** From the last question to its end. */
    static final Duration EXPIRY = Duration.ofDays(7);

    /** How long a line in a thread may take to be said. */
    static final Duration SPEAKING = Duration.ofMinutes(15);

    /** How long the follow-up question waits for words after the rating. */
    static final Duration PATIENCE = Duration.ofDays(1);

    private static final int INBOX = 100;

    private static final int EFFECTS = 20;

    Conversation {
        inbox = (inbox == null) ? List.of() : List.copyOf(inbox);
        effects = (effects == null) ? List.of() : List.copyOf(effects);
    }

    static Conversation planned(Plan plan) {
        return new Conversation(plan.id(), null, plan.workspace(), plan.customer(), plan, new State.Planned(plan.due()),
                Talk.silence(), List.of(), List.of(), plan.due(), false, 0L, null);
    }

    /** When the state wants attention, whatever its effects. */
    Optional<Instant> timer() {
        return switch (state) {
            case State.Planned(Instant due) -> Optional.of(due);
            case State.Snoozed(Instant until) -> Optional.of(until);
            case State.Offered offered ->
                Optional.ofNullable((offered.lookAt() != null) ? offered.lookAt() : talk.expiresAt());
            case State.Asking _ -> reminder().or(() -> Optional.ofNullable(talk.expiresAt()));
            case State.Rated rated ->
                Boolean.TRUE.equals(rated.open()) ? Optional.of(rated.at().plus(PATIENCE)) : Optional.empty();
            case State.Ended _ -> Optional.empty();
        };
    }

    /**
     * When the customer is reminded of the question; empty for whom has reacted to it, or
     * was reminded.
     */
    Optional<Instant> reminder() {
        boolean silent = talk.comments().isEmpty() && !talk.complained();
        return (silent && state instanceof State.Asking asking)
                ? Optional.ofNullable(asking.remindAt()).filter((at) -> !expired(at)) : Optional.empty();
    }

    boolean expired(Instant now) {
        return talk.expiresAt() != null && !now.isBefore(talk.expiresAt());
    }

    boolean applied(String event) {
        return inbox.contains(event);
    }

    /** The same question at a later time. */
    Conversation postponed(Instant until, Instant now) {
        if (!until.isAfter(now)) {
            throw new IllegalStateException("postponed to a time that has passed: " + until);
        }
        return in(switch (state) {
            case State.Snoozed _ -> new State.Snoozed(until);
            case State.Asking asking -> new State.Asking(asking.since(), asking.last(), until);
            case State.Planned _, State.Offered _, State.Rated _, State.Ended _ -> new State.Planned(until);
        });
    }

    /** Whether too much waits to be done already. */
    boolean full() {
        return effects.size() >= EFFECTS;
    }

    @Nullable Integer score() {
        return (state instanceof State.Rated rated) ? rated.score() : null;
    }

    Conversation in(State next) {
        return new Conversation(id, version, workspace, customer, plan, next, talk, inbox, effects, claimAt, leased,
                fence, holder);
    }

    Conversation with(Talk next) {
        return new Conversation(id, version, workspace, customer, plan, state, next, inbox, effects, claimAt, leased,
                fence, holder);
    }

    Conversation with(Effect effect) {
        List<Effect> more = new ArrayList<>(effects);
        more.add(effect);
        return with(more);
    }

    /** Promises a new message in the customer's chat. */
    Conversation say(Lane lane, Message message) {
        return promise(Saying.of(nextKey(), id, plan.to(), lane, message));
    }

    /** Promises a line in the thread of the conversation that the question is about. */
    Conversation offer(Spot thread, Message line, Instant now) {
        String key = nextKey();
        return in(new State.Offered(now, key, now.plus(SPEAKING))).with(talk.open(now.plus(EXPIRY)))
            .promise(Saying.of(key, id, thread.place(), Lane.PROMPT, line).inThread(thread.reference()));
    }

    /** Shows something else where the line stands. */
    Conversation editOffer(State.Offered offered, Message message) {
        Spot thread = plan.thread();
        return (thread == null) ? this
                : promise(Saying.of(nextKey(), id, thread.place(), Lane.REPLY, message)
                    .inThread(thread.reference())
                    .inPlaceOf(offered.line()));
    }

    /** The same, asked in the customer's own chat. */
    Conversation privately() {
        return new Conversation(id, version, workspace, customer, plan.privately(), state, talk, inbox, effects,
                claimAt, leased, fence, holder);
    }

    /** Promises a message in the place of an earlier one. */
    Conversation edit(String earlier, Message message) {
        return promise(Saying.of(nextKey(), id, plan.to(), Lane.REPLY, message).inPlaceOf(earlier));
    }

    /** Puts the question: a press on any that was put counts. */
    Conversation ask(Lane lane, Message message, Instant now) {
        return with(talk.question(nextKey(), now.plus(EXPIRY))).say(lane, message);
    }

    /** Shows the same in the place of every question. */
    Conversation editQuestions(Message message) {
        Conversation changed = this;
        for (String question : talk.questions()) {
            changed = changed.edit(question, message);
        }
        return changed;
    }

    /** Asks back, once for each rating. */
    Conversation askBack(Message message) {
        return with(talk.followUp(nextKey())).say(Lane.REPLY, message);
    }

    /** Shows something else where it asked back. */
    Conversation editFollowUp(Message message) {
        return (talk.followUp() == null) ? this : edit(talk.followUp(), message);
    }

    /** Decides to record what the customer has answered so far. */
    Conversation record(Instant now) {
        Talk next = talk.recordedOnceMore();
        return with(next).with(new Effect.Answered("record" + next.recorded(), next.recorded(), score(),
                next.comments(), next.reasons(), now));
    }

    /** Decides to open a case. */
    Conversation complain() {
        return with(new Effect.Complain("complain" + talk.said(), score(), talk.comments())).with(talk.complaint());
    }

    /** After an event. */
    Conversation applying(String event, Instant now) {
        List<String> ids = new ArrayList<>(inbox);
        ids.add(event);
        List<String> last = ids.subList(Math.max(0, ids.size() - INBOX), ids.size());
        // One that was given up is leased by nobody, and has nothing to wait for.
        Instant attention = (Boolean.TRUE.equals(leased) && claimAt != null) ? claimAt : now;
        return new Conversation(id, version, workspace, customer, plan, state, talk, last, effects, attention, leased,
                fence, holder);
    }

    /** Without the effects that have been done. */
    Conversation without(List<Effect> done) {
        List<String> keys = done.stream().map(Effect::key).toList();
        return with(effects.stream().filter((effect) -> !keys.contains(effect.key())).toList());
    }

    /** Nobody attends to it any more: it wants attention when its state does. */
    Conversation released() {
        return new Conversation(id, version, workspace, customer, plan, state, talk, inbox, effects,
                timer().orElse(null), false, fence, null);
    }

    private Conversation with(List<Effect> next) {
        return new Conversation(id, version, workspace, customer, plan, state, talk, inbox, next, claimAt, leased,
                fence, holder);
    }

    private Conversation promise(Saying saying) {
        return with(new Effect.Say(saying.key(), saying)).with(talk.saidOneMore());
    }

    private String nextKey() {
        return Saying.key(id, talk.said() + 1);
    }

}
