package io.touchpoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.sandbox.Northwind;
import io.touchpoint.sandbox.RunningSandbox;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Half a year of a company that also asks about the relationship as a whole: six
 * customers deal with it every other week and answer whatever they are asked.
 */
abstract non-sealed class RelationshipScenario extends Scenario {

    private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);

    private static final int CUSTOMERS = 6;

    private static final int STEPS = 61;

    private static final Duration STEP = Duration.ofDays(3);

    private static final List<String> KINDS = List.of("order.delivered", "chat.ended", "article.read", "ticket.solved");

    private static final Pattern LINE = Pattern
        .compile("Would recommend us \\(NPS\\), 90 days to (\\d+ \\w+): (?:too few answers\\.|"
                + "([+\u2212]?\\d+) \\((\\d+) promoters? and (\\d+) detractors? of (\\d+); likely range .*)");

    private final Random random = new Random(108);

    private final List<String> customers = new ArrayList<>();

    private final Set<String> seen = new HashSet<>();

    private final List<Question> questions = new ArrayList<>();

    /**
     * A question as a customer got it.
     *
     * @param score what was answered, where it was about the relationship; else -1
     */
    private record Question(String customer, Instant at, Instant answered, int score) {

        boolean relationship() {
            return score >= 0;
        }

        LocalDate day() {
            return LocalDate.ofInstant(answered, Northwind.ZONE);
        }

    }

    /** Describes the company otherwise; gives where the application finds it. */
    abstract String described(UnaryOperator<String> change);

    @Test
    void asksAboutTheRelationshipOnceAQuarterAndCountsWhatIsAnswered() {
        String file = described((text) -> text.replace("\nmap: default", """

                asking:
                  relationship: {team: delivery, every: 90 d, after: 3 dealings}

                map: default"""));
        try (RunningSandbox sandbox = unseeded(MONDAY, "--touchpoint.workspace-file=" + file)) {
            Play play = new Play(sandbox.url());
            live(play);
            customers.forEach(this::keepsItsClocks);
            assertThat(counted(play)).isGreaterThan(4);
        }
    }

    private void live(Play play) {
        play.advance(Duration.ofHours(10));
        for (int i = 0; i < CUSTOMERS; i++) {
            String name = "Kim " + (char) ('A' + i);
            customers.add(play.customer(name, (i % 2 == 0) ? "en-GB" : "de-DE",
                    (i % 3 == 0) ? "Australia/Sydney" : "Europe/Berlin", name));
        }
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < CUSTOMERS; i++) {
                if ((step + i) % 5 == 0) {
                    play.event(KINDS.get((step / 5 + i) % KINDS.size()), i + "x" + step, customers.get(i));
                }
            }
            play.advance(STEP);
            for (int i = 0; i < CUSTOMERS; i++) {
                answers(play, customers.get(i), i % 4 == 3);
            }
        }
    }

    private void answers(Play play, String customer, boolean types) {
        for (JsonNode message : play.direct(customer)) {
            List<String> labels = Play.labels(message);
            boolean question = labels.contains("Stop asking") || labels.contains("Nicht mehr fragen");
            if (question && seen.add(message.get("id").asString())) {
                boolean relationship = labels.stream().anyMatch((label) -> label.startsWith("10 "));
                int score = relationship ? random.nextInt(4, 11) : -1;
                String answer = relationship ? String.valueOf(score) : best(labels);
                if (types) {
                    play.write(customer, answer);
                }
                else {
                    play.press(customer, message, answer);
                }
                questions.add(new Question(customer, Instant.parse(message.get("at").asString()), play.now(), score));
            }
        }
    }

    private static String best(List<String> labels) {
        return labels.stream()
            .filter((label) -> label.matches("[57] .*|Yes|Ja"))
            .reduce((_, last) -> last)
            .orElseThrow()
            .split(" ", 2)[0];
    }

    /** Nothing within seven days, and nothing about the relationship within ninety. */
    private void keepsItsClocks(String customer) {
        List<Question> own = questions.stream().filter((one) -> one.customer().equals(customer)).toList();
        List<Question> relationship = own.stream().filter(Question::relationship).toList();
        assertThat(relationship).as(customer).hasSizeBetween(1, 2);
        assertThat(own.size() - relationship.size()).as(customer).isGreaterThan(5);
        assertApart(own, Duration.ofDays(7));
        assertApart(relationship, Duration.ofDays(90));
    }

    private static void assertApart(List<Question> questions, Duration least) {
        for (int i = 1; i < questions.size(); i++) {
            assertThat(questions.get(i).at()).as("%s", questions)
                .isAfterOrEqualTo(questions.get(i - 1).answered().plus(least));
        }
    }

    /** Compares each digest with a recount; gives of how many answers one is at most. */
    private long counted(Play play) {
        long answers = 0;
        for (JsonNode message : play.channel(play.channelOf("delivery"))) {
            String text = message.get("text").asString();
            if (text.startsWith("Customer touchpoints")) {
                LocalDate sunday = LocalDate.ofInstant(Instant.parse(message.get("at").asString()), Northwind.ZONE)
                    .with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
                answers = Math.max(answers, recounted(text, sunday));
            }
        }
        for (String other : List.of("support", "shop")) {
            assertThat(play.channel(play.channelOf(other)))
                .noneMatch((message) -> message.get("text").asString().contains("NPS"));
        }
        return answers;
    }

    private long recounted(String digest, LocalDate sunday) {
        List<Integer> scores = questions.stream()
            .filter((one) -> one.relationship() && !one.day().isAfter(sunday)
                    && one.day().isAfter(sunday.minusDays(90)))
            .map(Question::score)
            .toList();
        Matcher line = LINE.matcher(digest);
        assertThat(line.find()).as(digest).isTrue();
        assertThat(line.group(1)).isEqualTo("%d %.3s".formatted(sunday.getDayOfMonth(),
                sunday.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)));
        if (scores.size() < 5) {
            assertThat(line.group(2)).as("of %s", scores).isNull();
            return scores.size();
        }
        long promoters = scores.stream().filter((score) -> score >= 9).count();
        long detractors = scores.stream().filter((score) -> score <= 6).count();
        long score = Math.round(100.0 * (promoters - detractors) / scores.size());
        assertThat(List.of(line.group(2), line.group(3), line.group(4), line.group(5)))
            .isEqualTo(List.of((score > 0) ? "+" + score : (score < 0) ? "\u2212" + -score : "0",
                    String.valueOf(promoters), String.valueOf(detractors), String.valueOf(scores.size())));
        return scores.size();
    }

}
