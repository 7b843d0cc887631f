package io.touchpoint.conversation;

import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import io.touchpoint.storage.Leased;
import io.touchpoint.storage.ParkedWork;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;

/** What conversations need of the database. */
@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

    @Bean
    static Indexes conversationIndexes() {
        return () -> List.of(Index.sparse("conversations", "claimAt"),
                Index.of("conversations", "workspace", "customer"), ParkedWork.index("conversations"));
    }

    @Bean
    static Leased leasedConversations() {
        return new Leased(Conversation.class, Attendant.LEASE, Criteria.where("leased").is(true));
    }

    @Bean
    static ParkedWork parkedConversations(MongoOperations mongo) {
        return new ParkedWork(mongo, "conversations", "conversation");
    }

}
