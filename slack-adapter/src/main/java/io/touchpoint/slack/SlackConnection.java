package io.touchpoint.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import com.slack.api.util.http.SlackHttpClient;
import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one client with which Slack is called: no metrics, no hidden calls, no repeats. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SlackSettings.class)
class SlackConnection {

    /** How long requests are kept: longer than Slack delivers one again. */
    private static final Duration KEPT = Duration.ofDays(30);

    @Bean(destroyMethod = "close")
    SlackConfig slackConfig(SlackSettings settings) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.apiUrl());
        config.setStatsEnabled(false);
        config.setHttpClientReadTimeoutMillis(5_000);
        config.setHttpClientWriteTimeoutMillis(5_000);
        config.setHttpClientCallTimeoutMillis(10_000);
        return config;
    }

    @Bean(destroyMethod = "close")
    SlackHttpClient slackHttpClient(SlackConfig config) {
        SlackHttpClient client = new SlackHttpClient(SlackWeb.once(SlackHttpClient.buildOkHttpClient(config)));
        client.setConfig(config);
        return client;
    }

    @Bean(destroyMethod = "close")
    Slack slack(SlackConfig config, SlackHttpClient client) {
        return Slack.getInstance(config, client);
    }

    @Bean
    SlackWeb slackWeb(SlackHttpClient client, SlackSettings settings) {
        return new SlackWeb(client, settings);
    }

    @Bean
    Reading slackReading(Workspaces workspaces, SlackDirectory directory) {
        return new Reading((team) -> workspaces.ofTenant(SlackMessenger.PLATFORM, team).map(Workspace::id), directory);
    }

    /**
     * Bolt with none of its own middleware: requests are verified before it sees them,
     * and it never calls Slack by itself.
     */
    @Bean(destroyMethod = "stop")
    App bolt(Slack slack, SlackSettings settings, Listeners listeners) {
        AppConfig config = AppConfig.builder()
            .slack(slack)
            .signingSecret(settings.signingSecrets().getFirst().value())
            .requestVerificationEnabled(false)
            .build();
        config.setUnmatchedRequestHandler((_) -> Response.ok());
        App app = new App(config, slack, List.of((request, response, chain) -> {
            request.getContext().setBotToken(settings.botToken().value());
            return chain.next(request);
        }));
        listeners.listen(app);
        return app;
    }

    @Bean
    static Indexes inboundIndexes() {
        return () -> List.of(Index.sparse("inbound", "claimAt"), Index.sparse("inbound", "parked.at"),
                Index.expiring("inbound", "at", KEPT));
    }

}
