package io.touchpoint.intake;

import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings and indexes of the door for business events. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
class IntakeConfiguration {

    @Bean
    static Indexes intakeIndexes() {
        return () -> List.of(Index.sparse("events", "claimAt"));
    }

}
