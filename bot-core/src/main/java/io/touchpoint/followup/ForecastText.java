package io.touchpoint.followup;

import io.touchpoint.chat.Block;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.PlainText;
import io.touchpoint.chat.Span;
import io.touchpoint.followup.Forecast.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a forecast is told: the figures as it stands, an arrow, those with the change. */
final class ForecastText {

    private static final int TITLE = 120;

    private ForecastText() {
    }

    static Message of(Forecast forecast) {
        Tally before = forecast.before();
        Tally after = forecast.after();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(title(forecast.words())));
        blocks.add(Block.Paragraph.of(
                new Span.Plain("%s of the last %s replayed, as it stands → with the change.\n"
                    .formatted(counted(forecast.events(), "event"), counted(forecast.days(), "day"))),
                new Span.Strong("Questions asked: " + change(before.asked(), after.asked())),
                new Span.Plain(". Really asked in that time: %s.".formatted(number(forecast.asked())))));
        blocks.add(Block.Paragraph.of("People asked once: %s; twice: %s; more often: %s".formatted(
                change(before.askedTimes(1), after.askedTimes(1)), change(before.askedTimes(2), after.askedTimes(2)),
                change(before.askedMoreThan(2), after.askedMoreThan(2)))));
        blocks.add(most("Asked most",
                "The most for one person: "
                        + change(most(before.people().values().stream()), most(after.people().values().stream())),
                forecast.people()));
        blocks.add(most("Accounts",
                "The most for one account: "
                        + change(most(before.accounts().values().stream()), most(after.accounts().values().stream())),
                forecast.accounts()));
        blocks.add(Block.Paragraph.of("Held back: " + heldBack(before, after)));
        blocks.add(Block.Note.of("Nobody was asked and no rule was changed. Who was really asked answers as then; "
                + "others are taken not to answer. Rules are changed in the workspace file."));
        return new Message(blocks);
    }

    /** What is shown while a long one is under way. */
    static Message underWay(String words, int percent) {
        return Message.of(new Block.Heading(title(words)),
                Block.Paragraph.of("I'm replaying the events: %d%% done.".formatted(percent)));
    }

    static String title(String words) {
        return PlainText.cut("Rehearsal: " + words, TITLE);
    }

    static String counted(int number, String what) {
        return number(number) + " " + what + ((number == 1) ? "" : "s");
    }

    private static Block most(String what, String sentence, List<Row> rows) {
        String listed = rows.stream()
            .map((row) -> row.name() + " " + change(row.before(), row.after()))
            .collect(Collectors.joining(", "));
        return Block.Paragraph.of(rows.isEmpty() ? sentence : sentence + "\n" + what + ": " + listed);
    }

    private static String heldBack(Tally before, Tally after) {
        List<String> gates = Stream.of(Gate.values())
            .filter((gate) -> before.heldBackBy(gate) > 0 || after.heldBackBy(gate) > 0)
            .map((gate) -> words(gate) + " " + change(before.heldBackBy(gate), after.heldBackBy(gate)))
            .collect(Collectors.toCollection(ArrayList::new));
        if (before.waiting() > 0 || after.waiting() > 0) {
            gates.add("not due yet " + change(before.waiting(), after.waiting()));
        }
        return gates.isEmpty() ? "nobody" : String.join(" · ", gates);
    }

    /** The three clocks are told apart, as each has a rule of its own. */
    private static String words(Gate gate) {
        return switch (gate) {
            case TOUCHPOINT_CLOCK -> "clock of the touchpoint";
            case ANY_CLOCK -> "clock for any question";
            case CAP -> "asked within 24 hours";
            default -> gate.reason();
        };
    }

    private static String change(long before, long after) {
        return number(before) + " → " + number(after);
    }

    private static int most(Stream<Integer> counts) {
        return counts.mapToInt(Integer::intValue).max().orElse(0);
    }

    static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

}
