package io.touchpoint.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderingTests {

    private static final Address JON = Address.person("w1", "slack", "T1", "U1JON");

    private static final Span.Moment FOUR = new Span.Moment(Instant.parse("2026-11-25T15:00:00Z"),
            Span.Moment.Style.DAY_AND_TIME, ZoneId.of("Europe/Berlin"), Locale.ENGLISH);

    private static void assertBlocks(String expected, Block... blocks) {
        assertThat(JsonParser.parseString(Json.write(Rendering.blocks(List.of(blocks), "T1", "tok"))))
            .isEqualTo(JsonParser.parseString(expected));
    }

    @Test
    void writesAHeading() {
        assertBlocks("""
                [{"type":"header","text":{"type":"plain_text","text":"Customer touchpoints","emoji":false}}]""",
                new Block.Heading("Customer touchpoints"));
    }

    @Test
    void writesEverySpanOfAParagraph() {
        assertBlocks("""
                [{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[
                  {"type":"text","text":"1. Delivery","style":{"bold":true}},
                  {"type":"text","text":"  28% *unhappy* <!channel> "},
                  {"type":"user","user_id":"U1JON"},
                  {"type":"text","text":"@Eve"},
                  {"type":"link","url":"https://northwind.example/privacy","text":"Privacy"},
                  {"type":"text","text":"click"},
                  {"type":"date","timestamp":1795618800,"format":"{date_short}, {time}",
                   "fallback":"Wed 25 Nov, 16:00 Europe/Berlin"}]}]}]""",
                Block.Paragraph.of(new Span.Strong("1. Delivery"), new Span.Plain("  28% *unhappy* <!channel> "),
                        new Span.Mention(JON, "Jon"),
                        new Span.Mention(Address.person("w1", "slack", "T9", "U9EVE"), "Eve"),
                        new Span.Link("Privacy", "https://northwind.example/privacy"),
                        new Span.Link("click", "javascript:alert(1)"), FOUR));
    }

    @Test
    void putsAQuoteBesideTheTextAroundIt() {
        assertBlocks("""
                [{"type":"rich_text","elements":[
                  {"type":"rich_text_section","elements":[{"type":"text","text":"Delivery"}]},
                  {"type":"rich_text_quote","elements":[{"type":"text","text":"\u201cTwo *days* late <@U1>\u201d"}]},
                  {"type":"rich_text_section","elements":[{"type":"text","text":"online order, 19 Nov"}]},
                  {"type":"rich_text_section","elements":[{"type":"text","text":"Most named: late 14."}]}]}]""",
                Block.Paragraph.of("Delivery"),
                new Block.Quote("Two *days* \u202elate\u0007 <@U1>", "online order, 19 Nov"),
                Block.Paragraph.of("Most named: late 14."));
    }

    @Test
    void writesPlainSmallPrintWithoutMarkup() {
        assertBlocks("""
                [{"type":"context","elements":[{"type":"plain_text","text":"*Likely* range: 90%.","emoji":false}]}]""",
                Block.Note.of("*Likely* range: 90%."));
    }

    @Test
    void escapesSmallPrintThatNeedsMarkup() {
        assertBlocks(
                """
                        [{"type":"context","elements":[{"type":"mrkdwn","verbatim":true,"text":
                          "&lt;!here&gt; \u2217a\u2217 \u2236smile: *Next* <@U1JON> <https://a.example/?b=1&amp;c|x \u2223 y> <!date^1795618800^{date_short}, {time}|Wed 25 Nov, 16:00 Europe/Berlin>"}]}]""",
                Block.Note.of(new Span.Plain("<!here> *a* :smile: "), new Span.Strong("Next"), new Span.Plain(" "),
                        new Span.Mention(JON, "Jon"), new Span.Plain(" "),
                        new Span.Link("x | y", "https://a.example/?b=1&c"), new Span.Plain(" "), FOUR));
    }

    @Test
    void writesButtons() {
        assertBlocks("""
                [{"type":"actions","elements":[
                  {"type":"button","action_id":"press:1","text":{"type":"plain_text","text":"1 Very bad","emoji":false},
                   "value":"tok:rate:1","accessibility_label":"Rate the delivery 1 of 5, very bad"},
                  {"type":"button","action_id":"press:2","text":{"type":"plain_text","text":"Send","emoji":false},
                   "value":"tok:send","style":"primary"},
                  {"type":"button","action_id":"link:3","text":{"type":"plain_text","text":"Privacy","emoji":false},
                   "url":"https://northwind.example/privacy"}]},
                 {"type":"actions","elements":[
                  {"type":"button","action_id":"press:4","text":{"type":"plain_text","text":"Not now","emoji":false},
                   "value":"tok:later"}]}]""",
                Block.Buttons.of(Button.of("rate:1", "1 Very bad").spoken("Rate the delivery 1 of 5, very bad"),
                        Button.of("send", "Send").primary(),
                        Button.link("Privacy", "https://northwind.example/privacy")),
                Block.Buttons.of(Button.of("later", "Not now")));
    }

    @Test
    void drawsBarsWithNamesThatStayDifferent() {
        assertBlocks("""
                [{"type":"data_visualization","title":"Unhappy customers, %","chart":{"type":"bar","series":[
                  {"name":"This week","data":[{"label":"Order confirmation\u2026","value":28.4},
                    {"label":"Order confirmatio\u2026 2","value":5.0}]}],
                  "axis_config":{"categories":["Order confirmation\u2026","Order confirmatio\u2026 2"]}}}]""",
                new Block.Bars("Unhappy customers, %", "%",
                        List.of("Order confirmation mail", "Order confirmation page"),
                        List.of(new Block.Series("This week", List.of(28.41, 5.0)))));
    }

    @Test
    void tellsAChartThatSlackCannotDraw() {
        Block.Bars bars = new Block.Bars("Unhappy", "%", Collections.nCopies(21, "a"),
                List.of(new Block.Series("s", Collections.nCopies(21, 1.0))));
        assertThat(Rendering.blocks(List.of(bars), "T1", "tok")).singleElement()
            .satisfies((block) -> assertThat(block).containsEntry("type", "rich_text"));
    }

    @Test
    void leavesOutWhatIsEmpty() {
        assertBlocks("[]", Block.Paragraph.of(""), Block.Note.of(" "), new Block.Heading("\u0000"));
    }

    @Test
    void saysTheSameInTheOldestBlocks() {
        List<Block> blocks = List.of(new Block.Heading("Title"), new Block.Quote("*words*", null),
                Block.Buttons.of(Button.of("go", "Go")));
        assertThat(JsonParser.parseString(Json.write(Rendering.plain(blocks, "T1", "tok"))))
            .isEqualTo(JsonParser.parseString("""
                    [{"type":"section","text":{"type":"plain_text","text":"Title","emoji":false}},
                     {"type":"section","text":{"type":"plain_text","text":"\u201c*words*\u201d","emoji":false}},
                     {"type":"actions","elements":[{"type":"button","action_id":"press:1",
                      "text":{"type":"plain_text","text":"Go","emoji":false},"value":"tok:go"}]}]"""));
    }

    @Test
    void putsTheWholeMessageIntoTheTextThatScreenReadersRead() {
        Message message = Message.of(new Block.Heading("Delivery"),
                new Block.Quote("<!channel> *late* & :fire:", "order"),
                Block.Buttons.of(Button.of("a", "See comments")));
        assertThat(Rendering.text(message)).isEqualTo(
                "Delivery\n\u201c&lt;!channel&gt; \u2217late\u2217 &amp; \u2236fire:\u201d   order\n[See comments]");
    }

    @Test
    void cutsALongTextAtTheEndOfALine() {
        String line = "A line of forty characters, all in all..";
        String text = Rendering.text(Message.text(String.join("\n", Collections.nCopies(200, line))));
        assertThat(text).hasSizeLessThanOrEqualTo(4000).endsWith(line + "\n\u2026");
        assertThat(Rendering.text(Message.text("&".repeat(4000)))).hasSizeLessThanOrEqualTo(4000)
            .endsWith("amp;\n\u2026");
    }

    @Test
    void shortensWhatSlackWouldRefuse() {
        String lines = String.join("\n",
                IntStream.range(0, 60).mapToObj((i) -> "line " + i + " " + "x".repeat(40)).toList());
        List<Block> blocks = List.of(new Block.Heading("Comments"), Block.Paragraph.of(lines),
                Block.Paragraph.of("\u00e9".repeat(2500)), new Block.Quote("\u00e9".repeat(4000), null),
                Block.Note.of("\u00e9".repeat(2500)), Block.Buttons.of(Button.of("more", "More")));
        String json = Fitted.json(blocks, (parts) -> Rendering.blocks(parts, "T1", "tok"));
        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(12_000);
        assertThat(json).contains("Comments", "line 0", "tok:more");
    }

    @Test
    void saysHowManyLinesOfAListAreMissing() {
        String lines = String.join("\n",
                IntStream.range(0, 90).mapToObj((i) -> "line " + i + " " + "x".repeat(190)).toList());
        String json = Fitted.json(List.of(Block.Paragraph.of(lines), Block.Paragraph.of("y".repeat(2900)),
                Block.Note.of("y".repeat(2900)), new Block.Quote("y".repeat(2900), null),
                new Block.Quote("z".repeat(2900), null)), (parts) -> Rendering.blocks(parts, "T1", "tok"));
        int kept = json.split("line ", -1).length - 1;
        assertThat(json).contains("and " + (90 - kept) + " more");
    }

    @Test
    void keepsToFiftyBlocks() {
        List<Block> blocks = IntStream.range(0, 80).<Block>mapToObj((i) -> Block.Note.of("note " + i)).toList();
        String json = Fitted.json(blocks, (parts) -> Rendering.blocks(parts, "T1", "tok"));
        assertThat(JsonParser.parseString(json).getAsJsonArray()).hasSize(50);
    }

}
