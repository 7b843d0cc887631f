package io.touchpoint.slack;

import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import io.touchpoint.chat.Messenger;
import io.touchpoint.slack.fake.FakeSlack;
import io.touchpoint.workspace.Secret;
import java.time.Clock;
import java.util.List;

/** The messenger of the application, for those who run the core beside a simulator. */
public final class RealMessenger {

    private RealMessenger() {
    }

    /**
     * @param perMinute how many messages a minute are sent at most
     */
    public static Messenger to(FakeSlack slack, Clock clock, int perMinute) {
        SlackSettings settings = new SlackSettings(List.of(new Secret("signing")), new Secret(slack.company().token()),
                slack.apiUrl(), perMinute);
        SlackConfig config = new SlackConfig();
        config.setStatsEnabled(false);
        SlackWeb web = new SlackWeb(new SlackHttpClient(SlackWeb.once(SlackHttpClient.buildOkHttpClient(config))),
                settings);
        return new SlackMessenger(web, settings, new Traces(web, clock), clock);
    }

}
