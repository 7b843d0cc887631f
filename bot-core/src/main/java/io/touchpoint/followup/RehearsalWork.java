package io.touchpoint.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.chat.Message;
import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Saying;
import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Does long rehearsals, one at a time and beside all other work. One that is broken off
 * begins again when its lease has ended, a few times. The property
 * {@code touchpoint.rehearsals.news} says how often it is told how far it has come, every
 * four seconds unless set.
 */
@Component
class RehearsalWork implements DueWork, Indexes {

    private static final Logger log = LoggerFactory.getLogger(RehearsalWork.class);

    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final int ATTEMPTS = 3;

    /** Of the numbers of the messages that one attempt may say. */
    private static final int NEWS = 100;

    private static final int LAST = 9_999;

    private final MongoOperations mongo;

    private final Rehearsals rehearsals;

    private final Outbox outbox;

    private final Duration betweenNews;

    private @Nullable Thread underWay;

    RehearsalWork(MongoOperations mongo, Rehearsals rehearsals, Outbox outbox,
            @Value("${touchpoint.rehearsals.news:PT4S}") Duration betweenNews) {
        this.mongo = mongo;
        this.rehearsals = rehearsals;
        this.outbox = outbox;
        this.betweenNews = betweenNews;
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.sparse("rehearsals", "claimAt"));
    }

    @Override
    public synchronized int runDue(Instant now) {
        if (underWay != null && underWay.isAlive()) {
            return 0;
        }
        Rehearsal claimed = mongo.findAndModify(
                query(where("claimAt").lte(now)).with(Sort.by(Sort.Direction.ASC, "claimAt")),
                new Update().set("claimAt", now.plus(LEASE)).inc("fence", 1),
                FindAndModifyOptions.options().returnNew(true), Rehearsal.class);
        if (claimed == null) {
            return 0;
        }
        underWay = Thread.ofPlatform().daemon().name("rehearsal").start(() -> tryToWork(claimed, now));
        return 1;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional
            .ofNullable(mongo.findOne(query(where("claimAt").exists(true)).with(Sort.by(Sort.Direction.ASC, "claimAt")),
                    Rehearsal.class))
            .map(Rehearsal::claimAt);
    }

    /** Waits until the one that is under way has ended. */
    void await() throws InterruptedException {
        Thread thread;
        synchronized (this) {
            thread = underWay;
        }
        if (thread != null) {
            thread.join();
        }
    }

    private void tryToWork(Rehearsal one, Instant now) {
        try {
            work(one, now);
        }
        catch (RuntimeException ex) {
            log.warn("A rehearsal was broken off: {}", ex.getClass().getName());
        }
    }

    private void work(Rehearsal one, Instant now) {
        long begun = System.nanoTime();
        say(one, 1, ForecastText.underWay(one.change().words(), 0), now);
        if (one.fence() > ATTEMPTS) {
            say(one, LAST, Message.text(
                    "I could not finish the rehearsal of “%s”. Name fewer days.".formatted(one.change().words())), now);
        }
        else {
            News news = new News(one, now, begun);
            Forecast forecast = rehearsals.forecast(one.workspace(), one.change(), one.days(), one.askedAt(),
                    news::done);
            say(one, LAST, ForecastText.of(forecast), news.moment());
        }
        mongo.remove(query(where("_id").is(one.id())), Rehearsal.class);
    }

    private void say(Rehearsal one, int number, Message message, Instant now) {
        Saying saying = Saying.of(Saying.key(one.id(), number), one.id(), one.person(), Lane.REPLY, message);
        outbox.promise(List.of((number == 1) ? saying : saying.inPlaceOf(Saying.key(one.id(), 1))), now);
    }

    /** Tells every few seconds how far one has come, and keeps the lease. */
    private final class News {

        private final Rehearsal one;

        private final Instant now;

        private final long begun;

        private Instant last;

        private int said;

        News(Rehearsal one, Instant now, long begun) {
            this.one = one;
            this.now = now;
            this.begun = begun;
            this.last = now;
        }

        Instant moment() {
            return now.plusMillis(Duration.ofNanos(System.nanoTime() - begun).toMillis());
        }

        void done(int percent) {
            Instant moment = moment();
            if (moment.isBefore(last.plus(betweenNews)) || said == NEWS - 1) {
                return;
            }
            last = moment;
            said++;
            mongo.updateFirst(query(where("_id").is(one.id()).and("fence").is(one.fence())),
                    new Update().set("claimAt", moment.plus(LEASE)), Rehearsal.class);
            say(one, one.fence() * NEWS + said, ForecastText.underWay(one.change().words(), percent), moment);
        }

    }

}
