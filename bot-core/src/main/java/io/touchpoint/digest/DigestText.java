package io.touchpoint.digest;

import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Span;
import io.touchpoint.insight.Change;
import io.touchpoint.insight.Count;
import io.touchpoint.insight.Finding;
import io.touchpoint.insight.Findings;
import io.touchpoint.insight.Gates;
import io.touchpoint.insight.Overall;
import io.touchpoint.insight.Yardstick;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A digest as a message. */
final class DigestText {

    /** Begins the action of a button that shows a touchpoint's comments. */
    static final String COMMENTS = "comments:";

    static final int LISTED = 3;

    private static final int NAMED = 3;

    private static final String APART = "  ";

    private final Digest digest;

    private final List<Block> blocks = new ArrayList<>();

    private DigestText(Digest digest) {
        this.digest = digest;
    }

    /**
     * The message.
     * @param words gives the block for a quoted answer
     */
    static Message of(Digest digest, Function<Digest.Quoted, Block> words) {
        return new DigestText(digest).message(words);
    }

    private Message message(Function<Digest.Quoted, Block> words) {
        String late = Boolean.TRUE.equals(digest.late()) ? ". Sent late (due " + Wording.due(digest.plan()) + ")." : "";
        blocks.add(new Block.Heading("Customer touchpoints, " + Wording.week(digest.week()) + late));
        Missed.sentence(digest.missed()).ifPresent((sentence) -> blocks.add(Block.Paragraph.of(sentence)));
        Findings found = digest.findings();
        if (digest.outcome() != Digest.Outcome.REPORT || found == null) {
            blocks.add(Block.Paragraph.of("No ratings this week. I'll be back when there is more to say."));
            recommendation();
            health();
            return new Message(blocks);
        }
        blocks.add(Block.Paragraph.of(figures(found)));
        Bars.of(found).ifPresent(blocks::add);
        List<Finding> pains = digest.painPoints();
        for (int i = 0; i < Math.min(LISTED, pains.size()); i++) {
            pain(i + 1, pains.get(i), words);
        }
        rest(found, pains);
        recommendation();
        health();
        blocks.add(Block.Note.of("Likely range: 90%. " + Wording.rhythm(digest.plan()) + ". Next: "
                + Wording.day(digest.plan().on().plusWeeks(1)) + "."));
        return new Message(blocks);
    }

    private String figures(Findings found) {
        Overall own = found.own();
        if (found.weeks() == 1) {
            Long customers = digest.customers();
            String from = (customers == null) ? "" : " from " + Wording.counted(customers, "customer", "customers");
            return Wording.counted(own.now().answers(), "rating", "ratings") + from + ". "
                    + compared(own, "week before ");
        }
        String few = Wording.counted(own.week().answers(), "rating", "ratings") + " this week, too few to rank.";
        if (!digest.pains().isEmpty()) {
            return few + " Last 4 weeks: " + compared(own, "4 weeks before ");
        }
        String ranked = found.touchpoints()
            .stream()
            .filter((finding) -> finding.own() && finding.ranked())
            .sorted(Comparator.comparingDouble((Finding finding) -> finding.now().share()).reversed())
            .limit(LISTED)
            .map((finding) -> finding.name() + " " + share(finding))
            .collect(Collectors.joining(", "));
        return ranked.isEmpty() ? few : few + " Last 4 weeks: " + ranked + ".";
    }

    private static String compared(Overall overall, String before) {
        String now = Wording.unhappy(overall.now());
        if (overall.before().answers() < Gates.SHOWN) {
            return now + ".";
        }
        String then = now + ", " + before + Wording.percent(overall.before().share());
        if (overall.before().answers() < Gates.RANKED || overall.change() == Change.TOO_FEW) {
            return then + ".";
        }
        return then + ": " + ((overall.change() == Change.NONE) ? "no clear change" : overall.change().words()) + ".";
    }

    private static String share(Finding finding) {
        return Wording.percent(finding.now().share()) + " unhappy (" + Wording.of(finding.now()) + "; likely range "
                + Wording.range(finding) + ")";
    }

    private void pain(int number, Finding finding, Function<Digest.Quoted, Block> words) {
        List<Span> spans = new ArrayList<>();
        spans.add(new Span.Strong(number + ". " + finding.name()));
        Count before = finding.before();
        String was = (before.answers() < Gates.SHOWN) ? "" : ", was " + Wording.percent(before.share());
        spans.add(new Span.Plain(APART + share(finding) + was + "."));
        if (finding.change().worse() || finding.change().better()) {
            spans.add(new Span.Plain(" "));
            spans.add(new Span.Strong(Wording.sentence(finding.change().words()) + "."));
        }
        spans.add(new Span.Plain(beyond(number, finding)));
        blocks.add(new Block.Paragraph(spans));
        digest.pain(finding.touchpoint()).ifPresent((pain) -> {
            pain.quotes().stream().map(words).forEach(blocks::add);
            blocks.add(new Block.Paragraph(named(pain)));
        });
        blocks.add(Block.Buttons.of(Button.form(COMMENTS + finding.touchpoint(), "See comments")
            .spoken("See the comments about " + Wording.cut(finding.name(), 40))));
    }

    private static String beyond(int number, Finding finding) {
        long more = Math.round(finding.impact());
        if (more < 1) {
            return "";
        }
        if (finding.yardstick() == Yardstick.ACCEPTED) {
            return " About " + Wording.number(more) + " more than the " + Wording.percent(finding.accepted())
                    + " you accept.";
        }
        return " About " + Wording.number(more)
                + ((number == 1)
                        ? " more unhappy " + ((more == 1) ? "rating" : "ratings") + " than at an average touchpoint."
                        : " more than average.");
    }

    private static List<Span> named(Digest.Pain pain) {
        List<Span> spans = new ArrayList<>();
        if (!pain.reasons().isEmpty()) {
            spans.add(new Span.Plain("Most named: " + pain.reasons()
                .stream()
                .limit(NAMED)
                .map((reason) -> Wording.within(reason.label()) + " " + Wording.number(reason.answers()))
                .collect(Collectors.joining(", ")) + "." + APART));
        }
        Digest.Owner owner = pain.owner();
        spans.add(new Span.Plain("Owner: "));
        if (owner == null) {
            spans.add(new Span.Plain("nobody yet"));
        }
        else if (owner.address() == null) {
            spans.add(new Span.Plain(owner.name()));
        }
        else {
            spans.add(new Span.Mention(owner.address(), owner.name()));
        }
        spans.add(new Span.Plain("." + APART + "Action: none yet."));
        return spans;
    }

    private void rest(Findings found, List<Finding> pains) {
        Stream<String> nothing = pains.isEmpty()
                ? Stream.of("Nothing stands out " + ((found.weeks() == 1) ? "this week." : "in these 4 weeks."))
                : Stream.empty();
        Stream<String> more = (pains.size() <= LISTED) ? Stream.empty()
                : Stream.of("Listed too: " + pains.stream()
                    .skip(LISTED)
                    .map((finding) -> finding.name() + ", " + Wording.unhappy(finding.now()))
                    .collect(Collectors.joining("; ")) + ".");
        Stream<String> bright = found.brightSpot()
            .stream()
            .map((finding) -> "Going well: " + finding.name() + ", " + Wording.unhappy(finding.now()) + ".");
        Stream<String> few = found.tooFew().isEmpty() ? Stream.empty() : Stream.of("Too few to rank: "
                + found.tooFewToRank().stream().map(DigestText::few).collect(Collectors.joining(", ")) + ".");
        Stream<String> snoozed = Stream.of("Snoozed: none.");
        blocks.add(Block.Paragraph.of(Stream.of(nothing, more, bright, few, snoozed)
            .flatMap((part) -> part)
            .collect(Collectors.joining(APART))));
    }

    private static String few(Finding finding) {
        long answers = finding.now().answers();
        return (answers < Gates.SHOWN) ? finding.name() : finding.name() + " (" + answers + ")";
    }

    private void recommendation() {
        Recommendation recommendation = digest.recommendation();
        if (recommendation != null) {
            blocks.add(Block.Paragraph.of(recommendation.sentence()));
        }
    }

    private void health() {
        Health health = digest.health();
        if (health == null || health.asked() + health.putOff() + health.heldBack() == 0) {
            return;
        }
        StringBuilder line = new StringBuilder();
        line.append("Asked ").append(Wording.number(health.asked())).append(", delivered ");
        line.append(Wording.number(health.delivered())).append(", answered ").append(Wording.number(health.answered()));
        if (health.asked() > 0) {
            line.append(" (").append(Wording.percent((double) health.answered() / health.asked())).append(" of asked");
            if (health.delivered() > 0) {
                line.append(", ").append(Wording.percent((double) health.answered() / health.delivered()));
                line.append(" of delivered");
            }
            line.append(')');
        }
        line.append('.');
        if (health.putOff() > 0) {
            line.append(" Put off ").append(Wording.number(health.putOff())).append('.');
        }
        if (health.heldBack() > 0) {
            line.append(" Held back ").append(Wording.number(health.heldBack())).append(": ");
            line.append(health.held()
                .stream()
                .map((held) -> held.reason() + " " + Wording.number(held.customers()))
                .collect(Collectors.joining(", ")));
            line.append('.');
        }
        blocks.add(Block.Note.of(line.toString()));
    }

}
