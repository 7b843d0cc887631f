package io.touchpoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.sandbox.RunningSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What happened in one order and comes in another ends as it should. */
abstract non-sealed class ReorderingScenario extends Scenario {

    private static final long SEED = 1042;

    private static final int TIMES = 6;

    /**
     * What a shop and a help desk tell of one subject, in the order in which it happened.
     */
    private static final List<List<String>> TOLD = List.of(List.of("order.delivered", "order.returned"),
            List.of("ticket.solved", "ticket.reopened", "ticket.solved"));

    @Test
    void eventsOfOneSubjectEndTheSameInWhateverOrderTheyCome() {
        try (RunningSandbox sandbox = start()) {
            Play play = new Play(sandbox.url());
            Random random = new Random(SEED);
            Map<List<String>, List<String>> told = new LinkedHashMap<>();
            TOLD.forEach((story) -> told.put(story, tell(play, story, random)));
            play.advance(Duration.ofDays(3));
            told.forEach((story, customers) -> {
                List<List<String>> ends = IntStream.range(0, TIMES)
                    .mapToObj((number) -> texts(play.direct(customers.get(number))).stream()
                        .map((text) -> text.replace(subject(number), "…"))
                        .toList())
                    .toList();
                assertThat(ends).as("%s", story).allSatisfy((end) -> assertThat(end).isEqualTo(ends.getFirst()));
                assertThat(ends.getFirst()).as("%s", story)
                    .filteredOn((text) -> text.startsWith("Northwind Outfitters would like to know"))
                    .hasSize(1);
            });
        }
    }

    /**
     * Tells a story of several customers: in order of the first, in any order of others.
     */
    private static List<String> tell(Play play, List<String> story, Random random) {
        Instant now = play.now();
        List<String> customers = new ArrayList<>();
        for (int number = 0; number < TIMES; number++) {
            customers.add(play.customer("Robin " + number, "en-GB", "Europe/London", "Robin " + number));
            List<Integer> order = new ArrayList<>(IntStream.range(0, story.size()).boxed().toList());
            if (number > 0) {
                Collections.shuffle(order, random);
            }
            for (int told : order) {
                play.event(story.get(told), subject(number), customers.getLast(),
                        Map.of("time", now.minus(Duration.ofMinutes(90 - 30L * told)).toString()));
            }
        }
        return customers;
    }

    private static String subject(int number) {
        return "70" + number;
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
                customers.add(play.customer("Kim " + number, "en-GB", "Europe/London", "Kim " + number));
                play.event("order.delivered", "8" + number, customers.getLast());
            }
            play.advance(Duration.ofHours(30));
            for (int number = 0; number < orders.size(); number++) {
                String customer = customers.get(number);
                JsonNode question = question(play, customer);
                orders.get(number).forEach((act) -> act(play, customer, question, act));
            }
            List<String> channel = texts(play.channel(play.channelOf("delivery")));
            for (int number = 0; number < orders.size(); number++) {
                String subject = "8" + number;
                assertThat(texts(play.direct(customers.get(number)))).as("%s", orders.get(number))
                    .anyMatch((text) -> text.startsWith("Delivery: 2, bad."))
                    .noneMatch((text) -> text.startsWith("Northwind Outfitters would like to know"));
                assertThat(channel.stream().filter((text) -> text.contains("rder " + subject + ".")))
                    .as("%s", orders.get(number))
                    .singleElement()
                    .asString()
                    .contains("Asked for a reply: by");
            }
            assertThat(channel.stream().filter((text) -> text.contains("The box was wet"))).hasSize(orders.size());
        }
    }

    private static JsonNode question(Play play, String customer) {
        return play.direct(customer)
            .stream()
            .filter((message) -> Play.control(message, "2 Bad").isPresent())
            .findFirst()
            .orElseThrow();
    }

    private static void act(Play play, String customer, JsonNode question, Act act) {
        switch (act) {
            case RATES -> play.press(customer, question, "2");
            case EXPLAINS -> play.write(customer, "The box was wet when it came.");
            case WISHES -> play.write(customer, "Can I talk to a person?");
        }
    }

    private static List<String> texts(List<JsonNode> messages) {
        return messages.stream().map((message) -> message.get("text").asString()).toList();
    }

}
