package io.touchpoint.outbox;

import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import io.touchpoint.storage.Leased;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.query.Criteria;

/** The outbox's settings and indexes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
class OutboxConfiguration {

    @Bean
    static Indexes outboxIndexes() {
        return () -> List.of(Index.sparse(Entries.COLLECTION, "claimAt"),
                Index.sparse(Entries.COLLECTION, "lane", "claimAt"), Index.sparse(Entries.COLLECTION, "open", "order"),
                Index.sparse(Entries.COLLECTION, "after"), Index.of(Entries.COLLECTION, "token"),
                Index.of(Entries.COLLECTION, "saying.about"),
                Index.of(Entries.COLLECTION, "state", "saying.to.workspace"));
    }

    /** What is being said is looked for only when whoever said it must be done. */
    @Bean
    static Leased leasedEntries() {
        return new Leased(Entry.class, Entries.LEASE, Criteria.where("sendingSince").exists(false));
    }

}
