package io.touchpoint.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Directory;
import io.touchpoint.csv.Reading.Output;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.feedback.Rollups;
import io.touchpoint.followup.Decisions;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.mongo.MongoUnderTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.AotDetector;

class CsvImportTests {

    private static final String COMPANY = """
            workspace: {id: w1, name: Northwind, zone: Europe/Berlin, tenants: {slack: T1},
              privacy: https://northwind.example/privacy}
            teams:
              shop: {name: shop team}
              delivery: {name: delivery team}
              support: {name: support team}
            """;

    private static final String EVENTS = "id,type,time,customer,email,kind,subject\n";

    private static final String[] MODULES = { "workspace", "journey", "survey", "customer", "team", "feedback",
            "recovery", "breaker", "conversation", "outbox", "followup", "intake", "setup" };

    private final String database = MongoUnderTest.get().freshDatabase();

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path company;

    @BeforeEach
    void describe() throws IOException {
        company = Files.writeString(folder.resolve("company.yaml"), COMPANY);
    }

    private CoreUnderTest application() {
        return CoreUnderTest.with(MODULES)
            .database(database)
            .bean(Directory.class, new Later("slack"))
            .property("touchpoint.workspace-file=" + company)
            .start();
    }

    private int run(String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--touchpoint.import=" + folder.resolve(name),
                "--spring.mongodb.uri=" + database + (database.contains("?") ? "&" : "?") + "timeoutMS=20000",
                "--touchpoint.workspace-file=" + company));
        arguments.addAll(List.of(more));
        out.reset();
        err.reset();
        return CsvImport.asked("slack", arguments, new Output(print(out), print(err), false)).orElseThrow().run();
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String wrong() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String line(int number, Duration ago) {
        return "e%d,ticket.solved,%s,c%d,c%d@x.example,ticket,%d\n".formatted(number, now.minus(ago), number, number,
                number);
    }

    /** What is stored, bar who is alive. */
    private Map<String, Long> stored(CoreUnderTest core) {
        Map<String, Long> stored = new TreeMap<>();
        core.mongo()
            .getCollectionNames()
            .stream()
            .filter((name) -> !name.equals("_instances"))
            .forEach((name) -> stored.put(name, core.mongo().getCollection(name).countDocuments()));
        return stored;
    }

    @Test
    void decidesOnEventsAsTheDoorDoesAndEachOnce() throws IOException {
        application().close();
        String old = line(1, Duration.ofDays(8));
        String recent = line(2, Duration.ofHours(2));
        write("events.csv", EVENTS + old + "e3,ticket.sold,%s,c3,,ticket,3\n".formatted(now) + recent.substring(0, 9));
        assertThat(run("events.csv")).isEqualTo(2);
        write("events.csv", EVENTS + old + recent);
        assertThat(run("events.csv")).isZero();
        assertThat(said()).startsWith("2 lines taken, 0 refused.\n")
            .contains("looked at again later: 1", "not asked: 1");
        assertThat(wrong()).isEqualTo("events.csv: 90%, 1 line\nevents.csv: 100%, 2 lines\n");
        assertThat(folder.resolve("events.refused.csv")).doesNotExist();
        try (CoreUnderTest core = application()) {
            Map<String, Long> once = stored(core);
            assertThat(run("events.csv")).isZero();
            assertThat(stored(core)).isEqualTo(once);
            Decisions decisions = core.get(Decisions.class);
            assertThat(decisions.why("w1", "ticket:1", ZoneOffset.UTC)).singleElement()
                .satisfies((why) -> assertThat(why.sentence()).contains("older than 7 days"));
            assertThat(decisions.why("w1", "ticket:2", ZoneOffset.UTC)).singleElement()
                .satisfies((why) -> assertThat(why.decision().standing().findings())
                    .anySatisfy((finding) -> assertThat(finding.words()).isEqualTo("chat gave no answer (import)")));
        }
    }

    @Test
    void saysWhatItRefusedInAReportThatCanBeMendedAndImported() throws IOException {
        application().close();
        write("events.csv",
                "type;time;customer;kind;subject;name\n"
                        + "ticket.solved;%s;c1;ticket;1;\"=cmd|' /C calc'!A0\"\n".formatted(now.minusSeconds(60))
                        + "ticket.solved;soon;c2;ticket;2;\"=2+\"\"2\"\"\"\n"
                        + "ticket.solved;%s;c3;ticket;3;Ada\n".formatted(now.minusSeconds(60)));
        assertThat(run("events.csv")).isEqualTo(2);
        assertThat(said()).contains("2 lines taken, 1 refused.",
                "line 3, time: is not a time such as 2026-11-19T09:00:00Z", "events.refused.csv, which can be mended");
        Path report = folder.resolve("events.refused.csv");
        assertThat(Files.readString(report)).isEqualTo("""
                "line","column","problem","type","time","customer","kind","subject","name"
                "3","time","is not a time such as 2026-11-19T09:00:00Z","ticket.solved","soon","c2","ticket","2",\
                "'=2+""2""\"
                """.replace("\n", "\r\n"));
        Files.writeString(report, Files.readString(report).replace("soon", now.minusSeconds(60).toString()));
        assertThat(run("events.refused.csv")).isZero();
        try (CoreUnderTest core = application()) {
            assertThat(core.get(Customers.class).byId("w1|customer|c2").orElseThrow().name()).isEqualTo("=2+\"2\"");
        }
    }

    @Test
    void storesNothingInADryRun() throws IOException {
        write("events.csv", EVENTS + line(1, Duration.ofHours(1)) + line(2, Duration.ofHours(-2)));
        assertThat(run("events.csv", "--touchpoint.import.dry-run")).isEqualTo(2);
        assertThat(said()).isEqualTo("""
                Preview of %s: nothing is stored.
                The first lines as they would be read:
                  line 2  %s  ticket.solved  customer c1  ticket 1
                Would be taken: 1 line, refused: 1.
                ticket.solved: 1.
                  line 3, time: is in the future
                """.formatted(folder.resolve("events.csv"), now.minusSeconds(3600)));
        try (CoreUnderTest core = CoreUnderTest.with().database(database).start()) {
            assertThat(stored(core)).doesNotContainKeys("events", "customers", "workspaces");
        }
        assertThat(folder.resolve("events.refused.csv")).doesNotExist();
    }

    @Test
    void isNoPartOfTheApplicationThatWasBuiltToStartFast() throws IOException {
        write("events.csv", EVENTS + line(1, Duration.ofHours(1)));
        System.setProperty(AotDetector.AOT_ENABLED, "true");
        try {
            assertThat(run("events.csv", "--touchpoint.import.dry-run")).isZero();
        }
        finally {
            System.clearProperty(AotDetector.AOT_ENABLED);
        }
    }

    @Test
    void keepsImportedAnswersApartAndReadable() throws IOException {
        application().close();
        write("answers.csv", """
                touchpoint,scale,customer,answered,value,comment,language,id
                delivery,stars,c1,2025-02-03T23:30:00Z,1,"My card 4111 1111 1111 1111 was charged twice",de,a1
                delivery,nps,c2,2025-02-03T10:00:00Z,9,,,a2
                delivery,stars,c3,2025-02-03T10:00:00Z,9,,,a3
                """);
        assertThat(run("answers.csv")).isEqualTo(2);
        assertThat(said()).startsWith("2 lines taken, 1 refused.\nkept: 2.\n");
        assertThat(run("answers.csv")).isEqualTo(2);
        assertThat(said()).contains("known before: 2.");
        try (CoreUnderTest core = application()) {
            LocalDate day = LocalDate.parse("2025-02-04");
            List<Response> answers = core.get(Responses.class).of("w1", "delivery", day.minusDays(1), day);
            assertThat(answers).extracting(Response::id)
                .containsExactly("w1|answer:a2|delivery|rating", "w1|answer:a1|delivery|rating");
            Response answer = answers.getLast();
            assertThat(answer.day()).isEqualTo(day);
            assertThat(answer.comments()).containsExactly("My card 4111 1111 1111 1111 was charged twice");
            assertThat(answers).allSatisfy((one) -> {
                assertThat(one.imported()).isTrue();
                assertThat(one.counted()).isFalse();
                assertThat(one.bucket()).isNull();
            });
            core.get(Rollups.class).settle("w1", now);
            assertThat(core.get(Rollups.class).cells("w1", day.minusDays(1), day)).isEmpty();
            assertThat(core.get(Rollups.class).rebuild("w1", day.minusDays(1), day, now)).isZero();
            assertThat(core.get(Responses.class).customers("w1", day.minusDays(1), day)).isZero();
            assertThat(stored(core)).containsEntry("cases", 0L)
                .containsEntry("outbox", 0L)
                .containsEntry("conversations", 0L);
            assertThat(core.get(Customers.class).byId("w1|customer|c1").orElseThrow().locale())
                .isEqualTo(Locale.GERMAN);
        }
    }

    @Test
    void takesNothingOfAnOldFileForNewerThanWhatIsKnownOfACustomer() throws IOException {
        try (CoreUnderTest core = application()) {
            core.get(Customers.class)
                .learn("w1", new CustomerFacts("c1", "Ada", null, Locale.FRENCH, ZoneId.of("Europe/Paris"), "Fjord",
                        List.of()), now);
            write("answers.csv", "touchpoint,scale,customer,answered,value,language\n"
                    + "delivery,stars,c1,2025-02-03T23:30:00Z,1,de\n");
            assertThat(run("answers.csv")).isZero();
            assertThat(core.get(Customers.class).byId("w1|customer|c1").orElseThrow().locale())
                .isEqualTo(Locale.FRENCH);
            assertThat(core.mongo().findAll(Document.class, "answers")).singleElement()
                .satisfies((one) -> assertThat(one.getString("account")).isEqualTo("Fjord"));
        }
    }

    @Test
    void doesNothingWithoutAFileADatabaseOrColumns() throws IOException {
        write("events.csv", EVENTS + line(1, Duration.ofHours(1)));
        assertThat(run("events.csv")).as("a database that is not prepared").isEqualTo(1);
        assertThat(run("events.csv", "--spring.mongodb.uri=")).isEqualTo(1);
        assertThat(run("none.csv", "--touchpoint.import.dry-run")).isEqualTo(1);
        assertThat(wrong()).isEqualTo("There is no file " + folder.resolve("none.csv") + ".\n");
        write("empty.csv", "");
        assertThat(run("empty.csv", "--touchpoint.import.dry-run")).isEqualTo(1);
        assertThat(wrong()).contains("empty.csv is empty.");
        write("other.csv", "a,b\n1,2\n");
        assertThat(run("other.csv", "--touchpoint.import.dry-run")).isEqualTo(1);
        assertThat(wrong()).contains("The first line must name the columns. Of events at least: type, time, customer, "
                + "kind, subject. Of answers at least: touchpoint, scale, customer, answered.");
        write("refused.csv", EVENTS + "e1,ticket.sold,,,,,\n");
        assertThat(run("refused.csv", "--touchpoint.import.dry-run")).as("all lines refused").isEqualTo(1);
    }

    @Test
    void isNoImportUnlessItIsAskedFor() {
        Output output = new Output(print(out), print(err), false);
        assertThat(CsvImport.asked("slack", List.of("--server.port=0", "--touchpoint.import.dry-run"), output))
            .isEmpty();
    }

}
