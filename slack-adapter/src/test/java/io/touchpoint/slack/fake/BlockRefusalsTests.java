package io.touchpoint.slack.fake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Slack refuses in blocks: the limit, the block, and where it says the mistake is.
 */
class BlockRefusalsTests {

    private record Refusal(String limit, String block, String where) {

        @Override
        public String toString() {
            return limit;
        }

    }

    private static Refusal refuse(String limit, String block, String where) {
        return new Refusal(limit, block, where);
    }

    private static String plain(int length) {
        return "{'type':'plain_text','text':'" + Stage.x(length) + "'}";
    }

    private static String button(String more) {
        return "{'type':'button','text':%s%s}".formatted(plain(4), more);
    }

    private static String actions(String element) {
        return "{'type':'actions','elements':[%s]}".formatted(element);
    }

    private static String options(int count, int text) {
        return IntStream.range(0, count)
            .mapToObj((i) -> "{'text':%s,'value':'%d'}".formatted(plain(text), i))
            .collect(Collectors.joining(","));
    }

    private static String input(String element) {
        return "{'type':'input','label':%s,'element':%s}".formatted(plain(5), element);
    }

    private static String bars(String categories, String series) {
        return ("{'type':'data_visualization','title':'t','chart':{'type':'bar','axis_config':{'categories':[%s]},"
                + "'series':[%s]}}")
            .formatted(categories, series);
    }

    static Stream<Refusal> refusals() {
        return Stream.of(texts(), buttons(), inputs(), rich(), data()).flatMap((lines) -> lines);
    }

    private static Stream<Refusal> texts() {
        String section = "{'type':'section','text':%s}";
        return Stream.of(refuse("a section without text", "{'type':'section'}", "/blocks/0"),
                refuse("a section of 3,001 characters", section.formatted(plain(3_001)), "/blocks/0/text/text"),
                refuse("an empty text", section.formatted(plain(0)), "/blocks/0/text/text"),
                refuse("a text of no kind", section.formatted("{'text':'x'}"), "/blocks/0/text"),
                refuse("eleven fields", "{'type':'section','fields':[%s]}".formatted(repeat(plain(1), 11)),
                        "/blocks/0/fields"),
                refuse("a field of 2,001 characters", "{'type':'section','fields':[%s]}".formatted(plain(2_001)),
                        "/blocks/0/fields/0/text"),
                refuse("a heading of 151 characters", "{'type':'header','text':%s}".formatted(plain(151)),
                        "/blocks/0/text/text"),
                refuse("a heading with markup", "{'type':'header','text':{'type':'mrkdwn','text':'x'}}",
                        "/blocks/0/text"),
                refuse("eleven elements in a context",
                        "{'type':'context','elements':[%s]}".formatted(repeat(plain(1), 11)), "/blocks/0/elements"),
                refuse("an unknown property", "{'type':'divider','colour':'red'}", "/blocks/0"),
                refuse("a block id of 256 characters", "{'type':'divider','block_id':'%s'}".formatted(Stage.x(256)),
                        "/blocks/0/block_id"),
                refuse("a block that is a word", "'divider'", "/blocks/0"),
                refuse("an image without description", "{'type':'image','image_url':'https://x.example/a.png'}",
                        "/blocks/0"),
                refuse("a markdown block of 12,001 characters",
                        "{'type':'markdown','text':'%s'}".formatted(Stage.x(12_001)), "/blocks/0/text"));
    }

    private static Stream<Refusal> buttons() {
        return Stream.of(refuse("26 buttons", actions(repeat(button(""), 26)), "/blocks/0/elements"),
                refuse("no button", actions(""), "/blocks/0/elements"),
                refuse("a button of 76 characters", actions("{'type':'button','text':%s}".formatted(plain(76))),
                        "/blocks/0/elements/0/text/text"),
                refuse("a button with markup", actions("{'type':'button','text':{'type':'mrkdwn','text':'x'}}"),
                        "/blocks/0/elements/0/text"),
                refuse("a value of 2,001 characters", actions(button(",'value':'%s'".formatted(Stage.x(2_001)))),
                        "/blocks/0/elements/0/value"),
                refuse("an action id of 256 characters", actions(button(",'action_id':'%s'".formatted(Stage.x(256)))),
                        "/blocks/0/elements/0/action_id"),
                refuse("an action id twice", actions(button(",'action_id':'a'") + "," + button(",'action_id':'a'")),
                        "/blocks/0/elements/1"),
                refuse("spoken words of 76 characters",
                        actions(button(",'accessibility_label':'%s'".formatted(Stage.x(76)))),
                        "/blocks/0/elements/0/accessibility_label"),
                refuse("an unknown style", actions(button(",'style':'bold'")), "/blocks/0/elements/0/style"),
                refuse("an address of no kind", actions(button(",'url':'javascript:alert(1)'")),
                        "/blocks/0/elements/0/url"));
    }

    private static Stream<Refusal> inputs() {
        return Stream.of(
                refuse("a text field among buttons", actions("{'type':'plain_text_input'}"), "/blocks/0/elements/0"),
                refuse("a button in an input", input(button("")), "/blocks/0/element"),
                refuse("101 options", actions("{'type':'static_select','options':[%s]}".formatted(options(101, 1))),
                        "/blocks/0/elements/0/options"),
                refuse("an option of 76 characters",
                        actions("{'type':'static_select','options':[%s]}".formatted(options(1, 76))),
                        "/blocks/0/elements/0/options/0/text/text"),
                refuse("a choice that is not offered",
                        actions(("{'type':'static_select','options':[%s],"
                                + "'initial_option':{'text':%s,'value':'9'}}")
                            .formatted(options(2, 1), plain(1))),
                        "/blocks/0/elements/0/initial_option"),
                refuse("six options in a menu", actions("{'type':'overflow','options':[%s]}".formatted(options(6, 1))),
                        "/blocks/0/elements/0/options"),
                refuse("eleven boxes", input("{'type':'checkboxes','options':[%s]}".formatted(options(11, 1))),
                        "/blocks/0/element/options"),
                refuse("a day that is none", input("{'type':'datepicker','initial_date':'23.11.2026'}"),
                        "/blocks/0/element/initial_date"),
                refuse("a time that is none", input("{'type':'timepicker','initial_time':'9:00'}"),
                        "/blocks/0/element/initial_time"),
                refuse("a longest text over 3,000", input("{'type':'plain_text_input','max_length':3001}"),
                        "/blocks/0/element/max_length"),
                refuse("an input without label", "{'type':'input','element':{'type':'plain_text_input'}}", "/blocks/0"),
                refuse("a button among context actions",
                        "{'type':'context_actions','elements':[%s]}".formatted(button("")), "/blocks/0/elements/0"),
                refuse("feedback without its other side",
                        "{'type':'context_actions','elements':[{'type':'feedback_buttons','positive_button':{'text':%s,'value':'1'}}]}"
                            .formatted(plain(3)),
                        "/blocks/0/elements/0"));
    }

    private static Stream<Refusal> rich() {
        String section = "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[%s]}]}";
        return Stream.of(refuse("rich text without elements", "{'type':'rich_text'}", "/blocks/0"),
                refuse("an empty piece of text", section.formatted("{'type':'text','text':''}"),
                        "/blocks/0/elements/0/elements/0/text"),
                refuse("an unknown piece", section.formatted("{'type':'blink','text':'x'}"),
                        "/blocks/0/elements/0/elements/0"),
                refuse("an unknown style", section.formatted("{'type':'text','text':'x','style':{'blink':true}}"),
                        "/blocks/0/elements/0/elements/0/style"),
                refuse("a link to nowhere", section.formatted("{'type':'link','text':'x'}"),
                        "/blocks/0/elements/0/elements/0"),
                refuse("a date without format", section.formatted("{'type':'date','timestamp':1}"),
                        "/blocks/0/elements/0/elements/0"),
                refuse("a list of no style",
                        "{'type':'rich_text','elements':[{'type':'rich_text_list','elements':[]}]}",
                        "/blocks/0/elements/0"));
    }

    private static Stream<Refusal> data() {
        String one = "{'name':'A','data':[{'label':'x','value':1}]}";
        return Stream.of(
                refuse("a chart's title of 51 characters",
                        bars("'x'", one).replace("'title':'t'", "'title':'" + Stage.x(51) + "'"), "/blocks/0/title"),
                refuse("seven series", bars("'x'", repeat(one, 7)), "/blocks/0/chart/series"),
                refuse("21 categories",
                        bars(IntStream.range(0, 21).mapToObj((i) -> "'c" + i + "'").collect(Collectors.joining(",")),
                                one),
                        "/blocks/0/chart/axis_config/categories"),
                refuse("a category of 21 characters", bars("'" + Stage.x(21) + "'", one),
                        "/blocks/0/chart/axis_config/categories/0"),
                refuse("a category twice", bars("'x','x'", one), "/blocks/0/chart/axis_config/categories/1"),
                refuse("a gap in a series", bars("'x','y'", one), "/blocks/0/chart/series/0/data"),
                refuse("two series of one name", bars("'x'", one + "," + one), "/blocks/0/chart/series/1/name"),
                refuse("a value that is no number", bars("'x'", "{'name':'A','data':[{'label':'x','value':'1'}]}"),
                        "/blocks/0/chart/series/0/data/0/value"),
                refuse("a pie of nothing",
                        "{'type':'data_visualization','title':'t','chart':{'type':'pie','segments':[{'label':'x','value':0}]}}",
                        "/blocks/0/chart/segments/0/value"),
                refuse("101 rows",
                        "{'type':'table','rows':[%s]}".formatted(repeat("[{'type':'raw_text','text':'x'}]", 101)),
                        "/blocks/0/rows"),
                refuse("21 cells",
                        "{'type':'table','rows':[[%s]]}".formatted(repeat("{'type':'raw_text','text':'x'}", 21)),
                        "/blocks/0/rows/0"));
    }

    private static String repeat(String item, int times) {
        return String.join(",", Collections.nCopies(times, item));
    }

    private static List<String> wrong(String blocks) {
        return BlockKit.message((ArrayNode) Json.parse(blocks.replace('\'', '"')));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(Refusal refusal) {
        assertThat(wrong("[" + refusal.block() + "]"))
            .anyMatch((message) -> message.endsWith("[json-pointer:" + refusal.where() + "]"));
    }

    @Test
    void refusesABlockIdTwice() {
        assertThat(wrong("[{'type':'divider','block_id':'b'},{'type':'divider','block_id':'b'}]"))
            .containsExactly("[ERROR] block_id b already exists [json-pointer:/blocks/1]");
    }

    @Test
    void refusesAThirdChartAndASecondTable() {
        String chart = bars("'x'", "{'name':'A','data':[{'label':'x','value':1}]}");
        String table = "{'type':'table','rows':[[{'type':'raw_text','text':'x'}]]}";

        assertThat(wrong("[%s,%s,%s]".formatted(chart, chart, chart))).hasSize(1);
        assertThat(wrong("[%s,%s]".formatted(table, table))).hasSize(1);
    }

    @Test
    void refusesTablesOfMoreThanTenThousandCharacters() {
        String row = "[{'type':'raw_text','text':'" + Stage.x(3_000) + "'}]";

        assertThat(wrong("[{'type':'table','rows':[%s]}]".formatted(repeat(row, 4)))).hasSize(1);
    }

    @Test
    void refusesWhatAFormCannotHold() {
        String view = """
                {"type":"modal","title":{"type":"plain_text","text":"%s"},"private_metadata":"%s",
                 "blocks":[{"type":"context_actions","elements":[]},
                           {"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"datepicker"}}]}"""
            .formatted(Stage.x(25), Stage.x(3_001));

        assertThat(ViewMethods.wrong(Json.parse(view), "modal"))
            .extracting((message) -> message.substring(message.indexOf("pointer:") + 8, message.length() - 1))
            .containsExactly("/view/title/text", "/view/private_metadata", "/view/blocks/0", "/view");
    }

    @Test
    void takesEveryKindOfBlockThatIsRight() {
        List<String> blocks = new ArrayList<>(List.of("{'type':'divider'}",
                "{'type':'section','text':%s,'accessory':%s}".formatted(plain(3_000), button("")),
                "{'type':'header','text':%s}".formatted(plain(150)),
                "{'type':'context','elements':[%s]}".formatted(repeat(plain(1), 10)), actions(repeat(button(""), 25)),
                input("{'type':'multi_users_select'}"),
                input("{'type':'plain_text_input','multiline':true,'max_length':3000}"),
                input("{'type':'checkboxes','options':[%1$s],'initial_options':[%1$s]}".formatted(options(1, 75))),
                "{'type':'context_actions','elements':[{'type':'feedback_buttons','positive_button':{'text':%1$s,'value':'1'},'negative_button':{'text':%1$s,'value':'0'}}]}"
                    .formatted(plain(3)),
                bars("'x'", "{'name':'A','data':[{'label':'x','value':-1.5}]}"),
                "{'type':'rich_text','elements':[{'type':'rich_text_quote','elements':[{'type':'text','text':'x'}]}]}"));

        assertThat(wrong("[" + String.join(",", blocks) + "]")).isEmpty();
    }

}
