package io.touchpoint.teams;

import com.microsoft.bot.connector.authentication.Authenticator;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import java.util.concurrent.CompletableFuture;

/**
 * Our tokens in the shape that the SDK asks for. Its own would ask the wrong tenant.
 */
final class ConnectorCredentials extends MicrosoftAppCredentials {

    private final TokenSource source;

    ConnectorCredentials(String appId, String tenant, TokenSource source) {
        super(appId, null, tenant);
        this.source = source;
    }

    @Override
    protected Authenticator buildAuthenticator() {
        return () -> {
            try {
                return CompletableFuture.completedFuture(source.token());
            }
            catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
                return CompletableFuture.failedFuture(ex);
            }
            catch (Exception ex) {
                return CompletableFuture.failedFuture(ex);
            }
        };
    }

}
