package io.touchpoint.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Span;
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
    void cutsALongTextAtTheEndOfALine() {
        String line = "A line of forty characters, all in all..";
        String text = Rendering.text(Message.text(String.join("\n", Collections.nCopies(200, line))));
        assertThat(text).hasSizeLessThanOrEqualTo(4000).endsWith(line + "\n\u2026");
        assertThat(Rendering.text(Message.text("&".repeat(4000)))).hasSizeLessThanOrEqualTo(4000)
            .endsWith("amp;\n\u2026");
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

}
