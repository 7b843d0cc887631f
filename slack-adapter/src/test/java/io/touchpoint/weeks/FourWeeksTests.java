package io.touchpoint.weeks;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.touchpoint.SlackSandbox;
import io.touchpoint.mongo.MongoUnderTest;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
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
class FourWeeksTests {

    private static final long SEED = 2027;

    private static final List<String> DELIVERY = List.of("delivery", "returns", "support_chat", "help_center",
            "unboxing");

    private SlackSandbox sandbox;

    private FourWeeks weeks;

    @BeforeAll
    void play() {
        sandbox = sandbox();
        weeks = new FourWeeks(sandbox.url(), SEED);
        weeks.run();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    /** A sandbox without the seed, whose clock stands at a Monday. */
    private static SlackSandbox sandbox() {
        String uri = MongoUnderTest.get().freshDatabase();
        Date monday = Date.from(Script.MONDAY.atStartOfDay().toInstant(ZoneOffset.UTC));
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase(Objects.requireNonNull(new ConnectionString(uri).getDatabase()))
                .getCollection("sandbox")
                .insertMany(List.of(new Document("_id", "owner").append("of", "Northwind Outfitters"),
                        new Document("_id", "seed"), new Document("_id", "clock").append("now", monday)));
        }
        return SlackSandbox.start("--server.port=0", "--MONGODB_URI=" + uri);
    }

    @Test
    void saysWhatItIsExpectedToSayAndNothingElse() {
        Golden.compare("four-weeks", weeks.transcripts());
    }

    @Test
    void countsWhatCustomersAnswered() {
        List<String> said = said("C0DELIVERY");
        Recount recount = new Recount(weeks.given());
        List<String> digests = IntStream.range(0, 4)
            .mapToObj((week) -> recount.check(said, Script.MONDAY.plusWeeks(week), DELIVERY))
            .toList();
        assertThat(digests.get(0)).contains("1. Delivery", "2. Returns", "Going well: Support chat",
                "Too few to rank: Unboxing");
        assertThat(digests.get(1)).contains("No ratings this week.");
        assertThat(digests.get(2)).contains("too few to rank. Last 4 weeks:");
        assertThat(digests.get(3)).contains("1. Help centre").doesNotContain("\n2. ");
        recount.check(said("C0SUPPORT"), Script.MONDAY.plusWeeks(3), List.of("ticket_solved"));
    }

    @Test
    void sendsOneDigestToATeamInAWeek() {
        assertThat(headings("C0DELIVERY")).doesNotHaveDuplicates().hasSize(4);
        assertThat(headings("C0SUPPORT")).doesNotHaveDuplicates().hasSize(2);
        assertThat(headings("C0SHOP")).hasSize(1);
    }

    private List<String> headings(String channel) {
        return said(channel).stream()
            .filter((text) -> text.startsWith("Customer touchpoints"))
            .map((text) -> text.lines().findFirst().orElse(""))
            .toList();
    }

    private List<String> said(String channel) {
        return weeks.play().channel(channel).stream().map((message) -> text(message)).toList();
    }

    private static String text(JsonNode message) {
        return message.get("text").asString();
    }

}
