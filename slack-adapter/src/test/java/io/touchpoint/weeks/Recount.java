package io.touchpoint.weeks;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.weeks.FourWeeks.Given;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the ratings that customers gave and compares the figures of a team's digests
 * with them.
 */
final class Recount {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final Map<String, String> NAMES = Map.of("delivery", "Delivery", "returns", "Returns",
            "support_chat", "Support chat", "help_center", "Help centre", "unboxing", "Unboxing", "ticket_solved",
            "Support ticket");

    private static final Pattern HEADLINE = Pattern
        .compile("(\\d+) ratings from (\\d+) customers\\. \\d+% unhappy \\((\\d+) of (\\d+)\\)");

    private static final Pattern FEW = Pattern.compile("(\\d+) ratings this week, too few to rank\\.");

    private static final Pattern FINDING = Pattern
        .compile("(?:\\d\\. |Going well: |, )([A-Z][a-z]+(?: [a-z]+)?) +\\D?(\\d+)% unhappy \\((\\d+) of (\\d+)");

    private final List<Given> given;

    Recount(List<Given> given) {
        this.given = given;
    }

    /** Checks the one digest of a team and a week; gives its text. */
    String check(List<String> said, LocalDate monday, List<String> touchpoints) {
        List<String> digests = said.stream().filter((text) -> text.startsWith(heading(monday))).toList();
        assertThat(digests).as("digests of the week of %s", monday).hasSize(1);
        String digest = digests.getFirst();
        List<Given> week = of(monday, monday.plusDays(6), touchpoints);
        Matcher headline = HEADLINE.matcher(digest);
        Matcher few = FEW.matcher(digest);
        boolean whole = headline.find();
        if (whole) {
            assertThat(headline.group(1)).isEqualTo(text(week.size()));
            assertThat(headline.group(2)).isEqualTo(text(week.stream().map(Given::customer).distinct().count()));
            assertThat(headline.group(3)).isEqualTo(text(unhappy(week)));
            assertThat(headline.group(4)).isEqualTo(text(week.size()));
        }
        else if (few.find()) {
            assertThat(few.group(1)).isEqualTo(text(week.size()));
        }
        else {
            assertThat(digest).contains("No ratings this week.");
            assertThat(week).isEmpty();
        }
        findings(digest, whole ? monday : monday.minusWeeks(3), monday.plusDays(6));
        return digest;
    }

    private void findings(String digest, LocalDate from, LocalDate to) {
        Matcher finding = FINDING.matcher(digest);
        while (finding.find()) {
            String name = finding.group(1);
            List<Given> answers = of(from, to,
                    NAMES.entrySet()
                        .stream()
                        .filter((one) -> one.getValue().equals(name))
                        .map(Map.Entry::getKey)
                        .toList());
            assertThat(finding.group(4)).as(name).isEqualTo(text(answers.size()));
            assertThat(finding.group(3)).as(name).isEqualTo(text(unhappy(answers)));
            assertThat(finding.group(2)).as(name)
                .isEqualTo(text(Math.round(100.0 * unhappy(answers) / answers.size())));
        }
    }

    private List<Given> of(LocalDate from, LocalDate to, List<String> touchpoints) {
        List<Given> those = new ArrayList<>();
        for (Given one : given) {
            LocalDate day = LocalDate.ofInstant(one.at(), ZONE);
            if (touchpoints.contains(one.touchpoint()) && !day.isBefore(from) && !day.isAfter(to)) {
                those.add(one);
            }
        }
        return those;
    }

    private static long unhappy(List<Given> answers) {
        return answers.stream().filter((one) -> one.score() <= 2).count();
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    private static String heading(LocalDate monday) {
        LocalDate sunday = monday.plusDays(6);
        DateTimeFormatter full = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
        String from = (monday.getMonth() == sunday.getMonth()) ? Integer.toString(monday.getDayOfMonth())
                : full.format(monday);
        return "Customer touchpoints, " + from + "–" + full.format(sunday);
    }

}
