package io.touchpoint.followup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A customer who may be asked about the relationship as a whole when their turn comes:
 *
 * <pre>
 * {_id: "w1|acquaintance|c42", workspace: "w1", customer: "w1|customer|c42", claimAt: …}
 * </pre>
 *
 * @param claimAt when it is next looked at; null once it was given up
 */
@Document("acquaintances")
@TypeAlias("acquaintance")
record Acquaintance(@Id String id, String workspace, String customer, @Nullable Instant claimAt) {

    /** The company's own id of the customer. */
    String key() {
        return id.substring(prefix(workspace).length());
    }

    static String id(String workspace, String key) {
        return prefix(workspace) + key;
    }

    private static String prefix(String workspace) {
        return workspace + "|acquaintance|";
    }

}
