package io.touchpoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.sandbox.RunningSandbox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Four weeks for forty customers in eight time zones, played once. That every run with
 * one seed gives the same bytes is shown by the kept transcripts: each run is compared
 * with one that went before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract non-sealed class FourWeeksScenario extends Scenario {

    private static final long SEED = 2027;

    private RunningSandbox sandbox;

    private FourWeeks weeks;

    @BeforeAll
    void play() {
        sandbox = unseeded(Script.MONDAY);
        weeks = new FourWeeks(sandbox.url(), SEED);
        weeks.run();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void saysWhatItIsExpectedToSayAndNothingElse() {
        Golden.compare("four-weeks", weeks.transcripts());
    }

    @Test
    void countsWhatCustomersAnswered() {
        List<String> delivery = digests("delivery");
        for (int week = -1; week < 4; week++) {
            String digest = delivery.get(1 + week);
            Recount recount = new Recount(weeks.given(), "delivery", week);
            assertThat(figures(digest)).as("week %d", week).isEqualTo(recount.lines());
            recount.chart()
                .forEach((name, percent) -> assertThat(digest)
                    .containsPattern(name + "(: \\w[\\w ]*)? " + percent + "\\b"));
        }
        List<String> support = digests("support");
        assertThat(figures(support.getFirst())).isEqualTo(new Recount(weeks.given(), "support", -1).lines());
        assertThat(figures(support.getLast())).isEqualTo(new Recount(weeks.given(), "support", 3).lines());
        assertThat(delivery.get(1)).contains("1. Delivery", "2. Returns", "Going well: Support chat",
                "Too few to rank: Unboxing");
        assertThat(delivery.get(2)).contains("No ratings this week.");
        assertThat(delivery.get(3)).contains("too few to rank. Last 4 weeks:");
        assertThat(delivery.get(4)).contains("1. Help centre").doesNotContain("\n2. ");
    }

    /** The lines with figures, without those about the asking. */
    private static List<String> figures(String digest) {
        List<String> lines = digest.lines().toList();
        List<String> some = new ArrayList<>(lines.subList(0, 2));
        lines.stream()
            .skip(2)
            .filter((line) -> line.matches("\\d+\\. .*|Most named: .*") || line.contains("Snoozed: "))
            .map((line) -> line.replaceFirst("  Owner: .*", ""))
            .forEach(some::add);
        return some;
    }

    @Test
    void sendsOneDigestToATeamInAWeek() {
        assertThat(headings("delivery")).doesNotHaveDuplicates().hasSize(5);
        assertThat(headings("support")).doesNotHaveDuplicates().hasSize(2);
        assertThat(headings("shop")).hasSize(1);
    }

    private List<String> headings(String channel) {
        return digests(channel).stream().map((text) -> text.lines().findFirst().orElse("")).toList();
    }

    private List<String> digests(String channel) {
        return said(channel).stream().filter((text) -> text.startsWith("Customer touchpoints")).toList();
    }

    private List<String> said(String channel) {
        return weeks.play().channel(weeks.play().channelOf(channel)).stream().map((message) -> text(message)).toList();
    }

    private static String text(JsonNode message) {
        return message.get("text").asString();
    }

}
