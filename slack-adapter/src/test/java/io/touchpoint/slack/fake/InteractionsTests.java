package io.touchpoint.slack.fake;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** What people press, and what Slack tells the app about it. */
class InteractionsTests {

    private static final String QUESTION = """
            [{'type':'section','block_id':'q','text':{'type':'plain_text','text':'How was it?'}},
             {'type':'actions','block_id':'a','elements':[
               {'type':'button','action_id':'r1','text':{'type':'plain_text','text':'1 Very bad'},'value':'t:1'},
               {'type':'button','action_id':'r5','text':{'type':'plain_text','text':'5 Very good'},'value':'t:5'},
               {'type':'static_select','action_id':'why','placeholder':{'type':'plain_text','text':'Why'},
                'options':[{'text':{'type':'plain_text','text':'Late'},'value':'late'}]},
               {'type':'overflow','action_id':'more',
                'options':[{'text':{'type':'plain_text','text':'Snooze'},'value':'snooze'}]}]}]""";

    private final Stage stage = new Stage(Company.named("Northwind").limits(Limits.none()));

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void listsWhatCanBePressed() {
        Post post = stage.slack.post(stage.posted("C1TEAM", QUESTION)).orElseThrow();

        assertThat(Controls.of(post)).extracting(Control::id, Control::kind, Control::label, Control::value)
            .containsExactly(tuple("r1", Control.Kind.BUTTON, "1 Very bad", List.of("t:1")),
                    tuple("r5", Control.Kind.BUTTON, "5 Very good", List.of("t:5")),
                    tuple("why", Control.Kind.SELECT, "Why", List.of()),
                    tuple("more", Control.Kind.MENU, "", List.of()));
        assertThat(Controls.of(post).getLast().options()).containsExactly(new Control.Option("snooze", "Snooze"));
    }

    @Test
    void tellsOfAPress() {
        String id = stage.posted("C1TEAM", QUESTION);

        Answered answered = stage.slack.interactions().press("U1ADA", id, "r5", null);

        assertThat(answered.ok()).isTrue();
        JsonNode payload = stage.last().payload();
        assertThat(payload.path("type").asString()).isEqualTo("block_actions");
        assertThat(payload.path("user")).isEqualTo(Json
            .parse("{\"id\":\"U1ADA\",\"username\":\"ada.novak\",\"name\":\"ada.novak\",\"team_id\":\"T0HOME\"}"));
        assertThat(payload.path("team").path("id").asString()).isEqualTo("T0HOME");
        assertThat(payload.path("channel").path("name").asString()).isEqualTo("delivery");
        assertThat(payload.path("message").path("blocks")).hasSize(2);
        assertThat(payload.path("container").path("message_ts").asString()).isEqualTo(id.substring(7));
        assertThat(payload.path("response_url").asString()).startsWith(stage.slack.url() + "/actions/T0HOME/");
        assertThat(payload.path("actions")).hasSize(1);
        assertThat(payload.path("actions").path(0)).isEqualTo(Json.parse("""
                {"type":"button","action_id":"r5","block_id":"a","action_ts":"1795420800.000001",
                 "text":{"type":"plain_text","text":"5 Very good"},"value":"t:5"}"""));
    }

    @Test
    void tellsOfAChoiceAndRemembersItForLaterPresses() {
        String id = stage.posted("C1TEAM", QUESTION);

        stage.slack.interactions().press("U1ADA", id, "why", "Late");
        assertThat(stage.last().payload().path("actions").path(0).path("selected_option").path("value").asString())
            .isEqualTo("late");
        stage.slack.interactions().press("U1ADA", id, "r1", null);
        assertThat(chosen()).isEqualTo("late");
        stage.slack.interactions().press("U2JON", id, "r1", null);
        assertThat(chosen()).isEmpty();
    }

    private String chosen() {
        return stage.last()
            .payload()
            .path("state")
            .path("values")
            .path("a")
            .path("why")
            .path("selected_option")
            .path("value")
            .asString("");
    }

    @Test
    void tellsOfTheInstallingTeamWhenSomebodyOfAnotherPresses() {
        String id = stage.posted("C5SHARED", QUESTION);

        stage.slack.interactions().press("U3EXT", id, "r1", null);

        assertThat(stage.last().payload().path("team").path("id").asString()).isEqualTo("T0HOME");
        assertThat(stage.last().payload().path("user").path("team_id").asString()).isEqualTo("T9ACME");
    }

    @Test
    void letsOnlyBePressedWhatIsSeen() {
        String id = stage.posted("C1TEAM", QUESTION);
        Interactions people = stage.slack.interactions();

        assertThatThrownBy(() -> people.press("U3EXT", id, "r1", null)).hasMessageContaining("does not see");
        assertThatThrownBy(() -> people.press("U1ADA", id, "r9", null)).hasMessageContaining("not on this message");
        assertThatThrownBy(() -> people.press("U1ADA", id, "why", "Early")).hasMessageContaining("no such option");
        stage.call("chat.update",
                "{'channel':'C1TEAM','ts':'%s','text':'done','blocks':[]}".formatted(id.substring(7)));
        assertThatThrownBy(() -> people.press("U1ADA", id, "r1", null)).hasMessageContaining("not on this message");
        stage.call("chat.delete", "{'channel':'C1TEAM','ts':'%s'}".formatted(id.substring(7)));
        assertThatThrownBy(() -> people.press("U1ADA", id, "r1", null)).hasMessageContaining("does not see");
        assertThat(stage.requests).isEmpty();
    }

    @Test
    void letsTheAppAnswerFiveTimesWithinHalfAnHour() {
        stage.slack.interactions().press("U1ADA", stage.posted("C1TEAM", QUESTION), "r1", null);
        String url = stage.last().payload().path("response_url").asString();

        for (int i = 0; i < 5; i++) {
            assertThat(respond(url, "{\"text\":\"noted\"}").statusCode()).isEqualTo(200);
        }
        assertThat(respond(url, "{\"text\":\"noted\"}").body()).contains("used_url");
        assertThat(stage.slack.posts("C1TEAM")).hasSize(6);
        assertThat(stage.slack.posts("C1TEAM").getLast().visibleTo()).isEqualTo("U1ADA");
        stage.slack.interactions().press("U1ADA", stage.slack.posts("C1TEAM").getFirst().id(), "r1", null);
        String late = stage.last().payload().path("response_url").asString();
        stage.clock.advance(Duration.ofMinutes(31));
        assertThat(respond(late, "{\"text\":\"noted\"}").body()).contains("expired_url");
    }

    @Test
    void letsTheAppReplaceTheMessageInAnswer() {
        String id = stage.posted("C1TEAM", QUESTION);
        stage.slack.interactions().press("U1ADA", id, "r1", null);

        respond(stage.last().payload().path("response_url").asString(),
                "{\"replace_original\":true,\"text\":\"gone\",\"blocks\":[]}");

        assertThat(stage.slack.post(id).orElseThrow().text()).isEqualTo("gone");
        assertThat(Controls.of(stage.slack.post(id).orElseThrow())).isEmpty();
        assertThat(stage.slack.calls().getLast().method()).isEqualTo("response_url");
    }

    private HttpResponse<String> respond(String url, String body) {
        return stage.post(URI.create(url), "application/json", body, Map.of());
    }

    @Test
    void showsTheAnswerToACommandToTheOneWhoTypedIt() {
        stage.app = (_) -> new Stage.Reply(200, "{\"text\":\"*help*\"}");

        stage.slack.interactions().command("U1ADA", "C1TEAM", "/touchpoint why <@U2JON> & more");

        Map<String, String> form = Arguments.form(stage.last().body());
        assertThat(form).containsEntry("command", "/touchpoint")
            .containsEntry("text", "why <@U2JON|jon.reyes> & more")
            .containsEntry("team_id", "T0HOME")
            .containsEntry("channel_id", "C1TEAM")
            .containsEntry("user_id", "U1ADA")
            .containsKeys("trigger_id", "response_url");
        Post shown = stage.slack.posts("C1TEAM").getFirst();
        assertThat(shown.visibleTo()).isEqualTo("U1ADA");
        assertThat(shown.text()).isEqualTo("*help*");
    }

    @ParameterizedTest
    @ValueSource(ints = { 404, 500 })
    void showsAnErrorWhenACommandFails(int status) {
        stage.app = (_) -> new Stage.Reply(status, "");

        stage.slack.interactions().command("U1ADA", "C1TEAM", "/touchpoint help");

        Post shown = stage.slack.posts("C1TEAM").getFirst();
        assertThat(shown.from()).isEqualTo("USLACKBOT");
        assertThat(shown.text()).contains("dispatch_failed");
    }

    @Test
    void offersPeopleOfOtherCompaniesNoCommands() {
        assertThatThrownBy(() -> stage.slack.interactions().command("U3EXT", "C5SHARED", "/touchpoint help"))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stage.slack.interactions().shortcut("U3EXT", "plan"))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsOfBothKindsOfShortcut() {
        String id = stage.posted("C1TEAM", QUESTION);

        stage.slack.interactions().shortcut("U1ADA", "plan");
        assertThat(stage.last().payload().path("type").asString()).isEqualTo("shortcut");
        stage.slack.interactions().messageShortcut("U1ADA", id, "note");
        assertThat(stage.last().payload().path("type").asString()).isEqualTo("message_action");
        assertThat(stage.last().payload().path("message").path("ts").asString()).isEqualTo(id.substring(7));
    }

    @Test
    void pressesTheSidesOfAFeedbackPair() {
        String id = stage.posted("C1TEAM", """
                [{'type':'context_actions','block_id':'f','elements':[{'type':'feedback_buttons','action_id':'fb',
                  'positive_button':{'text':{'type':'plain_text','text':'Useful'},'value':'t:up'},
                  'negative_button':{'text':{'type':'plain_text','text':'Not useful'},'value':'t:down'}}]}]""");

        stage.slack.interactions().press("U1ADA", id, "fb/negative", null);

        JsonNode action = stage.last().payload().path("actions").path(0);
        assertThat(action.path("type").asString()).isEqualTo("feedback_buttons");
        assertThat(action.path("value").asString()).isEqualTo("t:down");
    }

}
