package io.touchpoint.inbox;

import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the inbox needs in the database. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    /** How long requests are kept: longer than a platform delivers one again. */
    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    static Indexes inboxIndexes() {
        return () -> List.of(Index.sparse("inbound", "platform", "claimAt"), Index.sparse("inbound", "parked.at"),
                Index.expiring("inbound", "at", KEPT));
    }

}
