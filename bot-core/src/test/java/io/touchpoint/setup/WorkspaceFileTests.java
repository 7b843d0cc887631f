package io.touchpoint.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.touchpoint.chat.Address;
import io.touchpoint.followup.AskRules;
import io.touchpoint.followup.AskRules.ForAccount;
import io.touchpoint.intake.Mapping;
import io.touchpoint.intake.Mapping.Encoding;
import io.touchpoint.intake.Mapping.Pair;
import io.touchpoint.intake.Mapping.Signing;
import io.touchpoint.intake.Mappings;
import io.touchpoint.followup.AskRules.Relationship;
import io.touchpoint.journey.Asking;
import io.touchpoint.journey.Place;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Survey;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceFileTests {

    private static final String SMALL = """
            workspace:
              id: w1
              name: Northwind Outfitters
              zone: Europe/Berlin
              locale: en
              privacy: https://northwind.example/privacy
              tenants: {slack: T1}
              domains: [northwind.example]
              admins: [mara]
            teams:
              shop: {name: shop team, channels: {slack: C1}}
              delivery:
                name: delivery team
                names: {de: Das Lieferteam}
                channels: {slack: C2}
                zone: America/New_York
                workdays: [Mon, tuesday]
                day-ends: 16:30
                digest: Tuesday 08:15
              support: {name: support team, channels: {slack: C3}}
            colleagues:
              mara: {name: Mara, email: Mara@northwind.example, ids: {slack: U1}, team: shop}
              jon: {name: Jon, ids: {slack: U2}, team: delivery, manager: mara, zone: America/New_York, hours: 10:00-18:00}
            touchpoints:
              delivery: {owner: jon, accepted: 12.5%}
              unboxing: {off: yes}
              showroom:
                stage: purchase
                channel: physical
                name: Showroom
                team: shop
                goal: Try it
                expectation: Somebody has time
                accepted: 20%
                survey: store_visit
                asked-on: [showroom.visited]
                delay: 2 d
                one-in: 3
                colleagues: no
            """;

    @Test
    void readsTheCompanyItsTeamsAndItsPeople() {
        WorkspaceFile file = read(SMALL);
        assertThat(file.workspace().name()).isEqualTo("Northwind Outfitters");
        assertThat(file.workspace().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(file.workspace().admins()).containsExactly("mara");
        assertThat(file.workspace().fingerprint()).hasSize(64);
        assertThat(file.teams()).extracting("key").containsExactly("shop", "delivery", "support");
        assertThat(file.teams().get(1)).satisfies((team) -> {
            assertThat(team.id()).isEqualTo("w1|team|delivery");
            assertThat(team.channels()).containsExactly(Address.channel("w1", "slack", "T1", "C2"));
            assertThat(team.zone()).isEqualTo(ZoneId.of("America/New_York"));
            assertThat(team.workdays()).containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
            assertThat(team.dayEnds()).isEqualTo(LocalTime.of(16, 30));
            assertThat(team.names()).containsExactly(Map.entry("de", "Das Lieferteam"));
            assertThat(team.digestDay()).isEqualTo(DayOfWeek.TUESDAY);
            assertThat(team.digestTime()).isEqualTo(LocalTime.of(8, 15));
        });
        assertThat(file.teams().getFirst()).satisfies((team) -> {
            assertThat(team.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
            assertThat(team.workdays()).hasSize(5).doesNotContain(DayOfWeek.SATURDAY);
            assertThat(team.digestDay()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(team.digestTime()).isEqualTo(LocalTime.of(9, 0));
        });
        assertThat(file.colleagues().getFirst().email()).isEqualTo("mara@northwind.example");
        assertThat(file.colleagues().get(1)).satisfies((jon) -> {
            assertThat(jon.id()).isEqualTo("w1|colleague|jon");
            assertThat(jon.addresses()).containsExactly(Address.person("w1", "slack", "T1", "U2"));
            assertThat(jon.manager()).isEqualTo("mara");
            assertThat(jon.dayStarts()).isEqualTo(LocalTime.of(10, 0));
            assertThat(jon.dayEnds()).isEqualTo(LocalTime.of(18, 0));
        });
    }

    @Test
    void changesTheDefaultMapOnlyWhereTheFileNamesSomething() {
        WorkspaceFile file = read(SMALL);
        Touchpoint delivery = touchpoint(file, "delivery");
        assertThat(delivery.owner()).isEqualTo("jon");
        assertThat(delivery.accepted()).isEqualTo(0.125);
        assertThat(delivery.delay()).isEqualTo(Duration.ofHours(24));
        assertThat(delivery.askedOn()).containsExactly("order.delivered");
        assertThat(file.touchpoints()).extracting(Touchpoint::key).doesNotContain("unboxing");
        assertThat(touchpoint(file, "showroom")).satisfies((showroom) -> {
            assertThat(showroom.survey()).isEqualTo("store_visit");
            assertThat(showroom.delay()).isEqualTo(Duration.ofDays(2));
            assertThat(showroom.oneIn()).isEqualTo(3);
            assertThat(showroom.digital()).isFalse();
        });
        assertThat(file.touchpoints()).extracting(Touchpoint::stage).isSorted();
    }

    @Test
    void readsWhoIsAskedAndSaysItBack() {
        String asking = SMALL.replace("one-in: 3", """
                one-in: 3
                    clock: 14 d
                    clock-of: the showroom
                    place: thread
                    only-if: {amount: at least 20, plan: "pro, team or Max", gift: missing}
                    only-if-any: {tag: not staff, language: given, weight: at most 2.5}""");
        assertThat(touchpoint(read(asking), "showroom").asking()).satisfies((rules) -> {
            assertThat(rules.clock()).isEqualTo(Duration.ofDays(14));
            assertThat(rules.group()).isEqualTo("the showroom");
            assertThat(rules.place()).isEqualTo(Place.THREAD);
            assertThat(rules.words())
                .isEqualTo("amount is at least 20 and plan is pro or team or Max and gift is not given, "
                        + "and tag is not staff, or language is given, or weight is at most 2.5");
        });
        assertThat(touchpoint(read(SMALL), "showroom").asking()).isEqualTo(Asking.USUAL);
    }

    @Test
    void readsWhatHoldsForEveryQuestion() {
        assertThat(read(SMALL).rules()).isEqualTo(AskRules.usual("w1"));
        assertThat(read(SMALL + """
                asking:
                  clock: 10 d
                  account: 5 in 14 d
                  hourly: 200
                  holidays: DE-BY
                  accounts:
                    Fjord & Sons: {clock: 21 d, at-most: 1}
                    Harbour: {at-most: 0}
                """).rules()).isEqualTo(new AskRules("w1", Duration.ofDays(10), 5, Duration.ofDays(14), 200, "DE-BY",
                List.of(new ForAccount("Fjord & Sons", Duration.ofDays(21), 1), new ForAccount("Harbour", null, 0))));
        assertThatIllegalStateException().isThrownBy(() -> read(SMALL + """
                asking: {account: many, clock: 0 d, colour: red, hourly: 0, holidays: Bavaria}
                """))
            .satisfies((ex) -> assertThat(String.valueOf(ex.getMessage()).lines()).containsExactly(
                    "the workspace file test.yaml has 5 errors:",
                    "  line 40: “0 d” is not a number of days such as 14 d",
                    "  line 40: “many” is not a budget such as 3 in 7 d",
                    "  line 40: “0” is not a whole number from 1 to 1000000",
                    "  line 40: “Bavaria” is not a country with known holidays, such as DE or DE-BY",
                    "  line 40: “colour” is not known in asking"));
    }

    @Test
    void readsWhereTheFactsStandInWebhooks() {
        assertThat(read(SMALL).sources()).isEqualTo(new Mappings("w1", List.of()));
        assertThat(read(SMALL + """
                sources:
                  till:
                    signature: {header: X-Till-Signature, encoding: base64}
                    id: /receipt/number
                    time: /receipt/closedAt
                    type: /kind
                    types: {sale: store.visited}
                    customer: {id: /member/number, email: /member/mail, zone: Europe/Berlin, country: /country}
                    subject: {kind: visit, id: /receipt/number, occurrence: /part, title: visit to the shop}
                    attributes: {amount: /receipt/total, tag.a-b: /a~1b, channel: till}
                  desk: {id: /id, time: /at, type: desk.visited, customer: {id: /who}, subject: {kind: /kind, id: /id}}
                """).sources()).isEqualTo(new Mappings("w1", List.of(
                new Mapping("till", new Signing("X-Till-Signature", Encoding.BASE64, ""), "/receipt/number",
                        "/receipt/closedAt", "/kind", List.of(new Pair("sale", "store.visited")),
                        new Mapping.Customer(
                                "/member/number", "/member/mail", null, null, "Europe/Berlin", "/country", null),
                        new Mapping.Subject("visit", "/receipt/number", "/part", "visit to the shop"),
                        List.of(new Pair("amount", "/receipt/total"), new Pair("tag.a-b", "/a~1b"),
                                new Pair("channel", "till"))),
                new Mapping("desk", null, "/id", "/at", "desk.visited", List.of(),
                        new Mapping.Customer("/who", null, null, null, null, null, null),
                        new Mapping.Subject("/kind", "/id", null, null), List.of()))));
    }

    @Test
    void tellsEverythingThatIsWrongWithASource() {
        assertThatIllegalStateException().isThrownBy(() -> read(SMALL + """
                sources:
                  my-till:
                    signature: {header: "X Till", encoding: hexx, prefx: a}
                    id: receipt
                    time: ""
                    type: order placed
                    types: {sale: sold}
                    customer: {email: /mail, zip: /zip}
                    subject: {kind: Order!, id: 7}
                    attributes: {"a b": /x}
                    colour: red
                """))
            .satisfies((ex) -> assertThat(String.valueOf(ex.getMessage())
                .lines()
                .skip(1)
                .map(String::strip)
                .map((line) -> line.substring(line.indexOf(':') + 2))).containsExactly(
                        "the name “my-till” of a source must be at most 40 lower-case letters and digits, as its secret is named after it",
                        "“X Till” is not a header such as X-Signature",
                        "“hexx” must be one of base64, hex; did you mean “hex”?",
                        "“prefx” is not known in “signature” of source “my-till”; did you mean “prefix”?",
                        "“id” of source “my-till” must be a JSON pointer such as /order/id",
                        "“time” of source “my-till” is empty",
                        "“order placed” of source “my-till” is neither an event type such as order.placed nor a JSON pointer such as /event",
                        "“types” of source “my-till” needs a “type” that points at a value",
                        "“sold” in “types” of source “my-till” is not an event type such as order.placed",
                        "“customer” of source “my-till” needs “id”",
                        "“zip” is not known in “customer” of source “my-till”",
                        "“kind” of “subject” of source “my-till” must be lower-case letters, digits, - and _, or a JSON pointer such as /kind",
                        "“id” of “subject” of source “my-till” must be a JSON pointer such as /order/id",
                        "“a b” is not the name of an attribute", "“colour” is not known in source “my-till”"));
    }

    @Test
    void readsHowTheRelationshipIsAskedAboutAndWhetherConsentIsNeeded() {
        AskRules usual = AskRules.usual("w1");
        assertThat(read(SMALL + """
                asking: {relationship: {team: support}, consent: required}
                """).rules()).isEqualTo(new AskRules("w1", usual.any(), usual.most(), usual.within(), null, null,
                List.of(), new Relationship("support", Duration.ofDays(90), 3), true));
        assertThat(read(SMALL + """
                asking: {relationship: {team: support, every: 120 d, after: 1 dealing}, consent: not required}
                """).rules()).satisfies((rules) -> {
            assertThat(rules.relationship()).isEqualTo(new Relationship("support", Duration.ofDays(120), 1));
            assertThat(rules.consent()).isFalse();
        });
        assertThat(survey(read(SMALL), "relationship").words(Locale.GERMAN, Locale.GERMAN).labels()).hasSize(11)
            .startsWith("Sehr unwahrscheinlich", "")
            .endsWith("", "Sehr wahrscheinlich");
    }

    @Test
    void keepsTheRelationshipApartFromTouchpoints() {
        assertThatIllegalStateException()
            .isThrownBy(() -> read(SMALL.replace("unboxing: {off: yes}", """
                    unboxing: {off: yes}
                      relationship: {stage: purchase, channel: physical, name: R, team: shop, goal: G, expectation: E,
                        accepted: 20%, survey: delivery, delay: 0 h}""")
                    + """
                            asking: {relationship: {team: suport, every: 30 d, after: often}, consent: perhaps}
                            surveys:
                              delivery: {scale: nps, words: {en: {name: D, thing: d, about: d, question: "d?", reason: d, subject: d,
                                because: d, withdrawn: d}}}
                            """))
            .satisfies((ex) -> assertThat(String.valueOf(ex.getMessage()).lines()).containsExactly(
                    "the workspace file test.yaml has 6 errors:",
                    "  line 27: “relationship” is no touchpoint: say in asking how the relationship as a whole is asked about",
                    "  line 42: team “suport” of relationship owns no touchpoint; did you mean “support”?",
                    "  line 42: “30 d” is not from 90 d to 365 d",
                    "  line 42: “often” is not a number of dealings such as 3 dealings",
                    "  line 42: “perhaps” must be one of not required, required",
                    "  line 44: the scale nps is for the survey “relationship”, and no other is"));
    }

    @Test
    void needsAPrivacyNotice() {
        assertThatIllegalStateException()
            .isThrownBy(() -> read(SMALL.replace("  privacy: https://northwind.example/privacy\n", "")))
            .withMessageEndingWith("the workspace needs “privacy”: the https address of your privacy notice, "
                    + "to which the first question links");
    }

    @Test
    void tellsWhatIsWrongWithWhoIsAsked() {
        assertThatIllegalStateException().isThrownBy(() -> read(SMALL.replace("one-in: 3", """
                one-in: 3
                    clock: 36 h
                    place: threads
                    only-if: {amount: at least much, "a b": given}""")))
            .satisfies((ex) -> assertThat(String.valueOf(ex.getMessage()).lines()).containsExactly(
                    "the workspace file test.yaml has 4 errors:",
                    "  line 39: “36 h” is not a number of days such as 14 d",
                    "  line 40: “threads” must be one of private, thread; did you mean “thread”?",
                    "  line 41: “at least much” does not name a number, such as at least 20",
                    "  line 41: “a b” is not the name of an attribute"));
    }

    @Test
    void hasADefaultMapOverAllFiveStages() {
        List<Touchpoint> touchpoints = read(SMALL.substring(0, SMALL.indexOf("touchpoints:"))).touchpoints();
        assertThat(touchpoints).hasSizeGreaterThanOrEqualTo(15);
        assertThat(touchpoints).extracting(Touchpoint::stage).contains(JourneyStage.values());
        assertThat(touchpoints).extracting(Touchpoint::digital).contains(true, false);
        assertThat(touchpoints).extracting(Touchpoint::key)
            .contains("search", "product_page", "checkout", "payment", "delivery", "unboxing", "returns", "help_center",
                    "support_chat", "ticket_solved");
        assertThat(touchpoints).flatExtracting(Touchpoint::askedOn)
            .contains("order.placed", "order.delivered", "order.returned", "ticket.solved", "page.visited",
                    "article.read");
        assertThat(touchpoints).allSatisfy((touchpoint) -> {
            assertThat(touchpoint.askedOn()).isNotEmpty();
            assertThat(touchpoint.accepted()).isBetween(0.05, 0.5);
        });
    }

    @Test
    void hasWordsInEnglishAndGermanForEveryDefaultSurvey() {
        WorkspaceFile file = read(SMALL);
        assertThat(file.surveys()).hasSize(19).allSatisfy((survey) -> {
            assertThat(survey.words()).containsOnlyKeys("en", "de");
            assertThat(survey.reasons()).hasSizeBetween(2, 8)
                .allSatisfy((reason) -> assertThat(reason.labels()).containsOnlyKeys("en", "de"));
            survey.words().values().forEach((words) -> {
                assertThat(words.labels()).hasSize(survey.scale().max() - survey.scale().min() + 1);
                assertThat(words.toString()).doesNotContain("!", "{company}");
                assertThat(words.question()).endsWith("?");
                assertThat(words.withdrawn()).endsWith(".");
                assertThat(List.of(words.because(), words.reason(), words.about(), words.subject()))
                    .noneMatch((text) -> text.endsWith("."));
            });
        });
        Survey.Words words = survey(file, "delivery").words(Locale.ENGLISH, Locale.ENGLISH);
        assertThat(words.about()).isEqualTo("how your delivery went");
        assertThat(words.question()).isEqualTo("How was the delivery, from 1 (very bad) to 5 (very good)?");
        assertThat(words.labels()).containsExactly("Very bad", "Bad", "OK", "Good", "Very good");
        assertThat(survey(file, "ticket_solved")).satisfies((ticket) -> {
            assertThat(ticket.scale()).isEqualTo(Scale.CES_1_7);
            assertThat(ticket.words(Locale.ENGLISH, Locale.ENGLISH).question())
                .startsWith("Northwind Outfitters made it easy for me to handle my issue.");
        });
    }

    @Test
    void tellsEveryErrorAtOnceWithItsLine() {
        assertThatIllegalStateException().isThrownBy(() -> read("""
                workspace:
                  id: W 1
                  name: Northwind
                  zone: Europe/Berlim
                  privacy: http://northwind.example
                  tenants: {slack: T1}
                  admins: [marra]
                  colour: red
                teams:
                  shop: {name: shop team, channels: {slak: C1}}
                  delivery: {name: delivery team, digest: Someday 9}
                  support: {name: support team}
                colleagues:
                  mara: {name: Mara, manager: jon}
                  jon: {name: Jon, manager: mara, team: delivry}
                  jon: {name: Jon}
                touchpoints:
                  delivery: {team: delivry, accepted: much, dealy: 24 h}
                  showroom: {stage: purchase}
                """))
            .satisfies((ex) -> assertThat(String.valueOf(ex.getMessage()).lines()).containsExactly(
                    "the workspace file test.yaml has 23 errors:",
                    "  line 2: the id “W 1” of the workspace must be at most 40 lower-case letters, digits, - and _",
                    "  line 4: “Europe/Berlim” is not a time zone such as Europe/Berlin; did you mean “Europe/Berlin”?",
                    "  line 5: “http://northwind.example” is not an address that starts with https://",
                    "  line 7: admin “marra” of the workspace is not in colleagues; did you mean “mara”?",
                    "  line 8: “colour” is not known in the workspace",
                    "  line 10: “slak” in channels of team “shop” is not in tenants of the workspace; did you mean “slack”?",
                    "  line 11: “Someday” is not a day such as Monday or Mon",
                    "  line 11: “9” is not a time such as 09:00",
                    "  line 14: colleague “mara” is above itself in the reporting line",
                    "  line 15: team “delivry” of colleague “jon” is not in teams; did you mean “delivery”?",
                    "  line 15: colleague “jon” is above itself in the reporting line",
                    "  line 16: “jon” stands twice in colleagues; first on line 15",
                    "  line 18: team “delivry” of touchpoint “delivery” is not in teams; did you mean “delivery”?",
                    "  line 18: “much” is not a share such as 20%",
                    "  line 18: “dealy” is not known in touchpoint “delivery”; did you mean “delay”?",
                    "  line 19: touchpoint “showroom” needs “channel”", "  line 19: touchpoint “showroom” needs “name”",
                    "  line 19: touchpoint “showroom” needs “team”", "  line 19: touchpoint “showroom” needs “goal”",
                    "  line 19: touchpoint “showroom” needs “expectation”",
                    "  line 19: touchpoint “showroom” needs “accepted”",
                    "  line 19: survey “showroom” of touchpoint “showroom” is not in surveys",
                    "  line 19: touchpoint “showroom” needs “delay”"));
    }

    @Test
    void saysOnceWhichTeamTheDefaultMapNeeds() {
        assertThatIllegalStateException().isThrownBy(() -> read("""
                workspace: {id: w1, name: N, zone: UTC, privacy: "https://n.example/p", tenants: {slack: T1}}
                teams:
                  shop: {name: shop team}
                  support: {name: support team}
                map: default
                touchpoints:
                  unboxing: {team: shop}
                """)).withMessage("""
                the workspace file test.yaml has 1 error:
                  line 5: the default map needs the team “delivery”: add it to teams, or name another team for \
                delivery, pickup, returns, warranty, order_tracking, returns_portal""");
    }

    @Test
    void readsAMapAndSurveysOfTheCompanysOwn() {
        WorkspaceFile file = read("""
                workspace: {id: w1, name: N, zone: UTC, privacy: "https://n.example/p", tenants: {slack: [T1, T2]}}
                teams:
                  desk: {name: service desk, channels: {slack: T2/C1}}
                map: own
                touchpoints:
                  desk: {stage: service, channel: physical, name: Desk, team: desk, goal: Help, expectation: Soon,
                    accepted: 20%, asked-on: [desk.visited], delay: 0 min, colleagues: yes}
                surveys:
                  desk:
                    scale: ces
                    words:
                      en: {name: Desk, thing: the desk, about: how it went, question: "How easy, 1 to 7?",
                        reason: you came, subject: your visit, because: "you came on {day}", withdrawn: Never mind.}
                """);
        assertThat(file.touchpoints()).extracting(Touchpoint::key).containsExactly("desk");
        assertThat(file.touchpoints().getFirst().colleagues()).isTrue();
        assertThat(file.teams().getFirst().channels()).containsExactly(Address.channel("w1", "slack", "T2", "C1"));
        assertThat(survey(file, "desk").words(Locale.GERMAN, Locale.GERMAN).labels()).hasSize(7)
            .startsWith("Strongly disagree", "")
            .endsWith("", "Strongly agree");
    }

    @Test
    void tellsWhatIsWrongInASurvey() {
        assertThatIllegalStateException().isThrownBy(() -> read(SMALL + """
                surveys:
                  desk:
                    scale: starz
                    reasons: {late: {de: Spät}}
                    words:
                      fr: {name: Bureau, thing: le bureau, about: a, question: "b {subject}", reason: d, subject: e,
                        because: "f {dya}", withdrawn: g}
                      xx: {name: x, thing: x, about: x, question: x, labels: [a, b], reason: x, subject: x,
                        because: x, withdrawn: x}
                """))
            .satisfies((ex) -> assertThat(String.valueOf(ex.getMessage())
                .lines()
                .skip(1)
                .map(String::strip)
                .map((line) -> line.substring(line.indexOf(':') + 2)))
                .containsExactly("“starz” must be one of ces, effort, nps, stars, thumbs; did you mean “stars”?",
                        "reason “late” in reasons of survey “desk” needs an English label",
                        "reasons of survey “desk”: there must be none or two to eight",
                        "survey “desk” needs English words",
                        "{subject} in “question” of fr words of survey “desk” stands for nothing",
                        "fr words of survey “desk” need “labels”, low to high",
                        "{dya} in “because” of fr words of survey “desk” stands for nothing; did you mean “day”?",
                        "“xx” in words of survey “desk” is not a language such as en or de",
                        "xx words of survey “desk” need 5 labels, low to high; there are 2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            value = { "` `|line 1: the file is empty", "`- a`|line 1: the file must be names with values",
                    "`just words`|line 1: the file must be names with values",
                    "`a: &x [1]\nb: *x`|line 2: aliases are not read: write out what *x stands for",
                    "`a: [`|line 1: not readable as YAML", "`a: {`|line 1: not readable as YAML",
                    "`workspace: 3`|line 1: the workspace must be names with values",
                    "`a: 1\n--- \nb: 2`|line 2: not readable as YAML",
                    "`? [a, b]\n: c`|line 1: a name in the file must be a simple word",
                    "`!!javax.script.ScriptEngineManager {}`|line 1: not readable as YAML: Global tag is not allowed" })
    void refusesWhatIsNoWorkspaceFile(String text, String expected) {
        assertThatIllegalStateException().isThrownBy(() -> read(text)).withMessageContaining(expected);
    }

    @Test
    void refusesWhatIsHugeDeepOrNotText() {
        byte[] huge = new byte[YamlText.MOST_BYTES + 1];
        Arrays.fill(huge, (byte) '#');
        assertThatIllegalStateException().isThrownBy(() -> WorkspaceFile.read("test.yaml", huge))
            .withMessageContaining("line 1: the file is larger than 512 KiB");
        assertThatIllegalStateException().isThrownBy(() -> read("[".repeat(100_000)))
            .withMessageContaining("line 1: the file is nested more than 20 levels deep");
        assertThatIllegalStateException()
            .isThrownBy(() -> WorkspaceFile.read("test.yaml", new byte[] { 'a', ':', ' ', (byte) 0xc3 }))
            .withMessageContaining("line 1: the file is not UTF-8");
    }

    private static WorkspaceFile read(String text) {
        return WorkspaceFile.read("test.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Touchpoint touchpoint(WorkspaceFile file, String key) {
        return file.touchpoints().stream().filter((one) -> one.key().equals(key)).findFirst().orElseThrow();
    }

    private static Survey survey(WorkspaceFile file, String key) {
        return file.surveys().stream().filter((one) -> one.key().equals(key)).findFirst().orElseThrow();
    }

}
