package io.touchpoint.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import com.slack.api.util.http.SlackHttpClient;
import io.touchpoint.application.StartCheck;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The one client with which Slack is called: no metrics, no hidden calls, no repeats. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SlackSettings.class)
class SlackConnection {

    @Bean
    static StartCheck startCheck() {
        return new StartCheck(SlackConnection::missing);
    }

    /** A sentence for each setting of Slack that is missing or blank. */
    static List<String> missing(Environment environment) {
        List<String> sentences = new ArrayList<>();
        if (StartCheck.blank(environment.getProperty("touchpoint.slack.signing-secrets"))
                && StartCheck.blank(environment.getProperty("touchpoint.slack.signing-secrets[0]"))) {
            sentences.add("SLACK_SIGNING_SECRET is missing: copy it from your Slack app, "
                    + "Basic Information, App Credentials, Signing Secret.");
        }
        if (StartCheck.blank(environment.getProperty("touchpoint.slack.bot-token"))) {
            sentences.add("SLACK_BOT_TOKEN is missing: copy it from your Slack app, OAuth & Permissions, "
                    + "Bot User OAuth Token (xoxb-...).");
        }
        return sentences;
    }

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

}
