package io.touchpoint.digest;

import io.touchpoint.chat.Block;
import io.touchpoint.chat.Field;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.FormPart;
import io.touchpoint.feedback.Response;
import io.touchpoint.feedback.Responses;
import io.touchpoint.insight.Count;
import io.touchpoint.insight.Finding;
import io.touchpoint.insight.Findings;
import io.touchpoint.insight.Gates;
import io.touchpoint.survey.Band;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What stands behind a pain point: its figures, and what customers wrote, page by page.
 */
@Component
class Comments {

    static final String SHOW = "show";

    static final String THEME = "theme";

    static final String UNHAPPY = "unhappy";

    private static final String ALL = "all";

    private static final String IMPORTED = "imported";

    static final List<String> SHOWN = List.of(UNHAPPY, ALL, IMPORTED);

    private static final int PAGE = 5;

    private static final int TITLE = 24;

    private static final int OPTION = 75;

    private final Responses responses;

    private final Quotes quotes;

    Comments(Responses responses, Quotes quotes) {
        this.responses = responses;
        this.quotes = quotes;
    }

    /**
     * Which comments are looked at.
     *
     * @param show only those of unhappy customers, or all, or those that were given to
     * another tool
     * @param theme the id of a reason that they name, or all
     * @param page 0 for the newest
     */
    record Choice(String touchpoint, String show, String theme, int page) {

        Choice of(String otherShow, String otherTheme, int otherPage) {
            return new Choice(touchpoint, otherShow, otherTheme, otherPage);
        }

        static Choice first(String touchpoint) {
            return new Choice(touchpoint, UNHAPPY, ALL, 0);
        }

    }

    /**
     * The form.
     * @param key begins the form's key, which the touchpoint and the page follow
     */
    Form form(String key, Digest digest, Findings found, Finding finding, Digest.Pain pain, Choice choice) {
        List<Response> written = responses.of(digest.workspace(), choice.touchpoint(), found.from(), found.to())
            .stream()
            .filter((answer) -> !answer.comments().isEmpty())
            .toList();
        List<Response> chosen = chosen(written, choice);
        int pages = Math.max(1, (chosen.size() + PAGE - 1) / PAGE);
        int page = Math.floorMod(choice.page(), pages);
        List<FormPart> parts = new ArrayList<>();
        String title = finding.name() + ", " + Wording.days(found.from(), found.to());
        if (!title.equals(title(found, finding))) {
            parts.add(Block.Paragraph.of(title));
        }
        parts.add(Block.Paragraph.of(figures(found, finding)));
        parts.add(Block.Paragraph.of(weeks(finding)));
        parts.add(shows(written, choice));
        if (!pain.reasons().isEmpty()) {
            parts.add(themes(pain, choice));
            Long covered = pain.covered();
            if (covered != null) {
                parts.add(Block.Note.of("Themes cover " + covered + " of the " + finding.now().unhappy() + "."));
            }
        }
        if (chosen.isEmpty()) {
            parts.add(Block.Paragraph.of("No comments with this choice."));
        }
        chosen.stream().skip((long) page * PAGE).limit(PAGE).map(this::comment).forEach(parts::add);
        if (pages > 1) {
            parts.add(Block.Note.of("Page " + (page + 1) + " of " + pages + ", newest first."));
        }
        parts.addAll(explained(found, finding));
        String submit = (pages == 1) ? null : (page + 1 < pages) ? "Older" : "Newest";
        return new Form(key + choice.touchpoint() + ":" + page, title(found, finding), submit, parts);
    }

    private static Field shows(List<Response> written, Choice choice) {
        List<Field.Option> options = new ArrayList<>(
                List.of(new Field.Option(UNHAPPY, "Unhappy customers"), new Field.Option(ALL, "All customers")));
        if (choice.show().equals(IMPORTED) || written.stream().anyMatch(Response::imported)) {
            options.add(new Field.Option(IMPORTED, "Imported answers, in no figure"));
        }
        return new Field.Choice(SHOW, "Comments of", options, List.of(choice.show()), false, false, true);
    }

    private static List<Response> chosen(List<Response> written, Choice choice) {
        return written.stream()
            .filter((answer) -> choice.show().equals(IMPORTED) ? answer.imported() : answer.counted())
            .filter((answer) -> !choice.show().equals(UNHAPPY) || answer.band().filter(Band.LOW::equals).isPresent())
            .filter((answer) -> choice.theme().equals(ALL) || answer.reasons().contains(choice.theme()))
            .sorted(Comparator.comparing(Response::at).reversed().thenComparing(Response::id))
            .toList();
    }

    private Block comment(Response answer) {
        String score = (answer.score() == null) ? "" : answer.score() + " of " + answer.scale().max() + ", ";
        return new Block.Quote(quotes.redacted(answer), score + Quotes.source(answer));
    }

    private static String title(Findings found, Finding finding) {
        String period = ", " + Wording.days(found.from(), found.to());
        return Wording.cut(finding.name(), TITLE - period.length()) + period;
    }

    private static String figures(Findings found, Finding finding) {
        Count before = finding.before();
        String was = (before.answers() < Gates.SHOWN) ? ""
                : " " + ((found.weeks() == 1) ? "Week before " : "4 weeks before ") + Wording.percent(before.share())
                        + " (" + Wording.of(before) + ").";
        return Wording.unhappy(finding.now()) + ", 90% range " + Wording.range(finding) + "." + was;
    }

    private static String weeks(Finding finding) {
        List<Count> weeks = finding.weeks().stream().dropWhile((week) -> week.answers() == 0).toList();
        String shares = weeks.stream()
            .map((week) -> (week.answers() < Gates.SHOWN) ? "too few" : String.valueOf(Wording.whole(week.share())))
            .collect(Collectors.joining(", "));
        String unit = shares.endsWith("few") ? "" : "%";
        return Wording.counted(weeks.size(), "week", "weeks") + ": " + shares + unit;
    }

    private static Field themes(Digest.Pain pain, Choice choice) {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option(ALL, "All"));
        pain.reasons()
            .forEach((reason) -> options.add(new Field.Option(reason.reason(),
                    Wording.cut(reason.label(), OPTION - 10) + " " + reason.answers())));
        return new Field.Choice(THEME, "Theme", options, List.of(choice.theme()), false, false, true);
    }

    private static List<Block> explained(Findings found, Finding finding) {
        List<Block> lines = new ArrayList<>();
        Double without = finding.shareWithout();
        if (without != null) {
            lines.add(Block.Paragraph.of("Without " + finding.name() + ", " + Wording.percent(without)
                    + " of ratings would be unhappy instead of " + Wording.percent(found.overall().now().share())
                    + "."));
        }
        Double worse = finding.probabilityWorse();
        if (worse != null) {
            boolean up = worse >= .5;
            String period = (found.weeks() == 1) ? "this week is " + (up ? "worse" : "better") + " than last"
                    : "the last 4 weeks are " + (up ? "worse" : "better") + " than the 4 before";
            lines.add(Block.Paragraph.of("How sure: " + sure(up ? worse : 1 - worse) + " that " + period + "; "
                    + Wording.counted(found.compared(), "touchpoint was", "touchpoints were") + " compared."));
        }
        return lines;
    }

    private static String sure(double probability) {
        return (Wording.whole(probability) >= 100) ? "more than 99%" : Wording.percent(probability);
    }

}
