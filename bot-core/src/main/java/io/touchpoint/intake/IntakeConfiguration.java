package io.touchpoint.intake;

import io.touchpoint.storage.Leased;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the intake leases. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    static Leased leasedReceipts() {
        return new Leased(Receipt.class, Receipts.LEASE);
    }

}
