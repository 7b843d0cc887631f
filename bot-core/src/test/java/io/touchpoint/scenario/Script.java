package io.touchpoint.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What forty customers in eight time zones live through in four weeks, and how they
 * answer. The weeks hold the night in which clocks go forward in Europe, and in Beirut at
 * midnight, and the one in which they go back on Lord Howe Island.
 */
final class Script {

    /** The Monday on which the first week begins. */
    static final LocalDate MONDAY = LocalDate.of(2027, 3, 8);

    private static final List<String> ZONES = List.of("Asia/Kathmandu", "Australia/Lord_Howe", "Asia/Beirut",
            "Europe/London", "Europe/Berlin", "America/New_York", "Asia/Tokyo", "America/Sao_Paulo");

    private static final List<String> FIRST = List.of("Amal", "Birgit", "Carlos", "Daria", "Emeka", "Farah", "Gunnar",
            "Hana");

    private static final List<String> LAST = List.of("Archer", "Bauer", "Costa", "Dahl", "Eze");

    private static final List<String> COMPLAINTS = List.of("It came two days late.", "Nobody told me anything.",
            "Write to me at someone@mail.example or +44 20 7946 0958.", "Too slow.", "I had to ask twice.");

    private final List<Customer> customers = new ArrayList<>();

    private final List<Happening> happenings = new ArrayList<>();

    private final Random random;

    /** A customer. */
    record Customer(String name, String locale, String zone, String account) {
    }

    /** What a customer does with a question. */
    enum Manner {

        TAP, TYPE, TAP_AND_REASON, TAP_AND_WORDS, TAP_AND_WISH, NOT_NOW, STOP, SILENT

    }

    /**
     * Something that happens to a customer, and what becomes of the question about it.
     *
     * @param number of the customer
     * @param touchpoint what is asked about
     * @param score what the customer rates
     * @param words what the customer writes; null for nothing
     */
    record Happening(Instant at, int number, String kind, String subject, String touchpoint, int score, Manner manner,
            @Nullable String words) {

        boolean rated() {
            return manner != Manner.NOT_NOW && manner != Manner.STOP && manner != Manner.SILENT;
        }

    }

    Script(long seed) {
        this.random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            String zone = ZONES.get(i % ZONES.size());
            String locale = zone.equals("Europe/Berlin") ? "de-DE" : "en-GB";
            String name = FIRST.get(i % 8) + " " + LAST.get(i / 8);
            customers.add(new Customer(name, locale, zone, name));
        }
        firstWeek();
        thirdWeek();
        fourthWeek();
        happenings.sort(Comparator.comparing(Happening::at).thenComparing(Happening::number));
    }

    List<Customer> customers() {
        return customers;
    }

    List<Happening> happenings() {
        return happenings;
    }

    private void firstWeek() {
        asked(0, 0, 14, "order.delivered", "delivery", 8);
        asked(0, 14, 26, "order.returned", "returns", 7);
        asked(0, 26, 38, "chat.ended", "support_chat", 0);
        asked(0, 38, 40, "product.registered", "unboxing", 1);
    }

    private void thirdWeek() {
        asked(2, 14, 20, "order.delivered", "delivery", 3);
        asked(2, 21, 24, "article.read", "help_center", 1);
        // five minutes before midnight, when the clocks of Beirut go on to one
        happenings.add(new Happening(Instant.parse("2027-03-27T21:55:00Z"), 26, "article.read", "a26", "help_center", 2,
                Manner.TAP, null));
        asked(2, 31, 32, "order.delivered", "delivery", Manner.NOT_NOW);
        asked(2, 32, 33, "order.delivered", "delivery", Manner.STOP);
        asked(2, 33, 35, "order.delivered", "delivery", Manner.SILENT);
    }

    private void fourthWeek() {
        asked(3, 0, 12, "article.read", "help_center", 7);
        asked(3, 12, 14, "chat.ended", "support_chat", 0);
        asked(3, 35, 40, "ticket.solved", "ticket_solved", 2);
    }

    /** Lets customers of a range live through the same; so many of them are unhappy. */
    private void asked(int week, int from, int to, String kind, String touchpoint, int unhappy) {
        for (int i = from; i < to; i++) {
            boolean low = i - from < unhappy;
            int best = touchpoint.equals("ticket_solved") ? 7 : 5;
            int score = low ? 1 + random.nextInt(2) : best - random.nextInt(2);
            Manner manner = switch (i % 5) {
                case 0 -> Manner.TAP;
                case 1 -> low ? Manner.TAP_AND_REASON : Manner.TYPE;
                case 2 -> Manner.TAP_AND_WORDS;
                case 3 -> low && i < 10 ? Manner.TAP_AND_WISH : Manner.TAP;
                default -> Manner.TYPE;
            };
            String words = (manner == Manner.TAP_AND_WORDS)
                    ? (low ? COMPLAINTS.get(random.nextInt(COMPLAINTS.size())) : "All as promised.") : null;
            add(week, i, kind, touchpoint, score, manner, words);
        }
    }

    private void asked(int week, int from, int to, String kind, String touchpoint, Manner manner) {
        for (int i = from; i < to; i++) {
            add(week, i, kind, touchpoint, 0, manner, null);
        }
    }

    private void add(int week, int i, String kind, String touchpoint, int score, Manner manner,
            @Nullable String words) {
        Instant at = MONDAY.plusWeeks(week)
            .atStartOfDay()
            .toInstant(ZoneOffset.UTC)
            .plus(Duration.ofMinutes(7 * 60 + random.nextInt(2 * 24 * 60)));
        happenings.add(new Happening(at, i, kind, "%d%02d".formatted(week + 1, i), touchpoint, score, manner, words));
    }

}
