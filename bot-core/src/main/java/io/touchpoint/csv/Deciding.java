package io.touchpoint.csv;

import io.touchpoint.application.StartCheck;
import io.touchpoint.chat.Directory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * What an import needs of the application: all that decides, and nothing that speaks or
 * listens. It bears no stereotype, so that it is only there where it is asked for by
 * name.
 */
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "io.touchpoint")
@ComponentScan(basePackages = { "io.touchpoint.storage", "io.touchpoint.heartbeat", "io.touchpoint.workspace",
        "io.touchpoint.journey", "io.touchpoint.survey", "io.touchpoint.customer", "io.touchpoint.team",
        "io.touchpoint.feedback", "io.touchpoint.recovery", "io.touchpoint.breaker", "io.touchpoint.conversation",
        "io.touchpoint.outbox", "io.touchpoint.followup", "io.touchpoint.intake", "io.touchpoint.setup" })
class Deciding {

    @Bean
    static StartCheck startCheck() {
        return StartCheck.ofDatabase();
    }

    @Bean
    Directory later(@Value("${touchpoint.import.platform}") String platform) {
        return new Later(platform);
    }

}
