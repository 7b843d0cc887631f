package io.touchpoint.teams.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the app is sent, and what happens when it does not take it. */
class EventsTests {

    private final Stage stage = new Stage();

    private final Events events = stage.teams.events();

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void sendsAPersonalMessageAsTeamsDoes() {
        Post post = events.says("29:1can", "Merhaba").post();

        assertThat(stage.last()).isEqualTo(Json.parse("""
                {"type":"message","id":"%s","timestamp":"2026-11-23T08:00:00Z",
                 "localTimestamp":"2026-11-23T09:00:00+01:00","localTimezone":"Europe/Berlin","channelId":"msteams",
                 "serviceUrl":"%s","locale":"tr-TR","from":{"id":"29:1can","name":"Can Demir","aadObjectId":"%s"},
                 "conversation":{"conversationType":"personal","tenantId":"%s","id":"%s"},
                 "recipient":{"id":"28:%s","name":"Touchpoint"},
                 "entities":[{"type":"clientInfo","locale":"tr-TR","country":"TR","platform":"Web",
                              "timezone":"Europe/Berlin"}],
                 "channelData":{"tenant":{"id":"%s"}},"textFormat":"plain","text":"Merhaba",
                 "attachments":[{"contentType":"text/html","content":"<p>Merhaba</p>"}]}
                """.formatted(post.activityId(), stage.teams.serviceUrl(), Person.aad("can"), Company.TENANT,
                stage.teams.directChat("29:1can"), Company.APP, Company.TENANT)));
    }

    @Test
    void signsWhatItSends() {
        events.says("29:1ada", "hi");

        DecodedJWT token = JWT.decode(stage.requests.getLast().authorization().substring("Bearer ".length()));
        assertThat(token.getAlgorithm()).isEqualTo("RS256");
        assertThat(token.getIssuer()).isEqualTo("https://api.botframework.com");
        assertThat(token.getAudience()).containsExactly(Company.APP);
        assertThat(token.getClaim("serviceurl").asString()).isEqualTo(stage.teams.serviceUrl());
        assertThat(token.getExpiresAtAsInstant()).isEqualTo(stage.clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void hearsInChannelsOnlyWhatMentionsTheBot() {
        Post first = events.says("29:1ada", Stage.CHANNEL, "just talking", null).post();
        assertThat(stage.requests).isEmpty();

        events.says("29:1jon", Stage.CHANNEL, "@Touchpoint why <@29:1mia>",
                first.id().substring(first.id().indexOf('|') + 1));

        JsonNode heard = stage.last();
        assertThat(Json.text(heard, "text")).isEqualTo("<at>Touchpoint</at> why <at>Mia Guest</at>");
        assertThat(Json.text(heard.path("conversation"), "id"))
            .isEqualTo(Stage.CHANNEL + ";messageid=" + first.activityId());
        assertThat(heard.path("entities").path(1).path("mentioned").path("id").asString())
            .isEqualTo("28:" + Company.APP);
        assertThat(heard.path("channelData")).isEqualTo(Json.parse("""
                {"tenant":{"id":"%s"},"teamsChannelId":"%s","teamsTeamId":"%s",
                 "channel":{"id":"%2$s","type":"standard"},
                 "team":{"id":"%3$s","aadGroupId":"%s","type":"standard","tenantId":"%1$s"}}
                """.formatted(Company.TENANT, Stage.CHANNEL, Stage.TEAM, Person.aad("team " + Stage.TEAM))));
    }

    @Test
    void tellsOfEditsDeletionsAndReactions() {
        Post post = events.says("29:1ada", "seven").post();
        events.edits(post.id(), "eight");
        JsonNode edited = stage.last();
        events.deletes(post.id());
        JsonNode deleted = stage.last();
        events.undeletes(post.id());
        JsonNode restored = stage.last();
        events.reacts("29:1ada", post.id(), "heart");
        JsonNode reacted = stage.last();

        assertThat(Stream.of(edited, deleted, restored, reacted).map((one) -> Json.text(one, "type")))
            .containsExactly("messageUpdate", "messageDelete", "messageUpdate", "messageReaction");
        assertThat(Stream.of(edited, deleted, restored).map((one) -> Json.text(one, "id")))
            .containsOnly(post.activityId());
        assertThat(Json.text(edited, "text")).isEqualTo("eight");
        assertThat(Json.text(deleted.path("channelData"), "eventType")).isEqualTo("softDeleteMessage");
        assertThat(Json.text(reacted, "replyToId")).isEqualTo(post.activityId());
        assertThat(reacted.path("reactionsAdded")).isEqualTo(Json.parse("[{\"type\":\"heart\"}]"));
    }

    @Test
    void tellsOfInstallations() {
        events.installs("29:1ned");
        events.uninstalls("29:1ned");
        events.upgrades("29:1ada", "add-upgrade");
        events.installsIn(Stage.TEAM, "29:1ada");
        events.uninstallsFrom(Stage.TEAM, "29:1ada");

        assertThat(stage.requests.stream()
            .map(Stage.Request::activity)
            .map((one) -> Json.text(one, "type") + " " + Json.text(one, "action")))
            .containsExactly("conversationUpdate ", "installationUpdate add", "installationUpdate remove",
                    "installationUpdate add-upgrade", "conversationUpdate ", "installationUpdate add",
                    "conversationUpdate ", "installationUpdate remove");
        assertThat(stage.teams.team(Stage.TEAM).orElseThrow().bot()).isFalse();
        assertThat(stage.teams.place(Stage.CHANNEL).orElseThrow().bot()).isFalse();
    }

    @Test
    void tellsOfWhatHappensToTeamsAndChannels() {
        Changes changes = events.changes();
        List<Answered> told = List.of(changes.channelCreated("29:1ada", Stage.TEAM, "19:new@thread.tacv2", "new"),
                changes.channelRenamed("29:1ada", "19:new@thread.tacv2", "newer"),
                changes.channelShared("29:1ada", "19:new@thread.tacv2"),
                changes.channelMemberAdded("29:1ada", "19:new@thread.tacv2", "29:1can"),
                changes.channelMemberRemoved("29:1ada", "19:new@thread.tacv2", "29:1can"),
                changes.channelUnshared("29:1ada", "19:new@thread.tacv2"),
                changes.channelDeleted("29:1ada", "19:new@thread.tacv2"),
                changes.teamRenamed("29:1ada", Stage.TEAM, "Southwind"), changes.teamArchived("29:1ada", Stage.TEAM),
                changes.teamUnarchived("29:1ada", Stage.TEAM), changes.teamDeleted("29:1ada", Stage.TEAM),
                changes.teamRestored("29:1ada", Stage.TEAM), events.joins(Stage.TEAM, "29:1ada", "29:1can"),
                events.leaves(Stage.TEAM, "29:1ada", "29:1can"));

        assertThat(told).allMatch(Answered::ok);
        assertThat(stage.requests.stream()
            .map((request) -> Json.text(request.activity().path("channelData"), "eventType")))
            .containsExactly("channelCreated", "channelRenamed", "channelShared", "channelMemberAdded",
                    "channelMemberRemoved", "channelUnshared", "channelDeleted", "teamRenamed", "teamArchived",
                    "teamUnarchived", "teamDeleted", "teamRestored", "teamMemberAdded", "teamMemberRemoved");
        assertThat(stage.requests.get(1).activity().path("channelData").path("channel").path("name").asString())
            .isEqualTo("newer");
    }

    @Test
    void deliversAMessageAgainUntilItIsTaken() {
        stage.app = (_) -> new Stage.Reply(500, "");
        events.says("29:1ada", "hi");
        stage.clock.advance(Duration.ofSeconds(5));

        assertThat(stage.teams.deliveries().redeliverDue(stage.clock.instant())).hasSize(1);
        stage.app = (_) -> new Stage.Reply(202, "");
        stage.clock.advance(Duration.ofMinutes(5));
        assertThat(stage.teams.deliveries().redeliverDue(stage.clock.instant())).hasSize(1);

        assertThat(stage.requests.stream().map((request) -> Json.text(request.activity(), "id")).distinct()).hasSize(1);
        assertThat(stage.requests).hasSize(3);
        assertThat(stage.teams.deliveries().nextRedelivery()).isEmpty();
    }

    @Test
    void deliversTwiceOnDemand() {
        stage.teams.deliveries().duplicateNext(1);
        events.says("29:1ada", "hi");
        events.says("29:1ada", "there");

        assertThat(stage.requests).hasSize(3);
    }

    @Test
    void forgesTokensInEveryWay() {
        EnumSet.allOf(Forgery.class).forEach((forgery) -> {
            String header = stage.teams.login().header(forgery);
            stage.teams.deliveries().post("{}", header);
            assertThat(stage.requests.getLast().authorization()).isEqualTo(header);
        });
        assertThat(JWT.decode(stage.teams.login().header(Forgery.NO_EXPIRY).substring(7)).getExpiresAt()).isNull();
        assertThat(JWT.decode(stage.teams.login().header(Forgery.OWN_OUTBOUND_TOKEN).substring(7)).getIssuer())
            .startsWith("https://sts.windows.net/");
    }

    @Test
    void publishesItsKeysWithEndorsements() {
        stage.teams.login().repeatKey(true);
        JsonNode keys = stage.teams.login().keys().path("keys");

        assertThat(Stream.of(0, 1).map((i) -> Json.text(keys.path(i), "kid")).distinct()).hasSize(1);
        assertThat(keys.path(0).path("endorsements")).isEqualTo(Json.parse("[\"msteams\",\"skype\"]"));
        assertThat(stage.teams.metadataUrl()).endsWith("/openidconfiguration");
    }

}
