package io.touchpoint.recovery;

import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import io.touchpoint.storage.ParkedWork;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** What cases need of the database. */
@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {

    @Bean
    static Indexes caseIndexes() {
        return () -> List.of(Index.sparse("cases", "claimAt"), Index.of("cases", "complaint.customer", "status"),
                ParkedWork.index("cases"));
    }

    @Bean
    static ParkedWork parkedCases(MongoOperations mongo) {
        return new ParkedWork(mongo, "cases", "case");
    }

}
