package io.touchpoint.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Directory;
import io.touchpoint.chat.Message;
import io.touchpoint.feedback.Responses;
import io.touchpoint.heartbeat.Heartbeat;
import io.touchpoint.outbox.Lane;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Saying;
import io.touchpoint.team.Teams;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class DigestsTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void reportsTheWeekOnMondayMorning() {
        try (Northwind northwind = new Northwind().oracle().at(Northwind.SUNDAY)) {
            assertThat(northwind.core.get(Heartbeat.class).nextDue()).contains(Northwind.MONDAY);
            northwind.at(Northwind.MONDAY.minusSeconds(1));
            assertThat(northwind.promised()).isEmpty();
            assertThat(northwind.at(Northwind.MONDAY).promised()).singleElement()
                .asString()
                .isEqualTo(
                        """
                                Customer touchpoints, 16–22 Nov
                                447 ratings from 441 customers. 17% unhappy (77 of 447), week before 13%: no clear change.
                                Unhappy customers along the journey, %
                                This week: Search 5%, Product page 7%, Checkout 14%, Payment 7%, Delivery 28%, Unboxing 17%, Returns 45%, Support chat 25%, Help center 21%
                                Week before: Search 7%, Product page 6%, Checkout 13%, Payment 8%, Delivery 17%, Unboxing 13%, Returns 21%, Support chat 24%, Help center 24%
                                1. Delivery  28% unhappy (25 of 88; likely range 21–37%), was 17%. Probably worse. About 10 more unhappy ratings than at an average touchpoint.
                                “Two days late and nobody told me.”   online order, 19 Nov
                                Most named: late 14, no tracking 6.  Owner: @Jon.  Action: none yet.
                                [See comments]
                                2. Returns  45% unhappy (14 of 31; likely range 31–60%), was 21%. Probably worse. About 6 more than average.
                                “The form fails on my phone.”   return, 19 Nov
                                Most named: form on mobile 9.  Owner: @Mara.  Action: none yet.
                                [See comments]
                                Going well: Search, 5% unhappy (3 of 61).  Too few to rank: Unboxing (6).  Snoozed: none.
                                Likely range: 90%. Mondays 09:00 Europe/Berlin. Next: 30 Nov.""");
            assertThat(northwind.said(Northwind.DIGEST).saying().lane()).isEqualTo(Lane.DIGEST);
            assertThat(northwind.said(Northwind.DIGEST).saying().to()).isEqualTo(Northwind.CHANNEL);
            assertThat(northwind.core.get(Heartbeat.class).nextDue())
                .contains(Northwind.MONDAY.plus(Duration.ofDays(7)));
            shownAgain(northwind);
        }
    }

    private static void shownAgain(Northwind northwind) {
        Message sent = northwind.said(Northwind.DIGEST).saying().message();
        northwind.answers("delivery", Northwind.WEEK, 9, 9);
        assertThat(northwind.core.get(Digests.class).rendered(Northwind.DIGEST)).isEqualTo(sent);
        assertThat(northwind.core.get(Digests.class).latest("w1", "journey")).map(Message::plainText)
            .contains(sent.plainText().replace("[See comments]\n", ""));
        assertThat(northwind.core.get(Digests.class).latest("w1", "other")).isEmpty();
        String quoted = northwind.digest(Northwind.DIGEST).pains().getFirst().quotes().getFirst().answer();
        northwind.core.mongo().remove(Query.query(Criteria.where("_id").is(quoted)), "answers");
        assertThat(northwind.core.get(Digests.class).rendered(Northwind.DIGEST).plainText()).isEqualTo(
                sent.plainText().replace("“Two days late and nobody told me.”   online order, 19 Nov", "(removed)"));
    }

    @Test
    void keepsNobodysWordsInTheSnapshot() {
        try (Northwind northwind = new Northwind().oracle().at(Northwind.SUNDAY).at(Northwind.MONDAY)) {
            assertThat(northwind.core.mongo().findAll(org.bson.Document.class, "digests")).singleElement()
                .extracting(org.bson.Document::toJson)
                .asString()
                .contains("rating")
                .doesNotContain("nobody told me");
        }
    }

    @Test
    void isSentOnceHoweverOftenTheWorkIsDone() {
        try (Northwind northwind = new Northwind()) {
            northwind.answers("delivery", Northwind.WEEK, 2, 12);
            northwind.at(Northwind.SUNDAY).at(Northwind.MONDAY);
            Query all = new Query();
            northwind.core.mongo().updateMulti(all, new Update().set("claimAt", Northwind.MONDAY), Digest.class);
            northwind.core.mongo()
                .updateMulti(all, new Update().set("claimAt", Northwind.MONDAY).set("on", "2026-11-23"),
                        Schedule.class);
            northwind.at(Northwind.MONDAY.plusSeconds(40));
            assertThat(northwind.promised()).hasSize(1);
            assertThat(northwind.after.asked).hasSize(2);
        }
    }

    @Test
    void saysWhatFollowsBehindTheDigest() {
        try (Northwind northwind = new Northwind()) {
            northwind.after.sayings = List
                .of(Saying.of("w1|prompt#0001", "w1|prompt", Northwind.CHANNEL, Lane.DIGEST, Message.text("And now")));
            northwind.answers("delivery", Northwind.WEEK, 2, 12);
            northwind.at(Northwind.SUNDAY).at(Northwind.MONDAY);
            assertThat(northwind.after.asked).containsExactly(Northwind.DIGEST);
            assertThat(northwind.core.get(Outbox.class).about("w1|prompt")).hasSize(1);
        }
    }

    @Test
    void saysThatItIsLateAfterADowntime() {
        try (Northwind northwind = new Northwind()) {
            northwind.answers("delivery", Northwind.WEEK, 2, 12);
            northwind.at(Northwind.SUNDAY).at(Northwind.MONDAY.plus(Duration.ofHours(48)));
            assertThat(northwind.promised()).singleElement()
                .asString()
                .startsWith("Customer touchpoints, 16–22 Nov. Sent late (due Mon 09:00).\n12 ratings");
            assertThat(northwind.core.get(Heartbeat.class).nextDue())
                .contains(Northwind.MONDAY.plus(Duration.ofDays(7)));
        }
    }

    @Test
    void skipsWhatIsTooLateAndSaysSoNextTime() {
        try (Northwind northwind = new Northwind()) {
            northwind.answers("delivery", Northwind.WEEK, 2, 12);
            northwind.answers("delivery", Northwind.WEEK.plusWeeks(2), 2, 12);
            northwind.at(Northwind.SUNDAY).at(Northwind.MONDAY.plus(Duration.ofDays(14)).plusSeconds(60));
            assertThat(northwind.digest(Northwind.DIGEST).outcome()).isEqualTo(Digest.Outcome.SKIPPED);
            assertThat(northwind.promised()).singleElement().asString().startsWith("""
                    Customer touchpoints, 30 Nov–6 Dec
                    The digests for 16–29 Nov were not sent; the last one: it was more than 48 hours late.
                    12 ratings from 12 customers. 17% unhappy (2 of 12).""");
        }
    }

    @Test
    void isNeverSentToASharedChannel() {
        try (Northwind northwind = new Northwind()) {
            northwind.channels.found = new Directory.Found.Here<>(
                    new Directory.Channel(Northwind.CHANNEL, "touchpoints", true, false, true));
            northwind.answers("delivery", Northwind.WEEK, 2, 12);
            northwind.at(Northwind.SUNDAY).at(Northwind.MONDAY);
            assertThat(northwind.promised()).isEmpty();
            assertThat(northwind.digest(Northwind.DIGEST).reason())
                .isEqualTo("the channel was shared with another company");
        }
    }

    @Test
    void waitsForAPlatformThatGivesNoAnswer() {
        try (Northwind northwind = new Northwind()) {
            Directory.Found<Directory.Channel> here = northwind.channels.found;
            northwind.channels.found = new Directory.Found.NotNow<>("timeout");
            northwind.answers("delivery", Northwind.WEEK, 2, 12);
            northwind.at(Northwind.SUNDAY).at(Northwind.MONDAY);
            assertThat(northwind.promised()).isEmpty();
            northwind.channels.found = here;
            Instant again = northwind.core.get(Heartbeat.class).nextDue().orElseThrow();
            assertThat(again).isEqualTo(Northwind.MONDAY.plus(Schedules.LEASE));
            assertThat(northwind.at(again).promised()).hasSize(1);
        }
    }

    @Test
    void saysOnceThatThereIsNothingAndThenWaitsForAnAnswer() {
        try (Northwind northwind = new Northwind().at(Northwind.SUNDAY)) {
            for (int week = 0; week < 3; week++) {
                northwind.at(Northwind.MONDAY.plus(Duration.ofDays(7L * week)));
            }
            northwind.answers("delivery", Northwind.WEEK.plusWeeks(3), 1, 3);
            northwind.at(Northwind.MONDAY.plus(Duration.ofDays(21)));
            assertThat(northwind.promised()).containsExactly("""
                    Customer touchpoints, 16–22 Nov
                    No ratings this week. I'll be back when there is more to say.""", """
                    Customer touchpoints, 7–13 Dec
                    3 ratings this week, too few to rank.
                    Nothing stands out in these 4 weeks.  Too few to rank: Delivery.  Snoozed: none.
                    Likely range: 90%. Mondays 09:00 Europe/Berlin. Next: 21 Dec.""");
            assertThat(northwind.digest("w1|digest|journey|2026-W48").outcome()).isEqualTo(Digest.Outcome.SILENT);
        }
    }

    @Test
    void fallsBackToFourWeeksWhereAWeekIsTooThin() {
        try (Northwind northwind = new Northwind()) {
            northwind.answers("delivery", Northwind.WEEK.minusWeeks(2), 7, 10);
            northwind.answers("delivery", Northwind.WEEK.minusWeeks(1), 7, 10);
            northwind.answers("delivery", Northwind.WEEK, 3, 5);
            northwind.answer("delivery", Northwind.WEEK, 2, List.of("The parcel stood in the rain."), List.of());
            northwind.answers("checkout", Northwind.WEEK.minusWeeks(3), 0, 30);
            northwind.at(Northwind.SUNDAY).at(Northwind.MONDAY);
            assertThat(northwind.promised()).singleElement()
                .asString()
                .contains("6 ratings this week, too few to rank. Last 4 weeks: 32% unhappy (18 of 56).\n")
                .contains(
                        "Last 4 weeks: Checkout 0%, Delivery 69%\n1. Delivery  69% unhappy (18 of 26; likely range 53–82%). "
                                + "About ")
                .contains("“The parcel stood in the rain.”   online order, 16 Nov\n");
        }
    }

    @Test
    void followsATeamThatWantsAnotherTime() {
        try (Northwind northwind = new Northwind().at(Northwind.SUNDAY)) {
            northwind.team(DayOfWeek.TUESDAY, LocalTime.of(10, 30), ZoneId.of("America/New_York"));
            northwind.core.get(Digests.class).follow("w1", Northwind.SUNDAY);
            assertThat(northwind.core.get(Heartbeat.class).nextDue()).contains(Instant.parse("2026-11-24T15:30:00Z"));
            northwind.team(DayOfWeek.MONDAY, LocalTime.of(9, 0), BERLIN);
            northwind.at(Northwind.SUNDAY.plusSeconds(61));
            assertThat(northwind.core.get(Heartbeat.class).nextDue()).contains(Northwind.MONDAY);
            northwind.core.get(Teams.class).replace("w1", List.of(), List.of());
            northwind.core.get(Digests.class).follow("w1", Northwind.SUNDAY);
            assertThat(northwind.core.get(Heartbeat.class).nextDue()).isEmpty();
        }
    }

    @Test
    void reportsAWeekOnceThoughItsTimeWasChanged() {
        try (Northwind northwind = new Northwind()) {
            northwind.answers("delivery", Northwind.WEEK, 2, 12);
            northwind.at(Northwind.SUNDAY).at(Northwind.MONDAY);
            northwind.team(DayOfWeek.WEDNESDAY, LocalTime.of(9, 0), BERLIN);
            northwind.at(Northwind.MONDAY.plus(Duration.ofHours(1))).at(Northwind.MONDAY.plus(Duration.ofDays(2)));
            assertThat(northwind.promised()).hasSize(1);
            assertThat(northwind.core.get(Digests.class).latest("w1", "journey")).isPresent();
            assertThat(northwind.core.get(Digests.class).byId(Northwind.DIGEST)).isPresent();
            assertThat(northwind.core.get(Heartbeat.class).nextDue())
                .contains(Northwind.MONDAY.plus(Duration.ofDays(9)));
        }
    }

    @Test
    void quotesNothingThatNamesSomebodyOrAnOrder() {
        try (Northwind northwind = new Northwind()) {
            northwind.answers("delivery", Northwind.WEEK, 8, 12);
            northwind.answers("checkout", Northwind.WEEK, 0, 60);
            for (String words : List.of("Your Jon promised me to call back", "Too short",
                    "Nobody at Dana Novak's door, as always")) {
                northwind.nextCustomer("Dana Novak");
                northwind.answer("delivery", Northwind.WEEK, 1, List.of(words), List.of());
            }
            northwind.answer("delivery", Northwind.WEEK, 2, List.of("It came three days after I left."), List.of());
            northwind.at(Northwind.SUNDAY).at(Northwind.MONDAY);
            assertThat(northwind.promised()).singleElement()
                .asString()
                .contains("“It came three days after I left.”")
                .doesNotContain("Jon promised", "Novak");
            assertThat(northwind.core.get(Responses.class).of("w1", "delivery", Northwind.WEEK, Northwind.WEEK))
                .hasSize(16);
        }
    }

    @Test
    void showsTheJourneyStageByStage() {
        try (Northwind northwind = new Northwind().oracle()) {
            assertThat(northwind.core.get(JourneyView.class).map("w1", Northwind.MONDAY).plainText()).isEqualTo("""
                    Customer journey, 16–22 Nov
                    Pre-purchase
                    Search: 5% unhappy (3 of 61), was 7%. Journey team.
                    Product page: 7% unhappy (5 of 70), was 6%. Journey team.
                    Purchase
                    Checkout: 14% unhappy (10 of 72), was 13%. Journey team.
                    Payment: 7% unhappy (4 of 55), was 8%. Journey team.
                    Post-purchase
                    Delivery: 28% unhappy (25 of 88), was 17%, ▲ probably worse. Jon, journey team.
                    Unboxing: 17% unhappy (1 of 6), too few to rank. Journey team.
                    Returns: 45% unhappy (14 of 31), was 21%, ▲ probably worse. Mara, journey team.
                    Service
                    Support chat: 25% unhappy (10 of 40), was 24%. Journey team.
                    Self-service
                    Help center: 21% unhappy (5 of 24), was 24%. Journey team.
                    Change: against the week before. ▲ worse, ▼ better.""");
        }
    }

}
