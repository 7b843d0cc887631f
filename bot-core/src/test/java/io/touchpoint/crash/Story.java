package io.touchpoint.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happens to the customers, day by day, and what must have come of it whatever the
 * order of one day's events: an order is delivered or goes back (day 0), the customer
 * rates (1), gives words and reasons (2), wants a person or rates anew (3), a colleague
 * takes the case while the customer goes on writing (4).
 */
final class Story {

    private static final int LAST_DAY = 4;

    private static final int RETURNED = 7;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final Random random;

    private final int newcomers;

    private final List<Person> people = new ArrayList<>();

    private int events;

    Story(Random random, int newcomers) {
        this.random = random;
        this.newcomers = newcomers;
    }

    /**
     * A customer, and what has happened so far.
     *
     * @param scores what may stand as the rating, empty before
     */
    record Person(int number, boolean returned, int day, Set<Integer> scores, List<String> words, Set<String> reasons,
            List<String> toCase, boolean complained, boolean taken) {
    }

    List<Person> people() {
        return List.copyOf(people);
    }

    /** Everything that happens on a day: each twice, and in no order. */
    List<Event> nextDay(Instant morning) {
        List<Event> all = new ArrayList<>();
        for (int i = 0; i < newcomers; i++) {
            int number = people.size();
            people.add(new Person(number, number % RETURNED == RETURNED - 1, -1, Set.of(), List.of(), Set.of(),
                    List.of(), false, false));
        }
        people.replaceAll((person) -> lives(person, morning, all));
        List<Event> deliveries = new ArrayList<>(all);
        deliveries.addAll(all);
        Collections.shuffle(deliveries, random);
        return deliveries;
    }

    private Person lives(Person person, Instant morning, List<Event> all) {
        int day = person.day() + 1;
        if (day > LAST_DAY) {
            return person;
        }
        Day today = new Day(person.number(), morning, all);
        if (day == 0) {
            today.happens(Event.Kind.SHOP, "order.delivered");
            if (person.returned()) {
                today.happens(Event.Kind.SHOP, "order.returned");
            }
        }
        if (person.returned()) {
            return aged(person, day, person.scores(), person.words(), person.reasons());
        }
        boolean unhappy = person.number() % 2 == 0 || person.number() % 3 == 0;
        return switch (day) {
            case 1 -> aged(person, day, rates(today, 1, 2), person.words(), person.reasons());
            case 2 -> {
                List.of("late", "tracking", "late").forEach((reason) -> today.press("reason:" + reason));
                yield aged(person, day, person.scores(), today.writes(), Set.of("tracking"));
            }
            case 3 -> {
                if (unhappy) {
                    today.press("reply");
                    yield new Person(person.number(), false, day, person.scores(), person.words(), person.reasons(),
                            List.of(), true, false);
                }
                yield aged(person, day, rates(today, 4, 5), person.words(), Set.of());
            }
            case LAST_DAY -> {
                if (!person.complained()) {
                    yield aged(person, day, rates(today, 1, 3), person.words(), person.reasons());
                }
                List.of("jon", "mara").forEach((colleague) -> today.happens(Event.Kind.TAKE, colleague));
                yield new Person(person.number(), false, day, person.scores(), person.words(), person.reasons(),
                        today.writes(), true, true);
            }
            default -> aged(person, day, person.scores(), person.words(), person.reasons());
        };
    }

    private static Person aged(Person person, int day, Set<Integer> scores, List<String> words, Set<String> reasons) {
        return new Person(person.number(), person.returned(), day, scores, words, reasons, person.toCase(),
                person.complained(), person.taken());
    }

    /** Sometimes the customer cannot make up the mind. */
    private Set<Integer> rates(Day today, int one, int other) {
        Set<Integer> scores = new TreeSet<>();
        scores.add(random.nextBoolean() ? one : other);
        if (random.nextInt(4) == 0) {
            scores.addAll(Set.of(one, other));
        }
        scores.forEach((score) -> today.press("rate:" + score));
        return scores;
    }

    /** One customer's day. */
    private final class Day {

        private final int customer;

        private final List<Event> all;

        private Instant at;

        Day(int customer, Instant morning, List<Event> all) {
            this.customer = customer;
            this.at = morning;
            this.all = all;
        }

        void press(String action) {
            happens(Event.Kind.PRESS, action);
        }

        List<String> writes() {
            List<String> said = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                String word = "The courier left it with neighbour " + name(events);
                happens(Event.Kind.WORDS, word);
                said.add(word);
            }
            return said;
        }

        void happens(Event.Kind kind, String words) {
            at = at.plus(Duration.ofMillis(1));
            all.add(new Event("e" + events++, kind, customer, words, at));
        }

        private static String name(int number) {
            StringBuilder name = new StringBuilder("Q");
            for (int rest = number; rest > 0; rest /= LETTERS.length()) {
                name.append(LETTERS.charAt(rest % LETTERS.length()));
            }
            return name.toString();
        }

    }

}
