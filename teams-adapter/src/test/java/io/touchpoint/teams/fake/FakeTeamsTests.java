package io.touchpoint.teams.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the app writes and reads through the Connector. */
class FakeTeamsTests {

    private final Stage stage = new Stage(Company.named("Northwind").limits(Limits.none()).pageSize(2));

    @AfterEach
    void end() {
        stage.close();
    }

    private JsonNode get(String path) {
        return Json.parse(stage.call("GET", path, "").body());
    }

    private JsonNode post(String path, String json) {
        HttpResponse<String> answer = stage.call("POST", path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.parse(answer.body());
    }

    @Test
    void beginsOneChatWithAPerson() {
        String asked = "{'isGroup':false,'members':[{'id':'29:1ada'}],'tenantId':'" + Company.TENANT + "'}";

        String id = Json.text(post("v3/conversations", asked), "id");

        assertThat(id).isEqualTo(stage.teams.directChat("29:1ada"))
            .isEqualTo(Json.text(post("v3/conversations", asked), "id"));
        post("v3/conversations/" + id + "/activities", "{'type':'message','text':'**hi**'}");
        assertThat(stage.teams.posts(id)).singleElement()
            .satisfies((post) -> assertThat(stage.teams.read(post, Stage.BERLIN)).isEqualTo("hi"));
    }

    @Test
    void beginsThreadsAndAnswersInThem() {
        JsonNode thread = post("v3/conversations", "{'isGroup':true,'channelData':{'channel':{'id':'" + Stage.CHANNEL
                + "'}},'activity':{'type':'message','text':'first'}}");
        String id = Json.text(thread, "id");
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8);

        post("v3/conversations/" + id + "/activities", "{'type':'message','text':'second'}");
        post("v3/conversations/" + encoded + "/activities", "{'type':'message','text':'third'}");

        assertThat(id).isEqualTo(Stage.CHANNEL + ";messageid=" + Json.text(thread, "activityId"));
        List<Post> posts = stage.teams.posts(Stage.CHANNEL);
        assertThat(posts).extracting(Post::thread)
            .containsExactly(null, Json.text(thread, "activityId"), Json.text(thread, "activityId"));
    }

    @Test
    void answersAMessageByItsId() {
        Post asked = stage.teams.events().says("29:1ada", Stage.CHANNEL, "@Touchpoint help", null).post();

        post("v3/conversations/" + Stage.CHANNEL + "/activities/" + asked.activityId(),
                "{'type':'message','text':'here'}");

        assertThat(stage.teams.posts(Stage.CHANNEL).getLast().thread()).isEqualTo(asked.activityId());
    }

    @Test
    void splitsTextFromACardAndGivesNoId() {
        String both = Stage.message(Stage.card(Stage.text("card"), "")).replace("'summary'", "'text':'text','summary'");

        JsonNode answer = post("v3/conversations/" + Stage.CHANNEL + "/activities", both);

        assertThat(answer.has("id")).isFalse();
        assertThat(stage.teams.posts(Stage.CHANNEL).stream().map((post) -> stage.teams.read(post, Stage.BERLIN)))
            .containsExactly("text", "card");
    }

    @Test
    void changesAndDeletesAMessage() {
        String id = stage.posted(Stage.CHANNEL, Stage.card(Stage.text("old"), ""));
        String path = "v3/conversations/" + Stage.CHANNEL + "/activities/" + id.substring(id.indexOf('|') + 1);

        assertThat(stage.call("PUT", path, Stage.message(Stage.card(Stage.text("new"), ""))).statusCode())
            .isEqualTo(200);
        assertThat(stage.read(id)).isEqualTo("new");
        assertThat(stage.call("DELETE", path, "").statusCode()).isEqualTo(200);
        assertThat(stage.read(id)).isEmpty();
        assertThat(stage.call("DELETE", path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void listsMembersPageByPage() {
        String path = "v3/conversations/" + Stage.CHANNEL + "/pagedmembers";
        List<String> names = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = get(path + (next.isEmpty() ? "" : "?continuationToken=" + next));
            page.path("members").forEach((member) -> names.add(Json.text(member, "name")));
            next = URLEncoder.encode(Json.text(page, "continuationToken"), StandardCharsets.UTF_8);
        }
        while (!next.isEmpty());

        assertThat(names).containsExactlyInAnyOrder("Ada Novak", "Jon Weber", "Mia Guest");
        assertThat(stage.teams.calls()).hasSize(2);
    }

    @Test
    void showsGuestsAsSuch() {
        JsonNode guest = get("v3/conversations/" + Stage.TEAM + "/members/" + Person.aad("mia"));

        assertThat(Json.text(guest, "userRole")).isEqualTo("guest");
        assertThat(Json.text(guest, "userPrincipalName"))
            .isEqualTo("mia_northwind.example#EXT#@northwind.onmicrosoft.com");
        assertThat(Json.text(guest, "id")).isEqualTo("29:1mia");
        assertThat(Json.text(guest, "aadObjectId")).isEqualTo(Person.aad("mia"));
    }

    @Test
    void describesATeamAndItsChannels() {
        JsonNode team = get("v3/teams/" + Stage.TEAM);
        JsonNode channels = get("v3/teams/" + Stage.TEAM + "/conversations").path("conversations");

        assertThat(Json.text(team, "name")).isEqualTo("Northwind");
        assertThat(team.path("channelCount").asInt()).isEqualTo(2);
        assertThat(channels.path(0).path("name").isNull()).isTrue();
        assertThat(Json.text(channels.path(1), "name")).isEqualTo("delivery");
    }

    @Test
    void keepsEveryCallWithItsTimeAndAnswer() {
        stage.call("POST", "v3/conversations/x/activities", "{'type':'message','text':'hi'}");
        stage.call("GET", "v3/teams/" + Stage.TEAM, "");

        assertThat(stage.teams.calls()).extracting(Call::operation, Call::target, Call::status, Call::error)
            .containsExactly(org.assertj.core.groups.Tuple.tuple("send", "x", 404, "ConversationNotFound"),
                    org.assertj.core.groups.Tuple.tuple("team", Stage.TEAM, 200, ""));
        assertThat(Stream.of(stage.teams.calls().getFirst().at())).containsExactly(stage.clock.instant());
    }

}
