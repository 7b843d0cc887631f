package io.touchpoint.digest;

import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import io.touchpoint.outbox.Said;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Service;

/** The weekly digests of all teams. */
@Service
public class Digests {

    private final MongoOperations mongo;

    Digests(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Lets the schedules follow the teams of a workspace, after those were changed. */
    public void follow(String workspace, Instant now) {
    }

    /** A digest by its id. */
    public Optional<Digest> byId(String id) {
        return Optional.ofNullable(mongo.findById(id, Digest.class));
    }

    /**
     * The message of a digest: the same whenever it is asked for, unless a quoted answer
     * was erased.
     * @throws IllegalStateException when there is no such digest, or none that was sent
     */
    public Message rendered(String id) {
        throw new IllegalStateException("no digest " + id);
    }

    /**
     * The last digest that a team was sent, to be shown to one person: without buttons.
     */
    public Optional<Message> latest(String workspace, String team) {
        return Optional.empty();
    }

    /** Somebody pressed a button of a digest. */
    public Answer pressed(Said said, Inbound.Pressed press, Instant now) {
        return new Answer.Nothing();
    }

    /** Somebody chose other comments on the form of a digest. */
    public Answer changed(Said said, Inbound.Changed change, Instant now) {
        return new Answer.Nothing();
    }

    /** Somebody asked for the next page on the form of a digest. */
    public Answer submitted(Said said, Inbound.Submitted submission, Instant now) {
        return new Answer.Nothing();
    }

}
