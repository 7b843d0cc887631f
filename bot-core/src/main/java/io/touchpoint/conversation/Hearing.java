package io.touchpoint.conversation;

import io.touchpoint.outbox.Lane;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation becomes when the customer writes. Pure, as the {@link Dialogue}
 * that it belongs to.
 */
final class Hearing {

    private final Dialogue dialogue;

    private final Scene scene;

    private final Script script;

    private final Instant now;

    Hearing(Dialogue dialogue, Scene scene) {
        this.dialogue = dialogue;
        this.scene = scene;
        this.script = scene.script();
        this.now = scene.now();
    }

    Conversation heard(Conversation conversation, Happening.Words words) {
        boolean asked = asked(conversation);
        Reply reply = Understanding.understand(words.text(), expectation(conversation, asked), scene.locale(),
                scene.zone(), now);
        return switch (reply) {
            case Reply.OptOut _ -> dialogue.stop(conversation);
            case Reply.OptIn _ -> dialogue.start(conversation);
            case Reply.Leave _ -> dialogue.leave(conversation);
            case Reply.Human _ -> dialogue.person(conversation);
            case Reply.Help _, Reply.Why _ -> conversation.say(Lane.REPLY, script.why());
            case Reply.Rated rated when asked -> rated(conversation, rated);
            case Reply.Between(int low, int high) when asked ->
                conversation.say(Lane.REPLY, script.whichOne(low, high));
            case Reply.OutOfScale _ when asked -> conversation.say(Lane.REPLY, script.whichFits());
            case Reply.Leaning leaning when asked -> conversation.say(Lane.REPLY, script.isThat(leaning.offer()));
            case Reply.Snooze(ZonedDateTime until) -> snooze(conversation, words, until);
            case Reply.Skip _ -> skip(conversation, words);
            case Reply.Change(Integer to) -> change(conversation, words, to);
            case Reply.Rated _, Reply.Between _, Reply.OutOfScale _, Reply.Leaning _, Reply.FreeText _, Reply.Yes _,
                    Reply.No _, Reply.Unsure _ ->
                comment(conversation, words);
        };
    }

    /** Whether a rating is what is waited for. */
    private boolean asked(Conversation conversation) {
        return switch (conversation.state()) {
            case State.Offered _, State.Asking _, State.Snoozed _ -> !conversation.expired(now);
            case State.Planned _, State.Rated _, State.Ended _ -> false;
        };
    }

    private Expectation expectation(Conversation conversation, boolean asked) {
        if (asked) {
            return new Expectation.Rating(script.scale(), script.labels());
        }
        return (conversation.state() instanceof State.Rated rated && rated.open()) ? new Expectation.Comment()
                : new Expectation.Nothing();
    }

    private Conversation rated(Conversation conversation, Reply.Rated rated) {
        if (rated.confirm()) {
            return conversation.say(Lane.REPLY, script.isThat(List.of(rated.value())));
        }
        return dialogue.rate(conversation, rated.value(), rated.comment());
    }

    private Conversation snooze(Conversation conversation, Happening.Words words, @Nullable ZonedDateTime until) {
        return switch (conversation.state()) {
            case State.Offered _, State.Asking _ -> dialogue.later(conversation, until(conversation, until));
            case State.Rated rated when rated.open() ->
                dialogue.endTurn(conversation, rated).say(Lane.REPLY, script.thanks(rated.score()));
            case State.Planned _, State.Snoozed _, State.Rated _, State.Ended _ -> comment(conversation, words);
        };
    }

    /** The time that was wished for, as long as it is before the question's end. */
    private Instant until(Conversation conversation, @Nullable ZonedDateTime wished) {
        if (wished == null || !wished.toInstant().isAfter(now)) {
            return scene.snoozeUntil();
        }
        Instant end = conversation.talk().expiresAt();
        return (end != null && wished.toInstant().isAfter(end)) ? scene.snoozeUntil() : wished.toInstant();
    }

    private Conversation skip(Conversation conversation, Happening.Words words) {
        return switch (conversation.state()) {
            case State.Offered _, State.Asking _, State.Snoozed _ -> dialogue.decline(conversation);
            case State.Rated rated when rated.open() ->
                dialogue.endTurn(conversation, rated).say(Lane.REPLY, script.thanks(rated.score()));
            case State.Planned _, State.Rated _, State.Ended _ -> comment(conversation, words);
        };
    }

    private Conversation change(Conversation conversation, Happening.Words words, @Nullable Integer to) {
        return switch (conversation.state()) {
            case State.Rated _ when conversation.expired(now) -> comment(conversation, words);
            case State.Rated _ when to == null || !script.scale().has(to) ->
                conversation.say(Lane.REPLY, script.whichFits());
            case State.Rated _, State.Offered _, State.Asking _,
                    State.Snoozed _ when to != null && script.scale().has(to) ->
                dialogue.rate(conversation, to, null);
            case State.Planned _, State.Rated _, State.Offered _, State.Asking _, State.Snoozed _, State.Ended _ ->
                comment(conversation, words);
        };
    }

    private Conversation comment(Conversation conversation, Happening.Words words) {
        if (words.forCase()) {
            Conversation told = conversation.with(new Effect.Tell("tell" + conversation.talk().said(), words.text()));
            return (asked(conversation) ? told.with(told.talk().comment(words.text())).record(now) : told)
                .say(Lane.REPLY, script.plain("told"));
        }
        boolean first = conversation.talk().comments().isEmpty();
        Conversation kept = conversation.with(conversation.talk().comment(words.text())).record(now);
        return switch (conversation.state()) {
            case State.Offered _, State.Asking _, State.Snoozed _ ->
                first ? kept.say(Lane.REPLY, script.passedOn()) : dialogue.sayPlain(kept, "addedNote");
            case State.Rated _ when conversation.expired(now) -> dialogue.sayPlain(kept, "tooLate");
            case State.Rated rated when rated.open() ->
                dialogue.endTurn(kept, rated).say(Lane.REPLY, script.thanks(rated.score()));
            case State.Rated _ -> dialogue.sayPlain(kept, "addedNote");
            case State.Planned _, State.Ended _ -> dialogue.sayPlain(kept, "passed");
        };
    }

}
