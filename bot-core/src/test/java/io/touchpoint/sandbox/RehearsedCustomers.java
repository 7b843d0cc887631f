package io.touchpoint.sandbox;

import io.touchpoint.sandbox.SimulatedPlatform.Control;
import io.touchpoint.sandbox.SimulatedPlatform.Newcomer;
import io.touchpoint.sandbox.SimulatedPlatform.Person;
import io.touchpoint.sandbox.SimulatedPlatform.Role;
import io.touchpoint.sandbox.SimulatedPlatform.Shown;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** What customers live through and how they answer, by chance. */
final class RehearsedCustomers {

    private static final Pattern VALUE = Pattern.compile("\\d{1,2}\\b.*");

    private static final List<String> YES = List.of("Yes", "Ja");

    private static final List<String> NO = List.of("No", "Nein");

    private static final List<String> UNHAPPY = List.of("Two days late and nobody told me.", "The box was damaged.",
            "I had to ask three times.", "The form did not work on my phone.", "Too slow.",
            "I still wait for my refund.");

    private static final List<String> HAPPY = List.of("Quick and friendly.", "All as promised.", "Very easy.",
            "The driver called ahead.", "Good help.");

    /**
     * How many of a hundred are unhappy, by what they lived through last; 8 otherwise.
     */
    private static final Map<String, Integer> UNHAPPY_OF_100 = Map.of("order.delivered", 38, "order.returned", 50);

    private static final List<String> FIRST = List.of("Alba", "Bruno", "Carla", "Dmitri", "Elena", "Farid", "Greta",
            "Hana", "Ivo", "Jana");

    private static final List<String> LAST = List.of("Arnold", "Blanc", "Conti", "Diaz", "Evans", "Frey", "Gruber");

    private static final List<String> ZONES = List.of("Europe/Berlin", "Europe/London", "America/New_York",
            "Asia/Kathmandu", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Tokyo", "Europe/Madrid");

    private final Rehearsal.Run run;

    private final SimulatedPlatform platform;

    private final int seed;

    private final Map<String, SplittableRandom> chances = new HashMap<>();

    private final Map<String, Boolean> moods = new HashMap<>();

    private final Map<String, String> lived = new HashMap<>();

    RehearsedCustomers(Rehearsal.Run run, SimulatedPlatform platform, int seed) {
        this.run = run;
        this.platform = platform;
        this.seed = seed;
    }

    /** Lets customers come until there are so many. */
    void come(int many) {
        int there = (int) platform.people().stream().filter((person) -> person.role() == Role.CUSTOMER).count();
        for (int i = there; i < many; i++) {
            String name = FIRST.get(i % FIRST.size()) + " " + LAST.get(i % LAST.size());
            Locale locale = Locale.forLanguageTag((i % 4 == 0) ? "de-DE" : "en-GB");
            platform.add(new Newcomer(null, name, Role.CUSTOMER, locale, ZoneId.of(ZONES.get(i % ZONES.size())), null,
                    null, null));
        }
    }

    /** Plans what customers live through in a week. */
    void live(Instant monday, int week) {
        for (Person customer : platform.people()) {
            if (customer.role() == Role.CUSTOMER) {
                live(customer, monday, week);
            }
        }
    }

    private void live(Person customer, Instant monday, int week) {
        SplittableRandom chance = chance(customer.id());
        String number = "%s-%02d".formatted(BusinessEvents.customerKey(customer), week);
        if (chance.nextInt(100) < 60) {
            Instant placed = monday.plus(minutes(chance, 0, 4 * 24 * 60));
            Instant delivered = placed.plus(minutes(chance, 24 * 60, 4 * 24 * 60));
            happens(placed, "order.placed", number, customer);
            happens(delivered, "order.delivered", number, customer);
            if (chance.nextInt(100) < 12) {
                happens(delivered.plus(minutes(chance, 24 * 60, 5 * 24 * 60)), "order.returned", number, customer);
            }
        }
        if (chance.nextInt(100) < 25) {
            Instant solved = monday.plus(minutes(chance, 0, 6 * 24 * 60));
            happens(solved, "ticket.solved", number, customer);
            if (chance.nextInt(100) < 10) {
                happens(solved.plus(minutes(chance, 30, 600)), "ticket.reopened", number, customer);
            }
        }
        if (chance.nextInt(100) < 25) {
            happens(monday.plus(minutes(chance, 0, 6 * 24 * 60)), "page.visited", number, customer);
        }
        if (chance.nextInt(100) < 20) {
            happens(monday.plus(minutes(chance, 0, 6 * 24 * 60)), "article.read", number, customer);
        }
    }

    private void happens(Instant at, String kind, String subject, Person customer) {
        run.plan(at, () -> {
            lived.put(customer.id(), kind);
            run.happens(kind, subject, customer);
        });
    }

    /** A customer reads a message of the bot, and perhaps does something about it. */
    void read(Person customer, Shown message) {
        if (!message.from().equals("bot")) {
            return;
        }
        SplittableRandom chance = chance(customer.id());
        List<Control> values = message.controls().stream().filter(RehearsedCustomers::rates).toList();
        if (values.size() > 1) {
            run.count("questions");
            question(customer, message, values, chance);
        }
        else if (message.controls().size() >= 2 && moods.containsKey(customer.id())) {
            followUp(customer, message, chance);
        }
    }

    private static boolean rates(Control control) {
        return VALUE.matcher(control.label()).matches() || YES.contains(control.label())
                || NO.contains(control.label());
    }

    private void question(Person customer, Shown message, List<Control> values, SplittableRandom chance) {
        Instant at = message.at().plus(minutes(chance, 3, chance.nextInt(3) == 0 ? 20 * 60 : 180));
        int lot = chance.nextInt(100);
        boolean unhappy = chance.nextInt(100) < UNHAPPY_OF_100.getOrDefault(lived.getOrDefault(customer.id(), ""), 8);
        Control chosen = unhappy ? values.get(chance.nextInt(Math.max(1, values.size() * 2 / 5)))
                : values.get(values.size() - 1 - chance.nextInt(Math.max(1, values.size() * 2 / 5)));
        if (values.size() == 2) {
            chosen = values.stream()
                .filter((control) -> (unhappy ? NO : YES).contains(control.label()))
                .findFirst()
                .orElse(chosen);
        }
        String pressed = chosen.id();
        if (lot < 55) {
            run.plan(at, () -> {
                run.count("ratings");
                moods.put(customer.id(), unhappy);
                tryOut(() -> platform.presses(customer.id(), message.id(), pressed, List.of(), Map.of()));
            });
        }
        else if (lot < 62) {
            run.plan(at, () -> {
                run.count("words");
                platform.says(customer.id(), null, UNHAPPY.get(chance.nextInt(UNHAPPY.size())), null);
            });
        }
        else if (lot < 68 && message.controls().size() > values.size()) {
            String later = message.controls().get(values.size()).id();
            run.plan(at, () -> tryOut(() -> platform.presses(customer.id(), message.id(), later, List.of(), Map.of())));
        }
    }

    /** Sometimes a reason, sometimes words, sometimes the wish for a reply. */
    private void followUp(Person customer, Shown message, SplittableRandom chance) {
        boolean unhappy = moods.getOrDefault(customer.id(), false);
        moods.remove(customer.id());
        Instant at = message.at().plus(minutes(chance, 1, 6));
        List<Control> controls = message.controls();
        if (unhappy && controls.size() > 3 && chance.nextInt(100) < 70) {
            String reason = controls.get(chance.nextInt(controls.size() - 2)).id();
            run.plan(at,
                    () -> tryOut(() -> platform.presses(customer.id(), message.id(), reason, List.of(), Map.of())));
        }
        if (chance.nextInt(100) < (unhappy ? 60 : 25)) {
            List<String> words = unhappy ? UNHAPPY : HAPPY;
            String said = words.get(chance.nextInt(words.size()));
            run.plan(at.plusSeconds(60), () -> {
                run.count("words");
                platform.says(customer.id(), null, said, null);
            });
        }
        if (unhappy && controls.size() > 2 && chance.nextInt(100) < 50) {
            String wish = controls.get(controls.size() - 2).id();
            run.plan(at.plusSeconds(120),
                    () -> tryOut(() -> platform.presses(customer.id(), message.id(), wish, List.of(), Map.of())));
        }
    }

    /** A button that is gone by then is not pressed. */
    static void tryOut(Runnable press) {
        try {
            press.run();
        }
        catch (IllegalArgumentException ex) {
            // what was to be pressed has changed since it was read
        }
    }

    private SplittableRandom chance(String person) {
        return chances.computeIfAbsent(person, (id) -> new SplittableRandom(31L * seed + id.hashCode()));
    }

    static Duration minutes(SplittableRandom chance, int least, int most) {
        return Duration.ofMinutes(least + chance.nextInt(most - least)).plusSeconds(chance.nextInt(60));
    }

}
