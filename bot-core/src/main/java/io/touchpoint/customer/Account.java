package io.touchpoint.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A company, or a household, that several customers belong to.
 *
 * @param id {@code workspace|account|name}
 * @param turns questions that were put to its people, oldest first, of the last 100 days
 */
@Document("accounts")
@TypeAlias("account")
public record Account(@Id String id, @Version @Nullable Long version, String workspace, String name, List<Turn> turns) {

    public Account {
        turns = (turns == null) ? List.of() : List.copyOf(turns);
    }

    /**
     * A question that was put to somebody of the account.
     *
     * @param prompt the id of the conversation
     */
    public record Turn(String prompt, Instant at) {
    }

    static String id(String workspace, String name) {
        return workspace + "|account|" + name;
    }

    /** How many were put after a time. */
    public long turnsAfter(Instant time) {
        return turns.stream().filter((turn) -> turn.at().isAfter(time)).count();
    }

    /** The account after other questions. */
    public Account with(List<Turn> others) {
        return new Account(id, version, workspace, name, others);
    }

}
