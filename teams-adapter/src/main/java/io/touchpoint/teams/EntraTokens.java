package io.touchpoint.teams;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of Microsoft Entra for each kind of credential. MSAL keeps a token until it is
 * about to expire.
 */
final class EntraTokens {

    private static final String CONNECTOR = "https://api.botframework.com";

    private static final int CONNECT_MILLIS = 3_000;

    private static final int READ_MILLIS = 5_000;

    private static final int TOTAL_SECONDS = 10;

    private EntraTokens() {
    }

    /**
     * The source that the settings name.
     * @param http asks in the place of MSAL's own client; null for that one
     */
    static TokenSource of(TeamsSettings settings, @Nullable IHttpClient http) {
        String identity = settings.credential().managedIdentity();
        try {
            return identity.isBlank() ? confidential(settings, credential(settings.credential()), http)
                    : managed(identity, http);
        }
        catch (IOException | GeneralSecurityException ex) {
            throw new IllegalArgumentException("The credential of the Teams app cannot be read: "
                    + ex.getClass().getSimpleName() + ". Look at touchpoint.teams.credential.");
        }
    }

    private static IClientCredential credential(TeamsSettings.Credential credential)
            throws IOException, GeneralSecurityException {
        Optional<Path> assertion = credential.assertion();
        if (assertion.isPresent()) {
            return ClientCredentialFactory.createFromCallback(() -> Files.readString(assertion.get()).strip());
        }
        Optional<Path> certificate = credential.certificateFile();
        if (certificate.isPresent()) {
            try (InputStream file = Files.newInputStream(certificate.get())) {
                return ClientCredentialFactory.createFromCertificate(file, credential.certificatePassword().value());
            }
        }
        return ClientCredentialFactory.createFromSecret(credential.secret().value());
    }

    private static TokenSource confidential(TeamsSettings settings, IClientCredential credential,
            @Nullable IHttpClient http) throws MalformedURLException {
        ConfidentialClientApplication.Builder builder = ConfidentialClientApplication
            .builder(settings.appId(), credential)
            .authority(settings.loginUrl() + "/" + settings.tenantId());
        ConfidentialClientApplication app = ((http == null) ? builder.connectTimeoutForDefaultHttpClient(CONNECT_MILLIS)
            .readTimeoutForDefaultHttpClient(READ_MILLIS) : builder.httpClient(http)).build();
        ClientCredentialParameters scope = ClientCredentialParameters.builder(Set.of(CONNECTOR + "/.default")).build();
        return () -> app.acquireToken(scope).get(TOTAL_SECONDS, TimeUnit.SECONDS);
    }

    private static TokenSource managed(String identity, @Nullable IHttpClient http) {
        ManagedIdentityApplication.Builder builder = ManagedIdentityApplication
            .builder(ManagedIdentityId.userAssignedClientId(identity));
        ManagedIdentityApplication app = ((http == null) ? builder : builder.httpClient(http)).build();
        ManagedIdentityParameters resource = ManagedIdentityParameters.builder(CONNECTOR).build();
        return () -> app.acquireTokenForManagedIdentity(resource).get(TOTAL_SECONDS, TimeUnit.SECONDS);
    }

}
