package io.touchpoint.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.Inbound;
import io.touchpoint.heartbeat.Heartbeat;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Said;
import io.touchpoint.outbox.SendCheck;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CheckInsTests {

    private static final LocalDate WEEK = LocalDate.of(2026, 11, 30);

    private static String text(Form form) {
        return form.parts()
            .stream()
            .filter(Block.class::isInstance)
            .map((part) -> ((Block) part).plainText())
            .collect(Collectors.joining("\n"));
    }

    private static Form opened(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Opened.class);
        return ((Answer.Opened) answer).form();
    }

    private static String shown(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Shown.class);
        return ((Answer.Shown) answer).message().plainText();
    }

    @Test
    void isPlannedProposedAcceptedAndRemindedOf() {
        try (Office office = new Office()) {
            Answer answer = office.submit("mara", "checkin-plan", Office.plan("Ujon", "2", "2026-12-08", "16:00"),
                    Office.NOW);
            assertThat(shown(answer)).isEqualTo(
                    "I've asked Jon for a check-in every second Tuesday, 16:00 your time, 30 min, from 8 Dec. I'll tell you the answer here.");
            office.at(Office.NOW);
            Said proposal = office.last("jon");
            assertThat(proposal.saying().lane()).isEqualTo(Lane.PROMPT);
            assertThat(office.texts("jon")).containsExactly("""
                    Mara suggests a check-in every second Tuesday, 10:00 your time, 30 min, from 8 Dec.
                    On 16 Mar it will be 11:00 for you: clocks change on different days.
                    [Accept] [Decline…]""");
            assertThat(office.press("jon", proposal, "accept", Office.NOW)).isEqualTo(new Answer.Nothing());
            office.at(Office.NOW);
            assertThat(office.last("jon").saying().replaces()).isEqualTo(proposal.saying().key());
            assertThat(office.last("jon").saying().message().plainText()).isEqualTo("""
                    You accepted the check-in with Mara every second Tuesday, 10:00 your time, 30 min, from 8 Dec.
                    [Download .ics]
                    I remind you both the day before, with what customers said.""");
            assertThat(office.texts("mara")).singleElement()
                .asString()
                .startsWith("Jon accepted your check-in every second Tuesday, 16:00 your time, 30 min, from 8 Dec.");
            assertThat(shown(office.press("jon", proposal, "decline", Office.NOW)))
                .startsWith("This has changed since. The check-in every second Tuesday");
            assertThat(office.checkIns().upcoming(office.colleague("jon"), Office.NOW)).extracting(Block::plainText)
                .containsExactly("Tue 8 Dec, 10:00, 30 min: Mara");
            assertThat(office.checkIns().upcoming(office.colleague("lea"), Office.NOW)).isEmpty();
            remindsBoth(office);
        }
    }

    private static void remindsBoth(Office office) {
        for (int i = 0; i < 12; i++) {
            office.answer("delivery", WEEK.plusDays(2), (i < 8) ? 1 : 5,
                    (i == 7) ? "Two days late, says Jon of Ada Lovelace"
                            : (i == 9) ? "The driver called ahead, perfect." : null,
                    (i < 5) ? List.of("late") : List.of());
            office.answer("search", WEEK.plusDays(2), (i < 1) ? 1 : 5, null, List.of());
        }
        Instant mara = Instant.parse("2026-12-07T15:00:00Z");
        Instant jon = Instant.parse("2026-12-07T21:00:00Z");
        assertThat(office.core.get(Heartbeat.class).nextDue()).isPresent();
        office.at(mara.minusSeconds(1));
        assertThat(office.texts("mara")).hasSize(1);
        office.at(mara).at(mara);
        assertThat(office.last("mara").saying().message().plainText()).isEqualTo("""
                Tomorrow 16:00, 30 min: Jon and Mara
                Went well
                “The driver called ahead, perfect.”   Delivery, 5 of 5
                From customers
                Delivery 67% unhappy (8 of 12). Most named: late 5.
                “Two days late, says [name] of [name]”
                [Skip…]
                Only you two see this.""");
        assertThat(office.texts("jon")).hasSize(2);
        office.at(jon).at(jon.plusSeconds(60));
        assertThat(office.last("jon").saying().message().plainText())
            .startsWith("Tomorrow 10:00, 30 min: Jon and Mara");
        assertThat(office.texts("mara")).hasSize(2);
        assertThat(office.texts("jon")).hasSize(3);
        skips(office, jon.plusSeconds(120));
    }

    private static void skips(Office office, Instant now) {
        Said reminder = office.last("jon");
        Form form = opened(office.press("jon", reminder, "skip:0", now));
        assertThat(form.title()).isEqualTo("Skip a check-in");
        assertThat(office.submit("jon", form.key(), Map.of("reason", List.of("day off")), now))
            .isEqualTo(new Answer.Nothing());
        office.at(now);
        assertThat(office.last("jon").saying().message().plainText())
            .isEqualTo("You skip the check-in of Tue 8 Dec: day off. Next: Tue 22 Dec, 10:00.");
        assertThat(office.last("mara").saying().message().plainText())
            .isEqualTo("Jon skips the check-in of Tue 8 Dec: day off. Next: Tue 22 Dec, 16:00.");
        assertThat(shown(office.press("mara", office.to(Office.person("mara")).get(1), "skip:0", now)))
            .startsWith("This has changed since.");
        office.at(Instant.parse("2026-12-21T15:00:00Z"));
        assertThat(office.last("mara").saying().message().plainText()).isEqualTo("""
                Tomorrow 16:00, 30 min: Jon and Mara
                Nothing stood out in what customers said from 14–20 Dec.
                [Skip…]
                Only you two see this.""");
    }

    @Test
    void tellsWhoProposedItThatItWasDeclined() {
        try (Office office = new Office()) {
            office.submit("mara", "checkin-plan", Office.plan("Ujon", "0", "2026-12-08", "16:00"), Office.NOW);
            office.at(Office.NOW);
            Said proposal = office.last("jon");
            assertThat(proposal.saying().message().plainText())
                .startsWith("Mara suggests a check-in on Tue 8 Dec, 10:00 your time, 30 min.");
            Form form = opened(office.press("jon", proposal, "decline", Office.NOW));
            office.submit("jon", form.key(), Map.of("reason", List.of("No time before Christmas")), Office.NOW);
            office.submit("jon", form.key(), Map.of("reason", List.of("Again")), Office.NOW);
            office.at(Office.NOW);
            assertThat(office.texts("jon")).last().isEqualTo("You declined the check-in with Mara.");
            assertThat(office.texts("mara")).containsExactly("""
                    Jon declined the check-in on Tue 8 Dec, 16:00 your time, 30 min.
                    “No time before Christmas”""");
        }
    }

    @Test
    void proposesOnceHoweverOftenTheFormArrives() {
        try (Office office = new Office()) {
            for (int i = 0; i < 3; i++) {
                office.submit("same", "mara", "checkin-plan", Office.plan("Ujon", "1", "2026-12-08", "16:00"),
                        Office.NOW);
                office.at(Office.NOW);
            }
            assertThat(office.texts("jon")).hasSize(1);
            Said proposal = office.last("jon");
            office.press("jon", proposal, "accept", Office.NOW);
            office.press("jon", proposal, "accept", Office.NOW);
            office.at(Office.NOW);
            assertThat(office.texts("jon")).hasSize(2);
            assertThat(office.texts("mara")).hasSize(1);
        }
    }

    @Test
    void isNobodyElsesToDecide() {
        try (Office office = new Office()) {
            office.submit("mara", "checkin-plan", Office.plan("Ujon", "1", "2026-12-08", "16:00"), Office.NOW);
            office.at(Office.NOW);
            Said proposal = office.last("jon");
            assertThat(shown(office.press("lea", proposal, "accept", Office.NOW)))
                .isEqualTo("This check-in is between two other people.");
            assertThat(shown(office.press("mara", proposal, "accept", Office.NOW)))
                .isEqualTo("This check-in is between two other people.");
            Inbound.Actor guest = new Inbound.Actor(Office.person("jon"), false, null);
            assertThat(shown(office.checkIns().form(guest, Office.NOW))).startsWith("Check-ins are between colleagues");
            Inbound.Actor stranger = new Inbound.Actor(Office.person("nobody"), true, null);
            assertThat(shown(office.checkIns().form(stranger, Office.NOW)))
                .startsWith("Check-ins are between colleagues");
            assertThat(shown(office.press("jon", proposal, "skip:0", Office.NOW)))
                .startsWith("This has changed since.");
            assertThat(shown(office.press("jon", proposal, "nonsense", Office.NOW)))
                .startsWith("This has changed since.");
        }
    }

    @Test
    void showsBothLocalTimesWhileTheFormIsFilledIn() {
        try (Office office = new Office()) {
            Form first = opened(office.checkIns().form(Office.actor("mara"), Office.NOW));
            assertThat(first.key()).isEqualTo("checkin-plan");
            assertThat(text(first)).isEqualTo("""
                    Jon: 10:00 for you, 04:00 for Jon (New York).
                    On 18 Mar it will be 05:00 for Jon: clocks change on different days.
                    That is outside the working day of Jon (09:00–17:00).""");
            Form changed = opened(office.checkIns()
                .changed(new Inbound.Changed("c1", Office.NOW, Office.actor("mara"), "checkin-plan",
                        Office.plan("Ujon", "4", "2026-12-12", "16:00")), Office.NOW));
            assertThat(text(changed)).isEqualTo("""
                    Jon: 16:00 for you, 10:00 for Jon (New York).
                    That is a day off for Jon.""");
            Form empty = opened(office.checkIns()
                .changed(new Inbound.Changed("c2", Office.NOW, Office.actor("lea"), "checkin-plan",
                        Map.of("with", List.of())), Office.NOW));
            assertThat(text(empty)).isEqualTo("Choose a person, a day and a time to see it in both zones.");
        }
    }

    @Test
    void saysWhatIsWrongWithTheForm() {
        try (Office office = new Office()) {
            assertThat(
                    office.submit("mara", "checkin-plan", Office.plan("Umara", "1", "2026-11-24", "16:00"), Office.NOW))
                .isEqualTo(new Answer.Wrong(Map.of("with", "A check-in needs two. Choose somebody else.", "day",
                        "That day is over. Choose a later one.")));
            assertThat(
                    office.submit("mara", "checkin-plan", Office.plan("Uwho", "1", "2026-11-25", "12:59"), Office.NOW))
                .isEqualTo(new Answer.Wrong(
                        Map.of("with", "I don't know this person as a colleague. Choose somebody else.", "time",
                                "That time is over for you. Choose a later one.")));
            assertThat(office.submit("mara", "checkin-plan", Map.of("day", List.of("hostile"), "time", List.of()),
                    Office.NOW))
                .isEqualTo(new Answer.Wrong(
                        Map.of("with", "Choose a person.", "day", "Choose a day.", "time", "Choose a time.")));
            assertThat(office.core.mongo().findAll(CheckIn.class)).isEmpty();
        }
    }

    @Test
    void remindsBeforeTheWeekendOfAMeetingOnMonday() {
        try (Office office = new Office()) {
            office.submit("mara", "checkin-plan", Office.plan("Ujon", "1", "2026-12-07", "16:00"), Office.NOW);
            office.at(Office.NOW);
            office.press("jon", office.last("jon"), "accept", Office.NOW);
            office.at(Office.NOW).at(Instant.parse("2026-12-04T15:00:00Z"));
            assertThat(office.last("mara").saying().message().plainText()).startsWith("Mon 7 Dec, 16:00, 30 min");
        }
    }

    @Test
    void isSuggestedBelowADigestThatListsSomething() {
        try (Office office = new Office()) {
            for (int i = 0; i < 40; i++) {
                office.answer("delivery", LocalDate.of(2026, 11, 25), (i < 20) ? 1 : 5, null,
                        (i < 5) ? List.of("late") : List.of());
                office.answer("search", LocalDate.of(2026, 11, 25), 5, null, List.of());
            }
            office.at(Office.NOW).at(Instant.parse("2026-11-30T08:00:00Z"));
            Said prompt = office.core.get(Outbox.class).about("w1|checkin|prompt:journey:2026-W48").getFirst();
            assertThat(prompt.saying().to()).isEqualTo(Office.CHANNEL);
            assertThat(prompt.saying().message().plainText()).isEqualTo(
                    """
                            Worth a check-in this week: Delivery (late).
                            A touchpoint meeting is a short one-on-one. Three questions for it: What did the customer want to get done? How did it feel? What could we try?
                            [Plan a check-in…]
                            I suggest this after a digest that lists something.""");
            Form form = opened(office.press("mara", prompt, "plan", Office.NOW));
            assertThat(form.key()).isEqualTo(Outbox.token(prompt.saying().key()) + ":checkin-plan");
            assertThat(shown(
                    office.submit("mara", form.key(), Office.plan("Ulea", "0", "2026-12-08", "10:00"), Office.NOW)))
                .startsWith("I've asked Lea for a check-in on Tue 8 Dec");
            PromptCheck check = office.core.get(PromptCheck.class);
            assertThat(check.mayGo(prompt.saying(), Office.NOW)).isEqualTo(new SendCheck.Verdict.Go());
            office.shared = true;
            assertThat(check.mayGo(prompt.saying(), Office.NOW))
                .isEqualTo(new SendCheck.Verdict.Drop("channel_shared"));
        }
    }

    @Test
    void givesEachOfTheTwoAnAddressOfTheirOwn() {
        try (Office office = new Office()) {
            office.submit("mara", "checkin-plan", Office.plan("Ujon", "1", "2026-12-08", "16:00"), Office.NOW);
            office.at(Office.NOW);
            office.press("jon", office.last("jon"), "accept", Office.NOW);
            office.at(Office.NOW);
            List<String> links = List.of("jon", "mara")
                .stream()
                .map((who) -> Office.buttons(office.last(who)).getFirst())
                .map(Button::url)
                .toList();
            assertThat(links).doesNotHaveDuplicates()
                .allSatisfy(
                        (link) -> assertThat(link).matches("https://touchpoint\\.example/cal/[A-Za-z0-9_-]{43}\\.ics"));
            new CalendarWeb(office).served(links.getFirst().replace("https://touchpoint.example", ""));
        }
    }

}
