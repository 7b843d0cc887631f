package io.touchpoint.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.conversation.AskCheck.Verdict;
import io.touchpoint.customer.Account.Turn;
import io.touchpoint.customer.Accounts;
import io.touchpoint.customer.Customers;
import io.touchpoint.recovery.Cases;
import io.touchpoint.recovery.Complaint;
import io.touchpoint.survey.Scale;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the customers of one account are asked together. */
class AccountBudgetTests {

    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");

    private static final Instant DUE = Instant.parse("2026-11-20T09:00:00Z");

    private final Shop shop = new Shop();

    @AfterEach
    void stop() {
        shop.close();
    }

    /** An order of a customer of Acme is delivered; gives the decision. */
    private Decision delivered(int customer, Instant at) {
        return shop.delivers("10" + customer + "-" + at.getEpochSecond(), "c" + customer, "Acme", at);
    }

    @Test
    void asksThreeOfManyWhoFallDueAtOnce() throws Exception {
        List<Decision> decisions = IntStream.range(0, 12).mapToObj((i) -> delivered(i, NOW)).toList();
        assertThat(decisions)
            .allSatisfy((decision) -> assertThat(decision.standing().outcome()).isEqualTo(Ruling.Outcome.SEND));
        List<Verdict> verdicts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Callable<Verdict>> calls = decisions.stream()
                .<Callable<Verdict>>map((decision) -> () -> shop.mayAsk(decision, DUE))
                .toList();
            for (Future<Verdict> verdict : threads.invokeAll(calls)) {
                verdicts.add(verdict.get());
            }
        }
        assertThat(verdicts).filteredOn(new Verdict.Ask()::equals).hasSize(3);
        assertThat(decisions).map(shop::why)
            .filteredOn((sentence) -> sentence.equals("not asked: Acme has been asked 3 in 7 days"))
            .hasSize(9);
        assertThat(shop.get(Accounts.class).get("w1", "Acme").turns()).hasSize(3);
    }

    @Test
    void knowsAtOnceThatTheBudgetIsSpentUntilItIsFreeAgain() {
        IntStream.range(0, 3).forEach((i) -> shop.mayAsk(delivered(i, NOW), DUE));
        assertThat(delivered(7, DUE).sentence()).isEqualTo("not asked: Acme has been asked 3 in 7 days");
        Decision week = delivered(8, DUE.plus(Duration.ofDays(6)));
        assertThat(week.standing().outcome()).isEqualTo(Ruling.Outcome.SEND);
        assertThat(shop.mayAsk(week, DUE.plus(Duration.ofDays(7)))).isEqualTo(new Verdict.Ask());
    }

    @Test
    void takesNoTurnOfTheAccountForWhomIsNotAsked() {
        Decision stopped = delivered(1, NOW);
        shop.get(Accounts.class).takeTurn("w1", "Acme", new Turn(stopped.id(), DUE), 3, AskRules.usual("w1").within());
        shop.get(Customers.class).optOut(stopped.customer(), NOW);
        assertThat(shop.mayAsk(stopped, DUE)).isEqualTo(new Verdict.Never());
        assertThat(shop.get(Accounts.class).get("w1", "Acme").turns()).isEmpty();
    }

    @Test
    void asksNobodyOfTheAccountWhileALowRatingIsSeenTo() {
        Decision planned = delivered(1, NOW);
        shop.get(Cases.class)
            .open(new Complaint("w1|order:1|delivery", "w1", delivered(2, NOW).customer(),
                    Address.person("w1", "slack", "T1", "U2"), Locale.ENGLISH, "delivery", "delivery", "Delivery",
                    Scale.STARS_5, 1, List.of(), "order 1", "e1"), NOW);
        assertThat(shop.mayAsk(planned, DUE)).isEqualTo(new Verdict.Never());
        assertThat(shop.why(planned)).isEqualTo("not asked: a low rating is being seen to since 19 Nov");
    }

    @Test
    void keepsToTheRulesOfOneAccount() {
        shop.get(Rules.class)
            .put(new AskRules("w1", Duration.ofDays(7), 3, Duration.ofDays(7), null, null,
                    List.of(new AskRules.ForAccount("Acme", null, 1))));
        assertThat(shop.mayAsk(delivered(1, NOW), DUE)).isEqualTo(new Verdict.Ask());
        assertThat(shop.mayAsk(delivered(2, NOW), DUE)).isEqualTo(new Verdict.Never());
    }

}
