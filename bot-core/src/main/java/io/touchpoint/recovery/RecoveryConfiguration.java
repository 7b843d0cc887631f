package io.touchpoint.recovery;

import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The indexes of cases. */
@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {

    @Bean
    static Indexes caseIndexes() {
        return () -> List.of(Index.sparse("cases", "claimAt"), Index.of("cases", "complaint.customer", "status"));
    }

}
