package io.touchpoint.kill;

import io.touchpoint.sandbox.BusinessEvents;
import io.touchpoint.sandbox.SimulatedPlatform.Control;
import io.touchpoint.sandbox.SimulatedPlatform.Newcomer;
import io.touchpoint.sandbox.SimulatedPlatform.Person;
import io.touchpoint.sandbox.SimulatedPlatform.Role;
import io.touchpoint.sandbox.SimulatedPlatform.Shown;
import io.touchpoint.slack.fake.Answered;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * Customers who get their orders on one day and are asked about it on the next. The shop
 * tells until it is answered; a customer who presses and sees that it fails presses
 * again, and Slack delivers words again.
 */
final class Cohort {

    private static final Duration GLANCE = Duration.ofMillis(150);

    private static final List<String> OPINIONS = List.of("The box was torn", "The driver was kind",
            "Nobody rang the bell", "It stood in the rain", "It came in the evening", "All was well packed");

    private final Town town;

    private final Ledger ledger;

    private final List<Buyer> buyers = new ArrayList<>();

    private Instant bought = Instant.EPOCH;

    /**
     * One customer and what there is to say.
     *
     * @param twice whether the shop tells of the order twice at once
     */
    record Buyer(Person person, String order, int score, String words, boolean twice) {

        String conversation() {
            return "w1|order:%s|delivery".formatted(order);
        }

    }

    Cohort(Town town, Ledger ledger, String name, int size, RandomGenerator random) {
        this.town = town;
        this.ledger = ledger;
        for (int i = 0; i < size; i++) {
            String key = name + "n" + i;
            Newcomer newcomer = new Newcomer(key, "Customer " + key, Role.CUSTOMER, Locale.UK,
                    ZoneId.of("Europe/Berlin"), null, null, null);
            Person person = new Person(town.people().add(newcomer), newcomer.name(), Role.CUSTOMER, newcomer.locale(),
                    newcomer.timeZone(), null, null, null);
            buyers.add(new Buyer(person, key, 1 + random.nextInt(5),
                    OPINIONS.get(random.nextInt(OPINIONS.size())) + " " + letters(key) + ".", random.nextInt(4) == 0));
        }
    }

    /** The same without digits, which would be taken for ratings. */
    private static String letters(String key) {
        return key.chars()
            .mapToObj((c) -> Character.toString(Character.isDigit(c) ? c - '0' + 'q' - 'a' + 'A' : c))
            .reduce("", String::concat);
    }

    List<Buyer> buyers() {
        return buyers;
    }

    /** The orders arrive, and the shop tells; done when all of it was answered. */
    CompletableFuture<Void> buy() {
        bought = town.clock().instant();
        return all((buyer) -> {
            if (buyer.twice()) {
                CompletableFuture<Void> second = beside(() -> tell(buyer));
                tell(buyer);
                second.join();
            }
            else {
                tell(buyer);
            }
        });
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** All answer as soon as they are asked; done when all have. */
    CompletableFuture<Void> answer() {
        return all(this::answer);
    }

    private void tell(Buyer buyer) {
        while (true) {
            long begun = System.nanoTime();
            try {
                BusinessEvents.Answer answer = town.shop()
                    .post("delivered-" + buyer.order(), "order.delivered", buyer.order(), buyer.person(), bought,
                            town.clock().instant());
                ledger.answered("shop", answer.status(), since(begun));
                if (answer.status() / 100 == 2) {
                    ledger.event(buyer);
                    return;
                }
            }
            catch (UncheckedIOException ex) {
                ledger.answered("shop", 0, since(begun));
            }
            ledger.pause(GLANCE);
        }
    }

    private void answer(Buyer buyer) {
        Shown question = question(buyer);
        while (!presses(buyer, question.id())) {
            ledger.pause(GLANCE);
        }
        List<Answered> heard = town.slack().events().tells(buyer.person().id(), buyer.words()).answers();
        heard.forEach((one) -> ledger.answered("Slack", one.status(), one.took()));
        if (heard.stream().allMatch(Answered::ok)) {
            ledger.words(buyer);
        }
    }

    /** Whether that was taken, as far as the customer sees. */
    private boolean presses(Buyer buyer, String message) {
        Optional<String> control = town.people()
            .message(message)
            .flatMap((shown) -> shown.control(String.valueOf(buyer.score())))
            .map(Control::id);
        if (control.isEmpty()) {
            return true;
        }
        Answered answered = town.slack().interactions().press(buyer.person().id(), message, control.get(), null);
        ledger.answered("Slack", answered.status(), answered.took());
        if (answered.ok()) {
            ledger.press(buyer);
        }
        return answered.ok();
    }

    private Shown question(Buyer buyer) {
        String chat = town.slack().directChat(buyer.person().id());
        while (true) {
            Optional<Shown> question = town.slack().posts(chat).isEmpty() ? Optional.empty()
                    : town.people()
                        .direct(buyer.person().id(), 0)
                        .stream()
                        .filter((message) -> message.control("5").isPresent())
                        .findFirst();
            if (question.isPresent()) {
                return question.get();
            }
            ledger.pause(GLANCE);
        }
    }

    private CompletableFuture<Void> all(Deed deed) {
        return CompletableFuture
            .allOf(buyers.stream().map((buyer) -> beside(() -> deed.of(buyer))).toArray(CompletableFuture[]::new));
    }

    private static CompletableFuture<Void> beside(Runnable deed) {
        return CompletableFuture.runAsync(deed, Thread.ofVirtual()::start);
    }

    /** What one customer does. */
    private interface Deed {

        void of(Buyer buyer);

    }

}
