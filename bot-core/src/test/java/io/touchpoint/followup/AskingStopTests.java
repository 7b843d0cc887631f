package io.touchpoint.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.breaker.Breaker;
import io.touchpoint.conversation.AskCheck.Verdict;
import io.touchpoint.customer.Customers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of questions that fall due while asking has stopped. */
class AskingStopTests {

    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");

    private static final Instant DUE = Instant.parse("2026-11-20T09:00:00Z");

    private final Shop shop = new Shop();

    @AfterEach
    void stop() {
        shop.close();
    }

    /** An order is delivered; gives the decision. */
    private Decision delivered(int customer, Instant at) {
        return shop.delivers("10" + customer + "-" + at.getEpochSecond(), "c" + customer, null, at);
    }

    @Test
    void stopsAtTheCapAndGoesOnWithWhatHasWaited() {
        shop.get(Rules.class).put(new AskRules("w1", Duration.ofDays(7), 3, Duration.ofDays(7), 2, null, List.of()));
        Decision third = delivered(3, NOW);
        assertThat(shop.mayAsk(delivered(1, NOW), DUE)).isEqualTo(new Verdict.Ask());
        assertThat(shop.mayAsk(delivered(2, NOW), DUE)).isEqualTo(new Verdict.Ask());
        Instant again = DUE.plus(DueCheck.AGAIN);
        assertThat(shop.mayAsk(third, DUE)).isEqualTo(new Verdict.Later(again));
        assertThat(shop.why(third)).isEqualTo("put off to Fri 20 Nov, 10:15 Europe/Berlin: "
                + "asking has stopped on Fri 20 Nov, 10:00 Europe/Berlin, more than 2 questions within an hour");
        assertThat(shop.get(Customers.class).byId(third.customer()).orElseThrow().invitations())
            .as("a turn that was not taken")
            .isEmpty();
        assertThat(shop.mayAsk(third, again)).isEqualTo(new Verdict.Later(again.plus(DueCheck.AGAIN)));
        shop.get(Breaker.class).resume("w1");
        assertThat(shop.mayAsk(third, again.plus(DueCheck.AGAIN))).isEqualTo(new Verdict.Ask());
    }

    @Test
    void givesUpWhatHasWaitedForSevenDays() {
        Decision planned = delivered(1, NOW);
        shop.get(Breaker.class).pause("w1", "Mara", DUE);
        Instant late = DUE.plus(Duration.ofDays(7)).plusMillis(1);
        assertThat(shop.mayAsk(planned, late.minusSeconds(3600))).isInstanceOf(Verdict.Later.class);
        assertThat(shop.mayAsk(planned, late)).isEqualTo(new Verdict.Never());
        assertThat(shop.why(planned)).isEqualTo("not asked: asking has stopped on Fri 20 Nov, 10:00 Europe/Berlin, "
                + "stopped by Mara, and it is too late now");
    }

    @Test
    void plansNothingNewForNowWhileAskingHasStopped() {
        shop.get(Breaker.class).pause("w1", "Mara", NOW);
        Decision planned = delivered(1, NOW);
        assertThat(planned.sentence()).isEqualTo("put off to Fri 20 Nov, 10:00 Europe/Berlin: "
                + "asking has stopped on Thu 19 Nov, 10:00 Europe/Berlin, stopped by Mara");
        shop.get(Breaker.class).resume("w1");
        shop.get(LookAgain.class).runDue(DUE);
        assertThat(shop.why(planned)).isEqualTo("scheduled for Fri 20 Nov, 10:00 Europe/Berlin");
    }

}
