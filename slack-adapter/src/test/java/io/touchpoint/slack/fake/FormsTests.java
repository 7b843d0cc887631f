package io.touchpoint.slack.fake;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** How forms are opened, filled in, sent and closed. */
class FormsTests {

    private static final String PLAN = """
            {'type':'modal','callback_id':'plan','notify_on_close':true,'private_metadata':'m',
             'title':{'type':'plain_text','text':'Plan'},'submit':{'type':'plain_text','text':'Send'},
             'blocks':[
               {'type':'input','block_id':'with','dispatch_action':true,'label':{'type':'plain_text','text':'With'},
                'element':{'type':'users_select','action_id':'with'}},
               {'type':'input','block_id':'note','optional':true,'label':{'type':'plain_text','text':'Note'},
                'element':{'type':'plain_text_input','action_id':'note','initial_value':'Hello','max_length':10}},
               {'type':'input','block_id':'days','label':{'type':'plain_text','text':'Days'},
                'element':{'type':'checkboxes','action_id':'days','options':[
                  {'text':{'type':'plain_text','text':'Monday'},'value':'1'},
                  {'text':{'type':'plain_text','text':'Tuesday'},'value':'2'}]}},
               {'type':'actions','block_id':'b','elements':[
                  {'type':'button','action_id':'suggest','text':{'type':'plain_text','text':'Suggest'}}]}]}""";

    private final Stage stage = new Stage(Company.named("Northwind").limits(Limits.none()));

    private String view = "";

    @BeforeEach
    void open() {
        stage.slack.interactions().shortcut("U1ADA", "plan");
        view = stage.call("views.open", "{'trigger_id':'%s','view':%s}".formatted(trigger(), PLAN))
            .path("view")
            .path("id")
            .asString();
    }

    @AfterEach
    void end() {
        stage.close();
    }

    private String trigger() {
        return stage.last().payload().path("trigger_id").asString();
    }

    @Test
    void showsTheFormToThePersonWhoAskedForIt() {
        assertThat(stage.slack.openView("U1ADA").orElseThrow().id()).isEqualTo(view);
        assertThat(stage.slack.openView("U2JON")).isEmpty();
        assertThat(Controls.of(stage.slack.view(view).orElseThrow()))
            .extracting(Control::id, Control::kind, Control::optional, Control::value)
            .containsExactly(tuple("with", Control.Kind.PERSON, false, List.of()),
                    tuple("note", Control.Kind.TEXT, true, List.of("Hello")),
                    tuple("days", Control.Kind.CHECKBOXES, false, List.of()),
                    tuple("suggest", Control.Kind.BUTTON, true, List.of()));
    }

    @Test
    void sendsWhatWasFilledIn() {
        Sent sent = stage.slack.interactions()
            .submit("U1ADA", view, Map.of("with", "Jon Reyes", "days", List.of("Monday", "2")));

        assertThat(sent.errors()).isEmpty();
        assertThat(sent.open()).isEmpty();
        assertThat(stage.slack.openView("U1ADA")).isEmpty();
        JsonNode payload = stage.last().payload();
        assertThat(payload.path("type").asString()).isEqualTo("view_submission");
        assertThat(payload.path("view").path("private_metadata").asString()).isEqualTo("m");
        assertThat(payload.path("view").path("app_installed_team_id").asString()).isEqualTo("T0HOME");
        assertThat(payload.path("view").path("state").path("values")).isEqualTo(Json.parse("""
                {"with":{"with":{"type":"users_select","selected_user":"U2JON"}},
                 "note":{"note":{"type":"plain_text_input","value":"Hello"}},
                 "days":{"days":{"type":"checkboxes","selected_options":[
                   {"text":{"type":"plain_text","text":"Monday"},"value":"1"},
                   {"text":{"type":"plain_text","text":"Tuesday"},"value":"2"}]}}}"""));
    }

    @Test
    void tellsOfALiveFieldAtOnceAndOnlyWhenItChanges() {
        stage.requests.clear();

        stage.slack.interactions().fill("U1ADA", view, Map.of("note", "Hi"));
        assertThat(stage.requests).isEmpty();
        stage.slack.interactions().fill("U1ADA", view, Map.of("with", "U2JON"));
        stage.slack.interactions().fill("U1ADA", view, Map.of("with", "U2JON"));

        assertThat(stage.requests).hasSize(1);
        JsonNode payload = stage.last().payload();
        assertThat(payload.path("type").asString()).isEqualTo("block_actions");
        assertThat(payload.path("container").path("view_id").asString()).isEqualTo(view);
        assertThat(payload.path("actions").path(0).path("selected_user").asString()).isEqualTo("U2JON");
        assertThat(payload.path("view").path("state").path("values").path("note").path("note").path("value").asString())
            .isEqualTo("Hi");
    }

    @Test
    void holdsBackAFormThatLacksSomething() {
        stage.requests.clear();
        Sent sent = stage.slack.interactions().submit("U1ADA", view, Map.of("note", "far too long a note"));

        assertThat(sent.errors()).containsOnlyKeys("with", "days", "note");
        assertThat(sent.answer()).isNull();
        assertThat(stage.requests).isEmpty();
    }

    @Test
    void showsTheErrorsOfTheApp() {
        stage.app = (request) -> new Stage.Reply(200, request.body().contains("view_submission")
                ? "{\"response_action\":\"errors\",\"errors\":{\"with\":\"Not your report.\"}}" : "");

        Sent sent = stage.slack.interactions().submit("U1ADA", view, Map.of("with", "U2JON", "days", "1"));

        assertThat(sent.errors()).containsExactly(Map.entry("with", "Not your report."));
        assertThat(sent.open()).isPresent();
    }

    @Test
    void holdsAnErrorForNoInputAgainstTheApp() {
        stage.app = (_) -> new Stage.Reply(200, "{\"response_action\":\"errors\",\"errors\":{\"b\":\"No.\"}}");

        Sent sent = stage.slack.interactions().submit("U1ADA", view, Map.of("with", "U2JON", "days", "1"));

        assertThat(sent.answer()).isNotNull().extracting(Answered::problem).isEqualTo("an error for no input: b");
    }

    @Test
    void putsAnotherFormInPlace() {
        stage.app = (_) -> new Stage.Reply(200, "{\"response_action\":\"update\",\"view\":%s}"
            .formatted(PLAN.replace('\'', '"').replace("\"Plan\"", "\"Done\"")));

        Sent sent = stage.slack.interactions()
            .submit("U1ADA", view, Map.of("with", "U2JON", "days", "1", "note", "kept"));

        View shown = sent.open().orElseThrow();
        assertThat(shown.id()).isEqualTo(view);
        assertThat(shown.title()).isEqualTo("Done");
        assertThat(shown.state().path("note").path("note").path("value").asString()).isEqualTo("kept");
    }

    @Test
    void refusesAFormThatSlackWouldNotShow() {
        stage.app = (_) -> new Stage.Reply(200, "{\"response_action\":\"update\",\"view\":{\"type\":\"modal\"}}");

        Sent sent = stage.slack.interactions().submit("U1ADA", view, Map.of("with", "U2JON", "days", "1"));

        assertThat(sent.answer()).isNotNull().extracting(Answered::problem).asString().contains("invalid_arguments");
        assertThat(sent.errors()).containsKey("");
    }

    @Test
    void stacksThreeFormsAndNoMore() {
        for (int depth = 2; depth <= 4; depth++) {
            stage.slack.interactions()
                .pressIn("U1ADA", stage.slack.openView("U1ADA").orElseThrow().id(), "suggest", null);
            JsonNode answer = stage.call("views.push", "{'trigger_id':'%s','view':%s}".formatted(trigger(), PLAN));
            assertThat(Stage.error(answer)).isEqualTo((depth == 4) ? "push_limit_reached" : null);
        }

        assertThat(stage.slack.views("U1ADA")).hasSize(3);
        assertThat(stage.slack.views("U1ADA").getLast().previous()).isEqualTo(stage.slack.views("U1ADA").get(1).id());
        assertThat(stage.slack.views("U1ADA").getLast().root()).isEqualTo(view);
        assertThatThrownBy(() -> stage.slack.interactions().submit("U1ADA", view, Map.of()))
            .hasMessageContaining("does not see");
    }

    @Test
    void changesAFormOnlyUnderItsCurrentHash() {
        String hash = stage.slack.view(view).orElseThrow().hash();
        String update = "{'view_id':'%s','hash':'%s','view':%s}".formatted(view, hash, PLAN);

        assertThat(Stage.error(stage.call("views.update", update))).isNull();
        assertThat(Stage.error(stage.call("views.update", update))).isEqualTo("hash_conflict");
    }

    @Test
    void keepsWhatWasFilledInWhenTheFormChanges() {
        stage.slack.interactions().fill("U1ADA", view, Map.of("note", "Hi"));

        stage.call("views.update", "{'view_id':'%s','view':%s}".formatted(view, PLAN));

        assertThat(stage.slack.view(view).orElseThrow().state().path("note").path("note").path("value").asString())
            .isEqualTo("Hi");
    }

    @Test
    void tellsOfAClosedFormWhenTheAppWantsToKnow() {
        stage.slack.interactions().close("U1ADA", view);

        assertThat(stage.last().payload().path("type").asString()).isEqualTo("view_closed");
        assertThat(stage.slack.openView("U1ADA")).isEmpty();
    }

    @Test
    void pressesOnTheHomeTab() {
        stage.call("views.publish", "{'user_id':'U1ADA','view':{'type':'home','blocks':[{'type':'actions',"
                + "'elements':[{'type':'button','action_id':'go','text':{'type':'plain_text','text':'Go'}}]}]}}");
        View home = stage.slack.home("U1ADA").orElseThrow();

        stage.slack.interactions().pressIn("U1ADA", home.id(), "go", null);

        assertThat(stage.last().payload().path("view").path("type").asString()).isEqualTo("home");
    }

}
