package io.touchpoint.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.storage.Instances;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final CoreUnderTest core = CoreUnderTest.with("inbox", "workspace").start();

    private final Inbox inbox = core.get(Inbox.class);

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void storesARequestOnce() {
        assertThat(inbox.store("chat", "chat|1", "text/plain", "first", NOW)).isPresent();
        assertThat(inbox.store("chat", "chat|1", "text/plain", "second", NOW)).isEmpty();
        assertThat(inbox.bodies("chat|1")).containsExactly("first");
    }

    @Test
    void givesBackWhatBelongsToARequest() {
        inbox.store("chat", "chat|1:edit", "text/plain", "edited", NOW.plusSeconds(1));
        inbox.store("chat", "chat|1", "text/plain", "written", NOW);
        inbox.store("chat", "chat|10", "text/plain", "another", NOW);
        assertThat(inbox.bodies("chat|1")).containsExactly("written", "edited");
    }

    @Test
    void isClaimedAgainOnlyWhenTheLeaseHasEnded() {
        inbox.store("chat", "chat|1", "text/plain", "body", NOW);
        assertThat(inbox.nextClaim("chat")).contains(NOW.plus(Inbox.LEASE));
        assertThat(inbox.claim("chat", NOW)).isEmpty();
        assertThat(inbox.claim("other", NOW.plus(Inbox.LEASE))).isEmpty();
        assertThat(inbox.claim("chat", NOW.plus(Inbox.LEASE))).hasValueSatisfying((received) -> {
            assertThat(received.fence()).isEqualTo(2);
            assertThat(received.attempts()).isEqualTo(2);
        });
    }

    @Test
    void isClaimedAtOnceWhenItIsKnownThatWhoHeldItIsGone() {
        inbox.store("chat", "chat|1", "text/plain", "body", NOW);
        Received waits = inbox.store("chat", "chat|2", "text/plain", "body", NOW).orElseThrow();
        inbox.later(waits, NOW.plusSeconds(5));
        core.get(Instances.class).stop();
        assertThat(inbox.claim("chat", NOW)).map(Received::id).contains("chat|1");
        assertThat(inbox.nextClaim("chat")).contains(NOW.plusSeconds(5));
    }

    @Test
    void whoComesLateFinishesNothing() {
        Received late = inbox.store("chat", "chat|1", "text/plain", "body", NOW).orElseThrow();
        Optional<Received> next = inbox.claim("chat", NOW.plus(Inbox.LEASE));
        inbox.done(late);
        assertThat(inbox.nextClaim("chat")).isPresent();
        inbox.done(next.orElseThrow());
        assertThat(inbox.nextClaim("chat")).isEmpty();
    }

    @Test
    void keepsWhatIsGivenUpWithoutTryingItAgain() {
        Received received = inbox.store("chat", "chat|1", "text/plain", "body", NOW).orElseThrow();
        inbox.later(received, NOW.plusSeconds(5));
        assertThat(inbox.nextClaim("chat")).contains(NOW.plusSeconds(5));
        inbox.park(received, "unreadable", NOW);
        assertThat(inbox.nextClaim("chat")).isEmpty();
        assertThat(inbox.bodies("chat|1")).containsExactly("body");
    }

}
