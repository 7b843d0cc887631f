package io.touchpoint.conversation;

import io.touchpoint.survey.Scale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Replies as the tables of the tests write them. */
final class Replies {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    static final LocalDateTime SUNDAY_TEN = LocalDateTime.parse("2026-11-22T10:00");

    private Replies() {
    }

    static List<String[]> rows(String file, int columns) {
        try (InputStream in = Replies.class.getResourceAsStream("/replies/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter((line) -> !line.startsWith("#"))
                .map((line) -> line.split("\t", columns))
                .toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static Reply understand(String language, String asked, String text) {
        return Understanding.understand(text, expectation(asked), Locale.forLanguageTag(language), ZONE,
                SUNDAY_TEN.atZone(ZONE).toInstant());
    }

    static Expectation expectation(String asked) {
        return switch (asked) {
            case "R5" -> new Expectation.Rating(Scale.STARS_5);
            case "R10" -> new Expectation.Rating(Scale.NPS_0_10);
            case "R7" -> new Expectation.Rating(Scale.CES_1_7);
            case "EFFORT" -> new Expectation.Rating(Scale.EFFORT_1_5_REVERSED);
            case "THUMBS" -> new Expectation.Rating(Scale.THUMBS);
            case "YN" -> new Expectation.YesOrNo();
            case "TXT" -> new Expectation.Comment();
            case "-" -> new Expectation.Nothing();
            default -> throw new IllegalStateException(asked);
        };
    }

    /** A reply in the words of the tables. */
    static String written(Reply reply) {
        return switch (reply) {
            case Reply.Rated(int value, boolean confirm, String _) -> (confirm ? "RATE~ " : "RATE ") + value;
            case Reply.Between(int low, int high) -> "RANGE " + low + " " + high;
            case Reply.OutOfScale _ -> "OUT";
            case Reply.Leaning(Reply.Tone tone, List<Integer> _) -> "QUAL " + switch (tone) {
                case VERY_BAD -> "--";
                case BAD -> "-";
                case NEITHER -> "0";
                case GOOD -> "+";
                case VERY_GOOD -> "++";
            };
            case Reply.Snooze(var until) -> (until == null) ? "SNOOZE" : "SNOOZE " + until.toLocalDateTime();
            case Reply.Change(Integer to) -> (to == null) ? "CHANGE" : "CHANGE " + to;
            case Reply.FreeText _ -> "TEXT";
            case Reply.OptOut _ -> "STOP";
            case Reply.Leave _ -> "LEAVE";
            case Reply.OptIn _ -> "START";
            case Reply.Skip _ -> "SKIP";
            case Reply.Help _ -> "HELP";
            case Reply.Human _ -> "HUMAN";
            case Reply.Why _ -> "WHY";
            case Reply.Yes _ -> "YES";
            case Reply.No _ -> "NO";
            case Reply.Unsure _ -> "UNSURE";
        };
    }

}
