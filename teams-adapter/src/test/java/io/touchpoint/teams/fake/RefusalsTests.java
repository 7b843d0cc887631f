package io.touchpoint.teams.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What Teams refuses: the limit, the request, the status and the error code. */
class RefusalsTests {

    private static final String SEND = "POST v3/conversations/" + Stage.CHANNEL + "/activities";

    private static final String HI = "{'type':'message','text':'hi'}";

    private final Stage stage = new Stage();

    @AfterEach
    void end() {
        stage.close();
    }

    /** One line of the table. */
    private record Refusal(String limit, String line, String body, int status, String code) {

        @Override
        public String toString() {
            return limit + " → " + status + " " + code;
        }

    }

    static Stream<Refusal> refusals() {
        return Stream.of(places(), sending(), cards(), creating(), changing(), asking()).flatMap((lines) -> lines);
    }

    private static Refusal refuse(String limit, String line, String body, int status, String code) {
        return new Refusal(limit, line, body, status, code);
    }

    private static String activities(String place) {
        return "POST v3/conversations/" + place + "/activities";
    }

    private static String direct(String key) {
        return World.directId(Stage.id(key));
    }

    private static Stream<Refusal> places() {
        return Stream.of(
                refuse("an unknown conversation", activities("19:none@thread.v2"), HI, 404, "ConversationNotFound"),
                refuse("an unknown thread", activities(Stage.CHANNEL + ";messageid=1"), HI, 404,
                        "ConversationNotFound"),
                refuse("a chat without the bot", activities("19:without@thread.v2"), HI, 403,
                        "BotNotInConversationRoster"),
                refuse("an archived team", activities("19:old@thread.tacv2"), HI, 403, "MessageWritesBlocked"),
                refuse("a person who has blocked the bot", activities(direct("bob")), HI, 403,
                        "ConversationBlockedByUser"),
                refuse("a person who has removed the app", activities(direct("ned")), HI, 403,
                        "BotNotInConversationRoster"),
                refuse("an unknown message to answer", SEND + "/1", HI, 404, "ActivityNotFoundInConversation"),
                refuse("an unknown path", "POST v3/conversations/x/marquee", HI, 404, "ServiceError"));
    }

    private static Stream<Refusal> sending() {
        return Stream.of(refuse("a body that is no JSON", SEND, "{'type'", 400, "BadSyntax"),
                refuse("a body that is no object", SEND, "[]", 400, "BadSyntax"),
                refuse("no type", SEND, "{'text':'hi'}", 400, "BadSyntax"),
                refuse("a type that cannot be sent", SEND, "{'type':'trace','text':'hi'}", 400, "BadSyntax"),
                refuse("nothing to say", SEND, "{'type':'message'}", 400, "BadSyntax"),
                refuse("an attachment without a type", SEND, "{'type':'message','attachments':[{}]}", 400, "BadSyntax"),
                refuse("more than 100 KB in UTF-16", SEND, "{'type':'message','text':'" + Stage.x(51_200) + "'}", 413,
                        "MessageSizeTooBig"));
    }

    private static Stream<Refusal> cards() {
        String named = "{'type':'Input.Text','id':'a','label':'A'}";
        String people = String.join(",", Stream.generate(() -> "'29:1x'").limit(61).toList());
        return Stream.of(refuse("a card that is none", SEND, Stage.message("{'type':'Hero'}"), 400, "BadSyntax"),
                refuse("a card without a version", SEND, Stage.message("{'type':'AdaptiveCard','body':[]}"), 400,
                        "BadSyntax"),
                refuse("a picture as a data URI", SEND,
                        Stage
                            .message(Stage.card("{'type':'Image','altText':'a','url':'data:image/png;base64,AA'}", "")),
                        400, "BadSyntax"),
                refuse("an input without an id", SEND,
                        Stage.message(Stage.card("{'type':'Input.Text','label':'A'}", "")), 400, "BadSyntax"),
                refuse("two inputs with one id", SEND, Stage.message(Stage.card(named + "," + named, "")), 400,
                        "BadSyntax"),
                refuse("a choice without choices", SEND,
                        Stage.message(Stage.card("{'type':'Input.ChoiceSet','id':'a','label':'A'}", "")), 400,
                        "BadSyntax"),
                refuse("a link without an address", SEND,
                        Stage.message(Stage.card("", "{'type':'Action.OpenUrl','title':'Go'}")), 400, "BadSyntax"),
                refuse("a refresh for more than 60 people", SEND,
                        Stage.message("{'type':'AdaptiveCard','version':'1.5','refresh':{'action':"
                                + Stage.execute("r", "{}") + ",'userIds':[" + people + "]}}"),
                        400, "BadSyntax"),
                refuse("a refresh by another action", SEND, Stage.message(
                        "{'type':'AdaptiveCard','version':'1.5','refresh':{'action':" + Stage.submit("r", "{}") + "}}"),
                        400, "BadSyntax"));
    }

    private static Stream<Refusal> creating() {
        String create = "POST v3/conversations";
        String chat = "{'isGroup':false,'members':[{'id':'%s'}],'tenantId':'%s'}";
        String tenant = Company.TENANT;
        return Stream.of(
                refuse("a group chat", create, "{'isGroup':true,'members':[{'id':'29:1ada'}]}", 400, "BadSyntax"),
                refuse("nobody", create, "{'isGroup':false,'tenantId':'" + tenant + "'}", 400, "BadSyntax"),
                refuse("no tenant", create, "{'isGroup':false,'members':[{'id':'29:1ada'}]}", 400, "BadArgument"),
                refuse("an id that this bot does not know", create, chat.formatted("29:1nobody", tenant), 400,
                        "BadArgument"),
                refuse("the id in Entra", create, chat.formatted(Person.aad("ada"), tenant), 400, "BadArgument"),
                refuse("an e-mail address", create, chat.formatted("ada@northwind.example", tenant), 400,
                        "BadArgument"),
                refuse("the wrong tenant", create, chat.formatted("29:1eva", tenant), 403,
                        "BotNotInConversationRoster"),
                refuse("somebody of another company by external access", create, chat.formatted("29:1fay", tenant), 403,
                        "BotNotInConversationRoster"),
                refuse("somebody without the app", create, chat.formatted("29:1ned", tenant), 403,
                        "BotNotInConversationRoster"),
                refuse("an unknown channel", create,
                        "{'isGroup':true,'channelData':{'channel':{'id':'19:x@thread.tacv2'}},'activity':" + HI + "}",
                        404, "ConversationNotFound"),
                refuse("a thread without a message", create,
                        "{'isGroup':true,'channelData':{'channel':{'id':'" + Stage.CHANNEL + "'}}}", 400, "BadSyntax"));
    }

    private static Stream<Refusal> changing() {
        String one = "v3/conversations/" + Stage.CHANNEL + "/activities/1";
        return Stream.of(refuse("an unknown message", "PUT " + one, HI, 404, "ActivityNotFoundInConversation"),
                refuse("an unknown message", "DELETE " + one, "", 404, "ActivityNotFoundInConversation"),
                refuse("an unknown conversation", "PUT v3/conversations/x/activities/1", HI, 404,
                        "ConversationNotFound"));
    }

    private static Stream<Refusal> asking() {
        String members = "GET v3/conversations/" + Stage.CHANNEL;
        return Stream.of(
                refuse("an unknown conversation", "GET v3/conversations/x/members", "", 404, "ConversationNotFound"),
                refuse("an unknown member", members + "/members/29:1nobody", "", 404, "MemberNotFoundInConversation"),
                refuse("a member of somewhere else", members + "/members/29:1eva", "", 404,
                        "MemberNotFoundInConversation"),
                refuse("a chat without the bot", "GET v3/conversations/19:without@thread.v2/pagedmembers", "", 403,
                        "BotNotInConversationRoster"),
                refuse("a wrong continuation", members + "/pagedmembers?continuationToken=x", "", 400, "BadArgument"),
                refuse("an unknown team", "GET v3/teams/19:none@thread.tacv2", "", 404, "ConversationNotFound"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(Refusal refusal) {
        for (String key : new String[] { "bob", "ned" }) {
            stage.teams.directChat(Stage.id(key));
        }
        int space = refusal.line().indexOf(' ');

        HttpResponse<String> answer = stage.call(refusal.line().substring(0, space),
                refusal.line().substring(space + 1), refusal.body());

        assertThat(answer.statusCode() + " " + Json.parse(answer.body()).path("error").path("code").asString(""))
            .isEqualTo(refusal.status() + " " + refusal.code());
        assertThat(stage.teams.calls().getLast().applied()).isFalse();
    }

    @Test
    void refusesWhoShowsNoTokenOrAWrongOne() {
        String path = "v3/conversations/" + Stage.CHANNEL + "/activities";
        String expired = stage.teams.entra().token();
        stage.teams.entra().expireTokens();

        assertThat(Stream.of("", "made-up", expired, stage.teams.entra().foreignToken())
            .map((token) -> stage.call("POST", path, HI, token).statusCode())).containsOnly(401);
        assertThat(stage.call("POST", path, HI).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesToChangeWhatAnotherWrote() {
        Post post = stage.teams.events().says(Stage.id("ada"), Stage.CHANNEL, "hello", null).post();
        String path = "v3/conversations/" + Stage.CHANNEL + "/activities/" + post.activityId();

        assertThat(stage.call("PUT", path, HI).statusCode()).isEqualTo(403);
        assertThat(stage.call("DELETE", path, "").statusCode()).isEqualTo(403);
    }

    @Test
    void refusesTextBesideACardWhenAMessageIsChanged() {
        String id = stage.posted(Stage.CHANNEL, Stage.card(Stage.text("a"), ""));
        String both = Stage.message(Stage.card(Stage.text("b"), "")).replace("'summary'", "'text':'b','summary'");

        HttpResponse<String> answer = stage.call("PUT",
                "v3/conversations/" + Stage.CHANNEL + "/activities/" + id.substring(id.indexOf('|') + 1), both);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("multiple skype activities");
    }

    @Test
    void notesWhatTeamsTakesAndShowsOtherwise() {
        String seven = String.join(",", Stream.generate(() -> Stage.execute("Go", "{}")).limit(7).toList());
        stage.posted(Stage.CHANNEL, Stage.card("{'type':'Marquee'},{'type':'Chart.Line','data':[]}", seven));
        stage.posted(Stage.CHANNEL, "{'type':'AdaptiveCard','version':'1.6','fallbackText':'old'}");

        assertThat(stage.teams.flaws().stream().map((flaw) -> flaw.substring(flaw.indexOf(": ") + 2)))
            .containsExactlyInAnyOrder("Marquee is not known and has no fallback",
                    "Chart.Line is not drawn everywhere and has no fallback", "more than 6 actions side by side",
                    "version 1.6 shows nothing but the fallback text");
        assertThat(stage.teams.posts(Stage.CHANNEL).stream().map((post) -> stage.teams.read(post, Stage.BERLIN))).last()
            .isEqualTo("old");
    }

    @Test
    void entraRefusesWhatIsWrongWithARequest() {
        assertThat(token("client_secret=wrong&scope=https://api.botframework.com/.default")).contains("AADSTS7000215");
        assertThat(token("client_secret=simulated-client-secret&scope=x")).contains("AADSTS70011");
        JsonNode answer = Json
            .parse(token("client_secret=simulated-client-secret&scope=https://api.botframework.com/.default"));
        assertThat(stage
            .call("GET", "v3/conversations/" + Stage.CHANNEL + "/members", "", answer.path("access_token").asString())
            .statusCode()).isEqualTo(200);
    }

    private String token(String form) {
        HttpRequest request = HttpRequest
            .newBuilder(URI.create(stage.teams.loginUrl() + "/" + Company.TENANT + "/oauth2/v2.0/token"))
            .POST(HttpRequest.BodyPublishers
                .ofString("grant_type=client_credentials&client_id=" + Company.APP + "&" + form))
            .build();
        return stage.request(request).body();
    }

}
