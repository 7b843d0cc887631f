package io.touchpoint.followup;

import io.touchpoint.breaker.Stop;
import io.touchpoint.customer.Account;
import io.touchpoint.customer.Account.Turn;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What holds beyond one customer.
 *
 * @param rules the workspace's rules
 * @param account the customer's account; null for a customer without one
 * @param caseSince since when a low rating of somebody of the account is being seen to;
 * null when none is
 * @param stop that the workspace asks nobody; null when it does
 */
record Around(AskRules rules, @Nullable Account account, @Nullable Instant caseSince, @Nullable Stop stop) {

    /** Whether the account has a turn left when the question would be asked. */
    Finding budget(String prompt, Instant due) {
        if (account == null) {
            return Finding.passes(Gate.ACCOUNT, "belongs to no account");
        }
        int most = rules.most(account.name());
        if (most == 0) {
            return Finding.holds(Gate.ACCOUNT, account.name() + " is not asked");
        }
        long asked = account.turns()
            .stream()
            .filter((turn) -> !turn.prompt().equals(prompt))
            .map(Turn::at)
            .filter((at) -> at.isAfter(due.minus(rules.within())))
            .count();
        String budget = most + " in " + rules.within().toDays() + " days";
        return (asked < most)
                ? Finding.passes(Gate.ACCOUNT, account.name() + " has been asked less than " + budget + " by then")
                : Finding.holds(Gate.ACCOUNT, account.name() + " has been asked " + budget);
    }

    Finding openCase(ZoneId zone) {
        return (caseSince == null) ? Finding.passes(Gate.OPEN_CASE, "no low rating is being seen to")
                : Finding.holds(Gate.OPEN_CASE, "a low rating is being seen to since " + Times.day(caseSince, zone));
    }

    /**
     * Whether anybody is asked at all.
     * @param late whether the question has waited for too long
     */
    Finding asking(boolean late, ZoneId zone) {
        if (stop == null) {
            return Finding.passes(Gate.BREAKER, "asking goes on");
        }
        String since = "asking has stopped on " + Times.moment(stop.since(), zone) + ", " + stop.reason();
        return late ? Finding.holds(Gate.BREAKER, since + ", and it is too late now")
                : Finding.waits(Gate.BREAKER, since);
    }

}
