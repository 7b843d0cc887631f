package io.touchpoint.digest;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;
import io.touchpoint.heartbeat.DueWork;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Saying;
import io.touchpoint.storage.ParkedWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Makes digests when they are due and hands them to the outbox. First the digest is
 * stored, which decides that it is the one of its week; then it is promised, as often as
 * it takes: the outbox knows what it was promised before.
 */
@Component
class DigestWork implements DueWork {

    private static final Logger log = LoggerFactory.getLogger(DigestWork.class);

    private static final int AT_ONCE = 20;

    private final MongoOperations mongo;

    private final Schedules schedules;

    private final Compilation compilation;

    private final Digests digests;

    private final Outbox outbox;

    private final ParkedWork parkedSchedules;

    private final ParkedWork parkedDigests;

    private final Set<String> platforms;

    DigestWork(MongoOperations mongo, Schedules schedules, Compilation compilation, Digests digests, Outbox outbox,
            ParkedWork parkedSchedules, ParkedWork parkedDigests, ObjectProvider<Directory> directories) {
        this.mongo = mongo;
        this.schedules = schedules;
        this.compilation = compilation;
        this.digests = digests;
        this.outbox = outbox;
        this.parkedSchedules = parkedSchedules;
        this.parkedDigests = parkedDigests;
        this.platforms = directories.stream().map(Directory::platform).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public int runDue(Instant now) {
        schedules.follow(now);
        int done = 0;
        while (done < AT_ONCE && (fire(now) || promise(now))) {
            done++;
        }
        return done;
    }

    @Override
    public Optional<Instant> nextDue() {
        Optional<Instant> waiting = Optional.ofNullable(mongo.findOne(
                query(where("platform").in(platforms).and("claimAt").exists(true)).with(Sort.by("claimAt")),
                Digest.class))
            .map(Digest::claimAt);
        return Stream.of(waiting, schedules.nextDue(platforms)).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private boolean fire(Instant now) {
        Optional<Schedule> claimed = schedules.claim(platforms, now);
        if (claimed.isEmpty()) {
            return false;
        }
        try {
            Optional<Digest> made = compilation.make(claimed.get(), now);
            if (made.isPresent()) {
                store(made.get());
                schedules.done(claimed.get());
            }
        }
        catch (RuntimeException | StackOverflowError ex) {
            parkedSchedules.failed(claimed.get().id(), ex, now);
        }
        return true;
    }

    private void store(Digest digest) {
        try {
            mongo.insert(digest);
            log.info("Digest {}: {}", digest.id(), digest.outcome());
        }
        catch (DuplicateKeyException _) {
            log.debug("Digest {} has been made before", digest.id());
        }
    }

    private boolean promise(Instant now) {
        Digest digest = mongo.findAndModify(
                query(where("platform").in(platforms).and("claimAt").lte(now)).with(Sort.by("claimAt")),
                new Update().set("claimAt", now.plus(Schedules.LEASE)).inc("fence", 1),
                FindAndModifyOptions.options().returnNew(true), Digest.class);
        if (digest == null) {
            return false;
        }
        try {
            outbox.promise(sayings(digest), now);
            mongo.updateFirst(query(where("_id").is(digest.id()).and("fence").is(digest.fence())),
                    new Update().unset("claimAt"), Digest.class);
        }
        catch (RuntimeException | StackOverflowError ex) {
            parkedDigests.failed(digest.id(), ex, now);
        }
        return true;
    }

    private List<Saying> sayings(Digest digest) {
        Address channel = digest.channel();
        if (channel == null) {
            throw new IllegalStateException("nowhere to send digest " + digest.id());
        }
        List<Saying> sayings = new ArrayList<>();
        sayings.add(Saying.of(Saying.key(digest.id(), 1), digest.id(), channel, Lane.DIGEST, digests.rendered(digest)));
        sayings.addAll(digest.after());
        return sayings;
    }

}
