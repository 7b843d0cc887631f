package io.touchpoint.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the seeded customers chose and wrote. */
final class SeededWords {

    private static final List<String> FIRST = List.of("Anna", "Ben", "Clara", "David", "Elif", "Frank", "Gina", "Hugo",
            "Iris", "Jakob", "Kira", "Leon", "Mia", "Nils", "Oskar", "Paula", "Rosa", "Simon", "Tara", "Udo", "Vera",
            "Wanda", "Yara");

    private static final List<String> LAST = List.of("Albrecht", "Berger", "Carter", "Doyle", "Engel", "Foster", "Graf",
            "Hughes", "Ivanova", "Jensen", "Kowalski", "Lopez", "Meier", "Novotny", "Okoye", "Petit", "Quinn", "Rossi",
            "Schmidt", "Turner", "Vogel", "Weiss", "Young", "Zimmer", "Aydin", "Brandt", "Costa", "Dubois", "Eriksen");

    /** Of the reported week: for the first unhappy customers, one after the other. */
    private static final Map<String, List<Spoken>> REPORTED = Map
        .of("delivery", List.of(late(3, "Two days late and nobody told me."),
                both(1, "Came on Wednesday instead of Monday, and the tracking page still says “preparing”."),
                late(0, "I took a day off for the delivery and the driver never came."),
                both(2, "No idea where my parcel was for four days."),
                late(4, "The tent arrived the day after our trip."), late(1, "Third time in a row that it is late."),
                german(2, List.of("late"), "Drei Tage zu spät, und niemand hat Bescheid gesagt."),
                both(0, "No tracking mail at all. I found it by chance at the neighbours'."),
                late(2, "Paid for express, got it after a week."), late(5, "Late."), late(3, null), late(1, null),
                late(0, null), both(4, "Late and I could not follow it."),
                tracking(2, "The tracking link leads to an empty page."), tracking(1, null),
                new Spoken(1, "en", List.of("damaged"), List.of("The box was crushed and one pole is bent.")),
                new Spoken(3, "en", List.of("damaged"), List.of()),
                new Spoken(4, "de", List.of("damaged"), List.of("Der Karton war aufgerissen.")),
                new Spoken(2, "en", List.of("wrong_item"), List.of("I ordered the blue jacket and got the green one.")),
                new Spoken(0, "en", List.of("wrong_item"), List.of())), "returns",
                List.of(form(4, "The form fails on my phone."),
                        form(1, "The return form jumps back to the start on mobile."),
                        form(2, "I could not upload a photo from my phone."),
                        new Spoken(0, "de", List.of("form_mobile"), List.of("Auf dem Handy geht das Formular nicht.")),
                        form(3, null), form(2, "Had to borrow a laptop to send one pair of socks back."), form(5, null),
                        form(1, null), form(0, "Button to send the form is below the screen and cannot be reached."),
                        new Spoken(1, "en", List.of("refund"),
                                List.of("Still waiting for my money after three weeks.")),
                        new Spoken(2, "en", List.of("refund"), List.of()),
                        new Spoken(3, "en", List.of("label"), List.of())),
                "support_chat",
                List.of(said(1, "Waited twenty minutes and then the chat closed itself."),
                        said(2, "The first person did not know and the second did not read what I wrote."),
                        said(0, null), said(3, "I got three standard answers and no help.")),
                "checkout",
                List.of(said(0, "The voucher field comes after the payment. Why?"),
                        said(2, "Shipping costs only at the very end."), said(4, null)),
                "help_center", List.of(said(1, "The article about sizes is for shoes only.")), "payment",
                List.of(said(2, "My card was refused twice and then charged twice.")), "search",
                List.of(said(3, "Searching for “rain trousers” shows umbrellas.")), "product_page",
                List.of(said(1, "There is no word about the weight of the tent.")), "unboxing",
                List.of(said(2, "So much plastic.")));

    /** Of every other week, in turn. */
    private static final Map<String, List<String>> UNHAPPY = Map.of("delivery",
            List.of("Later than promised.", "The driver left it in the rain.", "One day late, otherwise fine.",
                    "The pick-up shop was closed when I got there."),
            "returns", List.of("Too many steps for one shirt.", "The refund took two weeks."), "support_chat",
            List.of("Long wait.", "Friendly, but nothing was solved."), "help_center",
            List.of("Did not find my question."), "checkout", List.of("I had to enter my address twice."), "payment",
            List.of("Paying by invoice is gone."), "search", List.of("Too many results that do not fit."),
            "product_page", List.of("The pictures do not show the inside."), "unboxing",
            List.of("A screw was missing."));

    private static final Map<String, List<String>> HAPPY = Map.of("delivery",
            List.of("The driver called ahead, perfect.", "A day early.", "Alles bestens, danke."), "returns",
            List.of("Quick refund."), "support_chat", List.of("Priya solved it in five minutes."), "help_center",
            List.of("Exactly what I needed."), "checkout", List.of("Fast."), "payment", List.of("Worked at once."),
            "search", List.of("Found it with the first try."), "product_page", List.of("The size table is great."),
            "unboxing", List.of("Nicely packed."));

    private SeededWords() {
    }

    /**
     * What one customer chose and wrote.
     *
     * @param day of the week, 0 for Monday; null for any
     * @param language of the words
     */
    record Spoken(@Nullable Integer day, String language, List<String> reasons, List<String> comments) {
    }

    private static Spoken late(int day, @Nullable String words) {
        return new Spoken(day, "en", List.of("late"), listed(words));
    }

    private static Spoken both(int day, @Nullable String words) {
        return new Spoken(day, "en", List.of("late", "no_tracking"), listed(words));
    }

    private static Spoken tracking(int day, @Nullable String words) {
        return new Spoken(day, "en", List.of("no_tracking"), listed(words));
    }

    private static Spoken form(int day, @Nullable String words) {
        return new Spoken(day, "en", List.of("form_mobile"), listed(words));
    }

    private static Spoken said(int day, @Nullable String words) {
        return new Spoken(day, "en", List.of(), listed(words));
    }

    private static Spoken german(int day, List<String> reasons, String words) {
        return new Spoken(day, "de", reasons, List.of(words));
    }

    private static List<String> listed(@Nullable String words) {
        return (words == null) ? List.of() : List.of(words);
    }

    /**
     * What the customer with an index among a week's answers chose and wrote; the unhappy
     * come first.
     */
    static Spoken of(SeededWeeks.Counts week, int index) {
        boolean unhappy = index < week.unhappy();
        List<Spoken> prepared = REPORTED.getOrDefault(week.touchpoint(), List.of());
        if (week.reported() && unhappy) {
            return (index < prepared.size()) ? prepared.get(index) : new Spoken(null, "en", List.of(), List.of());
        }
        List<String> words = (unhappy ? UNHAPPY : HAPPY).getOrDefault(week.touchpoint(), List.of());
        int turn = index - (unhappy ? 0 : week.unhappy());
        boolean speaks = turn % 5 == 0 && turn / 5 < words.size();
        return new Spoken(null, "en", List.of(), speaks ? List.of(words.get(turn / 5)) : List.of());
    }

    /** The name of the customer with a number. */
    static String name(int number) {
        return FIRST.get(number % FIRST.size()) + " " + LAST.get(number % LAST.size());
    }

}
