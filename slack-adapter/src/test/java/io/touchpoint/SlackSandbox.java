package io.touchpoint;

import io.touchpoint.sandbox.LateClock;
import io.touchpoint.sandbox.Northwind;
import io.touchpoint.sandbox.SandboxApplication;
import io.touchpoint.sandbox.SimulatedPlatform;
import io.touchpoint.slack.SimulatedSlack;
import io.touchpoint.slack.fake.Company;
import io.touchpoint.slack.fake.FakeSlack;
import java.time.Duration;
import java.util.Map;

/**
 * The product on a simulated Slack and a clock that is moved by hand, to try it out: no
 * credentials, and no database unless MONGODB_URI names one.
 */
public final class SlackSandbox {

    private SlackSandbox() {
    }

    public static void main(String[] arguments) {
        start(arguments);
    }

    /** Starts a sandbox; gives it once its company is seeded. */
    public static SandboxApplication start(String... arguments) {
        return SandboxApplication.start(SlackAdapter.class, Simulator::on, arguments);
    }

    /** The simulated Slack. */
    private record Simulator(FakeSlack slack) implements SandboxApplication.Simulator {

        static Simulator on(LateClock clock) {
            return new Simulator(
                    FakeSlack.start(Company.named(Northwind.NAME).patience(Duration.ofSeconds(30)), clock));
        }

        @Override
        public Map<String, Object> properties() {
            return Map.of("touchpoint.slack.api-url", slack.apiUrl(), "touchpoint.slack.bot-token",
                    slack.company().token(), "touchpoint.slack.signing-secrets", slack.company().signingSecret());
        }

        @Override
        public SimulatedPlatform platform() {
            return new SimulatedSlack(slack);
        }

        @Override
        public void close() {
            slack.close();
        }

    }

}
