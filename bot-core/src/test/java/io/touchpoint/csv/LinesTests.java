package io.touchpoint.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.touchpoint.intake.EventReader;
import io.touchpoint.intake.Malformed;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private static final Workspace WORKSPACE = new Workspace("w1", null, "Northwind", ZoneId.of("Europe/Berlin"),
            Locale.ENGLISH, null, List.of(new Tenant("slack", "T1")), List.of(), List.of(), "f");

    private static final List<Touchpoint> TOUCHPOINTS = List.of(new Touchpoint("delivery", JourneyStage.POST_PURCHASE,
            false, "Delivery", "delivery", null, "goal", "expectation", 0.2, "delivery", List.of("order.delivered"),
            List.of("order.returned"), Duration.ofHours(24), 1, false));

    private static final String EVENTS = "type,time,customer,kind,subject";

    private static final String EVENT = "order.delivered,2026-11-19T09:00:00Z,c1,order,1042";

    private static final String READ = "2026-11-19T09:00:00Z  order.delivered  customer c1  order 1042";

    private static final String ANSWERS = "touchpoint,scale,customer,answered,value,comment,language,id";

    @TempDir
    private Path folder;

    private List<String> read(String text) throws IOException, Unusable {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Each line as it was read, or what is wrong with it. */
    private List<String> read(byte[] bytes) throws IOException, Unusable {
        List<String> read = new ArrayList<>();
        try (CsvFile file = CsvFile.open(Files.write(folder.resolve("some.csv"), bytes))) {
            Columns columns = Columns.of(file.next().orElseThrow(), WORKSPACE);
            Step step = (columns.kind() == Kind.EVENTS) ? Events.seen(WORKSPACE, TOUCHPOINTS)
                    : new Answers(WORKSPACE, TOUCHPOINTS).seen();
            for (Optional<Row> row = file.next(); row.isPresent(); row = file.next()) {
                read.add(row.get().number() + " " + read(columns, step, row.get()));
            }
        }
        return read;
    }

    private static String read(Columns columns, Step step, Row row) {
        try {
            return step.take(Bodies.of(columns.kind(), columns.read(row)), NOW).read();
        }
        catch (Malformed ex) {
            Refusal refusal = columns.refusal(ex);
            return refusal.column() + ": " + refusal.problem();
        }
        catch (Refusal ex) {
            return ex.column() + ": " + ex.problem();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void readsEveryWayInWhichALineMayBeWritten(String name, String text) throws Exception {
        assertThat(read(text)).containsExactly("2 " + READ);
    }

    static Stream<Arguments> readsEveryWayInWhichALineMayBeWritten() {
        String line = EVENTS + "\n" + EVENT;
        return Stream.of(arguments("without a line feed at the end", line), arguments("with one", line + "\n"),
                arguments("empty lines", line + "\n\n,,,,\n\n"), arguments("a BOM", "\ufeff" + line),
                arguments("CRLF", line.replace("\n", "\r\n")), arguments("CR", line.replace("\n", "\r")),
                arguments("semicolons", line.replace(",", ";")),
                arguments("quotation marks", line.replaceAll("[^,\n]+", "\"$0\"")),
                arguments("spaces", line.replace(",", " , ")), arguments("capitals", line.replace("type", "Type")),
                arguments("cells of a report", EVENTS + ",line,column,problem\n" + EVENT + ",17,time,is missing"),
                arguments("cells that are left out at the end", EVENTS + ",name,email\n" + EVENT),
                arguments("empty cells too many", line + ",,"), arguments("another order",
                        "subject,kind,customer,time,type\n" + "1042,order,c1,2026-11-19T09:00:00Z,order.delivered"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void namesTheColumnOfWhatIsWrong(String column, String cell, String problem) throws Exception {
        String all = "type,time,customer,kind,subject,id,source,email,name,locale,zone,account,occurrence,title,owner,"
                + "team,manual,slack,attribute.plan";
        List<String> names = List.of(all.split(","));
        List<String> cells = new ArrayList<>(List.of("order.delivered", "2026-11-19T09:00:00Z", "c1", "order", "1042",
                "e1", "/shop", "a@b.example", "Ada 🎉", "de-DE", "Europe/Berlin", "Fjord & Sons", "2", "=online order",
                "jon", "delivery", "true", "U1", "pro"));
        String good = String.join(",", cells);
        cells.set(names.indexOf(column), cell);
        assertThat(read(all + "\n" + good + "\n" + String.join(",", cells) + "\n" + good)).containsExactly("2 " + READ,
                "3 " + column + ": " + problem, (cell.contains("\n") ? "5 " : "4 ") + READ);
    }

    static Stream<Arguments> namesTheColumnOfWhatIsWrong() {
        return Stream.of(arguments("type", "", "is missing"),
                arguments("type", "order.delivred",
                        "is not known; known are article.read, order.delivered, "
                                + "order.placed, order.returned, page.visited, ticket.reopened, ticket.solved"),
                arguments("time", "19.11.2026", "is not a time such as 2026-11-19T09:00:00Z"),
                arguments("time", "2026-11-23T10:00:01Z", "is in the future"), arguments("customer", "", "is missing"),
                arguments("customer", "a|b", "must not have spaces, | or #"),
                arguments("kind", "Or der", "must be lower-case letters, digits, - and _"),
                arguments("subject", "", "is missing"), arguments("subject", "1 2", "must not have spaces, | or #"),
                arguments("id", "x".repeat(201), "is longer than 200 characters"),
                arguments("source", "a#b", "must not have spaces, | or #"),
                arguments("email", "ada", "is not an e-mail address"),
                arguments("name", "x".repeat(5 * 1024 * 1024), "is longer than 100 characters"),
                arguments("name", "a\u0000b", "has characters that cannot be shown"),
                arguments("locale", "!!", "is not a language such as en or de-AT"),
                arguments("zone", "+01:00", "is not a time zone such as Europe/Berlin"),
                arguments("account", "x".repeat(101), "is longer than 100 characters"),
                arguments("occurrence", "a b", "must not have spaces, | or #"),
                arguments("title", "\"two\nlines\"", "has characters that cannot be shown"),
                arguments("owner", "a b", "must not have spaces, | or #"),
                arguments("team", "a b", "must not have spaces, | or #"),
                arguments("manual", "perhaps", "must be true or false"),
                arguments("slack", "U 1", "must not have spaces, | or #"),
                arguments("attribute.plan", "x".repeat(301), "is longer than 300 characters"));
    }

    @Test
    void goesOnBehindALineThatCannotBeToldApart() throws Exception {
        String broken = ": has a quotation mark that is not closed where its cell ends";
        assertThat(read(EVENTS + "\n\"order\"x,\"a\"b,c\n" + EVENT + "\n\"order\"x\n\n" + EVENT + "\n" + EVENT
                + ",more\n" + EVENT + ",\"never closed\n" + EVENT + "\n"))
            .containsExactly("2 " + broken, "3 " + READ, "4 " + broken, "6 " + READ,
                    "7 : has more cells than the first line", "8 " + broken);
    }

    @Test
    void stopsAtALineWithoutAnEnd() throws Exception {
        String endless = "\"" + "x".repeat(Bounded.MOST + 10_000) + "\n";
        assertThat(read(EVENTS + "\n" + EVENT + "\n" + endless + EVENT)).containsExactly("2 " + READ,
                "3 : is longer than 8 million characters; is a quotation mark missing? nothing behind it was read");
    }

    @Test
    void refusesTheLinesThatAreNotUtf8() throws Exception {
        String text = EVENTS + ",name\n" + EVENT + ",Müller\n" + EVENT + ",Miller\n";
        assertThat(read(text.getBytes(StandardCharsets.ISO_8859_1))).containsExactly("2 name: is not UTF-8",
                "3 " + READ);
        for (Charset other : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            assertThatThrownBy(() -> read(text.getBytes(other))).isInstanceOf(Unusable.class)
                .hasMessageEndingWith("some.csv is not UTF-8: save it as “CSV UTF-8”.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "a,b", "type,time,customer,kind", EVENTS + ",emial", EVENTS + ",type",
            "touchpoint,scale,customer", ANSWERS + ",attribute.plan", EVENTS + ",attribute.", EVENTS + ",teams" })
    void refusesAFileWhoseColumnsAreNotWhatTheyShouldBe(String header) {
        assertThatThrownBy(() -> read(header + "\n" + EVENT)).isInstanceOf(Unusable.class)
            .hasMessageStartingWith("The first line ");
    }

    @Test
    void givesTheSameLineTheSameIdWhereverItsColumnsStand() throws Exception {
        assertThat(ids(EVENTS + "\n" + EVENT)).isEqualTo(
                ids("subject,kind,name,customer,time,type\n1042,order,,c1,2026-11-19T09:00:00Z,order.delivered"));
        assertThat(ids(EVENTS + "\n" + EVENT + "\n" + EVENT.replace("1042", "1043"))).doesNotHaveDuplicates();
        assertThat(ids(EVENTS + ",id\n" + EVENT + ",e1")).containsExactly("e1");
    }

    private List<String> ids(String text) throws Exception {
        List<String> ids = new ArrayList<>();
        try (CsvFile file = CsvFile.open(Files.writeString(folder.resolve("some.csv"), text))) {
            Columns columns = Columns.of(file.next().orElseThrow(), WORKSPACE);
            for (Optional<Row> row = file.next(); row.isPresent(); row = file.next()) {
                byte[] body = Bodies.of(columns.kind(), columns.read(row.get()));
                ids.add(new EventReader(WORKSPACE, NOW).read(body).id());
            }
        }
        return ids;
    }

    @Test
    void readsAnswersOnTheScaleOnWhichTheyWereGiven() throws Exception {
        assertThat(read(ANSWERS + "\n" + """
                delivery,stars,c1,2025-02-03T10:00:00Z,2,Late,de,a1
                delivery,NPS,c1,2025-02-03T10:00:00+01:00,0,,,a2
                delivery,ces,c1,2025-02-03T10:00:00Z,7,,,
                delivery,thumbs,c1,2025-02-03T10:00:00Z,1,,,
                delivery,effort,c1,2025-02-03T10:00:00Z,,"Two
                lines",,
                """)).containsExactly("2 2025-02-03T10:00:00Z  delivery  customer c1  2 of 5 (stars), with words",
                "3 2025-02-03T09:00:00Z  delivery  customer c1  0 of 10 (nps)",
                "4 2025-02-03T10:00:00Z  delivery  customer c1  7 of 7 (ces)",
                "5 2025-02-03T10:00:00Z  delivery  customer c1  1 of 1 (thumbs)",
                "6 2025-02-03T10:00:00Z  delivery  customer c1  no value, with words");
    }

    @ParameterizedTest
    @MethodSource
    void refusesAnAnswer(String line, String problem) throws Exception {
        assertThat(read(ANSWERS + "\n" + line)).containsExactly("2 " + problem);
    }

    static Stream<Arguments> refusesAnAnswer() {
        return Stream.of(
                arguments("delivery,stars,c1,2025-02-03T10:00:00Z,7,,,",
                        "value: is not on the scale stars, which goes from 1 to 5"),
                arguments("delivery,thumbs,c1,2025-02-03T10:00:00Z,2,,,",
                        "value: is not on the scale thumbs, which goes from 0 to 1"),
                arguments("delivery,stars,c1,2025-02-03T10:00:00Z,4.5,,,", "value: is not a whole number"),
                arguments("delivery,percent,c1,2025-02-03T10:00:00Z,80,,,",
                        "scale: is not one of stars, nps, ces, thumbs, effort"),
                arguments("delivery,,c1,2025-02-03T10:00:00Z,4,,,", "scale: is missing"),
                arguments("delivery,stars,c1,2025-02-03T10:00:00Z,,,,", "value: is missing, and so is a comment"),
                arguments("nowhere,stars,c1,2025-02-03T10:00:00Z,4,,,",
                        "touchpoint: is not on the map; there are delivery"),
                arguments("delivery,stars,,2025-02-03T10:00:00Z,4,,,", "customer: is missing"),
                arguments("delivery,stars,c1,yesterday,4,,,", "answered: is not a time such as 2026-11-19T09:00:00Z"),
                arguments("delivery,stars,c1,2025-02-03T10:00:00Z,4," + "x".repeat(4001) + ",,",
                        "comment: is longer than 4000 characters"),
                arguments("delivery,stars,c1,2025-02-03T10:00:00Z,4,a\u0007b,,",
                        "comment: has characters that cannot be shown"),
                arguments("delivery,stars,c1,2025-02-03T10:00:00Z,4,,??,",
                        "language: is not a language such as en or de-AT"),
                arguments("delivery,stars,c1,2025-02-03T10:00:00Z,4,,,a|b", "id: must not have spaces, | or #"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "=1+1", "+49 171", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1+1", "=HYPERLINK(\"x\")" })
    void keepsSpreadsheetsFromTakingACellForAFormula(String cell) throws Exception {
        assertThat(Formulas.harmless(cell)).isEqualTo("'" + cell);
        assertThat(Formulas.asItWas("'" + cell)).isEqualTo(cell);
        Path report = folder.resolve("some.refused.csv");
        try (Refused refused = new Refused(report, List.of("type", "line", "name"))) {
            Columns columns = Columns
                .of(new Row(1, List.of("line", "type", "time", "customer", "kind", "subject"), null), WORKSPACE);
            Row row = new Row(7, List.of("3", cell, "b"), null);
            refused.add(row, columns.cells(row), new Refusal("attribute.=x", "is missing"));
        }
        assertThat(Files.readString(report)).isEqualTo("\"line\",\"column\",\"problem\",\"type\",\"name\"\r\n"
                + "\"7\",\"attribute.=x\",\"is missing\",\"'" + cell.replace("\"", "\"\"") + "\",\"b\"\r\n");
    }

    @Test
    void leavesOtherCellsAsTheyAre() {
        for (String cell : List.of("", "'", "'x", "a=b", "1", "🎉", " =x")) {
            assertThat(Formulas.harmless(cell)).isEqualTo(cell);
            assertThat(Formulas.asItWas(cell)).isEqualTo(cell);
        }
    }

    @Test
    void namesTheReportAfterTheFile() {
        assertThat(Refused.of(Path.of("/data/events.csv"))).isEqualTo(Path.of("/data/events.refused.csv"));
        assertThat(Refused.of(Path.of("events"))).isEqualTo(Path.of("events.refused.csv"));
    }

}
