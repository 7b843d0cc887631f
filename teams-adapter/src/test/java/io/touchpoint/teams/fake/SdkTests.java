package io.touchpoint.teams.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.connector.rest.ErrorResponseException;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.restclient.RestClient;
import com.microsoft.bot.restclient.ServiceResponseBuilder;
import com.microsoft.bot.restclient.credentials.TokenCredentials;
import com.microsoft.bot.restclient.retry.RetryStrategy;
import com.microsoft.bot.restclient.serializer.JacksonAdapter;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationParameters;
import com.microsoft.bot.schema.ConversationResourceResponse;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import retrofit2.Retrofit;

/** Microsoft's own SDK understands what the simulator says. */
class SdkTests {

    private final Stage stage = new Stage();

    private final Conversations sdk = client().getConversations();

    /** A client that sends each message once. */
    private RestConnectorClient client() {
        OkHttpClient.Builder http = new OkHttpClient.Builder();
        RestClient.Builder rest = new RestClient.Builder(http, new Retrofit.Builder())
            .withBaseUrl(stage.teams.serviceUrl())
            .withCredentials(new TokenCredentials("Bearer", stage.teams.entra().token()))
            .withSerializerAdapter(new JacksonAdapter())
            .withResponseBuilderFactory(new ServiceResponseBuilder.Factory())
            .withRetryStrategy(new RetryStrategy("none", false) {
                @Override
                public boolean shouldRetry(int count, Response response) {
                    return false;
                }
            });
        http.retryOnConnectionFailure(false);
        return new RestConnectorClient(rest.build());
    }

    @AfterEach
    void end() {
        stage.close();
    }

    private static Activity message(String text) {
        Activity activity = new Activity(ActivityTypes.MESSAGE);
        activity.setText(text);
        return activity;
    }

    @Test
    void beginsAChatAndWritesChangesAndDeletes() {
        ConversationParameters asked = new ConversationParameters();
        asked.setIsGroup(false);
        asked.setTenantId(Company.TENANT);
        asked.setMembers(List.of(new ChannelAccount("29:1ada")));

        ConversationResourceResponse made = sdk.createConversation(asked).join();
        String id = sdk.sendToConversation(made.getId(), message("hi")).join().getId();
        sdk.updateActivity(made.getId(), id, message("there")).join();

        assertThat(stage.teams.posts(made.getId())).singleElement()
            .satisfies((post) -> assertThat(post.text()).isEqualTo("there"));
        sdk.deleteActivity(made.getId(), id).join();
        assertThat(stage.teams.posts(made.getId()).getFirst().deleted()).isTrue();
    }

    @Test
    void writesCardsInThreads() throws Exception {
        Attachment card = new Attachment();
        card.setContentType(Post.CARD);
        card.setContent(new ObjectMapper().readTree(Stage.card(Stage.text("hi"), "").replace('\'', '"')));
        Activity activity = new Activity(ActivityTypes.MESSAGE);
        activity.setAttachment(card);
        String root = sdk.sendToConversation(Stage.CHANNEL, activity).join().getId();

        sdk.replyToActivity(Stage.CHANNEL + ";messageid=" + root, root, message("below")).join();

        assertThat(stage.teams.posts(Stage.CHANNEL)).extracting(Post::root).containsExactly(root, root);
        assertThat(stage.read(Stage.CHANNEL + "|" + root)).isEqualTo("hi");
    }

    @Test
    void readsMembers() {
        List<ChannelAccount> members = sdk.getConversationMembers(Stage.CHANNEL).join();

        assertThat(members).extracting(ChannelAccount::getName)
            .containsExactlyInAnyOrder("Ada Novak", "Jon Weber", "Mia Guest");
        assertThat(sdk.getConversationMember("29:1ada", Stage.CHANNEL).join().getAadObjectId())
            .isEqualTo(Person.aad("ada"));
    }

    @Test
    void readsRefusals() {
        stage.teams.faults().add(Fault.tooMany("send", Duration.ofSeconds(7)));

        Throwable thrown = catchThrowable(() -> sdk.sendToConversation(Stage.CHANNEL, message("hi")).join());

        assertThat(thrown).hasCauseInstanceOf(ErrorResponseException.class);
        assertThat(thrown.getCause()).isInstanceOfSatisfying(ErrorResponseException.class, (refusal) -> {
            assertThat(refusal.response().code()).isEqualTo(429);
            assertThat(refusal.response().headers().get("Retry-After")).isEqualTo("7");
            assertThat(refusal.body().getError().getCode()).isEqualTo("Throttled");
        });
        assertThat(stage.teams.calls()).hasSize(1);
    }

}
