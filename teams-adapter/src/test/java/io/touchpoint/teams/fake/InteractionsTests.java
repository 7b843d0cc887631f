package io.touchpoint.teams.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people do with cards and dialogs. */
class InteractionsTests {

    private static final String ADA = "29:1ada";

    private static final String CHOICES = """
            {'type':'Input.ChoiceSet','id':'why','label':'Why','style':'expanded','isMultiSelect':true,
             'choices':[{'title':'Late','value':'late'},{'title':'Damaged','value':'damaged'}]},
            {'type':'Input.Text','id':'words','label':'Words','isMultiline':true,'isRequired':true,
             'errorMessage':'Please fill this in.'},
            {'type':'Input.Toggle','id':'tell','title':'Tell me','value':'false'}""";

    private final Stage stage = new Stage();

    private final Interactions interactions = stage.teams.interactions();

    private final String chat = stage.teams.directChat(ADA);

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void sendsASubmitAsAMessageWithWhatIsFilledIn() {
        String card = stage.posted(chat, Stage.card(CHOICES, Stage.submit("Send", "{'id':'7'}")));

        Pressed pressed = interactions.press(ADA, card, "Send",
                Map.of("why", List.of("late", "damaged"), "words", List.of("slow")));

        assertThat(pressed.ok()).isTrue();
        JsonNode activity = stage.last();
        assertThat(Json.text(activity, "type")).isEqualTo("message");
        assertThat(activity.has("text")).isFalse();
        assertThat(chat + "|" + Json.text(activity, "replyToId")).isEqualTo(card);
        assertThat(activity.path("value")).isEqualTo(Json.parse("""
                {"id":"7","why":"late,damaged","words":"slow","tell":"false"}"""));
    }

    @Test
    void holdsBackWhatIsNotFilledIn() {
        String card = stage.posted(chat, Stage.card(CHOICES, Stage.submit("Send", "{}")));

        Pressed pressed = interactions.press(ADA, card, "Send");

        assertThat(pressed.errors()).containsExactly(Map.entry("words", "Please fill this in."));
        assertThat(stage.requests).isEmpty();
    }

    @Test
    void replacesTheCardForWhoPressedUntilTheAppChangesIt() {
        String card = stage.posted(Stage.CHANNEL, Stage.card(Stage.text("open"), Stage.execute("Take", "{'id':'7'}")));
        stage.invokesAnswer(
                "{'statusCode':200,'type':'" + Post.CARD + "','value':" + Stage.card(Stage.text("yours"), "") + "}");

        interactions.press(ADA, card, "Take");

        assertThat(stage.last().path("value")).isEqualTo(Json
            .parse("""
                    {"action":{"type":"Action.Execute","verb":"v","title":"Take","data":{"id":"7"}},"trigger":"manual"}"""));
        Post post = stage.teams.post(card).orElseThrow();
        assertThat(stage.teams.read(stage.teams.seen(ADA, post), Stage.BERLIN)).isEqualTo("yours");
        assertThat(stage.teams.read(stage.teams.seen("29:1jon", post), Stage.BERLIN)).isEqualTo("open\n[Take]");
        assertThatThrownBy(() -> interactions.press(ADA, card, "Take")).hasMessageContaining("not on this card");
        stage.call("PUT", "v3/conversations/" + Stage.CHANNEL + "/activities/" + post.activityId(),
                Stage.message(Stage.card(Stage.text("taken"), "")));
        Post after = stage.teams.post(card).orElseThrow();
        assertThat(stage.teams.read(stage.teams.seen(ADA, after), Stage.BERLIN)).isEqualTo("taken");
    }

    @Test
    void showsASentenceInPassing() {
        String card = stage.posted(Stage.CHANNEL, Stage.card(Stage.text("open"), Stage.execute("Take", "{}")));
        stage.invokesAnswer(
                "{'statusCode':200,'type':'application/vnd.microsoft.activity.message','value':'Not yours'}");

        assertThat(interactions.press(ADA, card, "Take").sentence()).isEqualTo("Not yours");
        assertThat(stage.teams.posts(Stage.CHANNEL).getLast().visibleTo()).isEqualTo(ADA);
    }

    @Test
    void saysThatSomethingWentWrong() {
        String card = stage.posted(chat, Stage.card(Stage.text("open"), Stage.execute("Take", "{}")));
        stage.app = (_) -> new Stage.Reply(501, "");

        Pressed pressed = interactions.press(ADA, card, "Take");

        assertThat(pressed.ok()).isFalse();
        assertThat(pressed.sentence()).startsWith("Something went wrong");
        assertThat(stage.requests).hasSize(1);
        assertThat(stage.teams.deliveries().nextRedelivery()).isEmpty();
    }

    @Test
    void opensSendsAndClosesADialog() {
        String card = stage.posted(chat,
                Stage.card(Stage.text("open"), Stage.submit("Plan", "{'id':'7','msteams':{'type':'task/fetch'}}")));
        stage.invokesAnswer(dialog("Plan a check-in", CHOICES));

        Dialog dialog = interactions.press(ADA, card, "Plan").open().orElseThrow();
        JsonNode fetched = stage.last();

        assertThat(Json.text(fetched, "name")).isEqualTo("task/fetch");
        assertThat(fetched.path("value").path("data").path("id").asString()).isEqualTo("7");
        assertThat(stage.teams.read(dialog)).isEqualTo("""
                Plan a check-in
                Why ☐ Late ☐ Damaged
                Words ()
                ☐ Tell me
                [Send]""");
        Pressed empty = interactions.submit(ADA, dialog.id(), Map.of());
        assertThat(empty.errors()).containsKey("words");
        stage.invokesAnswer(dialog("Again", Stage.text("No")));
        assertThat(interactions.submit(ADA, dialog.id(), Map.of("words", List.of("slow"))).open())
            .hasValueSatisfying((next) -> {
                assertThat(next.id()).isEqualTo(dialog.id());
                assertThat(next.title()).isEqualTo("Again");
            });
        assertThat(Json.text(stage.last(), "name")).isEqualTo("task/submit");
        stage.invokesAnswer("{'task':{'type':'message','value':'Saved'}}");
        Pressed saved = interactions.submit(ADA, dialog.id(), Map.of());
        assertThat(saved.sentence()).isEqualTo("Saved");
        assertThat(stage.teams.dialog(ADA)).isEmpty();
    }

    private static String dialog(String title, String body) {
        return "{'task':{'type':'continue','value':{'title':'" + title + "','height':'medium','width':'medium','card':"
                + "{'contentType':'" + Post.CARD + "','content':" + Stage.card(body, Stage.submit("Send", "{'id':'8'}"))
                + "}}}}";
    }

    @Test
    void refreshesACardForThoseItNames() {
        String card = stage.posted(Stage.CHANNEL, """
                {'type':'AdaptiveCard','version':'1.5','fallbackText':'f','body':[%s],
                 'refresh':{'action':%s,'userIds':['29:1ada','29:1can']}}""".formatted(Stage.text("for all"),
                Stage.execute("r", "{'id':'9'}")));
        stage.invokesAnswer(
                "{'statusCode':200,'type':'" + Post.CARD + "','value':" + Stage.card(Stage.text("for you"), "") + "}");

        assertThat(interactions.refreshDue()).isTrue();
        assertThat(interactions.refreshAll()).isEqualTo(1);

        assertThat(Json.text(stage.last().path("value"), "trigger")).isEqualTo("automatic");
        assertThat(stage.teams.viewers(stage.teams.post(card).orElseThrow())).containsExactly(ADA);
        assertThat(interactions.refreshDue()).isFalse();
    }

    @Test
    void asksForFeedback() {
        String body = Stage.message(Stage.card(Stage.text("digest"), ""))
            .replace("'summary'", "'channelData':{'feedbackLoop':{'type':'default'}},'summary'");
        stage.call("POST", "v3/conversations/" + Stage.CHANNEL + "/activities", body);
        String post = stage.teams.posts(Stage.CHANNEL).getLast().id();
        stage.invokesAnswer("{}");

        assertThat(stage.read(post)).isEqualTo("digest\n[Like] [Dislike]");
        assertThat(interactions.press(ADA, post, "Like").ok()).isTrue();
        assertThat(Json.text(stage.last(), "name")).isEqualTo("message/submitAction");
        assertThat(stage.last().path("value").path("actionValue").path("reaction").asString()).isEqualTo("like");
    }

    @Test
    void onlyThoseWhoSeeACardCanPress() {
        String card = stage.posted(chat, Stage.card(Stage.text("open"), Stage.execute("Take", "{}")));

        assertThatThrownBy(() -> interactions.press("29:1jon", card, "Take")).hasMessageContaining("does not see");
    }

}
