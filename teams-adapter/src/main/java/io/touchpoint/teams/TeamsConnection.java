package io.touchpoint.teams;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import io.touchpoint.application.StartCheck;
import io.touchpoint.inbox.Inbox;
import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;

/** How the bot is connected to Teams: who is let in, and with what it calls. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TeamsSettings.class)
class TeamsConnection {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How long a chat is remembered after the bot was removed from it. */
    private static final Duration GRACE = Duration.ofDays(30);

    private static final String SECRETS = "teams_secrets";

    @Bean
    static StartCheck startCheck() {
        return new StartCheck(TeamsConnection::missing);
    }

    /** A sentence for each setting of Teams that is missing or blank. */
    static List<String> missing(Environment environment) {
        List<String> sentences = new ArrayList<>();
        if (environment.getProperty("touchpoint.teams.playground", Boolean.class, false)) {
            if (!TeamsSettings.loopback(environment.getProperty("server.address"))) {
                sentences.add("The playground takes anybody's word: set server.address to 127.0.0.1.");
            }
            return sentences;
        }
        if (blank(environment, "app-id")) {
            sentences.add("TEAMS_APP_ID is missing: copy it from your Azure Bot, Configuration, Microsoft App ID.");
        }
        if (blank(environment, "tenant-id")) {
            sentences.add("TEAMS_TENANT_ID is missing: copy it from your Azure Bot, Configuration, App Tenant ID.");
        }
        if (blank(environment, "credential.managed-identity") && blank(environment, "credential.assertion-file")
                && blank(environment, "credential.certificate") && blank(environment, "credential.secret")) {
            sentences.add("The bot's credential is missing: set one of TEAMS_MANAGED_IDENTITY, TEAMS_ASSERTION_FILE, "
                    + "TEAMS_CERTIFICATE and, for development, TEAMS_APP_SECRET.");
        }
        return sentences;
    }

    private static boolean blank(Environment environment, String name) {
        return StartCheck.blank(environment.getProperty("touchpoint.teams." + name));
    }

    @Bean(destroyMethod = "close")
    SigningKeys signingKeys(TeamsSettings settings, Clock clock) {
        return new SigningKeys(settings.metadataUrl(), clock);
    }

    @Bean
    Gate gate(TeamsSettings settings, SigningKeys keys, Clock clock) {
        return new Gate(settings, settings.playground() ? null : new TokenCheck(keys, settings.appId(), clock));
    }

    /**
     * @param http asks for tokens in the place of MSAL's own client
     */
    @Bean
    MicrosoftAppCredentials connectorCredentials(TeamsSettings settings, ObjectProvider<IHttpClient> http) {
        return settings.playground() ? MicrosoftAppCredentials.empty() : new ConnectorCredentials(settings.appId(),
                settings.tenantId(), EntraTokens.of(settings, http.getIfAvailable()));
    }

    @Bean(destroyMethod = "close")
    Connections connections(MicrosoftAppCredentials credentials) {
        return new Connections(credentials, PATIENCE);
    }

    @Bean
    Connector connector(Connections connections, MicrosoftAppCredentials credentials) {
        return new Connector(connections, credentials);
    }

    @Bean
    BotAdapter botAdapter(MicrosoftAppCredentials credentials, Connections connections, TeamsSettings settings) {
        return new BotAdapter(credentials, connections, settings.appId());
    }

    /** One secret for all instances, made by the first. */
    @Bean
    Seal seal(MongoOperations mongo) {
        byte[] made = new byte[32];
        new SecureRandom().nextBytes(made);
        try {
            mongo.insert(new Document("_id", "seal").append("secret", new Binary(made)), SECRETS);
        }
        catch (DuplicateKeyException ex) {
            // Another instance, or an earlier start, was first.
        }
        Document stored = mongo.findOne(query(where("_id").is("seal")), Document.class, SECRETS);
        if (stored == null) {
            throw new IllegalStateException("the secret of the seal is gone");
        }
        return new Seal(stored.get("secret", Binary.class).getData());
    }

    @Bean
    Reading teamsReading(Workspaces workspaces, TeamsDirectory directory, Presence presence, References references,
            Dialogs dialogs, Standing standing, Seal seal, Inbox inbox) {
        return new Reading((tenant) -> workspaceOf(workspaces, tenant), directory, presence, references, dialogs,
                standing, seal, inbox);
    }

    private static Optional<String> workspaceOf(Workspaces workspaces, String tenant) {
        return workspaces.ofTenant(TeamsMessenger.PLATFORM, tenant).map(Workspace::id);
    }

    @Bean
    static Indexes teamsIndexes() {
        return () -> List.of(Index.of(ChatReference.COLLECTION, "home", "type", "teamId"),
                Index.of(ChatReference.COLLECTION, "home", "-seenAt"),
                Index.sparse(ChatReference.COLLECTION, "home", "userId"),
                Index.sparse(ChatReference.COLLECTION, "home", "email"),
                Index.expiring(ChatReference.COLLECTION, "gone.at", GRACE),
                Index.expiring("teams_dialogs", "at", Dialogs.OPEN));
    }

}
