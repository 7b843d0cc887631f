package io.touchpoint.followup;

import io.touchpoint.storage.ParkedWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** What following up needs beside its services. */
@Configuration(proxyBeanMethods = false)
class FollowUpConfiguration {

    @Bean
    static ParkedWork parkedDecisions(MongoOperations mongo) {
        return new ParkedWork(mongo, "decisions", "decision");
    }

    @Bean
    static ParkedWork parkedAcquaintances(MongoOperations mongo) {
        return new ParkedWork(mongo, "acquaintances", "turn");
    }

}
