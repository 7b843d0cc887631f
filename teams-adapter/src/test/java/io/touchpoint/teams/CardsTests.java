package io.touchpoint.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CardsTests {

    private static final Seal SEAL = new Seal(new byte[32]);

    private static final Address ADA = Address.person("w1", "teams", "T", "ada");

    private static final Address CHANNEL = Address.channel("w1", "teams", "T", "19:c@thread.tacv2");

    private static ObjectNode card(Address to, Block... blocks) {
        return Cards.card(List.of(blocks), new Cards.Place(SEAL, to, "token", false));
    }

    private static JsonNode body(Block... blocks) {
        return card(ADA, blocks).path("body");
    }

    @Test
    void writesAQuestion() {
        String id = SEAL.press(ADA, "token", "rate:1");
        assertThat(card(ADA, Block.Paragraph.of(new Span.Strong("How was it?")),
                Block.Buttons.of(Button.of("rate:1", "1 Bad").spoken("Rate it 1 of 5, bad"))))
            .isEqualTo(Json2.tree("""
                    {"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json",
                     "version":"1.5","fallbackText":"How was it?\\n[1 Bad]","body":[
                     {"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"How was it?","weight":"Bolder"}]},
                     {"type":"ActionSet","actions":[{"type":"Action.Execute","title":"1 Bad",
                      "tooltip":"Rate it 1 of 5, bad","verb":"press","data":{"touchpoint":"%s"},
                      "fallback":{"type":"Action.Submit","title":"1 Bad","tooltip":"Rate it 1 of 5, bad",
                       "data":{"touchpoint":"%s"}}}]}]}""".formatted(id, id)));
    }

    @Test
    void quotesPeopleWithoutMarkup() {
        assertThat(
                body(new Block.Quote("**bold** <at>Jon</at> {{DATE(2026)}}\u202e [x](https://evil.example)", "order")))
            .isEqualTo(Json2.tree("""
                    [{"type":"Container","style":"emphasis","items":[
                      {"type":"RichTextBlock","inlines":[{"type":"TextRun",
                       "text":"\u201c**bold** <at>Jon</at> { {DATE(2026)}} [x](https://evil.example)\u201d"}]},
                      {"type":"RichTextBlock","inlines":[{"type":"TextRun","size":"Small","isSubtle":true,
                       "text":"order"}]}]}]"""));
    }

    @Test
    void rendersNoMarkupOfAnybodyAnywhere() {
        String evil = "*b* _i_ [x](https://evil.example) <at>Jon</at> {{TIME(1)}} &lt;b&gt; `c`";
        String heading = body(new Block.Heading(evil)).at("/0/text").asText();
        assertThat(heading).doesNotContain("*", "_", "[", "<", "&", "`", "{{", "://");
        assertThat(body(Block.Paragraph.of(evil)).at("/0/type").asText()).isEqualTo("RichTextBlock");
        Address jon = Address.person("w1", "teams", "T", "jon-id");
        String mixed = body(Block.Paragraph.of(new Span.Plain(evil), new Span.Mention(jon, "Jon"))).at("/0/text")
            .asText();
        assertThat(mixed.replace("<at>Jon</at>", "")).doesNotContain("*", "_", "[", "<", "&", "`", "{{", "://");
    }

    @Test
    void mentionsPeopleOfTheTenantAsEntities() {
        Address jon = Address.person("w1", "teams", "T", "jon-id");
        ObjectNode card = card(CHANNEL, Block.Paragraph.of(new Span.Plain("Owner: "), new Span.Mention(jon, "Jon")));
        assertThat(card.at("/body/0")).isEqualTo(Json2.tree("""
                {"type":"TextBlock","text":"Owner: <at>Jon</at>","wrap":true}"""));
        assertThat(card.path("msteams")).isEqualTo(Json2.tree("""
                {"width":"Full","entities":[{"type":"mention","text":"<at>Jon</at>",
                 "mentioned":{"id":"jon-id","name":"Jon"}}]}"""));
        Address stranger = Address.person("w1", "slack", "T", "U1");
        assertThat(card(CHANNEL, Block.Paragraph.of(new Span.Mention(stranger, "Jon"))).at("/msteams/entities")
            .isMissingNode()).isTrue();
    }

    @Test
    void showsMomentsInTheReadersZoneAndLinks() {
        Instant at = Instant.parse("2026-11-25T15:00:00Z");
        assertThat(body(Block.Paragraph.of(
                new Span.Moment(at, Span.Moment.Style.DAY_AND_TIME, ZoneId.of("Europe/Berlin"), Locale.ENGLISH),
                new Span.Link("Privacy", "https://a.example"), new Span.Link("Bad", "javascript:x"))))
            .isEqualTo(Json2
                .tree("""
                        [{"type":"RichTextBlock","inlines":[
                          {"type":"TextRun","text":"{{DATE(2026-11-25T15:00:00Z, SHORT)}}, {{TIME(2026-11-25T15:00:00Z)}}"},
                          {"type":"TextRun","text":"Privacy","selectAction":{"type":"Action.OpenUrl","url":"https://a.example"}},
                          {"type":"TextRun","text":"Bad"}]}]"""));
    }

    @Test
    void drawsBarsWithTheirNumbersAsFallback() {
        assertThat(body(new Block.Bars("Unhappy customers", "%", List.of("Delivery", "Returns"),
                List.of(new Block.Series("This week", List.of(28.4, 45.0)),
                        new Block.Series("Before", List.of(17.0, 21.0))))))
            .isEqualTo(Json2.tree("""
                    [{"type":"Chart.VerticalBar.Grouped","title":"Unhappy customers","yAxisTitle":"%","data":[
                      {"legend":"This week","values":[{"x":"Delivery","y":28.4},{"x":"Returns","y":45.0}]},
                      {"legend":"Before","values":[{"x":"Delivery","y":17.0},{"x":"Returns","y":21.0}]}],
                      "fallback":{"type":"FactSet","facts":[{"title":"Unhappy customers","value":" "},
                       {"title":"Delivery","value":"This week 28%, Before 17%"},
                       {"title":"Returns","value":"This week 45%, Before 21%"}]}}]"""));
    }

    @Test
    void opensFormsAsDialogsAndAddressesInTheBrowser() {
        JsonNode actions = body(Block.Buttons.of(Button.form("plan", "Plan…").primary(),
                Button.link("Download", "https://a.example/x.ics"), Button.link("Bad", "http://a.example")))
            .at("/0/actions");
        assertThat(actions).isEqualTo(Json2.tree("""
                [{"type":"Action.Submit","title":"Plan\u2026","style":"positive",
                  "data":{"touchpoint":"%s","msteams":{"type":"task/fetch"}}},
                 {"type":"Action.OpenUrl","title":"Download","url":"https://a.example/x.ics"}]"""
            .formatted(SEAL.press(ADA, "token", "plan"))));
    }

    @Test
    void putsAtMostSixButtonsInARow() {
        JsonNode rows = body(new Block.Buttons(
                IntStream.rangeClosed(0, 10).mapToObj((i) -> Button.of("rate:" + i, "" + i)).toList()));
        assertThat(rows).extracting((row) -> row.path("actions").size()).containsExactly(6, 5);
    }

    @Test
    void putsNoMoreButtonsInARowThanAPhoneShowsWhole() {
        assertThat(rows("1 Very bad", "2 Bad", "3 OK", "4 Good", "5 Very good")).containsExactly(3, 2);
        assertThat(rows("Not now", "Stop asking")).containsExactly(2);
        assertThat(rows("I'll take it", "Reply to customer\u2026", "Close\u2026")).containsExactly(1, 2);
        assertThat(rows("A label that is as long as a whole row of a phone", "No")).containsExactly(1, 1);
    }

    private static List<Integer> rows(String... labels) {
        List<Integer> sizes = new ArrayList<>();
        body(new Block.Buttons(Stream.of(labels).map((label) -> Button.of("press", label)).toList()))
            .forEach((row) -> sizes.add(row.path("actions").size()));
        return sizes;
    }

    @Test
    void staysWithinWhatTeamsTakes() {
        Block[] blocks = IntStream.range(0, 60)
            .mapToObj((i) -> new Block.Quote("word ".repeat(400), null))
            .toArray(Block[]::new);
        ObjectNode card = Posts.card(List.of(blocks), new Cards.Place(SEAL, ADA, "token", false), Posts.BUDGET);
        assertThat(Json2.write(card).length()).isLessThanOrEqualTo(Posts.BUDGET);
    }

    @Test
    void sealsAButtonForOnePlace() {
        String id = SEAL.press(ADA, "token", "rate:1");
        assertThat(SEAL.open(ADA, id)).contains(new Seal.Press("token", "rate:1"));
        assertThat(SEAL.press(ADA, "token", "rate:1")).isEqualTo(id);
        assertThat(id).doesNotContain("token", "rate");
        assertThat(SEAL.open(CHANNEL, id)).isEmpty();
        assertThat(List.of("", "x", "not base64!", id.substring(1), id + "A"))
            .allMatch((forged) -> SEAL.open(ADA, forged).isEmpty());
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(new Seal(other).open(ADA, id)).isEmpty();
    }

}
