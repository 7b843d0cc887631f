package io.touchpoint.digest;

import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the digest needs of the database. */
@Configuration(proxyBeanMethods = false)
class DigestConfiguration {

    @Bean
    static Indexes digestIndexes() {
        return () -> List.of(Index.sparse("digests", "claimAt"), Index.of("digestSchedules", "claimAt"));
    }

}
