package io.touchpoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What happened in one order and comes in another ends as it should. */
abstract class ReorderingScenario extends Scenario {

    private static final long SEED = 1042;

    private static final int ORDERS = 10;

    /** What a shop tells of one order, in the order in which it happened. */
    private static final List<String> TOLD = List.of("order.placed", "order.delivered", "order.returned");

    @Test
    void eventsOfOneSubjectEndTheSameInWhateverOrderTheyCome() {
        try (RunningSandbox sandbox = start()) {
            Play play = new Play(sandbox.url());
            Random random = new Random(SEED);
            Instant began = play.now().minus(Duration.ofHours(6));
            List<String> customers = new ArrayList<>();
            for (int number = 0; number < ORDERS; number++) {
                String customer = play.customer("Robin " + number, "en-GB", "Europe/London", "Acme");
                customers.add(customer);
                List<Integer> order = new ArrayList<>(List.of(0, 1, 2));
                if (number > 0) {
                    Collections.shuffle(order, random);
                }
                for (int told : order) {
                    play.event(TOLD.get(told), "7" + number, customer,
                            Map.of("time", began.plus(Duration.ofHours(told)).toString()));
                }
            }
            play.advance(Duration.ofDays(3));
            List<String> inOrder = texts(play, customers.getFirst(), "70");
            assertThat(inOrder).hasSize(1);
            for (int number = 1; number < ORDERS; number++) {
                assertThat(texts(play, customers.get(number), "7" + number)).as("order %d", number).isEqualTo(inOrder);
            }
        }
    }

    /** What a customer does about one question. */
    private enum Act {

        RATES, EXPLAINS, WISHES

    }

    @Test
    void whatACustomerDoesEndsTheSameInWhateverOrderItComes() {
        List<List<Act>> orders = List.of(List.of(Act.RATES, Act.EXPLAINS, Act.WISHES),
                List.of(Act.RATES, Act.WISHES, Act.EXPLAINS), List.of(Act.EXPLAINS, Act.RATES, Act.WISHES),
                List.of(Act.EXPLAINS, Act.WISHES, Act.RATES), List.of(Act.WISHES, Act.RATES, Act.EXPLAINS),
                List.of(Act.WISHES, Act.EXPLAINS, Act.RATES));
        try (RunningSandbox sandbox = start()) {
            Play play = new Play(sandbox.url());
            List<String> customers = new ArrayList<>();
            for (int number = 0; number < orders.size(); number++) {
                customers.add(play.customer("Kim " + number, "en-GB", "Europe/London", "Acme"));
                play.event("order.delivered", "8" + number, customers.getLast());
            }
            play.advance(Duration.ofHours(30));
            for (int number = 0; number < orders.size(); number++) {
                String customer = customers.get(number);
                JsonNode question = play.direct(customer).getFirst();
                orders.get(number).forEach((act) -> act(play, customer, question, act));
            }
            List<String> channel = texts(play.channel(play.channelOf("delivery")));
            for (int number = 0; number < orders.size(); number++) {
                String subject = "8" + number;
                assertThat(texts(play.direct(customers.get(number)))).as("%s", orders.get(number))
                    .first()
                    .asString()
                    .startsWith("Delivery: 2, bad.");
                assertThat(channel.stream().filter((text) -> text.contains("rder " + subject + ".")))
                    .as("%s", orders.get(number))
                    .singleElement()
                    .asString()
                    .contains("Asked for a reply: by");
            }
            assertThat(channel.stream().filter((text) -> text.contains("The box was wet"))).hasSize(orders.size());
        }
    }

    private static void act(Play play, String customer, JsonNode question, Act act) {
        switch (act) {
            case RATES -> play.press(customer, question, "2");
            case EXPLAINS -> play.write(customer, "The box was wet when it came.");
            case WISHES -> play.write(customer, "Can I talk to a person?");
        }
    }

    private static List<String> texts(Play play, String customer, String subject) {
        return texts(play.direct(customer)).stream().map((text) -> text.replace(subject, "…")).toList();
    }

    private static List<String> texts(List<JsonNode> messages) {
        return messages.stream().map((message) -> message.get("text").asString()).toList();
    }

}
