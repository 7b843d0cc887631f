package io.touchpoint.scenario;

import io.touchpoint.scenario.FourWeeks.Given;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What a team's digest must say about a week, counted once more from the answers that the
 * script gave, with nothing of the application.
 */
final class Recount {

    private static final ZoneId COMPANY = ZoneId.of("Europe/Berlin");

    private final List<Given> given;

    private final int week;

    private final List<Asked> own;

    private final int weeks;

    private final double usual;

    private final double weight;

    /**
     * Counts for a team.
     * @param week 0 for the first, -1 for the one before, of which there is nothing
     */
    Recount(List<Given> given, String team, int week) {
        this.given = given;
        this.week = week;
        this.own = Stream.of(Asked.values()).filter((one) -> one.team().equals(team)).toList();
        this.weeks = own.stream().anyMatch((one) -> count(one, week, week).answers() >= 10) ? 1 : 4;
        List<Beta> window = Stream.of(Asked.values())
            .map((one) -> count(one, 0, week))
            .filter((count) -> count.answers() > 0)
            .toList();
        Beta all = window.stream().reduce(Beta.NONE, Beta::plus);
        this.usual = all.share();
        this.weight = weight(window, all.answers());
    }

    /** By the method of moments; at least 5 and at most 200. */
    private double weight(List<Beta> window, double answers) {
        double chance = usual * (1 - usual);
        double spread = window.stream().mapToDouble((one) -> one.answers() * Math.pow(one.share() - usual, 2)).sum();
        double squares = window.stream().mapToDouble((one) -> Math.pow(one.answers(), 2)).sum();
        double variance = (spread - (window.size() - 1) * chance) / (answers - squares / answers);
        return (variance <= 0) ? 200 : Math.clamp(chance / variance - 1, 5, 200);
    }

    private static int week(Instant at) {
        return Math.toIntExact(ChronoUnit.DAYS.between(Script.MONDAY, at.atZone(COMPANY).toLocalDate()) / 7);
    }

    private Stream<Given> answers(int from, int to) {
        return given.stream().filter((one) -> week(one.at()) >= from && week(one.at()) <= to);
    }

    private Beta count(Asked touchpoint, int from, int to) {
        List<Given> some = answers(from, to).filter((one) -> one.about() == touchpoint).toList();
        return new Beta((int) some.stream().filter(Given::unhappy).count(), some.size());
    }

    private Beta now(Asked touchpoint) {
        return count(touchpoint, week - weeks + 1, week);
    }

    private Beta before(Asked touchpoint) {
        return count(touchpoint, week - 2 * weeks + 1, week - weeks);
    }

    private Beta together(Function<Asked, Beta> period) {
        return own.stream().map(period).reduce(Beta.NONE, Beta::plus);
    }

    private BetaDistribution pooled(Asked touchpoint) {
        Beta count = now(touchpoint);
        return BetaDistribution.of(count.unhappy() + weight * usual,
                count.answers() - count.unhappy() + weight * (1 - usual));
    }

    private double beyond(Asked touchpoint, double reference) {
        return now(touchpoint).answers() * (pooled(touchpoint).getMean() - reference);
    }

    private double impact(Asked touchpoint) {
        return beyond(touchpoint, Math.min(usual, touchpoint.accepted()));
    }

    private boolean painful(Asked touchpoint) {
        return now(touchpoint).answers() >= 10 && (pooled(touchpoint).inverseCumulativeProbability(.05) > usual
                || now(touchpoint).lower() > touchpoint.accepted());
    }

    private List<Asked> pains() {
        return own.stream().filter(this::painful).sorted(Comparator.comparingDouble(this::impact).reversed()).toList();
    }

    /**
     * The first line and every line with a figure, in order; without the chart and
     * quotes.
     */
    List<String> lines() {
        LocalDate monday = Script.MONDAY.plusWeeks(week);
        List<String> lines = new ArrayList<>();
        lines.add("Customer touchpoints, " + days(monday, monday.plusDays(6)));
        if (together((one) -> count(one, week, week)).answers() == 0) {
            lines.add("No ratings this week. I'll be back when there is more to say.");
        }
        else {
            lines.add(first());
            List<Asked> pains = pains();
            for (Asked one : pains) {
                lines.add(pain(pains.indexOf(one) + 1, one));
                lines.add("Most named: " + one.reason() + " " + named(one) + ".");
            }
            lines.add(rest(pains));
        }
        return lines;
    }

    private String first() {
        Beta all = together(this::now);
        if (weeks == 1) {
            long customers = answers(week, week).filter((one) -> own.contains(one.about()))
                .map(Given::customer)
                .distinct()
                .count();
            return "%d ratings from %d customers. %s".formatted(all.answers(), customers,
                    compared(all, together(this::before)));
        }
        int few = together((one) -> count(one, week, week)).answers();
        String begins = few + ((few == 1) ? " rating" : " ratings") + " this week, too few to rank.";
        String ranked = own.stream()
            .filter((one) -> now(one).answers() >= 10)
            .sorted(Comparator.comparingDouble((Asked one) -> now(one).share()).reversed())
            .map((one) -> one.shown() + " " + ranged(one))
            .collect(Collectors.joining(", "));
        return pains().isEmpty() ? begins + (ranked.isEmpty() ? "" : " Last 4 weeks: " + ranked + ".")
                : begins + " Last 4 weeks: " + unhappy(all) + ".";
    }

    private static String compared(Beta now, Beta before) {
        if (before.answers() < 5) {
            return unhappy(now) + ".";
        }
        double worse = now.worseThan(before);
        String words = (worse >= .95) ? "probably worse" : (worse <= .05) ? "probably better" : "no clear change";
        return unhappy(now) + ", week before " + percent(before.share())
                + ((before.answers() < 10) ? "." : ": " + words + ".");
    }

    /**
     * What the chart shows of the weeks that are counted: whole percents by name; nothing
     * after a week without answers.
     */
    Map<String, Long> chart() {
        Map<String, Long> drawn = new LinkedHashMap<>();
        boolean quiet = together((one) -> count(one, week, week)).answers() == 0;
        for (Asked one : Asked.values()) {
            if (!quiet && now(one).answers() >= 5) {
                drawn.put(one.shown(), Math.round(100 * now(one).share()));
            }
        }
        return drawn;
    }

    private long named(Asked touchpoint) {
        return answers(week - weeks + 1, week).filter((one) -> one.about() == touchpoint && one.named()).count();
    }

    private String pain(int place, Asked touchpoint) {
        String was = (before(touchpoint).answers() < 5) ? "" : ", was " + percent(before(touchpoint).share());
        long more = Math.round(impact(touchpoint));
        String than = (usual > touchpoint.accepted()) ? " than the " + percent(touchpoint.accepted()) + " you accept."
                : (place > 1) ? " than average."
                        : " unhappy " + ((more == 1) ? "rating" : "ratings") + " than at an average touchpoint.";
        return "%d. %s  %s%s.%s%s".formatted(place, touchpoint.shown(), ranged(touchpoint), was, changed(touchpoint),
                (more < 1) ? "" : " About " + more + " more" + than);
    }

    /** How a touchpoint changed, allowing for the number of those that are compared. */
    private String changed(Asked touchpoint) {
        Map<Asked, Double> worse = new EnumMap<>(Asked.class);
        for (Asked one : Asked.values()) {
            if (now(one).answers() >= 10 && before(one).answers() >= 10) {
                worse.put(one, now(one).worseThan(before(one)));
            }
        }
        Double own = worse.get(touchpoint);
        if (own == null) {
            return "";
        }
        double alarm = falseAlarms(worse.values().stream().map((one) -> 1 - one).toList(), 1 - own);
        double relief = falseAlarms(List.copyOf(worse.values()), own);
        return (alarm <= .05) ? " Clearly worse." : (relief <= .05) ? " Clearly better." : (own >= .95 && alarm <= .2)
                ? " Probably worse." : (own <= .05 && relief <= .2) ? " Probably better." : "";
    }

    /** Benjamini and Hochberg: the least p·m/rank among those that are not below. */
    private static double falseAlarms(List<Double> all, double p) {
        return all.stream()
            .filter((one) -> one >= p)
            .mapToDouble((one) -> one * all.size() / all.stream().filter((other) -> other <= one).count())
            .min()
            .orElse(1);
    }

    private String rest(List<Asked> pains) {
        List<String> parts = new ArrayList<>();
        if (pains.isEmpty()) {
            parts.add((weeks == 1) ? "Nothing stands out this week." : "Nothing stands out in these 4 weeks.");
        }
        own.stream()
            .filter((one) -> now(one).answers() >= 10 && pooled(one).inverseCumulativeProbability(.95) < usual)
            .min(Comparator.comparingDouble((one) -> beyond(one, usual)))
            .ifPresent((one) -> parts.add("Going well: " + one.shown() + ", " + unhappy(now(one)) + "."));
        List<Asked> few = own.stream().filter((one) -> now(one).answers() > 0 && now(one).answers() < 10).toList();
        if (!few.isEmpty()) {
            parts.add("Too few to rank: " + few.stream()
                .map((one) -> one.shown() + ((now(one).answers() < 5) ? "" : " (" + now(one).answers() + ")"))
                .collect(Collectors.joining(", ")) + ".");
        }
        parts.add("Snoozed: none.");
        return String.join("  ", parts);
    }

    private String ranged(Asked touchpoint) {
        Beta count = now(touchpoint);
        return "%s unhappy (%d of %d; likely range %d–%s)".formatted(percent(count.share()), count.unhappy(),
                count.answers(), Math.round(100 * count.lower()), percent(count.upper()));
    }

    private static String unhappy(Beta count) {
        return "%s unhappy (%d of %d)".formatted(percent(count.share()), count.unhappy(), count.answers());
    }

    private static String percent(double share) {
        return Math.round(100 * share) + "%";
    }

    private static String days(LocalDate from, LocalDate to) {
        return (from.getMonth() == to.getMonth()) ? from.getDayOfMonth() + "–" + day(to) : day(from) + "–" + day(to);
    }

    private static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

}
