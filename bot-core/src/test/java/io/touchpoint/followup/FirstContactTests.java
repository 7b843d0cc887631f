package io.touchpoint.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.Directory.Person;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Span;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.heartbeat.Heartbeat;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Said;
import io.touchpoint.outbox.Saying;
import io.touchpoint.outbox.SendCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a customer is told when we write for the first time, and that it holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstContactTests {

    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    private static final String FILE = """
            workspace:
              id: w1
              name: Northwind Outfitters
              zone: Europe/Berlin
              privacy: https://northwind.example/privacy
              tenants: {slack: T1, teams: T9}
            teams:
              shop: {name: shop team}
              delivery: {name: delivery team, names: {de: Das Lieferteam}}
              support: {name: support team}
            """;

    private static final String PRIVACY = "https://northwind.example/privacy";

    private final FakeDirectory slack = new FakeDirectory();

    private final FakeDirectory teams = new FakeDirectory("teams");

    private CoreUnderTest core;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("company.yaml"), FILE);
        core = CoreUnderTest
            .with("workspace", "journey", "survey", "customer", "team", "feedback", "recovery", "conversation",
                    "outbox", "breaker", "followup", "intake", "setup")
            .bean(Directory.class, slack)
            .bean(Directory.class, teams)
            .property("touchpoint.workspace-file=" + file)
            .property("touchpoint.events.secret=a-secret-of-the-sender-of-events")
            .start();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(delimiter = '|',
            textBlock = """
                    en-GB|slack|Northwind Outfitters would like to know how|You get this because you ordered from us. At most one|The delivery team reads your answer. It is confidential, not anonymous.|Privacy   |Stop asking
                    en-GB|teams|Northwind Outfitters would like to know how|You get this because you ordered from us. At most one|The delivery team reads your answer. It is confidential, not anonymous.|Privacy   |Stop asking
                    de-AT|slack|Northwind Outfitters möchte wissen, wie    |Sie bekommen das, weil Sie bei uns bestellt haben.   |Das Lieferteam liest Ihre Antwort. Sie ist vertraulich, nicht anonym.  |Datenschutz|Nicht mehr fragen
                    de-AT|teams|Northwind Outfitters möchte wissen, wie    |Sie bekommen das, weil Sie bei uns bestellt haben.   |Das Lieferteam liest Ihre Antwort. Sie ist vertraulich, nicht anonym.  |Datenschutz|Nicht mehr fragen
                    fr-FR|slack|Northwind Outfitters would like to know how|You get this because you ordered from us. At most one|The delivery team reads your answer. It is confidential, not anonymous.|Privacy   |Stop asking
                    fr-FR|teams|Northwind Outfitters would like to know how|You get this because you ordered from us. At most one|The delivery team reads your answer. It is confidential, not anonymous.|Privacy   |Stop asking""")
    void saysWhoAsksWhyWhoReadsItAndHowToStopOnceOnEachPlatform(String language, String platform, String who,
            String why, String reads, String privacy, String stop) {
        String key = language + platform;
        String other = platform.equals("slack") ? "teams" : "slack";
        Message first = asked(key, platform, language, MONDAY);
        assertThat(first.plainText()).startsWith(who).contains(why, reads, privacy);
        assertThat(links(first)).containsExactly(new Span.Link(privacy, PRIVACY));
        assertThat(labels(first)).endsWith(stop);
        Message second = asked(key, platform, language, MONDAY.plus(Duration.ofDays(35)));
        assertThat(second.plainText()).startsWith(who).contains(privacy).doesNotContain(why, reads);
        assertThat(links(second)).containsExactly(new Span.Link(privacy, PRIVACY));
        assertThat(labels(second)).endsWith(stop);
        Message elsewhere = asked(key, other, language, MONDAY.plus(Duration.ofDays(70)));
        assertThat(elsewhere.plainText()).contains(why, reads);
        assertThat(asked(key, platform, language, MONDAY.plus(Duration.ofDays(700))).plainText()).doesNotContain(why,
                reads);
        assertThat(asked(key, other, language, MONDAY.plus(Duration.ofDays(735))).plainText()).doesNotContain(why,
                reads);
    }

    @Test
    void asksNothingThatWaitedForItsTurnWhenTheCustomerSaidStopElsewhere() {
        Saying question = saying("stops", "slack", "en-GB", MONDAY);
        List<SendCheck> checks = core.all(SendCheck.class);
        assertThat(checks).extracting((check) -> check.mayGo(question, MONDAY))
            .containsOnly(new SendCheck.Verdict.Go());
        core.get(Customers.class).optOut(Customers.id("w1", "stops"), MONDAY);
        assertThat(checks).extracting((check) -> check.mayGo(question, MONDAY))
            .contains(new SendCheck.Verdict.Drop("opted_out"));
    }

    /** An order of the customer arrives; gives the question about it. */
    private Message asked(String key, String platform, String language, Instant at) {
        return saying(key, platform, language, at).message();
    }

    private Saying saying(String key, String platform, String language, Instant at) {
        Address address = Address.person("w1", platform, platform.equals("slack") ? "T1" : "T9", "U" + key);
        FakeDirectory directory = platform.equals("slack") ? slack : teams;
        FakeDirectory other = platform.equals("slack") ? teams : slack;
        directory.put(new Person(address, "Ada", null, null, ZoneId.of("Europe/Berlin"), false, true));
        other.silent(true);
        directory.silent(false);
        Decision decision = core.get(FollowUps.class)
            .receive(new BusinessEvent("w1", "shop", key + at, "order.delivered", at,
                    new CustomerFacts(key, null, null, Locale.forLanguageTag(language), null, null, List.of(address)),
                    "order", key + at.getEpochSecond(), null, null, null, null, List.of(), false), at)
            .getFirst();
        core.get(Heartbeat.class).runDue(at.plus(Duration.ofHours(24)));
        return core.get(Outbox.class).about(decision.id()).stream().map(Said::saying).findFirst().orElseThrow();
    }

    private static List<Span.Link> links(Message message) {
        return message.blocks()
            .stream()
            .flatMap((block) -> (block instanceof Block.Note(var spans)) ? spans.stream() : Stream.of())
            .filter(Span.Link.class::isInstance)
            .map(Span.Link.class::cast)
            .toList();
    }

    private static List<String> labels(Message message) {
        return message.blocks()
            .stream()
            .flatMap((block) -> (block instanceof Block.Buttons row) ? row.buttons().stream() : Stream.of())
            .map((button) -> button.label())
            .toList();
    }

}
