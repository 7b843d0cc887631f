package io.touchpoint.hostile;

import com.microsoft.aad.msal4j.IHttpClient;
import io.touchpoint.TeamsAdapter;
import io.touchpoint.teams.NorthwindOnTeams;
import io.touchpoint.teams.SimulatedLogin;
import io.touchpoint.teams.fake.Call;
import io.touchpoint.teams.fake.Company;
import io.touchpoint.teams.fake.FakeTeams;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.springframework.context.support.GenericApplicationContext;

class TeamsHostileBodiesTests extends HostileBodies {

    private static final Set<String> SAYING = Set.of("create", "send", "update", "delete");

    private final FakeTeams teams = FakeTeams.start(Company.named("Northwind"), Clock.systemUTC());

    @AfterAll
    void close() {
        teams.close();
    }

    @Override
    Class<?> adapter() {
        return TeamsAdapter.class;
    }

    @Override
    String platform() {
        return "teams";
    }

    @Override
    Map<String, String> settings() {
        return Map.of("touchpoint.workspace-file", NorthwindOnTeams.file(), "touchpoint.teams.app-id", Company.APP,
                "touchpoint.teams.tenant-id", Company.TENANT, "touchpoint.teams.credential.secret",
                teams.company().secret(), "touchpoint.teams.service-hosts", "127.0.0.1",
                "touchpoint.teams.metadata-url", teams.metadataUrl());
    }

    @Override
    void prepare(GenericApplicationContext context) {
        super.prepare(context);
        context.registerBean(IHttpClient.class, () -> new SimulatedLogin(teams.loginUrl()));
    }

    @Override
    Map<String, List<Hostile>> doors(Instant now, String word) {
        return Map.of("/api/messages", TeamsDoor.cases(teams, word));
    }

    /** Where somebody writes from is learned from whatever the Connector signed. */
    @Override
    Set<String> kept() {
        return Set.of("inbound", "teams_references");
    }

    @Override
    List<String> said() {
        return teams.calls().stream().map(Call::operation).filter(SAYING::contains).toList();
    }

}
