package io.touchpoint.slack.fake;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What the Web API does when it does what it is asked. */
class FakeSlackTests {

    private final Stage stage = new Stage();

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void keepsAMessageWithItsBlocksAndMetadata() {
        JsonNode answer = stage.call("chat.postMessage",
                "{'channel':'C1TEAM','text':'hi','blocks':[{'type':'divider','block_id':'b'}],"
                        + "'metadata':{'event_type':'touchpoint_out','event_payload':{'k':'1'}}}");

        Post post = stage.slack.posts("C1TEAM").getFirst();
        assertThat(post.ts()).isEqualTo(answer.path("ts").asString()).isEqualTo("1795420800.000000");
        assertThat(post.from()).isEqualTo("U0BOT");
        assertThat(post.blocks().toString()).isEqualTo("[{\"type\":\"divider\",\"block_id\":\"b\"}]");
        assertThat(post.metadata()).hasToString("{\"event_type\":\"touchpoint_out\",\"event_payload\":{\"k\":\"1\"}}");
    }

    @Test
    void readsFormsAsWellAsJson() {
        HttpResponse<String> answer = stage.post(URI.create(stage.slack.apiUrl() + "chat.postMessage"),
                "application/x-www-form-urlencoded",
                "channel=C1TEAM&text=a+b%20%26&blocks=%5B%7B%22type%22%3A%22divider%22%7D%5D",
                Map.of("Authorization", "Bearer xoxb-simulated"));

        assertThat(Json.parse(answer.body()).path("ok").asBoolean()).isTrue();
        assertThat(answer.headers().firstValue("x-oauth-scopes").orElse("")).contains("chat:write", "users:read");
        Post post = stage.slack.posts("C1TEAM").getFirst();
        assertThat(post.text()).isEqualTo("a b &");
        assertThat(post.blocks()).hasSize(1);
    }

    @Test
    void givesEveryMessageATimestampOfItsOwn() {
        stage.call("chat.postMessage", "{'channel':'C1TEAM','text':'1'}");
        stage.call("chat.postMessage", "{'channel':'C5SHARED','text':'2'}");
        stage.clock.advance(Duration.ofSeconds(1));
        stage.call("chat.postMessage", "{'channel':'C1TEAM','text':'3'}");

        assertThat(stage.slack.posts("C1TEAM")).extracting(Post::ts)
            .containsExactly("1795420800.000000", "1795420801.000000");
        assertThat(stage.slack.posts("C5SHARED")).extracting(Post::ts).containsExactly("1795420800.000001");
    }

    @Test
    void takesAPersonForTheDirectChat() {
        JsonNode answer = stage.call("chat.postMessage", "{'channel':'U1ADA','text':'hi'}");

        assertThat(answer.path("channel").asString()).isEqualTo(stage.slack.directChat("U1ADA"));
        assertThat(stage.call("conversations.open", "{'users':'U1ADA'}").path("channel").path("id").asString())
            .isEqualTo(stage.slack.directChat("U1ADA"));
    }

    @Test
    void reachesPeopleOfOtherCompaniesOnlyThroughASharedChannel() {
        assertThat(Stage.error(stage.call("conversations.open", "{'users':'U3EXT'}"))).isNull();

        stage.slack.changeChannel("C5SHARED", (channel) -> channel.left("U3EXT"));

        assertThat(Stage.error(stage.call("conversations.open", "{'users':'U3EXT'}")))
            .isEqualTo("invalid_user_combination");
    }

    @Test
    void cutsTextAtFortyThousandCharacters() {
        JsonNode answer = stage.call("chat.postMessage", "{'channel':'C1TEAM','text':'%s'}".formatted(Stage.x(40_001)));

        assertThat(answer.path("warning").asString()).isEqualTo("message_truncated");
        assertThat(stage.slack.posts("C1TEAM").getFirst().text()).hasSize(40_000);
    }

    @Test
    void changesAMessageAndKeepsWhatIsNotNamed() {
        String id = stage.posted("C1TEAM", "[{'type':'divider','block_id':'b'}]");
        String ts = id.substring(id.indexOf(':') + 1);
        stage.clock.advance(Duration.ofMinutes(1));

        stage.call("chat.update", "{'channel':'C1TEAM','ts':'%s','text':'new'}".formatted(ts));
        assertThat(stage.slack.post(id).orElseThrow().blocks()).hasSize(1);
        stage.call("chat.update", "{'channel':'C1TEAM','ts':'%s','text':'new','blocks':[]}".formatted(ts));

        Post post = stage.slack.post(id).orElseThrow();
        assertThat(post.blocks()).isEmpty();
        assertThat(post.text()).isEqualTo("new");
        assertThat(post.edited()).isEqualTo("2026-11-23T08:01:00Z");
    }

    @Test
    void removesAMessage() {
        String id = stage.posted("C1TEAM", "[{'type':'divider'}]");

        stage.call("chat.delete", "{'channel':'C1TEAM','ts':'%s'}".formatted(id.substring(id.indexOf(':') + 1)));

        assertThat(stage.slack.post(id).orElseThrow().deleted()).isTrue();
        assertThat(stage.call("conversations.history", "{'channel':'C1TEAM'}").path("messages")).isEmpty();
    }

    @Test
    void showsAWhisperToOnePersonAndNotInTheHistory() {
        stage.call("chat.postEphemeral", "{'channel':'C1TEAM','user':'U1ADA','text':'psst'}");

        Post post = stage.slack.posts("C1TEAM").getFirst();
        assertThat(post.visibleTo()).isEqualTo("U1ADA");
        assertThat(stage.call("conversations.history", "{'channel':'C1TEAM'}").path("messages")).isEmpty();
    }

    @Test
    void findsMessagesByTimeWithTheirMetadata() {
        stage.call("chat.postMessage", "{'channel':'C1TEAM','text':'old'}");
        stage.clock.advance(Duration.ofMinutes(5));
        stage.call("chat.postMessage", "{'channel':'C1TEAM','text':'new',"
                + "'metadata':{'event_type':'touchpoint_out','event_payload':{'k':'7'}}}");

        JsonNode messages = stage
            .call("conversations.history",
                    "{'channel':'C1TEAM','oldest':'1795420900','limit':15,'include_all_metadata':true}")
            .path("messages");

        assertThat(messages).hasSize(1);
        assertThat(messages.path(0).path("metadata").path("event_payload").path("k").asString()).isEqualTo("7");
        assertThat(messages.path(0).path("bot_id").asString()).isEqualTo("B0BOT");
    }

    @Test
    void readsAThreadFromItsParentOn() {
        String id = stage.posted("C1TEAM", "[{'type':'divider'}]");
        String ts = id.substring(id.indexOf(':') + 1);
        stage.slack.events().says("U1ADA", "C1TEAM", "in the thread", ts);

        JsonNode messages = stage.call("conversations.replies", "{'channel':'C1TEAM','ts':'%s'}".formatted(ts))
            .path("messages");

        assertThat(messages).hasSize(2);
        assertThat(messages.path(0).path("reply_count").asInt()).isEqualTo(1);
        assertThat(messages.path(1).path("text").asString()).isEqualTo("in the thread");
        stage.clock.advance(Duration.ofMinutes(1));
        assertThat(stage.call("conversations.history", "{'channel':'C1TEAM'}").path("messages")).hasSize(1);
    }

    @Test
    void withholdsTheLocaleOfPeopleOfOtherCompanies() {
        JsonNode own = stage.call("users.info", "{'user':'U1ADA','include_locale':true}").path("user");
        JsonNode other = stage.call("users.info", "{'user':'U3EXT','include_locale':true}").path("user");

        assertThat(own.path("locale").asString()).isEqualTo("de-DE");
        assertThat(own.path("tz").asString()).isEqualTo("Europe/Berlin");
        assertThat(own.path("tz_offset").asInt()).isEqualTo(3600);
        assertThat(other.has("locale")).isFalse();
        assertThat(other.path("team_id").asString()).isEqualTo("T9ACME");
        assertThat(other.path("is_stranger").asBoolean()).isFalse();
    }

    @Test
    void takesFiveMessagesAtOnceInAChannelAndThenOneASecond() {
        for (int i = 0; i < 5; i++) {
            assertThat(stage.answer("chat.postMessage", "{'channel':'C1TEAM','text':'hi'}").statusCode())
                .isEqualTo(200);
        }
        HttpResponse<String> sixth = stage.answer("chat.postMessage", "{'channel':'C1TEAM','text':'hi'}");
        int elsewhere = stage.answer("chat.postMessage", "{'channel':'C5SHARED','text':'hi'}").statusCode();
        stage.clock.advance(Duration.ofSeconds(1));
        int later = stage.answer("chat.postMessage", "{'channel':'C1TEAM','text':'hi'}").statusCode();

        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).contains("1");
        assertThat(sixth.body()).isEqualTo("{\"ok\":false,\"error\":\"ratelimited\"}");
        assertThat(elsewhere).isEqualTo(200);
        assertThat(later).isEqualTo(200);
        assertThat(stage.slack.posts("C1TEAM")).hasSize(6);
    }

    @Test
    void takesTwentyMessagesAtOnceInTheWorkspace() {
        for (int i = 0; i < 21; i++) {
            stage.slack.add(Channel.open("C" + i, "c" + i, Set.of("U0BOT")));
        }
        List<Integer> statuses = IntStream.range(0, 21)
            .mapToObj(
                    (i) -> stage.answer("chat.postMessage", "{'channel':'C%d','text':'hi'}".formatted(i)).statusCode())
            .toList();

        assertThat(statuses.subList(0, 20)).containsOnly(200);
        assertThat(statuses.getLast()).isEqualTo(429);
    }

    @Test
    void letsHistoryBeReadOnceAMinute() {
        assertThat(stage.answer("conversations.history", "{'channel':'C1TEAM'}").statusCode()).isEqualTo(200);
        HttpResponse<String> second = stage.answer("conversations.history", "{'channel':'C1TEAM'}");

        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After")).contains("60");
    }

    @Test
    void sharesAFileAfterItsUpload() {
        JsonNode begun = stage.call("files.getUploadURLExternal", "{'filename':'a.txt','length':5}");
        stage.post(URI.create(begun.path("upload_url").asString()), "application/octet-stream", "hello", Map.of());
        JsonNode done = stage.call("files.completeUploadExternal",
                "{'files':[{'id':'%s','title':'Letter'}],'channel_id':'C1TEAM','initial_comment':'Here'}"
                    .formatted(begun.path("file_id").asString()));

        assertThat(done.path("ok").asBoolean()).isTrue();
        Post post = stage.slack.posts("C1TEAM").getFirst();
        assertThat(stage.slack.read(post, Stage.BERLIN)).isEqualTo("Here\n[file: Letter]");
        assertThat(stage.slack.file(begun.path("file_id").asString()))
            .hasValueSatisfying((bytes) -> assertThat(bytes).asString().isEqualTo("hello"));
    }

    @Test
    void remembersEveryCall() {
        stage.call("chat.postMessage", "{'channel':'U1ADA','text':'hi'}");
        stage.call("chat.postMessage", "{'channel':'C404','text':'hi'}");

        assertThat(stage.slack.calls()).extracting(Call::method, Call::target, Call::status, Call::error, Call::applied)
            .containsExactly(tuple("chat.postMessage", "DU1ADA", 200, "", true),
                    tuple("chat.postMessage", "C404", 200, "channel_not_found", false));
    }

    @Test
    void keepsAHomeTabForEachPerson() {
        stage.call("views.publish", "{'user_id':'U1ADA','view':{'type':'home','blocks':[{'type':'divider'}]}}");

        assertThat(stage.slack.home("U1ADA").orElseThrow().blocks()).hasSize(1);
        assertThat(stage.slack.home("U2JON")).isEmpty();
        assertThat(stage.slack.openView("U1ADA")).isEmpty();
    }

}
