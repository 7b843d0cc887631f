package io.touchpoint;

import com.microsoft.aad.msal4j.IHttpClient;
import io.touchpoint.sandbox.LateClock;
import io.touchpoint.sandbox.Northwind;
import io.touchpoint.sandbox.SandboxApplication;
import io.touchpoint.sandbox.SimulatedPlatform;
import io.touchpoint.teams.NorthwindOnTeams;
import io.touchpoint.teams.SimulatedLogin;
import io.touchpoint.teams.SimulatedTeams;
import io.touchpoint.teams.fake.Company;
import io.touchpoint.teams.fake.FakeTeams;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The product on a simulated Microsoft Teams and a clock that is moved by hand, to try it
 * out: no credentials, and no database unless MONGODB_URI names one.
 */
public final class TeamsSandbox {

    private TeamsSandbox() {
    }

    public static void main(String[] arguments) {
        start(arguments);
    }

    /** Starts a sandbox; gives it once its company is seeded. */
    public static SandboxApplication start(String... arguments) {
        return SandboxApplication.start(TeamsAdapter.class, Simulator::on, arguments);
    }

    /** The simulated Teams. */
    private record Simulator(FakeTeams teams) implements SandboxApplication.Simulator {

        static Simulator on(LateClock clock) {
            return new Simulator(
                    FakeTeams.start(Company.named(Northwind.NAME).patience(Duration.ofSeconds(30)), clock));
        }

        @Override
        public Map<String, Object> properties() {
            Company company = teams.company();
            return Map.of("server.port", "8081", "touchpoint.workspace-file", NorthwindOnTeams.file(),
                    "touchpoint.teams.app-id", company.appId(), "touchpoint.teams.tenant-id", company.tenant(),
                    "touchpoint.teams.credential.secret", company.secret(), "touchpoint.teams.metadata-url",
                    teams.metadataUrl(), "touchpoint.teams.service-hosts", teams.url().getHost());
        }

        @Override
        public void register(GenericApplicationContext context) {
            context.registerBean(IHttpClient.class, () -> new SimulatedLogin(teams.loginUrl()));
        }

        @Override
        public SimulatedPlatform platform() {
            return new SimulatedTeams(teams);
        }

        @Override
        public void close() {
            teams.close();
        }

    }

}
