package io.touchpoint.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.customer.Customer.Consent;
import io.touchpoint.customer.Customer.Invitation;
import io.touchpoint.mongo.MongoUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CustomersTests {

    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");

    private static final Address ADA = Address.person("w1", "slack", "T1", "U1");

    private final Customers customers = new Customers(MongoUnderTest.get().template());

    @Test
    void learnsWhatAnEventSaysAndKeepsTheRest() {
        customers.learn("w1", new CustomerFacts("c1", "Ada Novak", "Ada@Example.com", Locale.GERMANY,
                ZoneId.of("Europe/Berlin"), "Acme", List.of(ADA)), NOW);
        customers.learn("w1", new CustomerFacts("c1", null, null, null, null, "Acme Ltd", List.of()), NOW);
        assertThat(customers.byId("w1|customer|c1")).hasValueSatisfying((customer) -> {
            assertThat(customer.name()).isEqualTo("Ada Novak");
            assertThat(customer.email()).isEqualTo("ada@example.com");
            assertThat(customer.locale()).isEqualTo(Locale.GERMANY);
            assertThat(customer.account()).isEqualTo("Acme Ltd");
            assertThat(customer.addresses()).containsExactly(ADA);
        });
    }

    @Test
    void changesNothingWhenNothingIsNew() {
        Customer first = known("c1", "Ada Novak");
        Customer second = known("c1", "Ada Novak");
        assertThat(second.version()).isEqualTo(first.version());
    }

    @Test
    void isFoundByAddressEmailAndWholeWordsOfTheName() {
        customers.learn("w1", new CustomerFacts("c1", "Ada Novak", "ada@example.com", null, null, null, List.of(ADA)),
                NOW);
        customers.learn("w2", new CustomerFacts("c9", "Ada Novak", "ada@example.com", null, null, null, List.of()),
                NOW);
        assertThat(customers.byAddress(ADA)).map(Customer::id).contains("w1|customer|c1");
        assertThat(customers.byAddress(Address.person("w1", "slack", "T2", "U1"))).isEmpty();
        assertThat(customers.byEmail("w1", "ADA@example.com")).map(Customer::id).contains("w1|customer|c1");
        assertThat(customers.named("w1", "ada")).extracting(Customer::id).containsExactly("w1|customer|c1");
        assertThat(customers.named("w1", "Ada Novak")).hasSize(1);
        assertThat(customers.named("w1", "Ad")).isEmpty();
        assertThat(customers.named("w1", ".*")).isEmpty();
        assertThat(customers.named("w1", " ")).isEmpty();
    }

    @Test
    void takesTheTurnOncePerPrompt() {
        String id = known("c1", "Ada").id();
        assertThat(customers.invite(id, invitation("w1|order:1|delivery", NOW), (customer) -> true)).isTrue();
        assertThat(customers.invite(id, invitation("w1|order:1|delivery", NOW.plusSeconds(9)), (customer) -> false))
            .isTrue();
        assertThat(customers.invite(id, invitation("w1|order:2|delivery", NOW), (customer) -> false)).isFalse();
        assertThat(customers.byId(id).orElseThrow().invitations()).hasSize(1);
    }

    @Test
    void givesOneOfManyTheTurnThatOnlyOneMayHave() throws Exception {
        String id = known("c1", "Ada").id();
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int number = 0; number < 16; number++) {
            String prompt = "w1|order:" + number + "|delivery";
            tries.add(() -> customers.invite(id, invitation(prompt, NOW),
                    (customer) -> customer.invitations().isEmpty()));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            int taken = 0;
            for (Future<Boolean> one : threads.invokeAll(tries)) {
                taken += one.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
        assertThat(customers.byId(id).orElseThrow().invitations()).hasSize(1);
    }

    @Test
    void givesTheTurnBack() {
        String id = known("c1", "Ada").id();
        customers.invite(id, invitation("w1|order:1|delivery", NOW), (customer) -> true);
        customers.uninvite(id, "w1|order:1|delivery");
        assertThat(customers.byId(id).orElseThrow().invitations()).isEmpty();
    }

    @Test
    void keepsTheLatestAnswer() {
        String id = known("c1", "Ada").id();
        customers.invite(id, invitation("w1|order:1|delivery", NOW), (customer) -> true);
        customers.answered(id, "w1|order:1|delivery", NOW.plusSeconds(90));
        customers.answered(id, "w1|order:1|delivery", NOW.plusSeconds(30));
        assertThat(customers.byId(id).orElseThrow().invitations()).singleElement()
            .satisfies((one) -> assertThat(one.counts()).isEqualTo(NOW.plusSeconds(90)));
    }

    @Test
    void forgetsInvitationsAfterAHundredDays() {
        String id = known("c1", "Ada").id();
        customers.invite(id, invitation("w1|order:1|delivery", NOW), (customer) -> true);
        customers.invite(id, invitation("w1|order:2|delivery", NOW.plus(Duration.ofDays(100))), (customer) -> true);
        assertThat(customers.byId(id).orElseThrow().invitations()).hasSize(2);
        customers.invite(id, invitation("w1|order:3|delivery", NOW.plus(Duration.ofDays(101))), (customer) -> true);
        assertThat(customers.byId(id).orElseThrow().invitations()).extracting(Invitation::prompt)
            .containsExactly("w1|order:2|delivery", "w1|order:3|delivery");
    }

    @Test
    void remembersTheLastQuestionAboutEachTouchpointOnEachPlatform() {
        String id = known("c1", "Ada").id();
        customers.invite(id, new Invitation("w1|relationship:c1#1|relationship", "relationship", "slack", NOW, null),
                (customer) -> true);
        customers.invite(id, new Invitation("w1|order:1|delivery", "delivery", "teams", NOW, null), (customer) -> true);
        customers.invite(id, invitation("w1|order:2|delivery", NOW.plus(Duration.ofDays(400))), (customer) -> true);
        Customer ada = customers.byId(id).orElseThrow();
        assertThat(ada.invitations()).hasSize(3);
        assertThat(ada.knowsUsOn("teams", "w1|order:3|delivery")).isTrue();
        assertThat(ada.knowsUsOn("teams", "w1|order:1|delivery")).isFalse();
        assertThat(ada.knowsUsOn("slack", "w1|order:2|delivery")).isTrue();
    }

    @Test
    void keepsTheLatestWordOnWhetherACustomerMayBeAsked() {
        Customer ada = known("c1", "Ada");
        assertThat(ada.refuses()).isFalse();
        says(true, NOW);
        assertThat(says(false, NOW.minusSeconds(1)).consent()).isEqualTo(new Consent(true, NOW));
        assertThat(known("c1", "Ada").consent()).isEqualTo(new Consent(true, NOW));
        assertThat(says(false, NOW.plusSeconds(1)).refuses()).isTrue();
        customers.optIn(ada.id(), NOW.plusSeconds(2));
        assertThat(customers.byId(ada.id()).orElseThrow().consent()).isEqualTo(new Consent(true, NOW.plusSeconds(2)));
    }

    private Customer says(boolean consent, Instant at) {
        return customers.learn("w1",
                new CustomerFacts("c1", null, null, null, null, null, null, List.of(), new Consent(consent, at)), NOW);
    }

    @Test
    void remembersSinceWhenACustomerWantsNoQuestions() {
        String id = known("c1", "Ada").id();
        customers.optOut(id, NOW);
        customers.optOut(id, NOW.plusSeconds(60));
        assertThat(customers.byId(id).orElseThrow().optedOutAt()).isEqualTo(NOW);
        customers.optIn(id, NOW.plusSeconds(90));
        assertThat(customers.byId(id).orElseThrow().optedOut()).isFalse();
    }

    @Test
    void keepsOneAddressForEachInstallation() {
        String id = known("c1", "Ada").id();
        customers.addAddress(id, ADA);
        customers.addAddress(id, Address.person("w1", "slack", "T1", "U2"));
        customers.addAddress(id, Address.person("w1", "teams", "T9", "U3"));
        assertThat(customers.byId(id).orElseThrow().addresses()).extracting(Address::id).containsExactly("U2", "U3");
    }

    private Customer known(String key, String name) {
        return customers.learn("w1", new CustomerFacts(key, name, null, null, null, null, List.of()), NOW);
    }

    private static Invitation invitation(String prompt, Instant at) {
        return new Invitation(prompt, "delivery", "slack", at, null);
    }

}
