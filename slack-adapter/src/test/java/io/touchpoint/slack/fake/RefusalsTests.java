package io.touchpoint.slack.fake;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** What Slack refuses, as it is documented: the limit, the request, the error code. */
class RefusalsTests {

    private final Stage stage = new Stage(Company.named("Northwind Outfitters").limits(Limits.none()));

    @AfterEach
    void end() {
        stage.close();
    }

    /** One line of the table. */
    private record Refusal(String limit, String method, String request, String error) {

        @Override
        public String toString() {
            return method + ": " + limit + " → " + error;
        }

    }

    static Stream<Refusal> refusals() {
        return Stream.of(asking(), sending(), changing(), conversations(), people(), views(), files())
            .flatMap((lines) -> lines);
    }

    private static Refusal refuse(String limit, String method, String request, String error) {
        return new Refusal(limit, method, request, error);
    }

    private static Stream<Refusal> asking() {
        String send = "chat.postMessage";
        return Stream.of(refuse("an unknown method", "chat.shout", "{}", "unknown_method"),
                refuse("a body that is no JSON", send, "{'channel'", "invalid_json"),
                refuse("a body that is no object", send, "[]", "json_not_object"));
    }

    private static Stream<Refusal> sending() {
        String send = "chat.postMessage";
        return Stream.of(refuse("no channel", send, "{'text':'hi'}", "channel_not_found"),
                refuse("an unknown channel", send, "{'channel':'C404','text':'hi'}", "channel_not_found"),
                refuse("a channel without the bot", send, "{'channel':'C2OUT','text':'hi'}", "not_in_channel"),
                refuse("a private channel without the bot", send, "{'channel':'C3SECRET','text':'hi'}",
                        "channel_not_found"),
                refuse("an archived channel", send, "{'channel':'C4OLD','text':'hi'}", "is_archived"),
                refuse("nothing to say", send, "{'channel':'C1TEAM'}", "no_text"),
                refuse("an empty text", send, "{'channel':'C1TEAM','text':'','blocks':[]}", "no_text"),
                refuse("blocks that are no list", send, "{'channel':'C1TEAM','text':'hi','blocks':{}}",
                        "invalid_blocks_format"),
                refuse("51 blocks", send,
                        "{'channel':'C1TEAM','text':'hi','blocks':[%s{'type':'divider'}]}"
                            .formatted("{'type':'divider'},".repeat(50)),
                        "invalid_blocks"),
                refuse("an unknown block", send, "{'channel':'C1TEAM','text':'hi','blocks':[{'type':'marquee'}]}",
                        "invalid_blocks"),
                refuse("about 13.2 kB of blocks", send,
                        "{'channel':'C1TEAM','text':'hi','blocks':[%1$s,%1$s,%1$s,%1$s,%1$s]}".formatted(
                                "{'type':'section','text':{'type':'plain_text','text':'" + Stage.x(2700) + "'}}"),
                        "msg_blocks_too_long"),
                refuse("metadata without a type", send,
                        "{'channel':'C1TEAM','text':'hi','metadata':{'event_payload':{}}}", "invalid_metadata_format"),
                refuse("metadata that is no object", send, "{'channel':'C1TEAM','text':'hi','metadata':'x'}",
                        "invalid_metadata_format"),
                refuse("a thread of no message", send, "{'channel':'C1TEAM','text':'hi','thread_ts':'1.000001'}",
                        "cannot_reply_to_message"),
                refuse("a deactivated person", send, "{'channel':'U5GONE','text':'hi'}", "user_disabled"),
                refuse("a stranger", send, "{'channel':'U4FAR','text':'hi'}", "invalid_user_combination"),
                refuse("a person who has removed the bot", send, "{'channel':'U7SHUT','text':'hi'}",
                        "channel_not_found"),
                refuse("a bot", send, "{'channel':'U6ROBO','text':'hi'}", "cannot_dm_bot"));
    }

    private static Stream<Refusal> changing() {
        return Stream.of(
                refuse("an unknown message", "chat.update", "{'channel':'C1TEAM','ts':'1.000001','text':'hi'}",
                        "message_not_found"),
                refuse("an unknown channel", "chat.update", "{'channel':'C404','ts':'1.000001','text':'hi'}",
                        "channel_not_found"),
                refuse("an unknown message", "chat.delete", "{'channel':'C1TEAM','ts':'1.000001'}",
                        "message_not_found"),
                refuse("a person outside the channel", "chat.postEphemeral",
                        "{'channel':'C1TEAM','user':'U3EXT','text':'hi'}", "user_not_in_channel"),
                refuse("a channel without the bot", "chat.postEphemeral",
                        "{'channel':'C2OUT','user':'U1ADA','text':'hi'}", "not_in_channel"),
                refuse("nothing to say", "chat.postEphemeral", "{'channel':'C1TEAM','user':'U1ADA'}", "no_text"));
    }

    private static Stream<Refusal> conversations() {
        return Stream.of(refuse("nobody", "conversations.open", "{}", "users_list_not_supplied"),
                refuse("an unknown person", "conversations.open", "{'users':'U404'}", "user_not_found"),
                refuse("a deactivated person", "conversations.open", "{'users':'U5GONE'}", "user_disabled"),
                refuse("a stranger", "conversations.open", "{'users':'U4FAR'}", "invalid_user_combination"),
                refuse("a bot", "conversations.open", "{'users':'U6ROBO'}", "cannot_dm_bot"),
                refuse("a person who has removed the bot", "conversations.open", "{'users':'U7SHUT'}",
                        "user_not_visible"),
                refuse("an unknown direct chat", "conversations.open", "{'channel':'D404'}", "channel_not_found"),
                refuse("an unknown channel", "conversations.info", "{'channel':'C404'}", "channel_not_found"),
                refuse("a private channel without the bot", "conversations.info", "{'channel':'C3SECRET'}",
                        "channel_not_found"),
                refuse("no channel", "conversations.info", "{}", "invalid_arguments"),
                refuse("an unknown channel", "conversations.history", "{'channel':'C404'}", "channel_not_found"),
                refuse("a channel without the bot", "conversations.history", "{'channel':'C2OUT'}", "not_in_channel"),
                refuse("a time that is none", "conversations.history", "{'channel':'C1TEAM','oldest':'soon'}",
                        "invalid_ts_oldest"),
                refuse("a limit of none", "conversations.history", "{'channel':'C1TEAM','limit':0}", "invalid_limit"),
                refuse("a thread of no message", "conversations.replies", "{'channel':'C1TEAM','ts':'1.000001'}",
                        "thread_not_found"),
                refuse("an unknown channel", "conversations.members", "{'channel':'C404'}", "channel_not_found"),
                refuse("an unknown cursor", "conversations.members", "{'channel':'C1TEAM','cursor':'x'}",
                        "invalid_cursor"));
    }

    private static Stream<Refusal> people() {
        return Stream.of(refuse("an unknown person", "users.info", "{'user':'U404'}", "user_not_found"),
                refuse("an address that nobody has", "users.lookupByEmail", "{'email':'no@where.example'}",
                        "users_not_found"),
                refuse("the address of a stranger", "users.lookupByEmail", "{'email':'far@acme.example'}",
                        "users_not_found"),
                refuse("no address", "users.lookupByEmail", "{}", "users_not_found"),
                refuse("an unknown person", "users.conversations", "{'user':'U404'}", "user_not_found"));
    }

    private static Stream<Refusal> views() {
        String form = "{'type':'modal','title':{'type':'plain_text','text':'Plan'},'blocks':[{'type':'divider'}]}";
        return Stream.of(
                refuse("an unknown trigger", "views.open", "{'trigger_id':'1.2.3','view':%s}".formatted(form),
                        "invalid_trigger_id"),
                refuse("no trigger", "views.open", "{'view':%s}".formatted(form), "invalid_arguments"),
                refuse("an unknown view", "views.update", "{'view_id':'V404','view':%s}".formatted(form), "not_found"),
                refuse("no view named", "views.update", "{'view':%s}".formatted(form), "invalid_arguments"),
                refuse("an unknown trigger", "views.push", "{'trigger_id':'1.2.3','view':%s}".formatted(form),
                        "invalid_trigger_id"),
                refuse("an unknown person", "views.publish",
                        "{'user_id':'U404','view':{'type':'home','blocks':[{'type':'divider'}]}}", "user_not_found"),
                refuse("a modal as home", "views.publish", "{'user_id':'U1ADA','view':%s}".formatted(form),
                        "invalid_arguments"));
    }

    private static Stream<Refusal> files() {
        return Stream.of(refuse("no name", "files.getUploadURLExternal", "{'length':5}", "invalid_arguments"),
                refuse("no length", "files.getUploadURLExternal", "{'filename':'a.txt','length':0}",
                        "invalid_arguments"),
                refuse("an unknown file", "files.completeUploadExternal", "{'files':[{'id':'F404'}]}",
                        "file_not_found"),
                refuse("no file", "files.completeUploadExternal", "{'files':[]}", "invalid_arguments"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(Refusal refusal) {
        JsonNode answer = stage.call(refusal.method(), refusal.request());

        assertThat(Stage.error(answer)).isEqualTo(refusal.error());
    }

    @Test
    void refusesWhoShowsNoToken() {
        assertThat(as("")).isEqualTo("not_authed");
    }

    @Test
    void refusesAWrongToken() {
        assertThat(as("xoxb-wrong")).isEqualTo("invalid_auth");
    }

    @Test
    void refusesARevokedToken() {
        stage.slack.revokeToken();

        assertThat(as(stage.slack.company().token())).isEqualTo("token_revoked");
    }

    private String as(String token) {
        Map<String, String> headers = token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
        HttpResponse<String> answer = stage.post(URI.create(stage.slack.apiUrl() + "auth.test"),
                "application/x-www-form-urlencoded", "", headers);
        return Json.parse(answer.body()).path("error").asString("");
    }

    @Test
    void namesTheScopeThatIsMissing() {
        stage.slack.company(stage.slack.company().scopes(Set.of("users:read")));

        JsonNode answer = stage.call("chat.postMessage", "{'channel':'C1TEAM','text':'hi'}");

        assertThat(answer).isEqualTo(Json.parse("""
                {"ok":false,"error":"missing_scope","needed":"chat:write","provided":"users:read"}"""));
    }

    @Test
    void asksForTheScopeOfTheKindOfChannel() {
        stage.slack.company(stage.slack.company().scopes(Set.of("chat:write", "im:history", "channels:read")));

        assertThat(stage.call("conversations.history", "{'channel':'C1TEAM'}").path("needed").asString())
            .isEqualTo("channels:history");
        assertThat(Stage
            .error(stage.call("conversations.history", "{'channel':'%s'}".formatted(stage.slack.directChat("U1ADA")))))
            .isNull();
    }

    @Test
    void refusesATriggerAfterThreeSecondsAndASecondUse() {
        String form = "{'type':'modal','title':{'type':'plain_text','text':'Plan'},'blocks':[{'type':'divider'}]}";
        stage.slack.interactions().shortcut("U1ADA", "plan");
        String first = stage.last().payload().path("trigger_id").asString();
        stage.slack.interactions().shortcut("U1ADA", "plan");
        String second = stage.last().payload().path("trigger_id").asString();

        assertThat(Stage.error(stage.call("views.open", "{'trigger_id':'%s','view':%s}".formatted(first, form))))
            .isNull();
        assertThat(Stage.error(stage.call("views.open", "{'trigger_id':'%s','view':%s}".formatted(first, form))))
            .isEqualTo("exchanged_trigger_id");
        stage.clock.advance(Duration.ofMillis(3001));
        assertThat(Stage.error(stage.call("views.open", "{'trigger_id':'%s','view':%s}".formatted(second, form))))
            .isEqualTo("expired_trigger_id");
    }

    @Test
    void refusesToChangeWhatAnotherWrote() {
        Post post = stage.slack.events().says("U1ADA", "C1TEAM", "hello").post();

        assertThat(Stage
            .error(stage.call("chat.update", "{'channel':'C1TEAM','ts':'%s','text':'bye'}".formatted(post.ts()))))
            .isEqualTo("cant_update_message");
        assertThat(Stage.error(stage.call("chat.delete", "{'channel':'C1TEAM','ts':'%s'}".formatted(post.ts()))))
            .isEqualTo("cant_delete_message");
    }

}
