package io.touchpoint.followup;

import io.touchpoint.chat.Spot;
import io.touchpoint.conversation.Subject;
import io.touchpoint.followup.BusinessEvent.Attribute;
import io.touchpoint.journey.Touchpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What has happened to one subject, in the order in which it happened, whatever the order
 * in which it became known:
 *
 * <pre>
 * {_id: "w1|lifeline|ticket:77", version: 1, workspace: "w1", kind: "ticket", key: "77",
 *  passed: [{event: "desk|e1", type: "ticket.solved", at: …, arrived: …, customer: "w1|customer|c42"}]}
 * </pre>
 */
@Document("lifelines")
@TypeAlias("lifeline")
record Lifeline(@Id String id, @Version @Nullable Long version, String workspace, String kind, String key,
        List<Passed> passed) {

    private static final int REMEMBERED = 100;

    Lifeline {
        passed = List.copyOf(passed);
    }

    /**
     * Something that happened.
     *
     * @param event {@code source|id}
     * @param at when it happened
     * @param arrived when it became known
     * @param customer the customer's id
     * @param attributes what else the event says
     * @param thread where the conversation was that it is about; null for nowhere
     */
    record Passed(String event, String type, Instant at, Instant arrived, String customer, @Nullable String occurrence,
            @Nullable String title, @Nullable String owner, @Nullable String team, @Nullable Boolean manual,
            List<Attribute> attributes, @Nullable Spot thread) {

        Passed {
            attributes = (attributes == null) ? List.of() : List.copyOf(attributes);
        }

    }

    /**
     * A repeat of the subject that a touchpoint asks about.
     *
     * @param occurrence null for the first
     * @param asking what it is asked on
     * @param repeats what told of the same repeat later
     * @param undone what withdrew the question; null when nothing did
     */
    record Turn(@Nullable String occurrence, Passed asking, List<Passed> repeats, @Nullable Passed undone) {

        boolean asksOn(String event) {
            return asking.event().equals(event) || repeats.stream().anyMatch((one) -> one.event().equals(event));
        }

    }

    static Lifeline of(BusinessEvent event) {
        return new Lifeline(id(event), null, event.workspace(), event.kind(), event.subject(), List.of());
    }

    static String id(BusinessEvent event) {
        return id(event.workspace(), event.kind(), event.subject());
    }

    static String id(String workspace, String kind, String key) {
        return workspace + "|lifeline|" + kind + ":" + key;
    }

    boolean knows(String event) {
        return passed.stream().anyMatch((one) -> one.event().equals(event));
    }

    Lifeline with(BusinessEvent event, String customer, Instant now) {
        return with(
                new Passed(event.key(), event.type(), event.time(), now, customer, event.occurrence(), event.title(),
                        event.owner(), event.team(), event.manual() ? true : null, event.attributes(), event.thread()));
    }

    Lifeline with(Passed one) {
        List<Passed> all = new ArrayList<>(passed);
        all.add(one);
        all.sort(Comparator.comparing(Passed::at).thenComparing(Passed::event));
        return new Lifeline(id, version, workspace, kind, key,
                all.subList(Math.max(0, all.size() - REMEMBERED), all.size()));
    }

    /**
     * The repeats of this subject that a touchpoint has to do with. Those that happened
     * before something undid them are withdrawn; what happens at the same moment counts
     * as before.
     */
    List<Turn> turns(Touchpoint touchpoint) {
        Map<String, Turn> turns = new LinkedHashMap<>();
        int undone = 0;
        for (Passed one : inOrder(touchpoint)) {
            if (touchpoint.withdrawnBy().contains(one.type())) {
                turns.replaceAll((_, turn) -> (turn.undone() != null) ? turn
                        : new Turn(turn.occurrence(), turn.asking(), turn.repeats(), one));
                undone++;
            }
            else if (touchpoint.askedOn().contains(one.type())) {
                String occurrence = occurrence(one, undone);
                turns.merge((occurrence != null) ? occurrence : "1", new Turn(occurrence, one, List.of(), null),
                        (known, _) -> repeated(known, one));
            }
        }
        return List.copyOf(turns.values());
    }

    /** Every number that the repeats of a touchpoint may have had when less was known. */
    List<Subject> subjects(Touchpoint touchpoint) {
        long undone = passed.stream().filter((one) -> touchpoint.withdrawnBy().contains(one.type())).count();
        List<Subject> subjects = new ArrayList<>();
        for (int number = 1; number <= undone + 1; number++) {
            subjects.add(new Subject(kind, key, (number == 1) ? null : String.valueOf(number), null, Instant.EPOCH));
        }
        return subjects;
    }

    private List<Passed> inOrder(Touchpoint touchpoint) {
        return passed.stream()
            .sorted(Comparator.comparing(Passed::at)
                .thenComparing((one) -> touchpoint.withdrawnBy().contains(one.type()))
                .thenComparing(Passed::event))
            .toList();
    }

    private static Turn repeated(Turn known, Passed one) {
        List<Passed> repeats = new ArrayList<>(known.repeats());
        repeats.add(one);
        return new Turn(known.occurrence(), known.asking(), repeats, known.undone());
    }

    private static @Nullable String occurrence(Passed one, int undone) {
        String given = one.occurrence();
        if (given != null) {
            return given.equals("1") ? null : given;
        }
        return (undone == 0) ? null : String.valueOf(undone + 1);
    }

}
