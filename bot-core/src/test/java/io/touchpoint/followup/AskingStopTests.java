package io.touchpoint.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.breaker.Breaker;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;
import io.touchpoint.chat.Directory.Person;
import io.touchpoint.conversation.AskCheck;
import io.touchpoint.conversation.AskCheck.Verdict;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of questions that fall due while asking has stopped. */
class AskingStopTests {

    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");

    private static final Instant DUE = Instant.parse("2026-11-20T09:00:00Z");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final FakeDirectory directory = new FakeDirectory();

    private CoreUnderTest core;

    @BeforeEach
    void start() {
        core = CoreUnderTest
            .with("workspace", "journey", "survey", "customer", "team", "feedback", "recovery", "conversation",
                    "outbox", "breaker", "followup")
            .bean(Directory.class, directory)
            .start();
        core.get(Workspaces.class)
            .put(new Workspace("w1", null, "Northwind", BERLIN, Locale.ENGLISH, null,
                    List.of(new Tenant("slack", "T1")), List.of(), List.of(), "f"));
        core.get(JourneyMaps.class)
            .publish("w1",
                    List.of(new Touchpoint("delivery", JourneyStage.POST_PURCHASE, false, "Delivery", "delivery", null,
                            "goal", "expectation", 0.2, "delivery", List.of("order.delivered"), List.of(),
                            Duration.ofHours(24), 1, false)));
    }

    @AfterEach
    void stop() {
        core.close();
    }

    /** An order is delivered; gives the decision. */
    private Decision delivered(int customer, Instant at) {
        Address address = Address.person("w1", "slack", "T1", "U" + customer);
        directory.put(new Person(address, "Ada", null, null, null, false, true));
        return core.get(FollowUps.class)
            .receive(new BusinessEvent("w1", "shop", "e" + customer + at, "order.delivered", at,
                    new CustomerFacts("c" + customer, null, null, null, null, null, List.of(address)), "order",
                    "10" + customer + "-" + at.getEpochSecond(), null, null, null, null, List.of(), false), at)
            .getFirst();
    }

    private Verdict mayAsk(Decision decision, Instant now) {
        return core.get(AskCheck.class).mayAsk(decision.id(), decision.customer(), now);
    }

    private String why(Decision decision) {
        return core.get(Decisions.class).why("w1", decision.subject().id(), BERLIN).getFirst().sentence();
    }

    @Test
    void stopsAtTheCapAndGoesOnWithWhatHasWaited() {
        core.get(Rules.class).put(new AskRules("w1", Duration.ofDays(7), 3, Duration.ofDays(7), 2, null, List.of()));
        Decision third = delivered(3, NOW);
        assertThat(mayAsk(delivered(1, NOW), DUE)).isEqualTo(new Verdict.Ask());
        assertThat(mayAsk(delivered(2, NOW), DUE)).isEqualTo(new Verdict.Ask());
        Instant again = DUE.plus(DueCheck.AGAIN);
        assertThat(mayAsk(third, DUE)).isEqualTo(new Verdict.Later(again));
        assertThat(why(third)).isEqualTo("put off to Fri 20 Nov, 10:15 Europe/Berlin: "
                + "asking has stopped on Fri 20 Nov, 10:00 Europe/Berlin, more than 2 questions within an hour");
        assertThat(core.get(Customers.class).byId(third.customer()).orElseThrow().invitations())
            .as("a turn that was not taken")
            .isEmpty();
        assertThat(mayAsk(third, again)).isEqualTo(new Verdict.Later(again.plus(DueCheck.AGAIN)));
        core.get(Breaker.class).resume("w1");
        assertThat(mayAsk(third, again.plus(DueCheck.AGAIN))).isEqualTo(new Verdict.Ask());
    }

    @Test
    void givesUpWhatHasWaitedForSevenDays() {
        Decision planned = delivered(1, NOW);
        core.get(Breaker.class).pause("w1", "Mara", DUE);
        Instant late = DUE.plus(Duration.ofDays(7)).plusMillis(1);
        assertThat(mayAsk(planned, late.minusSeconds(3600))).isInstanceOf(Verdict.Later.class);
        assertThat(mayAsk(planned, late)).isEqualTo(new Verdict.Never());
        assertThat(why(planned)).isEqualTo("not asked: asking has stopped on Fri 20 Nov, 10:00 Europe/Berlin, "
                + "stopped by Mara, and it is too late now");
    }

    @Test
    void plansNothingNewForNowWhileAskingHasStopped() {
        core.get(Breaker.class).pause("w1", "Mara", NOW);
        Decision planned = delivered(1, NOW);
        assertThat(planned.sentence()).isEqualTo("put off to Fri 20 Nov, 10:00 Europe/Berlin: "
                + "asking has stopped on Thu 19 Nov, 10:00 Europe/Berlin, stopped by Mara");
        core.get(Breaker.class).resume("w1");
        core.get(LookAgain.class).runDue(DUE);
        assertThat(why(planned)).isEqualTo("scheduled for Fri 20 Nov, 10:00 Europe/Berlin");
    }

}
