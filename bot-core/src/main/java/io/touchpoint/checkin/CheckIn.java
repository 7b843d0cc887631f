package io.touchpoint.checkin;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Message;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Saying;
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
 * A touchpoint meeting of two colleagues, once or again and again.
 *
 * <pre class="code">
 * checkins {_id: "w1|checkin|mfzwizlt…", workspace: "w1", platform: "slack", state: "ACCEPTED",
 *           planner: {colleague: "mara", feed: "q1…", next: 0}, other: {colleague: "jon", feed: "Zk…", next: 1},
 *           rhythm: {anchor: "2026-12-08", time: "16:00:00", zone: "Europe/Berlin", everyWeeks: 2}, minutes: 30,
 *           deviations: [{index: 2, sequence: 1, at: ISODate(…)}], said: 3, pending: [], changedAt: ISODate(…),
 *           claimAt: ISODate(…), fence: 2, version: 5}
 * </pre>
 *
 * @param id {@code workspace|checkin|key}
 * @param planner who proposed it; the rhythm is in the planner's zone
 * @param other who was asked
 * @param minutes how long it takes
 * @param note what the planner wrote to the other
 * @param said how many sayings there were about it
 * @param pending what is still to be promised
 * @param changedAt when the proposal was last changed as a whole
 * @param claimAt when it next wants attention; null for never
 */
@Document("checkins")
@TypeAlias("checkin")
record CheckIn(@Id String id, @Version @Nullable Long version, String workspace, String platform, State state,
        Side planner, Side other, Rhythm rhythm, Integer minutes, @Nullable String note, List<Deviation> deviations,
        Long said, List<Saying> pending, Instant changedAt, @Nullable Instant claimAt, @Nullable Long fence) {

    public CheckIn {
        deviations = (deviations == null) ? List.of() : List.copyOf(deviations);
        pending = (pending == null) ? List.of() : List.copyOf(pending);
    }

    /** What has become of it. */
    enum State {

        PROPOSED, ACCEPTED, DECLINED

    }

    /**
     * One of the two.
     *
     * @param colleague the colleague's key
     * @param feed the secret part of the address of the person's calendar
     * @param next the index of the next meeting to remind the person of
     */
    record Side(String colleague, String feed, Integer next) {

        Side from(int index) {
            return new Side(colleague, feed, index);
        }

    }

    /** The meeting with this index; empty after the last one. */
    Optional<Occurrence> occurrence(int index) {
        if (!rhythm.has(index)) {
            return Optional.empty();
        }
        Optional<Deviation> deviation = deviations.stream().filter((some) -> some.index() == index).findFirst();
        Instant planned = rhythm.at(index);
        return Optional.of(deviation
            .map((some) -> new Occurrence(index, (some.movedTo() == null) ? planned : some.movedTo(),
                    some.movedTo() == null, some.movedTo() != null, some.sequence(), some.at()))
            .orElseGet(() -> new Occurrence(index, planned, false, false, 0, changedAt)));
    }

    /** The first meeting from an index on that takes place. */
    Optional<Occurrence> nextFrom(int index) {
        int last = index + deviations.size();
        for (int i = index; i <= last; i++) {
            Optional<Occurrence> occurrence = occurrence(i);
            if (occurrence.isEmpty() || !occurrence.get().skipped()) {
                return occurrence;
            }
        }
        return Optional.empty();
    }

    /** The side of a colleague. */
    Optional<Side> side(String colleague) {
        if (planner.colleague().equals(colleague)) {
            return Optional.of(planner);
        }
        return other.colleague().equals(colleague) ? Optional.of(other) : Optional.empty();
    }

    CheckIn in(State next, Instant now) {
        return new CheckIn(id, version, workspace, platform, next, planner, other, rhythm, minutes, note, deviations,
                said, pending, now, now, fence);
    }

    CheckIn next(Side plannerNext, Side otherNext) {
        return new CheckIn(id, version, workspace, platform, state, plannerNext, otherNext, rhythm, minutes, note,
                deviations, said, pending, changedAt, claimAt, fence);
    }

    CheckIn without(int index, Instant now) {
        return deviating(index, null, now);
    }

    CheckIn moved(int index, Instant to, Instant now) {
        return deviating(index, to, now);
    }

    private CheckIn deviating(int index, @Nullable Instant movedTo, Instant now) {
        int sequence = occurrence(index).map(Occurrence::sequence).orElse(0) + 1;
        List<Deviation> all = new ArrayList<>(deviations.stream().filter((some) -> some.index() != index).toList());
        all.add(new Deviation(index, movedTo, sequence, now));
        return new CheckIn(id, version, workspace, platform, state, planner, other, rhythm, minutes, note, all, said,
                pending, changedAt, now, fence);
    }

    /** The same with something more to say. */
    CheckIn say(Address to, Lane lane, Message message, @Nullable String inPlaceOf) {
        Saying saying = Saying.of(Saying.key(id, said + 1), id, to, lane, message);
        List<Saying> more = new ArrayList<>(pending);
        more.add((inPlaceOf == null) ? saying : saying.inPlaceOf(inPlaceOf));
        return new CheckIn(id, version, workspace, platform, state, planner, other, rhythm, minutes, note, deviations,
                said + 1, more, changedAt, claimAt, fence);
    }

    CheckIn promised() {
        return new CheckIn(id, version, workspace, platform, state, planner, other, rhythm, minutes, note, deviations,
                said, List.of(), changedAt, claimAt, fence);
    }

    CheckIn wanting(@Nullable Instant attention) {
        return new CheckIn(id, version, workspace, platform, state, planner, other, rhythm, minutes, note, deviations,
                said, pending, changedAt, attention, fence);
    }

}
