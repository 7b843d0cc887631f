package io.touchpoint.teams.fake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The text of cards in reading order. */
class ReadingTests {

    private final Stage stage = new Stage();

    @AfterEach
    void end() {
        stage.close();
    }

    private String read(String body, String actions) {
        return stage.read(stage.posted(Stage.CHANNEL, Stage.card(body, actions)));
    }

    @Test
    void readsEveryElement() {
        assertThat(read("""
                {'type':'TextBlock','text':'**Bold** [link](https://a.example) 2 \\\\* 3'},
                {'type':'RichTextBlock','inlines':[{'type':'TextRun','text':'**literal** '},'too']},
                {'type':'FactSet','facts':[{'title':'Owner','value':'Jon'}]},
                {'type':'ColumnSet','columns':[{'items':[{'type':'TextBlock','text':'left'}]},
                  {'type':'Column','items':[{'type':'TextBlock','text':'right'}]}]},
                {'type':'Container','items':[{'type':'Image','url':'https://a.example/p.png','altText':'A bar'}]},
                {'type':'Table','columns':[{'width':1},{'width':1}],'rows':[{'type':'TableRow','cells':[
                  {'type':'TableCell','items':[{'type':'TextBlock','text':'a'}]},
                  {'type':'TableCell','items':[{'type':'TextBlock','text':'b'}]}]}]},
                {'type':'ActionSet','actions':[%s,{'type':'Action.OpenUrl','title':'Open','url':'https://a.example'}]},
                {'type':'Marquee','fallback':{'type':'TextBlock','text':'fallen back'}},{'type':'Marquee'}"""
            .formatted(Stage.execute("Take", "{}")), Stage.submit("Below", "{}"))).isEqualTo("""
                    Bold link 2 * 3
                    **literal** too
                    Owner: Jon
                    left
                    right
                    [image: A bar]
                    a | b
                    [Take] [Open]
                    fallen back
                    [Below]""");
    }

    @Test
    void readsMomentsInTheReadersZone() {
        assertThat(read(
                Stage.text("{{DATE(2026-11-25T23:30:00Z, SHORT)}} {{TIME(2026-11-25T23:30:00Z)}}") + ","
                        + Stage.text(
                                "{{DATE(2026-11-25T23:30:00Z)}}, {{DATE(2026-11-25T23:30:00Z,LONG)}}, {{DATE(soon)}}"),
                ""))
            .isEqualTo("""
                    Thu, 26 Nov 2026 00:30
                    26/11/2026, Thursday, 26 November 2026, {{DATE(soon)}}""");
    }

    @Test
    void readsAChartAsItsTitleAndItsFallback() {
        assertThat(read("""
                {'type':'Chart.VerticalBar','title':'Unhappy, %%','data':[{'x':'Delivery','y':28}],
                 'fallback':{'type':'FactSet','facts':[{'title':'Delivery','value':'28%%'}]}},
                {'type':'Chart.Line','title':'Trend','data':[{'legend':'Now','values':[{'x':'W1','y':1.50}]}]}"""
            .formatted(), "")).isEqualTo("""
                    Unhappy, %
                    Delivery: 28%
                    Trend
                    Now: W1 1.5""");
    }

    @Test
    void readsInputsWithWhatIsChosen() {
        assertThat(read("""
                {'type':'Input.ChoiceSet','id':'a','label':'Often','value':'2','choices':[
                  {'title':'Every week','value':'1'},{'title':'Every 2 weeks','value':'2'}]},
                {'type':'Input.ChoiceSet','id':'b','label':'Score','style':'expanded','value':'1','choices':[
                  {'title':'Bad','value':'1'},{'title':'Good','value':'2'}]},
                {'type':'Input.Date','id':'c','label':'Day','value':'2026-11-26'},
                {'type':'Input.ChoiceSet','id':'d','label':'With','choices.data':{'type':'Data.Query',
                  'dataset':'graph.microsoft.com/users'}},
                {'type':'Input.Text','id':'e','label':'Note','placeholder':'anything'}""", "")).isEqualTo("""
                Often (Every 2 weeks ▾)
                Score ◉ Bad ○ Good
                Day (2026-11-26)
                With ( ▾)
                Note (anything)""");
    }

}
