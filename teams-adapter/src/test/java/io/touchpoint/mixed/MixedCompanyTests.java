package io.touchpoint.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.touchpoint.mongo.MongoUnderTest;
import io.touchpoint.scenario.Play;
import io.touchpoint.teams.NorthwindOnTeams;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * One company with its customers in Slack and its staff in Teams: two applications in two
 * processes, one database, one clock.
 */
class MixedCompanyTests {

    private static final String QUESTION = "Northwind Outfitters would like to know how your delivery went";

    @Test
    void worksAsOneAndOutlivesEither() {
        if (!Application.slackIsBuilt() && Boolean.getBoolean("browser.require")) {
            fail("the Slack application has not been built beside this one");
        }
        assumeTrue(Application.slackIsBuilt(), "the Slack application has not been built beside this one");
        String[] shared = { "--MONGODB_URI=" + MongoUnderTest.get().freshDatabase(),
                "--touchpoint.workspace-file=" + NorthwindOnTeams.fileWithCustomersInSlack() };
        Application slack = Application.slack(shared);
        Play inSlack = new Play(slack.url());
        try (Application teams = Application.teams(shared)) {
            Play inTeams = new Play(teams.url());
            String dana = inSlack.person("Dana");
            Map<String, String> both = Map.of("slack", dana, "teams", inTeams.person("Dana"));
            tellsWhatItThinksWhereStaffIs(inSlack, inTeams, both);
            holdsAStopEverywhere(inSlack, inTeams, both);
            slack.close();
            String liam = "U0LIAM";
            inTeams.happens("order.delivered", "20077", "u0liam", Map.of("slack", liam));
            inTeams.advance(Duration.ofDays(2));
            inTeams.clock(Instant.parse("2026-12-07T09:00:00Z"));
            assertThat(texts(inTeams.channel(inTeams.channelOf("delivery"))))
                .anyMatch((text) -> text.startsWith("Customer touchpoints, 30 Nov–6 Dec"));
            try (Application again = Application.slack(shared)) {
                Play once = new Play(again.url());
                once.advance(Duration.ofMinutes(1));
                assertThat(texts(once.direct(liam))).filteredOn((text) -> text.startsWith(QUESTION)).hasSize(1);
            }
        }
        finally {
            slack.close();
        }
    }

    /** A customer is asked in one place; what is answered there is read in the other. */
    private static void tellsWhatItThinksWhereStaffIs(Play inSlack, Play inTeams, Map<String, String> both) {
        String dana = both.getOrDefault("slack", "");
        JsonNode decided = inTeams.happens("order.delivered", "10442", "u0dana", both);
        assertThat(decided.toString()).contains("scheduled for");
        together(inSlack, inTeams, Duration.ofHours(26));
        assertThat(Stream.concat(texts(inSlack.direct(dana)).stream(),
                texts(inTeams.direct(both.getOrDefault("teams", ""))).stream()))
            .filteredOn((text) -> text.startsWith(QUESTION))
            .hasSize(1);
        inSlack.pressNewest(dana, inSlack.direct(dana), "2 Bad");
        inSlack.write(dana, "Can I talk to a person?");
        together(inSlack, inTeams, Duration.ofMinutes(1));
        String channel = inTeams.channelOf("delivery");
        assertThat(texts(inTeams.channel(channel))).anyMatch((text) -> text.startsWith("Unhappy customer: Delivery"));
        assertThat(texts(inSlack.channel(inSlack.channelOf("delivery")))).isEmpty();
        String jon = inTeams.person("Jon");
        inTeams.pressNewest(jon, inTeams.channel(channel), "I'll take it");
        inTeams.submit(jon, inTeams.pressNewest(jon, inTeams.channel(channel), "Reply to customer"),
                Map.of("Your reply", "I will call the carrier today."));
        together(inSlack, inTeams, Duration.ofMinutes(1));
        assertThat(texts(inSlack.direct(dana))).anyMatch(
                (text) -> text.startsWith("Jon, delivery team:") && text.contains("I will call the carrier today."));
        together(inSlack, inTeams, Instant.parse("2026-11-30T10:00:00Z"));
        assertThat(texts(inTeams.channel(channel)))
            .anyMatch((text) -> text.startsWith("Customer touchpoints, 23–29 Nov"));
    }

    private static void holdsAStopEverywhere(Play inSlack, Play inTeams, Map<String, String> both) {
        inTeams.write(both.getOrDefault("teams", ""), "stop");
        together(inSlack, inTeams, Duration.ofMinutes(1));
        assertThat(inSlack.happens("order.delivered", "10443", "u0dana", both).toString()).contains("not asked");
    }

    private static void together(Play one, Play other, Duration time) {
        together(one, other, one.now().plus(time));
    }

    /** Moves the one clock; each application does what has come due for it. */
    private static void together(Play one, Play other, Instant to) {
        one.clock(to);
        other.clock(to);
        one.clock(to);
    }

    private static List<String> texts(List<JsonNode> messages) {
        return messages.stream().map((message) -> message.get("text").asString()).toList();
    }

}
