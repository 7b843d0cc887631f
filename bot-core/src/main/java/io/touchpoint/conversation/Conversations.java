package io.touchpoint.conversation;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Inbound;
import io.touchpoint.customer.Customer;
import io.touchpoint.outbox.Said;
import io.touchpoint.recovery.Cases;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/**
 * Looks after the conversations with customers. Whatever happens to one is a single
 * compare-and-set of its document: the new state, the event's id and what follows from
 * it; the {@link Attendant} then does what follows.
 */
@Service
public class Conversations {

    private static final Logger log = LoggerFactory.getLogger(Conversations.class);

    private final MongoTemplate mongo;

    private final Scenes scenes;

    private final Attendant attendant;

    private final Cases cases;

    Conversations(MongoTemplate mongo, Scenes scenes, Attendant attendant, Cases cases) {
        this.mongo = mongo;
        this.scenes = scenes;
        this.attendant = attendant;
        this.cases = cases;
    }

    /** Plans a question; planned before, it stays as it is. */
    public void plan(Plan plan) {
        try {
            mongo.insert(Conversation.planned(plan));
        }
        catch (DuplicateKeyException _) {
            return;
        }
    }

    /** Withdraws a question, because what the customer lived through was undone. */
    public void withdraw(String id, String eventId, Instant now) {
        apply(id, eventId, new Happening.Undone(), now);
    }

    /** A button was pressed on something that a conversation said. */
    public Answer pressed(Said said, Inbound.Pressed pressed, Instant now) {
        Conversation conversation = mongo.findById(said.saying().about(), Conversation.class);
        if (conversation == null) {
            return new Answer.Nothing();
        }
        boolean inThread = said.saying().to().kind() == Address.Kind.CHANNEL;
        if (!conversation.plan().to().equals(pressed.actor().person())) {
            return shown(conversation, inThread ? "forSomebodyElse" : "notYours", now);
        }
        apply(conversation.id(), pressed.id(), new Happening.Press(said.saying().key(), pressed.action()), now);
        if (!inThread) {
            return new Answer.Nothing();
        }
        boolean goesOn = progress(conversation.id()).filter(Progress::goesOn).isPresent();
        return shown(conversation, goesOn ? "askedPrivately" : "closed", now);
    }

    private Answer shown(Conversation conversation, String key, Instant now) {
        return new Answer.Shown(scenes.of(conversation, now).script().plain(key));
    }

    /**
     * A customer wrote in the direct chat.
     * @return whether there is a conversation that the words belong to
     */
    public boolean heard(Customer customer, Inbound.Said said, Instant now) {
        Optional<Conversation> latest = latest(customer, said);
        latest.ifPresent((conversation) -> apply(conversation.id(), said.id(),
                new Happening.Words(said.text(), cases.openOf(customer.id()).isPresent()), now));
        return latest.isPresent();
    }

    /**
     * A customer took back what was written in the direct chat: it goes from the answer
     * that it was kept with.
     */
    public void unsaid(Customer customer, Inbound.Unsaid unsaid, Instant now) {
        inChat(customer, unsaid.actor().person())
            .filter((conversation) -> conversation.talk().comments().contains(unsaid.text()))
            .forEach((conversation) -> apply(conversation.id(), unsaid.id(), new Happening.Unsaid(unsaid.text()), now));
    }

    /**
     * What has become of a planned question, in plain words; empty when there is none of
     * this id.
     */
    public Optional<Progress> progress(String id) {
        return Optional.ofNullable(mongo.findById(id, Conversation.class)).map(Progress::of);
    }

    /** The question that the customer was asked last in this chat. */
    private Optional<Conversation> latest(Customer customer, Inbound.Said said) {
        return inChat(customer, said.actor().person()).filter((conversation) -> conversation.talk().expiresAt() != null)
            .max(Comparator
                .comparing((Conversation conversation) -> Optional.ofNullable(conversation.talk().expiresAt())
                    .orElse(Instant.MIN))
                .thenComparing(Conversation::id));
    }

    private Stream<Conversation> inChat(Customer customer, Address person) {
        Query all = Query.query(Criteria.where("workspace").is(customer.workspace()).and("customer").is(customer.id()));
        return mongo.find(all, Conversation.class)
            .stream()
            .filter((conversation) -> conversation.plan().to().equals(person));
    }

    private void apply(String id, String eventId, Happening happening, Instant now) {
        while (true) {
            Conversation conversation = mongo.findById(id, Conversation.class);
            if (conversation == null || conversation.applied(eventId)) {
                return;
            }
            if (conversation.full()) {
                throw new IllegalStateException("too much waits to be done in a conversation");
            }
            Conversation next = new Dialogue(scenes.of(conversation, now)).next(conversation, happening)
                .applying(eventId, now);
            try {
                mongo.save(next);
                attendant.attend(id, now);
                return;
            }
            catch (OptimisticLockingFailureException _) {
                log.debug("a conversation changed meanwhile and is read again");
            }
        }
    }

}
