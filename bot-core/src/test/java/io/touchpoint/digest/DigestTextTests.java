package io.touchpoint.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Block;
import io.touchpoint.chat.Message;
import io.touchpoint.insight.Count;
import io.touchpoint.insight.Findings;
import io.touchpoint.insight.PainPoints;
import io.touchpoint.insight.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DigestTextTests {

    private static final LocalDate WEEK = LocalDate.of(2026, 12, 28);

    private static final Health HEALTH = new Health(1240, 1164, 447, 0L, List.of(new Health.Held("asked recently", 131),
            new Health.Held("open case", 48), new Health.Held("opted out", 24)));

    private final List<Sample> everythingHurts = List.of(sample("delivery", 34, 80), sample("returns", 26, 60),
            sample("support_chat", 18, 50), sample("checkout", 21, 55), sample("search", 4, 9),
            sample("A name that is far too long for a chart", 1, 5), sample("A name that is far too long for it", 3, 7),
            sample("app", 1, 4));

    @Test
    void listsThreeOfMoreAndFitsTwelveBlocks() {
        Message message = message(everythingHurts, HEALTH);
        assertThat(message.plainText()).isEqualTo(
                """
                        Customer touchpoints, 28 Dec–3 Jan
                        270 ratings from 1,234 customers. 40% unhappy (108 of 270).
                        Unhappy customers along the journey, %
                        This week: Delivery 43%, Returns 43%, Support_chat 36%, Checkout 38%, Search 44%, A name that is far… 20%, A name that is fa… 2 43%
                        1. Delivery  43% unhappy (34 of 80; likely range 34–52%). About 13 more than the 25% you accept.
                        Owner: nobody yet.  Action: none yet.
                        [See comments]
                        2. Returns  43% unhappy (26 of 60; likely range 33–54%). About 9 more than the 25% you accept.
                        Owner: nobody yet.  Action: none yet.
                        [See comments]
                        3. Checkout  38% unhappy (21 of 55; likely range 28–49%). About 8 more than the 25% you accept.
                        Owner: nobody yet.  Action: none yet.
                        [See comments]
                        Listed too: Support_chat, 36% unhappy (18 of 50).  Too few to rank: Search (9), A name that is far too long for a chart (5), A name that is far too long for it (7), App.  Snoozed: none.
                        Asked 1,240, delivered 1,164, answered 447 (36% of asked, 38% of delivered). Held back 203: asked recently 131, open case 48, opted out 24.
                        Likely range: 90%. Mondays 09:00 Europe/Berlin. Next: 11 Jan.""");
        assertThat(rendered(message)).isLessThanOrEqualTo(12);
    }

    @Test
    void saysThatNothingStandsOut() {
        List<Sample> calm = List.of(sample("delivery", 5, 40), sample("returns", 4, 33), sample("app", 1, 12));
        assertThat(message(calm, new Health(0, 0, 0, null, List.of(new Health.Held("asked recently", 1)))).plainText())
            .contains("Nothing stands out this week.  Snoozed: none.")
            .contains("Asked 0, delivered 0, answered 0. Held back 1: asked recently 1.");
        assertThat(message(calm, new Health(0, 0, 0, 3L, List.of())).plainText())
            .contains("Asked 0, delivered 0, answered 0. Put off 3.");
        assertThat(message(calm, null).plainText()).doesNotContain("Asked");
    }

    /** Text that follows text stands in one block. */
    private static long rendered(Message message) {
        List<Block> blocks = message.blocks();
        return Stream.iterate(0, (i) -> i < blocks.size(), (i) -> i + 1)
            .filter((i) -> i == 0 || !(text(blocks.get(i)) && text(blocks.get(i - 1))))
            .count();
    }

    private static boolean text(Block block) {
        return block instanceof Block.Paragraph || block instanceof Block.Quote;
    }

    private static Message message(List<Sample> samples, @Nullable Health health) {
        Findings found = PainPoints.analyse(WEEK, samples);
        List<Digest.Pain> pains = found.listed()
            .stream()
            .map((key) -> new Digest.Pain(key, List.of(), 0L, null, List.of()))
            .toList();
        Digest digest = new Digest("w1|digest|a|2026-W53", null, "w1", "a", "slack", WEEK, Digest.Outcome.REPORT, null,
                new Digest.Plan(WEEK.plusWeeks(1), LocalTime.of(9, 0), ZoneId.of("Europe/Berlin")), false, null,
                List.of(), found, 1234L, pains, health, null, List.of(), Instant.EPOCH, null, 0L);
        return DigestText.of(digest, (_) -> Block.Paragraph.of("quote"));
    }

    private static Sample sample(String key, int unhappy, int all) {
        return new Sample(key, Wording.sentence(key), .25, true, List.of(new Count(unhappy, all)));
    }

}
