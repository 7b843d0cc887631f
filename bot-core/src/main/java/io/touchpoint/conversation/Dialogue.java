package io.touchpoint.conversation;

import io.touchpoint.chat.Spot;
import io.touchpoint.conversation.State.Ended.How;
import io.touchpoint.outbox.Lane;
import io.touchpoint.survey.Band;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation becomes when something happens to it. Pure: the world is in the
 * {@link Scene}.
 */
final class Dialogue {

    private final Scene scene;

    private final Script script;

    private final Instant now;

    Dialogue(Scene scene) {
        this.scene = scene;
        this.script = scene.script();
        this.now = scene.now();
    }

    Conversation next(Conversation conversation, Happening happening) {
        Conversation next = happened(conversation, happening);
        return (conversation.state() instanceof State.Offered offered && !(next.state() instanceof State.Offered))
                ? next.editOffer(offered, script.open().closed()) : next;
    }

    private Conversation happened(Conversation conversation, Happening happening) {
        return switch (happening) {
            case Happening.Press press -> pressed(conversation, press);
            case Happening.Words words -> new Hearing(this, scene).heard(conversation, words);
            case Happening.Unsaid(String text) -> unsaid(conversation, text);
            case Happening.Undone _ -> undone(conversation);
            case Happening.MayAsk _ -> mayAsk(conversation);
            case Happening.ThreadClosed _ -> takenUp(conversation, Lane.PROMPT);
            case Happening.MayNotAsk _ -> mayNotAsk(conversation);
            case Happening.TimeIsUp _ -> timeIsUp(conversation);
        };
    }

    private Conversation timeIsUp(Conversation conversation) {
        return switch (conversation.state()) {
            case State.Offered _, State.Asking _ ->
                conversation.in(new State.Ended(How.EXPIRED, now)).editQuestions(script.expired(now));
            case State.Rated rated when rated.open() -> endTurn(conversation, rated);
            case State.Planned _, State.Snoozed _, State.Rated _, State.Ended _ -> conversation;
        };
    }

    private Conversation mayAsk(Conversation conversation) {
        return switch (conversation.state()) {
            case State.Planned _ -> {
                Spot thread = conversation.plan().thread();
                yield (thread != null)
                        ? conversation.offer(thread, script.open().offer(conversation.plan().to(), scene.name()), now)
                        : asking(conversation, Lane.PROMPT);
            }
            case State.Asking asking when asking.remindAt() != null -> askAgain(conversation);
            case State.Snoozed _ -> askAgain(conversation);
            case State.Offered _, State.Asking _, State.Rated _, State.Ended _ -> conversation;
        };
    }

    private Conversation asking(Conversation conversation, Lane lane) {
        return conversation.in(new State.Asking(now, false, scene.snoozeUntil()))
            .ask(lane, script.opening(scene.firstContact()), now);
    }

    private Conversation askAgain(Conversation conversation) {
        return conversation.in(new State.Asking(now, true, null)).ask(Lane.PROMPT, script.again(), now);
    }

    /** A question that stands in the chat stays there without a reminder. */
    private Conversation mayNotAsk(Conversation conversation) {
        return switch (conversation.state()) {
            case State.Asking asking -> conversation.in(new State.Asking(asking.since(), asking.last(), null));
            case State.Planned _, State.Offered _, State.Snoozed _, State.Rated _, State.Ended _ ->
                conversation.in(new State.Ended(How.NOT_ASKED, now));
        };
    }

    /** What was offered in the thread goes on in the customer's own chat. */
    private Conversation takenUp(Conversation conversation, Lane lane) {
        boolean open = conversation.state() instanceof State.Offered && !conversation.expired(now);
        return open ? asking(conversation, lane) : conversation;
    }

    private Conversation unsaid(Conversation conversation, String text) {
        return conversation.talk().comments().contains(text)
                ? sayPlain(conversation.with(conversation.talk().withoutComment(text)).record(now), "unsaid")
                : conversation;
    }

    private Conversation undone(Conversation conversation) {
        return switch (conversation.state()) {
            case State.Planned _ -> conversation.in(new State.Ended(How.WITHDRAWN, now));
            case State.Offered _, State.Asking _, State.Snoozed _ ->
                conversation.in(new State.Ended(How.WITHDRAWN, now)).editQuestions(script.withdrawn());
            case State.Rated _, State.Ended _ -> conversation;
        };
    }

    private Conversation pressed(Conversation conversation, Happening.Press press) {
        String action = press.action();
        int colon = action.indexOf(':');
        String verb = (colon < 0) ? action : action.substring(0, colon);
        String object = (colon < 0) ? "" : action.substring(colon + 1);
        return switch (verb) {
            case "rate" -> ratedByPress(conversation, object);
            case "privately" -> takenUp(conversation, Lane.REPLY);
            case "later" -> later(conversation, scene.snoozeUntil());
            case "stop" -> stop(conversation);
            case "undo" -> start(conversation);
            case "never" -> decline(conversation);
            case "change" -> change(conversation);
            case "reason" -> reason(conversation, object);
            case "reply" -> person(conversation);
            case "done" -> thatsAll(conversation);
            default -> conversation;
        };
    }

    private Conversation ratedByPress(Conversation conversation, String object) {
        if (!object.matches("\\d{1,2}") || !script.scale().has(Integer.parseInt(object))) {
            return conversation;
        }
        return rate(conversation, Integer.parseInt(object), null);
    }

    /** Takes a rating, the first one or another one; {@code words} came with it. */
    Conversation rate(Conversation conversation, int score, @Nullable String words) {
        return switch (conversation.state()) {
            case State.Rated rated -> correct(conversation, rated, score);
            case State.Offered _, State.Asking _, State.Snoozed _ ->
                conversation.expired(now) ? sayPlain(conversation, "closed") : first(conversation, score, words);
            case State.Ended ended -> switch (ended.how()) {
                case DECLINED, OPTED_OUT ->
                    conversation.expired(now) ? sayPlain(conversation, "closed") : first(conversation, score, words);
                case NOT_ASKED, WITHDRAWN, EXPIRED -> sayPlain(conversation, "closed");
            };
            case State.Planned _ -> conversation;
        };
    }

    private Conversation first(Conversation conversation, int score, @Nullable String words) {
        boolean askBack = words == null || script.scale().band(score) == Band.LOW;
        Conversation rated = conversation.in(new State.Rated(score, now, askBack))
            .with(conversation.talk().score(score));
        if (words != null) {
            rated = rated.with(rated.talk().comment(words));
        }
        rated = rated.record(now).editQuestions(script.result(score));
        if (words != null) {
            rated = rated.say(Lane.REPLY, script.noted(score));
        }
        return askBack ? rated.askBack(script.followUp(score, List.of(), rated.talk().complained())) : rated;
    }

    private Conversation correct(Conversation conversation, State.Rated before, int score) {
        if (conversation.expired(now)) {
            return sayPlain(conversation, "tooLateShort");
        }
        if (score == before.score()) {
            return conversation.editQuestions(script.result(score));
        }
        Band band = script.scale().band(score);
        boolean otherBand = band != script.scale().band(before.score());
        Conversation changed = conversation.in(new State.Rated(score, now, otherBand || before.open()))
            .with(conversation.talk().score(score));
        if (otherBand) {
            changed = changed.editFollowUp(script.followedUp(before.score(), changed.talk().reasons()));
        }
        if (band != Band.LOW) {
            changed = changed.with(changed.talk().reasons(List.of()));
        }
        changed = changed.record(now)
            .editQuestions(script.result(score))
            .say(Lane.REPLY, script.changed(before.score(), score));
        return otherBand ? changed.askBack(script.followUp(score, List.of(), changed.talk().complained())) : changed;
    }

    /** Puts the question off. */
    Conversation later(Conversation conversation, Instant until) {
        return switch (conversation.state()) {
            case State.Asking asking when asking.last() -> decline(conversation);
            case State.Offered _,
                    State.Asking _ ->
                conversation.in(new State.Snoozed(until))
                    .editQuestions(script.plain("laterShown"))
                    .say(Lane.REPLY, script.later(until));
            case State.Planned _, State.Snoozed _, State.Rated _, State.Ended _ -> conversation;
        };
    }

    /** Ends the question for good, at the customer's wish. */
    Conversation decline(Conversation conversation) {
        return switch (conversation.state()) {
            case State.Offered _, State.Asking _,
                    State.Snoozed _ ->
                conversation.in(new State.Ended(How.DECLINED, now))
                    .editQuestions(script.plain("leftShown"))
                    .say(Lane.REPLY, script.plain("declined"));
            case State.Planned _, State.Rated _, State.Ended _ -> conversation;
        };
    }

    /** Ends this question and offers to end all. */
    Conversation leave(Conversation conversation) {
        return switch (conversation.state()) {
            case State.Offered _, State.Asking _,
                    State.Snoozed _ ->
                conversation.in(new State.Ended(How.DECLINED, now))
                    .editQuestions(script.plain("leftShown"))
                    .say(Lane.REPLY, script.left());
            case State.Rated rated when rated.open() -> endTurn(conversation, rated).say(Lane.REPLY, script.left());
            case State.Planned _, State.Rated _, State.Ended _ -> conversation.say(Lane.REPLY, script.left());
        };
    }

    /** Ends all questions. */
    Conversation stop(Conversation conversation) {
        Conversation out = conversation.with(new Effect.OptOut("optOut" + conversation.talk().said()))
            .say(Lane.REPLY, script.stopped());
        return switch (conversation.state()) {
            case State.Offered _, State.Asking _, State.Snoozed _ ->
                out.in(new State.Ended(How.OPTED_OUT, now)).editQuestions(script.plain("stoppedShown"));
            case State.Planned _, State.Rated _, State.Ended _ -> out;
        };
    }

    /** Allows questions again. */
    Conversation start(Conversation conversation) {
        return conversation.with(new Effect.OptIn("optIn" + conversation.talk().said()))
            .say(Lane.REPLY, script.started());
    }

    private Conversation change(Conversation conversation) {
        return switch (conversation.state()) {
            case State.Rated rated when !conversation.expired(now) ->
                conversation.editQuestions(script.chooseAnew(rated.score()));
            case State.Rated _ -> sayPlain(conversation, "tooLateShort");
            case State.Planned _, State.Offered _, State.Asking _, State.Snoozed _, State.Ended _ -> conversation;
        };
    }

    private Conversation reason(Conversation conversation, String key) {
        boolean known = script.survey().reasons().stream().anyMatch((reason) -> reason.key().equals(key));
        if (!known || conversation.expired(now) || !(conversation.state() instanceof State.Rated rated)
                || script.scale().band(rated.score()) != Band.LOW) {
            return conversation;
        }
        List<String> chosen = new ArrayList<>(conversation.talk().reasons());
        if (!chosen.remove(key)) {
            chosen.add(key);
        }
        return conversation.with(conversation.talk().reasons(chosen))
            .record(now)
            .editFollowUp(rated.open() ? script.followUp(rated.score(), chosen, conversation.talk().complained())
                    : script.followedUp(rated.score(), chosen));
    }

    /** Fetches a person. */
    Conversation person(Conversation conversation) {
        if (conversation.talk().complained()) {
            return conversation.complain().say(Lane.REPLY, script.plain("personAgain"));
        }
        Conversation asked = conversation.complain().say(Lane.REPLY, script.person(scene.caseDue(), scene.teamZone()));
        return (asked.state() instanceof State.Rated rated && rated.open())
                ? asked.editFollowUp(script.followUp(rated.score(), asked.talk().reasons(), true)) : asked;
    }

    private Conversation thatsAll(Conversation conversation) {
        return (conversation.state() instanceof State.Rated rated && rated.open())
                ? endTurn(conversation, rated).say(Lane.REPLY, script.thanks(rated.score())) : conversation;
    }

    /** Closes the follow-up question. */
    Conversation endTurn(Conversation conversation, State.Rated rated) {
        return conversation.in(new State.Rated(rated.score(), rated.at(), false))
            .editFollowUp(script.followedUp(rated.score(), conversation.talk().reasons()));
    }

    Conversation sayPlain(Conversation conversation, String key) {
        return conversation.say(Lane.REPLY, script.plain(key));
    }

}
