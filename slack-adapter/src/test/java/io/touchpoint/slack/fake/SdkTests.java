package io.touchpoint.slack.fake;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.User;
import com.slack.api.util.json.GsonFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Slack's own SDK understands what the simulator says. */
class SdkTests {

    private final Stage stage = new Stage(Company.named("Northwind").limits(Limits.none()));

    private final Slack sdk = Slack.getInstance(config());

    private final MethodsClient methods = sdk.methods(stage.slack.company().token());

    private SlackConfig config() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(stage.slack.apiUrl());
        config.setStatsEnabled(false);
        config.setPrettyResponseLoggingEnabled(false);
        return config;
    }

    @AfterEach
    void end() throws Exception {
        sdk.close();
        stage.close();
    }

    @Test
    void postsAndFindsAMessage() throws Exception {
        methods.chatPostMessage((request) -> request.channel("C1TEAM")
            .text("hi & bye")
            .blocksAsString("[{\"type\":\"divider\"}]")
            .metadataAsString("{\"event_type\":\"touchpoint_out\",\"event_payload\":{\"k\":\"7\"}}"));

        ConversationsHistoryResponse history = methods
            .conversationsHistory((request) -> request.channel("C1TEAM").includeAllMetadata(true).limit(15));

        assertThat(history.isOk()).isTrue();
        assertThat(history.getMessages()).singleElement().satisfies((message) -> {
            assertThat(message.getText()).isEqualTo("hi & bye");
            assertThat(message.getBotId()).isEqualTo("B0BOT");
            assertThat(message.getBlocks()).hasSize(1);
            assertThat(message.getMetadata().getEventPayload()).containsEntry("k", "7");
        });
    }

    @Test
    void looksPeopleAndChannelsUp() throws Exception {
        User user = methods.usersInfo((request) -> request.user("U1ADA").includeLocale(true)).getUser();

        assertThat(user.getLocale()).isEqualTo("de-DE");
        assertThat(user.getTz()).isEqualTo("Europe/Berlin");
        assertThat(methods.usersLookupByEmail((request) -> request.email("ADA@northwind.example")).getUser().getId())
            .isEqualTo("U1ADA");
        assertThat(methods.conversationsInfo((request) -> request.channel("C5SHARED")).getChannel().isExtShared())
            .isTrue();
        assertThat(methods.conversationsMembers((request) -> request.channel("C2OUT")).getMembers())
            .containsExactly("U1ADA");
        assertThat(methods.authTest((request) -> request).getBotId()).isEqualTo("B0BOT");
    }

    @Test
    void uploadsAFile() throws Exception {
        var uploaded = methods.filesUploadV2((request) -> request.channel("C1TEAM")
            .filename("meeting.ics")
            .title("Meeting")
            .fileData("BEGIN".getBytes(StandardCharsets.UTF_8)));

        assertThat(uploaded.isOk()).isTrue();
        assertThat(stage.slack.read(stage.slack.posts("C1TEAM").getFirst(), Stage.BERLIN)).isEqualTo("[file: Meeting]");
    }

    @Test
    void readsPressesAndForms() throws Exception {
        String id = stage.posted("C1TEAM", "[{'type':'actions','elements':[{'type':'button','action_id':'go',"
                + "'text':{'type':'plain_text','text':'Go'},'value':'v'}]}]");
        stage.slack.interactions().press("U1ADA", id, "go", null);
        BlockActionPayload press = GsonFactory.createSnakeCase()
            .fromJson(stage.last().payload().toString(), BlockActionPayload.class);
        ViewsOpenResponse opened = methods
            .viewsOpen((request) -> request.triggerId(press.getTriggerId()).viewAsString("""
                    {"type":"modal","callback_id":"f","title":{"type":"plain_text","text":"F"},
                     "submit":{"type":"plain_text","text":"Send"},
                     "blocks":[{"type":"input","block_id":"n","label":{"type":"plain_text","text":"N"},
                                "element":{"type":"plain_text_input","action_id":"n"}}]}"""));
        stage.slack.interactions().submit("U1ADA", opened.getView().getId(), Map.of("n", "words"));
        ViewSubmissionPayload form = GsonFactory.createSnakeCase()
            .fromJson(stage.last().payload().toString(), ViewSubmissionPayload.class);

        assertThat(press.getActions().getFirst().getValue()).isEqualTo("v");
        assertThat(press.getMessage().getTs()).isEqualTo(id.substring(7));
        assertThat(form.getView().getCallbackId()).isEqualTo("f");
        assertThat(form.getView().getState().getValues()).hasEntrySatisfying("n", (field) -> assertThat(field)
            .hasEntrySatisfying("n", (state) -> assertThat(state.getValue()).isEqualTo("words")));
    }

}
