package io.touchpoint.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How many customers answered, and how many of them were unhappy, at each touchpoint in
 * each of the eight weeks before the page starts. The last two weeks are the digest case
 * of the statistics' oracles. In the six weeks before, the usual share of unhappy
 * customers and its spread among touchpoints are those of the last two, so that the
 * window of eight weeks gives the same findings as that case.
 */
final class SeededWeeks {

    /** The Monday of the week that last Monday's digests report. */
    static final LocalDate LAST = LocalDate.of(2026, 11, 16);

    /** Answers in the reported week. */
    static final int REPORTED = 447;

    private static final int EARLIER = 6;

    private static final List<Row> ROWS = List.of(new Row("delivery", 25, 88, 15, 90, 38, 178),
            new Row("returns", 14, 31, 7, 33, 17, 57), new Row("support_chat", 10, 40, 9, 38, 18, 78),
            new Row("help_center", 5, 24, 6, 25, 13, 53), new Row("checkout", 10, 72, 9, 70, 24, 144),
            new Row("payment", 4, 55, 5, 60, 8, 109), new Row("search", 3, 61, 4, 58, 8, 120),
            new Row("product_page", 5, 70, 4, 66, 8, 139), new Row("unboxing", 1, 6, 2, 15, 4, 24));

    private SeededWeeks() {
    }

    /**
     * One touchpoint: unhappy and all answers of the week, the week before, and the six
     * weeks before that.
     */
    private record Row(String touchpoint, int unhappy, int answers, int unhappyBefore, int answersBefore,
            int unhappyEarlier, int answersEarlier) {

        Counts week(int back) {
            LocalDate monday = LAST.minusWeeks(back);
            return switch (back) {
                case 0 -> new Counts(touchpoint, monday, unhappy, answers);
                case 1 -> new Counts(touchpoint, monday, unhappyBefore, answersBefore);
                default ->
                    new Counts(touchpoint, monday, share(unhappyEarlier, back - 2), share(answersEarlier, back - 2));
            };
        }

        /** The part of a total that falls on one of six weeks. */
        private static int share(int total, int week) {
            return total * (week + 1) / EARLIER - total * week / EARLIER;
        }

    }

    /** The answers of one touchpoint in the week that begins on a Monday. */
    record Counts(String touchpoint, LocalDate monday, int unhappy, int answers) {

        boolean reported() {
            return monday.equals(LAST);
        }

    }

    /** All weeks, the reported one first, with its touchpoints in a fixed order. */
    static List<Counts> all() {
        List<Counts> all = new ArrayList<>();
        for (int back = 0; back < 2 + EARLIER; back++) {
            for (Row row : ROWS) {
                all.add(row.week(back));
            }
        }
        return all;
    }

}
