package io.touchpoint.customer;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.customer.Account.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The accounts of customers, and how often somebody of them was asked. */
@Component
public class Accounts {

    private static final Duration REMEMBERED = Duration.ofDays(100);

    private final MongoOperations mongo;

    Accounts(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** An account; without turns when nobody of it was asked. */
    public Account get(String workspace, String name) {
        String id = Account.id(workspace, name);
        Account known = mongo.findById(id, Account.class);
        return (known != null) ? known : new Account(id, null, workspace, name, List.of());
    }

    /** Those of these accounts of whom somebody was asked, in no order. */
    public List<Account> all(String workspace, Collection<String> names) {
        return mongo.find(query(where("_id").in(names.stream().map((name) -> Account.id(workspace, name)).toList())),
                Account.class);
    }

    /**
     * Takes one of the account's turns for a question.
     * @return whether the question has a turn: also when it had one before
     */
    public boolean takeTurn(String workspace, String name, Turn turn, int most, Duration within) {
        while (true) {
            Account account = get(workspace, name);
            if (account.turns().stream().anyMatch((one) -> one.prompt().equals(turn.prompt()))) {
                return true;
            }
            if (account.turnsAfter(turn.at().minus(within)) >= most) {
                return false;
            }
            List<Turn> turns = new ArrayList<>(account.turns());
            turns.removeIf((one) -> one.at().isBefore(turn.at().minus(REMEMBERED)));
            turns.add(turn);
            if (saved(account.with(turns))) {
                return true;
            }
        }
    }

    /** Gives a turn back: the question was not put, or never arrived. */
    public void giveBack(String workspace, String name, String prompt) {
        change(workspace, name, (account) -> account
            .with(account.turns().stream().filter((one) -> !one.prompt().equals(prompt)).toList()));
    }

    private void change(String workspace, String name, UnaryOperator<Account> change) {
        while (true) {
            Account before = get(workspace, name);
            Account after = change.apply(before);
            if (after.equals(before) || saved(after)) {
                return;
            }
        }
    }

    private boolean saved(Account account) {
        try {
            mongo.save(account);
            return true;
        }
        catch (OptimisticLockingFailureException | DuplicateKeyException _) {
            return false;
        }
    }

}
