package io.touchpoint.checkin;

import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import io.touchpoint.storage.ParkedWork;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** What check-ins need of the database and of the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckInSettings.class)
class CheckInConfiguration {

    @Bean
    static Indexes checkInIndexes() {
        return () -> List.of(Index.sparse("checkins", "claimAt"), Index.of("checkins", "planner.feed"),
                Index.of("checkins", "other.feed"), ParkedWork.index("checkins"));
    }

    @Bean
    static ParkedWork parkedCheckIns(MongoOperations mongo) {
        return new ParkedWork(mongo, "checkins", "check-in");
    }

}
