package io.touchpoint.conversation;

import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.heartbeat.SideBySide;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Said;
import io.touchpoint.storage.Instances;
import io.touchpoint.storage.ParkedWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Attends to conversations that want attention: does what they have decided, and lets
 * their time pass. A claim is one write that hides the conversation for a lease and
 * raises its fence and its version; who comes late loses every compare-and-set.
 */
@Component
class Attendant implements DueWork {

    static final Duration LEASE = Duration.ofSeconds(30);

    private static final int BATCH = 50;

    private final MongoTemplate mongo;

    private final Effects effects;

    private final Scenes scenes;

    private final AskCheck check;

    private final Outbox outbox;

    private final SideBySide sideBySide;

    private final ParkedWork parked;

    private final Instances instances;

    Attendant(MongoTemplate mongo, Effects effects, Scenes scenes, AskCheck check, Outbox outbox, SideBySide sideBySide,
            ParkedWork parkedConversations, Instances instances) {
        this.mongo = mongo;
        this.effects = effects;
        this.scenes = scenes;
        this.check = check;
        this.outbox = outbox;
        this.sideBySide = sideBySide;
        this.parked = parkedConversations;
        this.instances = instances;
    }

    @Override
    public int runDue(Instant now) {
        Query due = Query.query(Criteria.where("claimAt").lte(now)).with(Sort.by("claimAt")).limit(BATCH);
        due.fields().include("_id");
        List<String> ids = mongo.find(due, Only.class, "conversations").stream().map(Only::id).toList();
        return claim(ids, now);
    }

    @Override
    public Optional<Instant> nextDue() {
        Query first = Query.query(Criteria.where("claimAt").exists(true)).with(Sort.by("claimAt")).limit(1);
        return Optional.ofNullable(mongo.findOne(first, Conversation.class)).map(Conversation::claimAt);
    }

    /**
     * Attends to one conversation at once, if it wants attention and nobody else does.
     */
    void attend(String id, Instant now) {
        claim(List.of(id), now);
    }

    private int claim(List<String> ids, Instant now) {
        if (ids.isEmpty()) {
            return 0;
        }
        String holder = instances.holder();
        mongo.updateMulti(Query.query(Criteria.where("_id").in(ids).and("claimAt").lte(now)),
                new Update().set("claimAt", now.plus(LEASE)).set("leased", true).set("holder", holder).inc("fence", 1),
                Conversation.class);
        List<Conversation> mine = mongo.find(Query.query(Criteria.where("_id").in(ids).and("holder").is(holder)),
                Conversation.class);
        sideBySide.each(mine, (claimed) -> tryToWork(claimed, now));
        return mine.size();
    }

    /**
     * A conversation that fails holds no other back: it comes again when its lease ends,
     * a few times.
     */
    private void tryToWork(Conversation claimed, Instant now) {
        try {
            work(claimed, now);
        }
        catch (RuntimeException | StackOverflowError ex) {
            parked.failed(claimed.id(), ex, now);
        }
    }

    private void work(Conversation claimed, Instant now) {
        Conversation current = claimed;
        while (true) {
            current.effects().forEach((effect) -> effects.perform(claimed, effect, now));
            Conversation done = current.without(current.effects());
            Conversation next = due(done, now) ? pass(done, now) : done.released();
            try {
                current = mongo.save(next);
                if (Boolean.FALSE.equals(current.leased())) {
                    return;
                }
            }
            catch (OptimisticLockingFailureException _) {
                Conversation latest = mongo.findById(claimed.id(), Conversation.class);
                if (latest == null || !latest.fence().equals(claimed.fence())) {
                    return;
                }
                current = latest;
            }
        }
    }

    private static boolean due(Conversation conversation, Instant now) {
        return conversation.timer().filter((timer) -> !timer.isAfter(now)).isPresent();
    }

    /** Lets the time pass that the state waited for. */
    private Conversation pass(Conversation conversation, Instant now) {
        Dialogue dialogue = new Dialogue(scenes.of(conversation, now));
        return switch (conversation.state()) {
            case State.Planned _, State.Snoozed _ -> ask(conversation, dialogue, now);
            case State.Offered offered when !conversation.expired(now) -> looked(conversation, offered, dialogue, now);
            case State.Asking _ when conversation.reminder().isPresent() && !conversation.expired(now) ->
                ask(conversation, dialogue, now);
            case State.Offered _, State.Asking _, State.Rated _ ->
                dialogue.next(conversation, new Happening.TimeIsUp());
            case State.Ended _ -> conversation;
        };
    }

    private Conversation ask(Conversation conversation, Dialogue dialogue, Instant now) {
        return switch (check.mayAsk(conversation.id(), conversation.customer(), now)) {
            case AskCheck.Verdict.Ask _ -> dialogue.next(conversation, new Happening.MayAsk());
            case AskCheck.Verdict.AskPrivately _ -> dialogue.next(conversation.privately(), new Happening.MayAsk());
            case AskCheck.Verdict.Later(Instant until) -> conversation.postponed(until, now);
            case AskCheck.Verdict.Never _ -> dialogue.next(conversation, new Happening.MayNotAsk());
        };
    }

    /**
     * Whether the line in the thread could be said; else the question is put privately.
     */
    private Conversation looked(Conversation conversation, State.Offered offered, Dialogue dialogue, Instant now) {
        Said.State said = outbox.byKey(offered.line()).map(Said::state).orElse(Said.State.WAITING);
        return switch (said) {
            case DELIVERED -> conversation.in(new State.Offered(offered.since(), offered.line(), null));
            case WAITING ->
                conversation.in(new State.Offered(offered.since(), offered.line(), now.plus(Conversation.SPEAKING)));
            case DROPPED, PARKED -> dialogue.next(conversation, new Happening.ThreadClosed());
        };
    }

    /** An id without its document. */
    private record Only(String id) {
    }

}
