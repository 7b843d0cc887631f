package io.touchpoint.followup;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What holds for every question of a workspace.
 *
 * @param workspace the workspace's id
 * @param any how long nobody is asked about anything again, from the later of question
 * and answer
 * @param most how many questions all people of one account are asked at most ...
 * @param within ... in this time
 * @param hourly how many customers of the workspace are asked within an hour at most;
 * null for {@value #USUAL_HOURLY}
 * @param holidays whose holidays are kept for customers whose country is not known,
 * {@code DE} or {@code DE-BY}; null for none
 * @param accounts what holds for single accounts instead
 * @param relationship how customers are asked about the relationship as a whole; null for
 * not at all
 * @param consent whether only those are asked who agreed to it; null for no
 */
@Document("askRules")
@TypeAlias("askRules")
public record AskRules(@Id String workspace, Duration any, int most, Duration within, @Nullable Integer hourly,
        @Nullable String holidays, List<ForAccount> accounts, @Nullable Relationship relationship,
        @Nullable Boolean consent) {

    private static final int USUAL_HOURLY = 1000;

    @PersistenceCreator
    public AskRules {
        accounts = (accounts == null) ? List.of() : List.copyOf(accounts);
    }

    /** Without a question about the relationship, and without asking for consent. */
    public AskRules(String workspace, Duration any, int most, Duration within, @Nullable Integer hourly,
            @Nullable String holidays, List<ForAccount> accounts) {
        this(workspace, any, most, within, hourly, holidays, accounts, null, null);
    }

    /**
     * How customers are asked about the relationship as a whole.
     *
     * @param team the id of the team that reads the answers
     * @param every how long nobody is asked about it again
     * @param after how often a customer must have dealt with the company within a year
     */
    public record Relationship(String team, Duration every, int after) {
    }

    /**
     * What holds for one account.
     *
     * @param any null for what holds for all
     * @param most null for what holds for all; 0 for an account that is not asked
     */
    public record ForAccount(String account, @Nullable Duration any, @Nullable Integer most) {
    }

    /** Once in 7 days each, 3 in 7 days for an account. */
    public static AskRules usual(String workspace) {
        return new AskRules(workspace, Duration.ofDays(7), 3, Duration.ofDays(7), null, null, List.of());
    }

    /** The same with another clock for any question. */
    public AskRules clock(Duration other) {
        return new AskRules(workspace, other, most, within, hourly, holidays, accounts, relationship, consent);
    }

    /** The same with another budget for accounts. */
    public AskRules budget(int others, Duration time) {
        return new AskRules(workspace, any, others, time, hourly, holidays, accounts, relationship, consent);
    }

    /** The same with other rules for single accounts. */
    public AskRules accounts(List<ForAccount> others) {
        return new AskRules(workspace, any, most, within, hourly, holidays, others, relationship, consent);
    }

    boolean needsConsent() {
        return Boolean.TRUE.equals(consent);
    }

    Duration any(@Nullable String account) {
        ForAccount own = of(account);
        return (own != null && own.any() != null) ? own.any() : any;
    }

    int most(String account) {
        ForAccount own = of(account);
        return (own != null && own.most() != null) ? own.most() : most;
    }

    int hourlyCap() {
        return (hourly != null) ? hourly : USUAL_HOURLY;
    }

    private @Nullable ForAccount of(@Nullable String account) {
        for (ForAccount one : accounts) {
            if (one.account().equals(account)) {
                return one;
            }
        }
        return null;
    }

}
