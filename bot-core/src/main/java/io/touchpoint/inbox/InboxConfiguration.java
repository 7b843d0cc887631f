package io.touchpoint.inbox;

import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import io.touchpoint.storage.Leased;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.query.Criteria;

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

    /** Any platform is named so that the index of platform and claim is looked into. */
    @Bean
    static Leased leasedRequests() {
        return new Leased(Received.class, Inbox.LEASE, Criteria.where("platform").gt(""));
    }

}
