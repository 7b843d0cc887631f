package io.touchpoint.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.conversation.AskCheck.Verdict;
import io.touchpoint.conversation.Conversations;
import io.touchpoint.conversation.Progress;
import io.touchpoint.customer.Customer.Invitation;
import io.touchpoint.customer.Customers;
import io.touchpoint.customer.Preferences;
import io.touchpoint.customer.WakingHours;
import io.touchpoint.heartbeat.DeadLetter;
import io.touchpoint.storage.ParkedWork;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class RelationshipQuestionTests {

    private static final Instant FIRST = Instant.parse("2026-06-01T10:00:00Z");

    private static final ZoneId BERLIN = Shop.ZONE;

    private static final WakingHours HOURS = new WakingHours(BERLIN, Preferences.Hours.ANY, null);

    private static final Duration QUARTER = Duration.ofDays(90);

    private static final Duration DAY = Duration.ofDays(1);

    private static final AskRules RULES = new AskRules("w1", Duration.ofDays(7), 3, Duration.ofDays(7), null, null,
            List.of(), new AskRules.Relationship("delivery", QUARTER, 3), null);

    /** Whose first turn comes 40 days or more after the first dealing. */
    private static final String ADA = whoseTurnComes(40, 80);

    /** Whose first turn comes within a month of it. */
    private static final String BEN = whoseTurnComes(25, 29);

    private final Shop shop = new Shop();

    @BeforeEach
    void start() {
        shop.get(Rules.class).put(RULES);
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void asksACustomerWhoseTurnHasComeAfterEnoughDealings() {
        deals(ADA, 3);
        Instant turn = turn(ADA, FIRST);
        assertThat(question().nextDue()).contains(turn);
        assertThat(question().runDue(turn.minusSeconds(1))).isZero();
        Instant awake = look(turn);
        Decision decision = decisions(ADA).getFirst();
        assertThat(decision.id())
            .isEqualTo("w1|relationship:" + ADA + "#" + turn.toString().substring(0, 10) + "|relationship");
        assertThat(decision.standing().findings()).extracting(Finding::gate).containsExactly(Gate.values());
        assertThat(decision.touchpoint().stage()).isNull();
        assertThat(progress(decision)).isEqualTo(Progress.Stage.PLANNED);
        assertThat(shop.mayAsk(decision, awake)).isEqualTo(new Verdict.Ask());
        assertThat(question().nextDue()).contains(turn.plus(QUARTER));
        Why why = shop.get(Decisions.class).why("w1", id(ADA), BERLIN).getFirst();
        assertThat(why.sentence()).startsWith("asked on ");
        assertThat(why.gates()).contains("✓ the clock of 90 days for the relationship has run out by then",
                "✓ the clock of 7 days for any question has run out by then");
        assertThat(shop.get(Decisions.class).health("w1", null, awake, awake.plusSeconds(1)))
            .isEqualTo(new Health(0, Map.of(), Map.of(), 0, 0, 0));
        assertThat(shop.get(Decisions.class).asked("w1", "delivery", awake, awake.plusSeconds(1))).isEmpty();
    }

    @Test
    void waitsForTheNextTurnOfWhoHasDealtTooLittleOrIsNotKnownForAMonth() {
        deals(ADA, 2);
        look(turn(ADA, FIRST));
        assertThat(question().nextDue()).contains(turn(ADA, FIRST).plus(QUARTER));
        deals(BEN, 3);
        look(turn(BEN, FIRST));
        assertThat(decisions(ADA)).allMatch((decision) -> !decision.aboutRelationship()).hasSize(2);
        assertThat(decisions(BEN)).allMatch((decision) -> !decision.aboutRelationship()).hasSize(3);
        look(turn(BEN, FIRST).plus(QUARTER));
        assertThat(decisions(BEN).getFirst().aboutRelationship()).isTrue();
    }

    @Test
    void countsDealingsOfTheLastYearOnlyAndEachOnce() {
        deals(ADA, 3);
        Instant years = FIRST.plus(Duration.ofDays(720));
        look(turn(ADA, years));
        assertThat(decisions(ADA)).noneMatch(Decision::aboutRelationship);
        IntStream.range(0, 3).forEach((number) -> deal(ADA, "same", years.plus(DAY.multipliedBy(number))));
        look(turn(ADA, years).plus(QUARTER));
        assertThat(decisions(ADA)).noneMatch(Decision::aboutRelationship);
    }

    @Test
    void looksAgainAWeekLaterWhenOnlyTimeHoldsBack() {
        deals(ADA, 3);
        Instant awake = HOURS.next(turn(ADA, FIRST));
        shop.get(Customers.class)
            .invite(id(ADA), new Invitation("w1|order:9|delivery", "delivery", "slack", awake.minus(DAY), null),
                    (_) -> true);
        look(awake);
        assertThat(decisions(ADA).getFirst().sentence()).startsWith("not asked: asked a day ago, next possible on ");
        assertThat(question().nextDue()).contains(awake.plus(Duration.ofDays(7)));
        Instant week = look(awake.plus(Duration.ofDays(7)));
        assertThat(decisions(ADA)).filteredOn(Decision::aboutRelationship).singleElement().satisfies((decision) -> {
            assertThat(decision.earlier()).hasSize(1);
            assertThat(shop.mayAsk(decision, week)).isEqualTo(new Verdict.Ask());
        });
    }

    @Test
    void leavesWhoWantsNoQuestionsUntilTheNextTurn() {
        deals(ADA, 3);
        shop.get(Customers.class).optOut(id(ADA), FIRST);
        look(turn(ADA, FIRST));
        assertThat(decisions(ADA).getFirst().sentence()).isEqualTo("not asked: wants no questions since 1 Jun");
        assertThat(question().nextDue()).contains(turn(ADA, FIRST).plus(QUARTER));
    }

    @Test
    void asksNobodyTwiceInNinetyDaysFromTheAnswerOn() {
        deals(ADA, 3);
        Instant first = look(turn(ADA, FIRST));
        Decision asked = decisions(ADA).getFirst();
        shop.mayAsk(asked, first);
        shop.get(Customers.class).answered(id(ADA), asked.id(), first.plus(DAY.multipliedBy(2)));
        Instant second = look(turn(ADA, FIRST).plus(QUARTER));
        assertThat(decisions(ADA).getFirst().sentence()).contains("answered about the relationship 88 days ago");
        Instant third = look(second.plus(Duration.ofDays(7)));
        assertThat(shop.mayAsk(decisions(ADA).getFirst(), third)).isEqualTo(new Verdict.Ask());
        assertThat(decisions(ADA)).filteredOn(Decision::aboutRelationship).hasSize(2);
    }

    @Test
    void keepsOtherQuestionsAwayForAsLongAsAnyQuestionDoes() {
        deals(ADA, 3);
        Instant asked = look(turn(ADA, FIRST));
        shop.mayAsk(decisions(ADA).getFirst(), asked);
        assertThat(deal(ADA, "late", asked).sentence()).startsWith("not asked: asked less than a day ago");
    }

    @Test
    void waitsWhileChatGivesNoAnswer() {
        deals(ADA, 3);
        shop.directory().silent(true);
        Instant awake = look(turn(ADA, FIRST));
        assertThat(decisions(ADA).getFirst()).satisfies((decision) -> {
            assertThat(decision.sentence()).contains("chat gave no answer");
            assertThat(decision.claimAt()).isNull();
        });
        shop.directory().silent(false);
        Instant again = question().nextDue().orElseThrow();
        assertThat(again).isBetween(awake.plusSeconds(1), awake.plus(DAY));
        look(again);
        assertThat(progress(decisions(ADA).getFirst())).isEqualTo(Progress.Stage.PLANNED);
    }

    @Test
    void asksOnceHoweverOftenItIsLookedAtInATurn() {
        deals(ADA, 3);
        Instant awake = look(turn(ADA, FIRST));
        Decision planned = decisions(ADA).getFirst();
        shop.core().mongo().updateMulti(new Query(), new Update().set("claimAt", awake.plus(DAY)), Acquaintance.class);
        look(awake.plus(DAY));
        assertThat(decisions(ADA).getFirst()).isEqualTo(planned);
    }

    @Test
    void asksNobodyOfACompanyThatDoesNotSaySo() {
        shop.get(Rules.class).put(AskRules.usual("w1"));
        deals(ADA, 3);
        assertThat(question().nextDue()).isEmpty();
        shop.get(Rules.class).put(RULES);
        deal(ADA, "more", FIRST.plus(DAY.multipliedBy(21)));
        assertThat(question().nextDue()).contains(turn(ADA, FIRST));
        shop.get(Rules.class).put(AskRules.usual("w1"));
        look(turn(ADA, FIRST));
        assertThat(question().nextDue()).isEmpty();
        assertThat(decisions(ADA)).noneMatch(Decision::aboutRelationship);
    }

    @Test
    void givesUpWhatAlwaysFailsUntilSomebodyTriesItAgain() {
        deals(ADA, 3);
        shop.core().mongo().remove(new Query(), "workspaces");
        Instant awake = HOURS.next(turn(ADA, FIRST));
        IntStream.range(0, 8).forEach((minute) -> question().runDue(awake.plus(Duration.ofMinutes(minute + 1))));
        assertThat(question().nextDue()).isEmpty();
        assertThat(shop.core().get(ParkedWork.class, "parkedAcquaintances").of("w1", 5)).extracting(DeadLetter::what)
            .containsExactly("acquaintance " + ADA);
    }

    /** So many orders of a customer, ten days apart. */
    private void deals(String key, int times) {
        IntStream.range(0, times)
            .forEach((number) -> deal(key, key + number, FIRST.plus(DAY.multipliedBy(10 * number))));
    }

    private Decision deal(String key, String order, Instant at) {
        return shop.delivers(order, key, null, at);
    }

    /** Lets the work look at a time, or when the customer is next awake. */
    private Instant look(Instant at) {
        Instant awake = HOURS.next(at);
        assertThat(question().runDue(awake)).isPositive();
        return awake;
    }

    private RelationshipQuestion question() {
        return shop.get(RelationshipQuestion.class);
    }

    /** The newest first; those about the relationship among the newest. */
    private List<Decision> decisions(String key) {
        return shop.get(Ledger.class).ofCustomer("w1", id(key));
    }

    private Progress.Stage progress(Decision decision) {
        return shop.get(Conversations.class).progress(decision.id()).orElseThrow().stage();
    }

    private static String id(String key) {
        return Customers.id("w1", key);
    }

    private static Instant turn(String key, Instant after) {
        return new Rota(id(key), QUARTER).next(after);
    }

    private static String whoseTurnComes(int least, int most) {
        return IntStream.range(0, 1_000).mapToObj((number) -> "c" + number).filter((key) -> {
            Duration until = Duration.between(FIRST, turn(key, FIRST));
            return until.compareTo(DAY.multipliedBy(least)) >= 0 && until.compareTo(DAY.multipliedBy(most)) < 0;
        }).findFirst().orElseThrow();
    }

}
