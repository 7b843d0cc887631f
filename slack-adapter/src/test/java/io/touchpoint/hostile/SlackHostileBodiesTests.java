package io.touchpoint.hostile;

import io.touchpoint.SlackAdapter;
import io.touchpoint.slack.fake.Call;
import io.touchpoint.slack.fake.Company;
import io.touchpoint.slack.fake.FakeSlack;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;

class SlackHostileBodiesTests extends HostileBodies {

    private final FakeSlack slack = FakeSlack.start(Company.named("Northwind"), Clock.systemUTC());

    @AfterAll
    void close() {
        slack.close();
    }

    @Override
    Class<?> adapter() {
        return SlackAdapter.class;
    }

    @Override
    String platform() {
        return "slack";
    }

    @Override
    Map<String, String> settings() {
        return Map.of("touchpoint.workspace-file", "classpath:sandbox/northwind.yaml",
                "touchpoint.slack.signing-secrets", SlackDoor.SECRET, "touchpoint.slack.bot-token",
                slack.company().token(), "touchpoint.slack.api-url", slack.apiUrl());
    }

    @Override
    Map<String, List<Hostile>> doors(Instant now, String word) {
        return Map.of("/slack/events", SlackDoor.cases(now, word));
    }

    @Override
    Set<String> kept() {
        return Set.of("inbound");
    }

    @Override
    List<String> said() {
        return slack.calls().stream().map(Call::method).filter((method) -> method.startsWith("chat.")).toList();
    }

}
