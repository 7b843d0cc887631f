package io.touchpoint.digest;

import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import io.touchpoint.storage.ParkedWork;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** What the digest needs of the database. */
@Configuration(proxyBeanMethods = false)
class DigestConfiguration {

    @Bean
    static Indexes digestIndexes() {
        return () -> List.of(Index.sparse("digests", "claimAt"), Index.of("digestSchedules", "claimAt"),
                ParkedWork.index("digestSchedules"), ParkedWork.index("digests"));
    }

    @Bean
    static ParkedWork parkedSchedules(MongoOperations mongo) {
        return new ParkedWork(mongo, "digestSchedules", "schedule");
    }

    @Bean
    static ParkedWork parkedDigests(MongoOperations mongo) {
        return new ParkedWork(mongo, "digests", "digest");
    }

}
