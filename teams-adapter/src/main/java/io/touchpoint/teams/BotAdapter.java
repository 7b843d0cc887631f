package io.touchpoint.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.builder.BotFrameworkAdapter;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.connector.authentication.AppCredentials;
import com.microsoft.bot.connector.authentication.AuthenticationConfiguration;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import com.microsoft.bot.connector.authentication.SimpleCredentialProvider;
import com.microsoft.bot.schema.Activity;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's adapter over our own connections, for activities whose sender was checked
 * before. It runs the bot on the thread that calls it.
 */
final class BotAdapter extends BotFrameworkAdapter {

    private final MicrosoftAppCredentials credentials;

    private final Connections connections;

    private final String appId;

    BotAdapter(MicrosoftAppCredentials credentials, Connections connections, String appId) {
        super(new SimpleCredentialProvider(appId, null), new AuthenticationConfiguration(), null, null, null);
        this.credentials = credentials;
        this.connections = connections;
        this.appId = appId;
    }

    /**
     * Leads a turn through the SDK to the bot.
     * @throws Exception what the bot threw
     */
    Turn.Told run(Turn turn, Bot bot) throws Exception {
        Activity activity = read(turn);
        if (activity == null) {
            turn.broken("unreadable");
            return new Turn.Told(400, null);
        }
        ClaimsIdentity caller = new ClaimsIdentity(TokenCheck.ISSUER,
                Map.of("aud", appId, "serviceurl", String.valueOf(activity.getServiceUrl())));
        CompletableFuture<InvokeResponse> done = processActivity(caller, activity, (context) -> {
            try {
                context.getTurnState().add(Turn.KEY, turn);
                return bot.onTurn(context);
            }
            catch (RuntimeException ex) {
                return CompletableFuture.failedFuture(ex);
            }
        });
        InvokeResponse response = outcome(done);
        return (response == null) ? new Turn.Told(202, null) : new Turn.Told(response.getStatus(),
                (response.getBody() == null) ? null : Json2.treeOf(response.getBody()));
    }

    private static @Nullable Activity read(Turn turn) {
        try {
            Activity activity = Json2.MAPPER.treeToValue(turn.arrival().activity(), Activity.class);
            // Else the SDK makes it the default locale of the whole JVM.
            activity.setLocale(null);
            return activity;
        }
        catch (JsonProcessingException | IllegalArgumentException ex) {
            return null;
        }
    }

    private static InvokeResponse outcome(CompletableFuture<InvokeResponse> done) throws Exception {
        try {
            return done.get();
        }
        catch (ExecutionException ex) {
            Throwable cause = ex.getCause();
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw (cause instanceof Exception known) ? known : ex;
        }
    }

    @Override
    protected CompletableFuture<AppCredentials> buildAppCredentials(String appId, String scope) {
        return CompletableFuture.completedFuture(credentials);
    }

    @Override
    protected CompletableFuture<ConnectorClient> getOrCreateConnectorClient(String serviceUrl, AppCredentials ignored) {
        return CompletableFuture.completedFuture(connections.to(serviceUrl));
    }

}
