package io.touchpoint.conversation;

import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The indexes of conversations. */
@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

    @Bean
    static Indexes conversationIndexes() {
        return () -> List.of(Index.sparse("conversations", "claimAt"),
                Index.of("conversations", "workspace", "customer"));
    }

}
