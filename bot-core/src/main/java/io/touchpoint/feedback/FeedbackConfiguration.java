package io.touchpoint.feedback;

import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What feedback needs of the database. */
@Configuration(proxyBeanMethods = false)
class FeedbackConfiguration {

    @Bean
    static Indexes feedbackIndexes() {
        return () -> List.of(Index.sparse("answers", "pendAt"), Index.of("answers", "bucket", "score"),
                Index.of("answers", "workspace", "day", "touchpoint"), Index.of("answers", "workspace", "customer"),
                Index.of("rollups", "workspace", "day"), Index.sparse("rollups", "staleAt"));
    }

}
