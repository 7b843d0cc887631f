package io.touchpoint.checkin;

import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Message;
import io.touchpoint.team.Colleague;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What check-ins say to the two people. */
@Component
class CheckInText {

    static final String ACCEPT = "accept";

    static final String DECLINE = "decline";

    static final String SKIP = "skip:";

    private final CheckInSettings settings;

    CheckInText(CheckInSettings settings) {
        this.settings = settings;
    }

    Message proposal(CheckIn checkIn, Pair pair) {
        List<Block> blocks = new ArrayList<>();
        ZoneId zone = pair.other().zone();
        blocks.add(Block.Paragraph
            .of(pair.planner().name() + " suggests a check-in " + Wording.rhythm(checkIn, zone) + "."));
        if (checkIn.note() != null) {
            blocks.add(new Block.Quote(checkIn.note(), null));
        }
        ClockNotes.of(checkIn.rhythm(), zone, "you").forEach((note) -> blocks.add(Block.Note.of(note)));
        blocks.add(Block.Buttons.of(Button.of(ACCEPT, "Accept").primary(), Button.form(DECLINE, "Decline\u2026")));
        return new Message(blocks);
    }

    Message asked(CheckIn checkIn, Pair pair) {
        return Message.text("I've asked " + pair.other().name() + " for a check-in "
                + Wording.rhythm(checkIn, pair.planner().zone()) + ". I'll tell you the answer here.");
    }

    /** To one of the two, once it is agreed. */
    Message agreed(CheckIn checkIn, Pair pair, Colleague reader) {
        boolean planner = reader.key().equals(pair.planner().key());
        String who = planner ? pair.other().name() + " accepted your check-in "
                : "You accepted the check-in with " + pair.planner().name() + " ";
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Paragraph.of(who + Wording.rhythm(checkIn, reader.zone()) + "."));
        String feed = (planner ? checkIn.planner() : checkIn.other()).feed();
        String calendar = settings.calendar(feed);
        if (calendar != null) {
            blocks.add(Block.Buttons.of(Button.link("Download .ics", calendar)));
        }
        blocks.add(Block.Note.of("I remind you both the day before, with what customers said."));
        return new Message(blocks);
    }

    Message declined(Pair pair) {
        return Message.text("You declined the check-in with " + pair.planner().name() + ".");
    }

    Message wasDeclined(CheckIn checkIn, Pair pair, @Nullable String reason) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Paragraph.of(pair.other().name() + " declined the check-in "
                + Wording.rhythm(checkIn, pair.planner().zone()) + "."));
        if (reason != null) {
            blocks.add(new Block.Quote(reason, null));
        }
        return new Message(blocks);
    }

    /** The state as somebody is told who pressed a button that has had its day. */
    Message state(CheckIn checkIn, Colleague reader) {
        String state = switch (checkIn.state()) {
            case PROPOSED -> "It is not decided yet.";
            case ACCEPTED -> "The check-in " + Wording.rhythm(checkIn, reader.zone()) + " is agreed.";
            case DECLINED -> "The check-in was declined.";
        };
        return Message.text("This has changed since. " + state);
    }

    Message reminder(CheckIn checkIn, Pair pair, Colleague reader, Occurrence meeting, Instant now,
            List<Block> agenda) {
        ZoneId zone = reader.zone();
        LocalDate day = meeting.start().atZone(zone).toLocalDate();
        boolean tomorrow = day.equals(now.atZone(zone).toLocalDate().plusDays(1));
        String when = tomorrow ? "Tomorrow " : Wording.day(meeting.start(), zone) + ", ";
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(when + Wording.time(meeting.start(), zone) + ", " + checkIn.minutes() + " min: "
                + pair.other().name() + " and " + pair.planner().name()));
        blocks.addAll(agenda);
        blocks.add(Block.Buttons.of(Button.form(SKIP + meeting.index(), "Skip\u2026")));
        blocks.add(Block.Note.of("Only you two see this."));
        return new Message(blocks);
    }

    /** To both, when a meeting is skipped. */
    Message skipped(CheckIn checkIn, Colleague who, Colleague reader, Occurrence meeting, String reason) {
        ZoneId zone = reader.zone();
        String subject = who.key().equals(reader.key()) ? "You skip" : who.name() + " skips";
        Optional<Occurrence> next = checkIn.nextFrom(meeting.index() + 1);
        String then = next
            .map((some) -> " Next: " + Wording.day(some.start(), zone) + ", " + Wording.time(some.start(), zone) + ".")
            .orElse("");
        return Message
            .text(subject + " the check-in of " + Wording.day(meeting.start(), zone) + ": " + reason + "." + then);
    }

}
