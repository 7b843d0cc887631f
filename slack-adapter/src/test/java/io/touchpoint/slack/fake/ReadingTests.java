package io.touchpoint.slack.fake;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages and views as people read them. */
class ReadingTests {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private static final String DIGEST = """
            [{'type':'header','text':{'type':'plain_text','text':'Customer touchpoints, 16–22 Nov'}},
             {'type':'section','text':{'type':'mrkdwn','text':'*447* ratings &amp; _no_ change'}},
             {'type':'data_visualization','title':'Unhappy customers, %','chart':{'type':'bar',
              'axis_config':{'categories':['Delivery','Returns']},
              'series':[{'name':'This week','data':[{'label':'Delivery','value':28.0},{'label':'Returns','value':45.5}]},
                        {'name':'Week before','data':[{'label':'Delivery','value':17},{'label':'Returns','value':21}]}]}},
             {'type':'rich_text','elements':[
               {'type':'rich_text_section','elements':[{'type':'text','text':'1. Delivery','style':{'bold':true}},
                                                       {'type':'text','text':'  28% unhappy'}]},
               {'type':'rich_text_quote','elements':[{'type':'text','text':'Two *days* late :fire:\\n<!channel>'}]},
               {'type':'rich_text_section','elements':[{'type':'text','text':'Owner: '},{'type':'user','user_id':'U2JON'}]},
               {'type':'rich_text_list','style':'bullet','elements':[
                 {'type':'rich_text_section','elements':[{'type':'text','text':'late 14'}]},
                 {'type':'rich_text_section','elements':[{'type':'link','url':'https://x.example','text':'more'}]}]}]},
             {'type':'actions','elements':[
               {'type':'button','text':{'type':'plain_text','text':'See comments'}},
               {'type':'static_select','placeholder':{'type':'plain_text','text':'Theme'},'options':[]},
               {'type':'overflow','options':[{'text':{'type':'plain_text','text':'Snooze'},'value':'s'}]}]},
             {'type':'divider'},
             {'type':'context','elements':[{'type':'plain_text','text':'Likely range: 90%.'},
                                           {'type':'image','alt_text':'a clock'}]},
             {'type':'table','rows':[[{'type':'raw_text','text':'Delivery'},{'type':'raw_number','text':'28%','value':28}]]},
             {'type':'context_actions','elements':[{'type':'feedback_buttons',
               'positive_button':{'text':{'type':'plain_text','text':'Useful'}},
               'negative_button':{'text':{'type':'plain_text','text':'Not useful'}}}]}]""";

    private static String read(String text, String blocks, String zone) {
        return new Reading((id) -> id.equals("U2JON") ? "Jon Reyes" : id, (id) -> "delivery", ZoneId.of(zone), NOW)
            .post(new Post("C1", "1.000001", NOW, "U0BOT", text, (ArrayNode) Json.parse(blocks.replace('\'', '"')),
                    null, null, null, false, Json.array(), null));
    }

    @Test
    void readsADigestFromItsBlocksAlone() {
        assertThat(read("something else", DIGEST, "Europe/Berlin")).isEqualTo("""
                Customer touchpoints, 16–22 Nov
                447 ratings & no change
                Unhappy customers, %
                This week: Delivery 28, Returns 45.5
                Week before: Delivery 17, Returns 21
                1. Delivery  28% unhappy
                > Two *days* late :fire:
                > <!channel>
                Owner: @Jon Reyes
                • late 14
                • more
                [See comments] (Theme ▾) [⋯ Snooze]
                ---
                Likely range: 90%. [image: a clock]
                Delivery | 28%
                [Useful] [Not useful]""");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '"', textBlock = """
            a &lt;b&gt; &amp;lt; => a <b> &lt;
            *bold* _it_ ~no~ `code` => bold it no code
            2*3*4 and snake_case_name => 2*3*4 and snake_case_name
            *_both_* => both
            hello <@U2JON> in <#C1> => hello @Jon Reyes in #delivery
            <https://x.example|the page> => the page
            <https://x.example> => https://x.example
            <!channel> <!here> => @channel @here
            :+1: :unheard_of: => 👍 :unheard_of:
            <!date^1795420800^{date_num} {time}|soon> => 2026-11-23 09:00
            """)
    void readsMarkupAsItLooks(String text, String read) {
        assertThat(read(text, "[]", "Europe/Berlin")).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {date_short} at {time} | Europe/Berlin      | Nov 25, 2026 at 01:30
            {date_short} at {time} | America/New_York   | Nov 24, 2026 at 19:30
            {date_short} at {time} | Asia/Kathmandu     | Nov 25, 2026 at 06:15
            {date_long}            | Europe/Berlin      | Wednesday, November 25th, 2026
            {date}                 | Europe/Berlin      | November 25th
            {date_pretty}          | America/New_York   | tomorrow
            {date_long_full}       | Australia/Lord_Howe | November 25, 2026
            {ago}                  | Europe/Berlin      | in 1 days
            """)
    void showsEveryReaderTheOwnTime(String format, String zone, String shown) {
        String blocks = "[{'type':'rich_text','elements':[{'type':'rich_text_section','elements':["
                + "{'type':'date','timestamp':1795566600,'format':'%s','fallback':'x'}]}]}]".formatted(format);

        assertThat(read("", blocks, zone)).isEqualTo(shown);
    }

    @Test
    void showsWordsLiterallyWhereNoMarkupIsRead() {
        String blocks = """
                [{'type':'section','text':{'type':'plain_text','emoji':false,'text':'*a* <@U2JON> :fire: &amp;'}},
                 {'type':'section','text':{'type':'plain_text','text':':fire:'}}]""";

        assertThat(read("", blocks, "UTC")).isEqualTo("*a* <@U2JON> :fire: &amp;\n🔥");
    }

    @Test
    void readsAFormWithWhatIsFilledIn() {
        ObjectNode content = (ObjectNode) Json
            .parse("""
                    {"type":"modal","title":{"type":"plain_text","text":"Plan"},
                     "submit":{"type":"plain_text","text":"Send"},"close":{"type":"plain_text","text":"Cancel"},
                     "blocks":[
                      {"type":"input","block_id":"w","label":{"type":"plain_text","text":"With"},
                       "element":{"type":"users_select","action_id":"w","initial_user":"U2JON"}},
                      {"type":"input","block_id":"n","optional":true,"label":{"type":"plain_text","text":"Note"},
                       "hint":{"type":"plain_text","text":"Both can read this."},
                       "element":{"type":"plain_text_input","action_id":"n","placeholder":{"type":"plain_text","text":"Words"}}},
                      {"type":"input","block_id":"d","label":{"type":"plain_text","text":"Agenda"},
                       "element":{"type":"checkboxes","action_id":"d","options":[
                        {"text":{"type":"plain_text","text":"Feedback"},"value":"f"},
                        {"text":{"type":"plain_text","text":"Actions"},"value":"a"}],
                        "initial_options":[{"text":{"type":"plain_text","text":"Feedback"},"value":"f"}]}},
                      {"type":"input","block_id":"t","label":{"type":"plain_text","text":"Time"},
                       "element":{"type":"timepicker","action_id":"t","initial_time":"10:00"}}]}""");
        View view = new View("V1", "U1ADA", content, "h", "V1", null, Controls.initial(content));

        assertThat(new Reading((_) -> "Jon Reyes", (id) -> id, ZoneId.of("UTC"), NOW).view(view)).isEqualTo("""
                Plan
                With (Jon Reyes ▾)
                Note (optional) (Words)
                Both can read this.
                Agenda ☑ Feedback ☐ Actions
                Time (10:00)
                [Send] [Cancel]""");
    }

}
