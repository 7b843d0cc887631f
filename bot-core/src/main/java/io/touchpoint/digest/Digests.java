package io.touchpoint.digest;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import io.touchpoint.insight.Finding;
import io.touchpoint.insight.Findings;
import io.touchpoint.outbox.Said;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Service;

/** The weekly digests of all teams, as they are shown. */
@Service
public class Digests {

    private static final Answer NOT_YOURS = new Answer.Shown(
            Message.text("Only people of the company can read the comments."));

    private static final Answer GONE = new Answer.Shown(Message.text("This digest has no comments about that."));

    private final MongoOperations mongo;

    private final Schedules schedules;

    private final Quotes quotes;

    private final Comments comments;

    Digests(MongoOperations mongo, Schedules schedules, Quotes quotes, Comments comments) {
        this.mongo = mongo;
        this.schedules = schedules;
        this.quotes = quotes;
        this.comments = comments;
    }

    /** Lets the schedules follow the teams of a workspace, after those were changed. */
    public void follow(String workspace, Instant now) {
        schedules.follow(workspace, now);
    }

    /** A digest by its id. */
    public Optional<Digest> byId(String id) {
        return Optional.ofNullable(mongo.findById(id, Digest.class));
    }

    /** The digests of a team, the newest first, those that were never sent among them. */
    public List<Digest> of(String workspace, String team, int most) {
        String prefix = workspace + "|digest|" + team + "|";
        return mongo.find(query(where("_id").gte(prefix).lt(prefix + "9999")).with(Sort.by(Sort.Direction.DESC, "_id"))
            .limit(most), Digest.class);
    }

    /**
     * The message of a digest: the same whenever it is asked for, unless a quoted answer
     * was erased.
     * @throws IllegalStateException when there is no such digest, or none that is sent
     */
    public Message rendered(String id) {
        return rendered(byId(id).orElseThrow(() -> new IllegalStateException("no digest " + id)));
    }

    Message rendered(Digest digest) {
        if (!digest.spoken()) {
            throw new IllegalStateException("nothing is said of digest " + digest.id());
        }
        return DigestText.of(digest, quotes::block);
    }

    /**
     * The last digest that a team was sent, to be shown to one person: without its
     * buttons, which belong to the message in the channel.
     */
    public Optional<Message> latest(String workspace, String team) {
        String prefix = workspace + "|digest|" + team + "|";
        return Optional
            .ofNullable(mongo.findOne(query(where("_id").gte(prefix)
                .lt(prefix + "9999")
                .and("outcome")
                .in(Digest.Outcome.REPORT.name(), Digest.Outcome.QUIET.name()))
                .with(Sort.by(Sort.Direction.DESC, "_id")), Digest.class))
            .map((digest) -> new Message(
                    rendered(digest).blocks().stream().filter((block) -> !(block instanceof Block.Buttons)).toList()));
    }

    /** Somebody pressed a button of a digest. */
    public Answer pressed(Said said, Inbound.Pressed press, Instant now) {
        if (!press.action().startsWith(DigestText.COMMENTS)) {
            return GONE;
        }
        String touchpoint = press.action().substring(DigestText.COMMENTS.length());
        return form(said, press.actor(), press.token(), Comments.Choice.first(touchpoint));
    }

    /** Somebody chose other comments on the form of a digest. */
    public Answer changed(Said said, Inbound.Changed change, Instant now) {
        return form(said, change.actor(), change.form(), change.values(), 0);
    }

    /** Somebody asked for the next page on the form of a digest. */
    public Answer submitted(Said said, Inbound.Submitted submission, Instant now) {
        return form(said, submission.actor(), submission.form(), submission.values(), 1);
    }

    /** A form's key is {@code token:comments:touchpoint:page}. */
    private Answer form(Said said, Inbound.Actor actor, String form, Map<String, List<String>> values, int pages) {
        String[] parts = form.split(":", -1);
        if (parts.length != 4 || !DigestText.COMMENTS.equals(parts[1] + ":") || !parts[3].matches("\\d{1,4}")) {
            return GONE;
        }
        Comments.Choice first = Comments.Choice.first(parts[2]);
        int page = (pages == 0) ? 0 : Integer.parseInt(parts[3]) + pages;
        return form(said, actor, parts[0], first.of(value(values, Comments.SHOW, first.show()),
                value(values, Comments.THEME, first.theme()), page));
    }

    private Answer form(Said said, Inbound.Actor actor, String token, Comments.Choice choice) {
        if (!actor.colleague()) {
            return NOT_YOURS;
        }
        Optional<Digest> digest = byId(said.saying().about());
        Optional<Findings> found = digest.map(Digest::findings);
        Optional<Digest.Pain> pain = digest.flatMap((some) -> some.pain(choice.touchpoint()));
        Optional<Finding> finding = found.flatMap((some) -> some.touchpoint(choice.touchpoint()));
        if (pain.isEmpty() || found.isEmpty() || finding.isEmpty()) {
            return GONE;
        }
        return new Answer.Opened(comments.form(token + ":" + DigestText.COMMENTS, digest.get(), found.get(),
                finding.get(), pain.get(), known(choice, pain.get())));
    }

    private static Comments.Choice known(Comments.Choice choice, Digest.Pain pain) {
        Comments.Choice first = Comments.Choice.first(choice.touchpoint());
        boolean show = Comments.SHOWN.stream().anyMatch(choice.show()::equals);
        boolean theme = pain.reasons().stream().anyMatch((reason) -> reason.reason().equals(choice.theme()));
        return choice.of(show ? choice.show() : first.show(), theme ? choice.theme() : first.theme(), choice.page());
    }

    private static String value(Map<String, List<String>> values, String key, String otherwise) {
        List<String> chosen = values.getOrDefault(key, List.of());
        return chosen.isEmpty() ? otherwise : chosen.getFirst();
    }

}
