package io.touchpoint.followup;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Message;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Service;

/**
 * Tells what a changed rule would have made of the last weeks, without asking anybody. A
 * short rehearsal is answered at once; a long one is put down, and whoever asked is told
 * in the direct chat. The property {@code touchpoint.rehearsals.at-once} says up to how
 * many subjects it is short, 2,000 unless set.
 */
@Service
public class Rehearsals {

    private static final int MOST = 200_000;

    private final MongoOperations mongo;

    private final Archive archive;

    private final Workspaces workspaces;

    private final JourneyMaps maps;

    private final Rules rules;

    private final int atOnce;

    Rehearsals(MongoOperations mongo, Archive archive, Workspaces workspaces, JourneyMaps maps, Rules rules,
            @Value("${touchpoint.rehearsals.at-once:2000}") int atOnce) {
        this.mongo = mongo;
        this.archive = archive;
        this.workspaces = workspaces;
        this.maps = maps;
        this.rules = rules;
        this.atOnce = atOnce;
    }

    /**
     * Rehearses a change over the last days.
     * @param by the platform's own id of the wish: the same one twice is one rehearsal
     * @param person who is told when it takes long
     * @return what it showed, or that it takes long
     */
    public Message rehearse(Change change, int days, String by, Address person, Instant now) {
        String workspace = person.workspace();
        Instant from = now.minus(Duration.ofDays(days));
        int subjects = archive.subjects(workspace, from);
        if (subjects > MOST) {
            return Message.text("Events about %s things came in the last %d days, and I can replay %s. Name fewer days."
                .formatted(ForecastText.number(subjects), days, ForecastText.number(MOST)));
        }
        if (subjects <= atOnce) {
            return ForecastText.of(forecast(workspace, change, days, now, (_) -> {
            }));
        }
        try {
            mongo.insert(Rehearsal.asked(workspace, by, change, days, person, now));
        }
        catch (DuplicateKeyException _) {
            // Asked for before, and told of.
        }
        return Message.text("I'm replaying the events about %s things of the last %d days. I'll tell you in our chat."
            .formatted(ForecastText.number(subjects), days));
    }

    /**
     * Replays the events by the rules as they stand, and by the changed ones.
     * @param progress is told how much of a hundred is done
     */
    Forecast forecast(String workspace, Change change, int days, Instant to, IntConsumer progress) {
        Past past = archive.read(workspaces.get(workspace), to.minus(Duration.ofDays(days)), to);
        int both = Math.max(1, 2 * past.arrivals().size());
        Tally before = Replay.of(past, rules.of(workspace), maps.current(workspace),
                (done) -> progress.accept(100 * done / both));
        Tally after = Replay.of(past, change.rules(), change.map(), (done) -> progress.accept(50 + 100 * done / both));
        return Forecast.of(change, days, past, before, after);
    }

}
