package io.touchpoint.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one client with which Slack is called: no metrics, no hidden calls, no repeats. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SlackSettings.class)
class SlackConnection {

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

}
