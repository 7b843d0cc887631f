package io.touchpoint.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.touchpoint.breaker.Stop;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory.Person;
import io.touchpoint.customer.Account;
import io.touchpoint.customer.Account.Turn;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.Customer.Consent;
import io.touchpoint.customer.Preferences;
import io.touchpoint.customer.Preferences.Hours;
import io.touchpoint.customer.Customer.Invitation;
import io.touchpoint.followup.AskRules.ForAccount;
import io.touchpoint.followup.BusinessEvent.Attribute;
import io.touchpoint.followup.Finding.Result;
import io.touchpoint.journey.Asking;
import io.touchpoint.journey.Condition;
import io.touchpoint.journey.Condition.Comparison;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GatesTests {

    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");

    private static final Instant DUE = Instant.parse("2026-11-20T09:00:00Z");

    private static final Duration MILLI = Duration.ofMillis(1);

    private static final Instant LATELY = DUE.minus(Duration.ofDays(7)).plus(MILLI);

    private static final AskRules USUAL = AskRules.usual("w1");

    private static final AskRules CAREFUL = rules(new ForAccount("Acme", Duration.ofDays(21), 1));

    private static final AskRules NEVER = rules(new ForAccount("Acme", null, 0));

    private static final AskRules CONSENT = new AskRules("w1", USUAL.any(), USUAL.most(), USUAL.within(), null, null,
            List.of(), null, true);

    private static final String REAL = "neither automatic, nor trivial, nor a group";

    private static final Condition AMOUNT = new Condition("amount", Comparison.AT_LEAST, List.of("20"));

    private static final Condition PLAN = new Condition("plan", Comparison.IS, List.of("pro", "team"));

    private static final Condition NO_GIFT = new Condition("tag", Comparison.IS_NOT, List.of("gift"));

    private static final Address ADDRESS = Address.person("w1", "slack", "T1", "U1");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyGateOnBothSidesOfItsLimit(String name, UnaryOperator<Given> given, Gate gate, Result result,
            String words) {
        Given circumstances = given.apply(new Given());
        Finding finding = circumstances.findings()
            .stream()
            .filter((one) -> one.gate() == gate)
            .findFirst()
            .orElseThrow();
        assertThat(finding).isEqualTo(new Finding(gate, result, words));
    }

    static Stream<Arguments> everyGateOnBothSidesOfItsLimit() {
        return Stream.of(row("welcome", (it) -> it, Gate.OPT_OUT, Result.PASSES, "has not opted out"),
                row("opted out", Given::optedOut, Gate.OPT_OUT, Result.HOLDS, "wants no questions since 12 Nov"),
                row("agreed", (it) -> it.consent(true), Gate.OPT_OUT, Result.PASSES, "agreed to be asked on 10 Nov"),
                row("refused, whether or not consent is needed", (it) -> it.consent(false), Gate.OPT_OUT, Result.HOLDS,
                        "has not agreed to be asked, as said on 10 Nov"),
                row("consent needed, and given", (it) -> it.rules(CONSENT).consent(true), Gate.OPT_OUT, Result.PASSES,
                        "agreed to be asked on 10 Nov"),
                row("consent needed, nothing said", (it) -> it.rules(CONSENT), Gate.OPT_OUT, Result.HOLDS,
                        "has not agreed to be asked"),
                row("consent needed, refused", (it) -> it.rules(CONSENT).consent(false), Gate.OPT_OUT, Result.HOLDS,
                        "has not agreed to be asked, as said on 10 Nov"),
                row("consent needed, given, and opted out", (it) -> it.rules(CONSENT).consent(true).optedOut(),
                        Gate.OPT_OUT, Result.HOLDS, "wants no questions since 12 Nov"),
                row("a customer", (it) -> it.email("ada@example.com"), Gate.INTERNAL, Result.PASSES,
                        "not one of the company's own people"),
                row("own domain", (it) -> it.email("jon@northwind.example"), Gate.INTERNAL, Result.HOLDS,
                        "one of the company's own people"),
                row("member of the own workspace", (it) -> it.person(true), Gate.INTERNAL, Result.HOLDS,
                        "one of the company's own people"),
                row("guest of the own workspace", (it) -> it.person(false), Gate.INTERNAL, Result.PASSES,
                        "not one of the company's own people"),
                row("colleagues welcome", (it) -> it.person(true).forColleagues(), Gate.INTERNAL, Result.PASSES,
                        "one of the company's own people, whom this touchpoint is for"),
                row("a person closed it", (it) -> it.says("autoClosed", "false"), Gate.KIND, Result.PASSES, REAL),
                row("nobody closed it", (it) -> it.says("autoClosed", "true"), Gate.KIND, Result.HOLDS,
                        "closed automatically"),
                row("one customer", (it) -> it.says("participants", "1"), Gate.KIND, Result.PASSES, REAL),
                row("several customers", (it) -> it.says("participants", "2"), Gate.KIND, Result.HOLDS,
                        "a conversation of several customers"),
                row("20 characters", (it) -> it.says("characters", "20"), Gate.KIND, Result.PASSES, REAL),
                row("fewer", (it) -> it.says("characters", "19"), Gate.KIND, Result.HOLDS,
                        "the customer wrote hardly anything"),
                row("no conditions", (it) -> it.says("amount", "1"), Gate.CONDITIONS, Result.PASSES, "no conditions"),
                row("enough", (it) -> it.onlyIf(List.of(AMOUNT), List.of()).says("amount", "20"), Gate.CONDITIONS,
                        Result.PASSES, "asked because amount is at least 20"),
                row("too little", (it) -> it.onlyIf(List.of(AMOUNT), List.of()).says("amount", "19.99"),
                        Gate.CONDITIONS, Result.HOLDS, "asked only if amount is at least 20; here amount is 19.99"),
                row("no number", (it) -> it.onlyIf(List.of(AMOUNT), List.of()).says("amount", "much"), Gate.CONDITIONS,
                        Result.HOLDS, "asked only if amount is at least 20; here amount is much"),
                row("not said", (it) -> it.onlyIf(List.of(AMOUNT), List.of()), Gate.CONDITIONS, Result.HOLDS,
                        "asked only if amount is at least 20; here amount is not given"),
                row("all of them",
                        (it) -> it.onlyIf(List.of(AMOUNT, PLAN), List.of()).says("amount", "20", "plan", "Pro"),
                        Gate.CONDITIONS, Result.PASSES, "asked because amount is at least 20 and plan is pro or team"),
                row("all but one",
                        (it) -> it.onlyIf(List.of(AMOUNT, PLAN), List.of()).says("amount", "20", "plan", "free"),
                        Gate.CONDITIONS, Result.HOLDS, "asked only if plan is pro or team; here plan is free"),
                row("one of any", (it) -> it.onlyIf(List.of(), List.of(AMOUNT, PLAN)).says("plan", "team"),
                        Gate.CONDITIONS, Result.PASSES, "asked because amount is at least 20, or plan is pro or team"),
                row("none of any", (it) -> it.onlyIf(List.of(), List.of(AMOUNT, PLAN)).says("plan", "free"),
                        Gate.CONDITIONS, Result.HOLDS, "asked only if amount is at least 20, or plan is pro or team"),
                row("not that", (it) -> it.onlyIf(List.of(NO_GIFT), List.of()).says("tag", "gift"), Gate.CONDITIONS,
                        Result.HOLDS, "asked only if tag is not gift; here tag is gift"),
                row("no tag", (it) -> it.onlyIf(List.of(NO_GIFT), List.of()), Gate.CONDITIONS, Result.PASSES,
                        "asked because tag is not gift"),
                row("7 days old", (it) -> it.event(NOW.minus(Duration.ofDays(7))), Gate.AGE, Result.PASSES,
                        "the event is not older than 7 days"),
                row("older", (it) -> it.event(NOW.minus(Duration.ofDays(7)).minus(MILLI)), Gate.AGE, Result.HOLDS,
                        "the event is older than 7 days"),
                row("never asked", (it) -> it, Gate.TOUCHPOINT_CLOCK, Result.PASSES,
                        "the clock of 30 days for this touchpoint has run out by then"),
                row("same, 30 days by then", (it) -> it.asked("delivery", DUE.minus(Duration.ofDays(30)), null),
                        Gate.TOUCHPOINT_CLOCK, Result.PASSES,
                        "the clock of 30 days for this touchpoint has run out by then"),
                row("same, a little less",
                        (it) -> it.asked("delivery", DUE.minus(Duration.ofDays(30)).plus(MILLI), null),
                        Gate.TOUCHPOINT_CLOCK, Result.HOLDS,
                        "asked about this touchpoint 28 days ago, next possible on 20 Nov"),
                row("other touchpoint does not count", (it) -> it.asked("checkout", NOW, null), Gate.TOUCHPOINT_CLOCK,
                        Result.PASSES, "the clock of 30 days for this touchpoint has run out by then"),
                row("the answer counts when later",
                        (it) -> it.asked("delivery", DUE.minus(Duration.ofDays(31)), DUE.minus(Duration.ofDays(29))),
                        Gate.TOUCHPOINT_CLOCK, Result.HOLDS,
                        "answered about this touchpoint 28 days ago, next possible on 21 Nov"),
                row("a clock of its own, 14 days by then",
                        (it) -> it.clock(Duration.ofDays(14), null, "delivery")
                            .asked("delivery", DUE.minus(Duration.ofDays(14)), null),
                        Gate.TOUCHPOINT_CLOCK, Result.PASSES,
                        "the clock of 14 days for this touchpoint has run out by then"),
                row("a shared clock, a little less",
                        (it) -> it.clock(Duration.ofDays(14), "parcels", "delivery", "unboxing")
                            .asked("unboxing", DUE.minus(Duration.ofDays(14)).plus(MILLI), null),
                        Gate.TOUCHPOINT_CLOCK, Result.HOLDS,
                        "asked about parcels 12 days ago, next possible on 20 Nov"),
                row("the relationship, 90 days by then",
                        (it) -> it.clock(Duration.ofDays(90), "the relationship", "relationship")
                            .asked("relationship", DUE.minus(Duration.ofDays(91)), DUE.minus(Duration.ofDays(90))),
                        Gate.TOUCHPOINT_CLOCK, Result.PASSES,
                        "the clock of 90 days for the relationship has run out by then"),
                row("the relationship, a little less",
                        (it) -> it.clock(Duration.ofDays(90), "the relationship", "relationship")
                            .asked("relationship", DUE.minus(Duration.ofDays(90)).plus(MILLI), null),
                        Gate.TOUCHPOINT_CLOCK, Result.HOLDS,
                        "asked about the relationship 88 days ago, next possible on 20 Nov"),
                row("the relationship counts as any question", (it) -> it.asked("relationship", LATELY, null),
                        Gate.ANY_CLOCK, Result.HOLDS, "asked 5 days ago, next possible on 20 Nov"),
                row("any, 7 days by then", (it) -> it.asked("checkout", DUE.minus(Duration.ofDays(7)), null),
                        Gate.ANY_CLOCK, Result.PASSES, "the clock of 7 days for any question has run out by then"),
                row("any, a little less", (it) -> it.asked("checkout", DUE.minus(Duration.ofDays(7)).plus(MILLI), null),
                        Gate.ANY_CLOCK, Result.HOLDS, "asked 5 days ago, next possible on 20 Nov"),
                row("any, 3 days ago", (it) -> it.asked("checkout", NOW.minus(Duration.ofDays(3)), null),
                        Gate.ANY_CLOCK, Result.HOLDS, "asked 3 days ago, next possible on 23 Nov"),
                row("own question does not count", (it) -> it.askedThis(NOW), Gate.ANY_CLOCK, Result.PASSES,
                        "the clock of 7 days for any question has run out by then"),
                row("cap, 24 hours by then", (it) -> it.asked("checkout", DUE.minus(Duration.ofHours(24)), null),
                        Gate.CAP, Result.PASSES, "no other question within 24 hours"),
                row("cap, a little less",
                        (it) -> it.asked("checkout", DUE.minus(Duration.ofHours(24)).plus(MILLI), null), Gate.CAP,
                        Result.HOLDS, "asked within the 24 hours before"),
                row("cap, the answer does not count",
                        (it) -> it.asked("checkout", DUE.minus(Duration.ofDays(2)), DUE.minus(Duration.ofHours(1))),
                        Gate.CAP, Result.PASSES, "no other question within 24 hours"),
                row("no account", (it) -> it, Gate.ACCOUNT, Result.PASSES, "belongs to no account"),
                row("account, two lately", (it) -> it.acme(USUAL, LATELY, LATELY), Gate.ACCOUNT, Result.PASSES,
                        "Acme has been asked less than 3 in 7 days by then"),
                row("account, three lately", (it) -> it.acme(USUAL, LATELY, LATELY, LATELY), Gate.ACCOUNT, Result.HOLDS,
                        "Acme has been asked 3 in 7 days"),
                row("account, one of three 7 days before",
                        (it) -> it.acme(USUAL, DUE.minus(Duration.ofDays(7)), LATELY, LATELY), Gate.ACCOUNT,
                        Result.PASSES, "Acme has been asked less than 3 in 7 days by then"),
                row("an account's own budget", (it) -> it.acme(CAREFUL, LATELY), Gate.ACCOUNT, Result.HOLDS,
                        "Acme has been asked 1 in 7 days"),
                row("an account's own clock",
                        (it) -> it.acme(CAREFUL).asked("checkout", DUE.minus(Duration.ofDays(21)).plus(MILLI), null),
                        Gate.ANY_CLOCK, Result.HOLDS, "asked 19 days ago, next possible on 20 Nov"),
                row("an account that is not asked", (it) -> it.acme(NEVER), Gate.ACCOUNT, Result.HOLDS,
                        "Acme is not asked"),
                row("no open case", (it) -> it, Gate.OPEN_CASE, Result.PASSES, "no low rating is being seen to"),
                row("an open case", Given::openCase, Gate.OPEN_CASE, Result.HOLDS,
                        "a low rating is being seen to since 12 Nov"),
                row("everyone", (it) -> it, Gate.SAMPLING, Result.PASSES, "everyone is asked"),
                row("sampled in", (it) -> it.oneIn(2, "w1|order:2|delivery"), Gate.SAMPLING, Result.PASSES,
                        "among the one in 2 who are asked"),
                row("sampled out", (it) -> it.oneIn(2, "w1|order:4|delivery"), Gate.SAMPLING, Result.HOLDS,
                        "not among the one in 2 who are asked"),
                row("09:00 in Berlin", (it) -> it.due("2026-11-20T08:00:00Z"), Gate.QUIET_HOURS, Result.PASSES,
                        "between 09:00 and 20:00 where the customer lives"),
                row("before 09:00 in Berlin", (it) -> it.due("2026-11-20T07:59:59.999Z"), Gate.QUIET_HOURS,
                        Result.WAITS, "it is not between 09:00 and 20:00 where the customer lives"),
                row("before 20:00 in Berlin", (it) -> it.due("2026-11-20T18:59:59.999Z"), Gate.QUIET_HOURS,
                        Result.PASSES, "between 09:00 and 20:00 where the customer lives"),
                row("20:00 in Berlin", (it) -> it.due("2026-11-20T19:00:00Z"), Gate.QUIET_HOURS, Result.WAITS,
                        "it is not between 09:00 and 20:00 where the customer lives"),
                row("a morning, as wished", (it) -> it.wishes(false, Hours.MORNING).due("2026-11-20T10:59:59.999Z"),
                        Gate.QUIET_HOURS, Result.PASSES,
                        "between 09:00 and 12:00 where the customer lives, as the customer wishes"),
                row("noon, where a morning is wished",
                        (it) -> it.wishes(false, Hours.MORNING).due("2026-11-20T11:00:00Z"), Gate.QUIET_HOURS,
                        Result.WAITS,
                        "it is not between 09:00 and 12:00 where the customer lives, as the customer wishes"),
                row("before an evening, as wished",
                        (it) -> it.wishes(false, Hours.EVENING).due("2026-11-20T15:59:59.999Z"), Gate.QUIET_HOURS,
                        Result.WAITS,
                        "it is not between 17:00 and 20:00 where the customer lives, as the customer wishes"),
                row("a holiday where the customer lives", (it) -> it.lives("DE").due("2026-12-25T12:00:00Z"),
                        Gate.QUIET_HOURS, Result.WAITS, "1st Christmas day is a holiday where the customer lives"),
                row("a holiday elsewhere", (it) -> it.lives("US").due("2026-10-03T12:00:00Z"), Gate.QUIET_HOURS,
                        Result.PASSES, "between 09:00 and 20:00 where the customer lives"),
                row("a region's holiday", (it) -> it.lives("DE-BY").due("2027-01-06T12:00:00Z"), Gate.QUIET_HOURS,
                        Result.WAITS, "Epiphany is a holiday where the customer lives"),
                row("another region's holiday", (it) -> it.lives("DE").due("2027-01-06T12:00:00Z"), Gate.QUIET_HOURS,
                        Result.PASSES, "between 09:00 and 20:00 where the customer lives"),
                row("the company's holidays, country not known", (it) -> it.keeps("DE").due("2026-12-25T12:00:00Z"),
                        Gate.QUIET_HOURS, Result.WAITS, "1st Christmas day is a holiday where the customer lives"),
                row("the company's holidays, country known",
                        (it) -> it.keeps("DE").lives("JP").due("2026-12-25T12:00:00Z"), Gate.QUIET_HOURS, Result.PASSES,
                        "between 09:00 and 20:00 where the customer lives"),
                row("seldom, 30 days by then",
                        (it) -> it.wishes(true, Hours.ANY).asked("checkout", DUE.minus(Duration.ofDays(30)), null),
                        Gate.ANY_CLOCK, Result.PASSES,
                        "the clock of 30 days for any question, as the customer wishes, has run out by then"),
                row("seldom, a little less",
                        (it) -> it.wishes(true, Hours.ANY)
                            .asked("checkout", DUE.minus(Duration.ofDays(30)).plus(MILLI), null),
                        Gate.ANY_CLOCK, Result.HOLDS, "asked 28 days ago, next possible on 20 Nov"),
                row("asking goes on", (it) -> it, Gate.BREAKER, Result.PASSES, "asking goes on"),
                row("asking has stopped", Given::stopped, Gate.BREAKER, Result.WAITS,
                        "asking has stopped on Thu 12 Nov, 13:00 Europe/Berlin, more than 2 questions within an hour"),
                row("asking has stopped, 7 days later",
                        (it) -> it.stopped().event(NOW.minus(Duration.ofDays(7)).minus(MILLI)), Gate.BREAKER,
                        Result.HOLDS,
                        "asking has stopped on Thu 12 Nov, 13:00 Europe/Berlin, more than 2 questions within an hour, "
                                + "and it is too late now"),
                row("reachable", (it) -> it, Gate.REACHABILITY, Result.PASSES, "reachable in Slack"),
                row("nowhere", (it) -> it.reach(new Reach.Nowhere("not found in chat (users_not_found)")),
                        Gate.REACHABILITY, Result.HOLDS, "unreachable, not found in chat (users_not_found)"),
                row("no answer", (it) -> it.reach(new Reach.NotNow("chat gave no answer (ratelimited)")),
                        Gate.REACHABILITY, Result.WAITS, "chat gave no answer (ratelimited)"));
    }

    @Test
    void looksAtEveryGateInOrderEvenWhenTheFirstHolds() {
        assertThat(new Given().optedOut().findings()).extracting(Finding::gate).containsExactly(Gate.values());
    }

    @Test
    void asksAboutOneInFiveOfMany() {
        long asked = IntStream.range(0, 5_000)
            .filter((number) -> new Given().oneIn(5, "w1|order:" + number + "|checkout")
                .findings()
                .stream()
                .allMatch((finding) -> finding.result() == Result.PASSES))
            .count();
        assertThat(asked).isBetween(900L, 1_100L);
    }

    private static AskRules rules(ForAccount account) {
        return new AskRules("w1", USUAL.any(), USUAL.most(), USUAL.within(), null, null, List.of(account));
    }

    private static Arguments row(String name, UnaryOperator<Given> given, Gate gate, Result result, String words) {
        return arguments(name, given, gate, result, words);
    }

    /** Somebody who may be asked, until something is said that changes it. */
    private static final class Given {

        private final List<Invitation> invitations = new ArrayList<>();

        private @Nullable String email;

        private @Nullable Instant optedOutAt;

        private @Nullable Consent consent;

        private Instant event = NOW;

        private Instant due = DUE;

        private int oneIn = 1;

        private boolean colleagues;

        private Asking asking = Asking.USUAL;

        private Set<String> clock = Set.of("delivery");

        private List<Attribute> attributes = List.of();

        private @Nullable String account;

        private @Nullable String country;

        private Preferences preferences = Preferences.NONE;

        private Around around = new Around(AskRules.usual("w1"), null, null, null);

        private String prompt = "w1|order:1|delivery";

        private Reach reach = new Reach.At(ADDRESS, null);

        Given optedOut() {
            this.optedOutAt = Instant.parse("2026-11-12T12:00:00Z");
            return this;
        }

        Given consent(boolean given) {
            this.consent = new Consent(given, Instant.parse("2026-11-10T12:00:00Z"));
            return this;
        }

        Given rules(AskRules rules) {
            this.around = new Around(rules, around.account(), around.caseSince(), null);
            return this;
        }

        Given email(String address) {
            this.email = address;
            return this;
        }

        Given person(boolean colleague) {
            return reach(new Reach.At(ADDRESS, new Person(ADDRESS, "Ada", null, null, null, colleague, true)));
        }

        Given forColleagues() {
            this.colleagues = true;
            return this;
        }

        Given says(String... namesAndValues) {
            this.attributes = IntStream.range(0, namesAndValues.length / 2)
                .mapToObj((i) -> new Attribute(namesAndValues[2 * i], namesAndValues[2 * i + 1]))
                .toList();
            return this;
        }

        Given onlyIf(List<Condition> all, List<Condition> any) {
            this.asking = new Asking(asking.clock(), asking.group(), all, any, asking.place());
            return this;
        }

        Given clock(Duration length, @Nullable String group, String... touchpoints) {
            this.asking = new Asking(length, group, List.of(), List.of(), asking.place());
            this.clock = Set.of(touchpoints);
            return this;
        }

        Given acme(AskRules rules, Instant... asked) {
            this.account = "Acme";
            this.around = new Around(rules,
                    new Account("w1|account|Acme", null, "w1", "Acme",
                            IntStream.range(0, asked.length)
                                .mapToObj((i) -> new Turn("w1|order:9" + i + "|x", asked[i]))
                                .toList()),
                    around.caseSince(), around.stop());
            return this;
        }

        Given openCase() {
            this.around = new Around(around.rules(), around.account(), Instant.parse("2026-11-12T12:00:00Z"),
                    around.stop());
            return this;
        }

        Given stopped() {
            this.around = new Around(around.rules(), around.account(), around.caseSince(),
                    new Stop(Instant.parse("2026-11-12T12:00:00Z"), "more than 2 questions within an hour", null));
            return this;
        }

        Given keeps(String holidays) {
            this.around = new Around(
                    new AskRules("w1", USUAL.any(), USUAL.most(), USUAL.within(), null, holidays, List.of()),
                    around.account(), around.caseSince(), around.stop());
            return this;
        }

        Given lives(String where) {
            this.country = where;
            return this;
        }

        Given wishes(boolean seldom, Hours hours) {
            this.preferences = new Preferences(seldom, hours, null);
            return this;
        }

        Given event(Instant at) {
            this.event = at;
            return this;
        }

        Given asked(String touchpoint, Instant at, @Nullable Instant answered) {
            invitations.add(new Invitation("w1|order:0|" + touchpoint, touchpoint, "slack", at, answered));
            return this;
        }

        Given askedThis(Instant at) {
            invitations.add(new Invitation(prompt, "delivery", "slack", at, null));
            return this;
        }

        Given oneIn(int number, String id) {
            this.oneIn = number;
            this.prompt = id;
            return this;
        }

        Given due(String at) {
            this.due = Instant.parse(at);
            return this;
        }

        Given reach(Reach where) {
            this.reach = where;
            return this;
        }

        List<Finding> findings() {
            Workspace workspace = new Workspace("w1", null, "Northwind", ZoneId.of("Asia/Tokyo"), Locale.ENGLISH, null,
                    List.of(), List.of("northwind.example"), List.of(), "f");
            Customer customer = new Customer("w1|customer|c1", null, "w1", "Ada", email, null,
                    ZoneId.of("Europe/Berlin"), account, List.of(), optedOutAt, invitations, country, preferences,
                    consent);
            Touchpoint touchpoint = new Touchpoint("delivery", JourneyStage.POST_PURCHASE, false, "Delivery",
                    "delivery", null, "goal", "expectation", 0.2, "delivery", List.of(), List.of(), Duration.ZERO,
                    oneIn, colleagues, asking);
            return new Circumstances(workspace, customer, touchpoint, clock, prompt, Interaction.of(attributes), around,
                    event, NOW, NOW, due, reach)
                .findings();
        }

    }

}
