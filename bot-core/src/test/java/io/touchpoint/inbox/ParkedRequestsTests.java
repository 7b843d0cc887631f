package io.touchpoint.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParkedRequestsTests {

    private static final Instant NOW = CoreUnderTest.START;

    private final CoreUnderTest core = CoreUnderTest.with("workspace", "inbox").start();

    private final Inbox inbox = core.get(Inbox.class);

    private final ParkedRequests parked = core.get(ParkedRequests.class);

    @BeforeAll
    void found() {
        workspace("w1", new Tenant("slack", "T1"), new Tenant("teams", "t-1"));
        workspace("w2", new Tenant("slack", "T11"));
        workspace("w3");
    }

    private void workspace(String id, Tenant... tenants) {
        core.get(Workspaces.class)
            .put(new Workspace(id, null, "Northwind", ZoneId.of("Europe/Berlin"), Locale.ENGLISH, null,
                    List.of(tenants), List.of(), List.of(), "f"));
    }

    @AfterAll
    void stop() {
        core.close();
    }

    private void giveUp(String platform, String id) {
        inbox.park(inbox.store(platform, id, "application/json", "{}", NOW).orElseThrow(), "failed:Poison", NOW);
    }

    @Test
    void belongToTheWorkspaceOfTheirTenant() {
        giveUp("slack", "slack|T1|event:1");
        giveUp("teams", "teams|t-1|c|2");
        giveUp("slack", "slack|T11|event:3");
        giveUp("slack", "slack|?|body:4");
        assertThat(parked.of("w1", 10)).extracting("id").containsExactly("teams|t-1|c|2", "slack|T1|event:1");
        assertThat(parked.of("w2", 10)).extracting("id").containsExactly("slack|T11|event:3");
        assertThat(parked.of("w3", 10)).isEmpty();
        assertThat(parked.count()).isEqualTo(4);
        assertThat(parked.retry("w1", "slack|T11|event:3", NOW)).isFalse();
        assertThat(parked.drop("w3", "slack|T1|event:1", NOW)).isFalse();
        assertThat(parked.retry("w1", "slack|T1|event:1", NOW)).isTrue();
        assertThat(inbox.claim("slack", NOW)).hasValueSatisfying((received) -> {
            assertThat(received.id()).isEqualTo("slack|T1|event:1");
            assertThat(received.attempts()).isEqualTo(1);
        });
        assertThat(parked.drop("w1", "teams|t-1|c|2", NOW)).isTrue();
        assertThat(inbox.claim("teams", NOW)).isEmpty();
        assertThat(parked.of("w1", 10)).isEmpty();
    }

}
