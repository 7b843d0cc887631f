package io.touchpoint.conversation;

import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Span;
import io.touchpoint.survey.Scale;
import io.touchpoint.survey.Survey;
import io.touchpoint.team.Team;
import io.touchpoint.workspace.Workspace;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The words of one conversation: what is said about one touchpoint, in one language. */
final class Script {

    private final Workspace workspace;

    private final Survey survey;

    private final Survey.Words words;

    private final Texts texts;

    private final RatingWords ratings;

    /** At the start of a sentence. */
    private final String team;

    private final Subject subject;

    private final ZoneId zone;

    /**
     * Takes the words for a customer.
     * @param team who reads the answers; null when the company names no such team
     * @param zone in which days are named to the customer
     */
    Script(Workspace workspace, Survey survey, @Nullable Team team, Locale locale, Subject subject, ZoneId zone) {
        this.workspace = workspace;
        this.survey = survey;
        this.words = survey.words(locale, workspace.locale());
        this.texts = Texts.in(locale, workspace.locale());
        this.team = texts.team(team);
        this.ratings = new RatingWords(survey.scale(), words, texts);
        this.subject = subject;
        this.zone = zone;
    }

    Scale scale() {
        return survey.scale();
    }

    Survey survey() {
        return survey;
    }

    /** The labels of the scale's values, low to high. */
    List<String> labels() {
        return words.labels();
    }

    /** The question, for the first time. */
    Message opening(boolean firstContact) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Paragraph
            .of(texts.of("opening", "company", workspace.name(), "about", words.about(), "subject", subject())));
        blocks.add(Block.Paragraph.of(new Span.Strong(words.question())));
        blocks.add(ratings());
        blocks.add(Block.Note.of(texts.of("oneTap")));
        if (firstContact) {
            blocks.add(Block.Note.of(texts.of("first", "reason", words.reason())));
        }
        blocks.add(reader(firstContact));
        blocks.add(wayOut());
        return new Message(blocks);
    }

    /** What is said where others read it too. */
    OpenWords open() {
        return new OpenWords(texts);
    }

    /** The question, once more. */
    Message again() {
        return Message.of(
                Block.Paragraph
                    .of(texts.of("again", "company", workspace.name(), "about", words.about(), "subject", subject())),
                Block.Paragraph.of(new Span.Strong(words.question())), ratings(), wayOut());
    }

    /** The rating buttons, low to high. */
    Block.Buttons ratings() {
        Comparator<Integer> order = (scale() == Scale.THUMBS) ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return offer(IntStream.rangeClosed(scale().min(), scale().max()).boxed().sorted(order).toList());
    }

    /** Rating buttons for some of the values. */
    Block.Buttons offer(List<Integer> scores) {
        return new Block.Buttons(scores.stream()
            .map((score) -> Button.of("rate:" + score, ratings.face(score))
                .spoken(texts.of(ratings.spoken(score).isEmpty() ? "spokenOf" : "spoken", "thing", words.thing(),
                        "name", words.name(), "score", score, "max", scale().max(), "label", ratings.spoken(score))))
            .toList());
    }

    /** What stands in the question's place once it is answered. */
    Message result(int score) {
        return Message.of(Block.Paragraph.of(ratings.result(score)), Block.Buttons.of(changeButton()));
    }

    /** The question with all its buttons again, to choose anew. */
    Message chooseAnew(int score) {
        return Message.of(Block.Paragraph.of(ratings.result(score)),
                Block.Paragraph.of(new Span.Strong(words.question())), ratings());
    }

    /** Asks back after a rating. */
    Message followUp(int score, List<String> chosen, boolean complained) {
        List<Block> blocks = new ArrayList<>();
        switch (scale().band(score)) {
            case LOW -> {
                if (!survey.reasons().isEmpty()) {
                    blocks.add(Block.Paragraph.of(texts.of("whatWentWrong")));
                    blocks.add(chips(chosen));
                }
                blocks.add(Block.Paragraph.of(texts.of("fixFirst")));
                List<Button> buttons = new ArrayList<>();
                if (!complained) {
                    buttons.add(Button.of("reply", texts.of("wantReply")));
                }
                buttons.add(thatsAll());
                blocks.add(new Block.Buttons(buttons));
            }
            case NEUTRAL -> {
                blocks.add(Block.Paragraph.of(texts.of("whatFive", "max", scale().max())));
                blocks.add(Block.Buttons.of(thatsAll()));
            }
            case HIGH -> {
                blocks.add(Block.Paragraph.of(texts.of("doneWell")));
                blocks.add(Block.Buttons.of(thatsAll()));
            }
        }
        return new Message(blocks);
    }

    /**
     * What stands in the follow-up's place once it is over: what was asked, and what was
     * chosen.
     */
    Message followedUp(int score, List<String> chosen) {
        String labels = survey.reasons()
            .stream()
            .filter((reason) -> chosen.contains(reason.key()))
            .map((reason) -> reason.label(texts.language()))
            .collect(Collectors.joining(", "));
        return switch (scale().band(score)) {
            case LOW -> labels.isEmpty() ? Message.text(texts.of("fixFirst"))
                    : Message.of(Block.Paragraph.of(texts.of("chosen", "reasons", labels)),
                            Block.Paragraph.of(texts.of("fixFirst")));
            case NEUTRAL -> Message.text(texts.of("whatFive", "max", scale().max()));
            case HIGH -> Message.text(texts.of("doneWell"));
        };
    }

    Message thanks(int score) {
        return Message.text(switch (scale().band(score)) {
            case LOW -> texts.of("thanksLow", "team", team);
            case NEUTRAL -> texts.of("thanksNeutral", "team", team);
            case HIGH -> texts.of("thanksHigh", "team2", team());
        });
    }

    Message later(Instant until) {
        return Message.of(Block.Paragraph.of(texts.of("later", "day", texts.weekday(until, zone))),
                Block.Buttons.of(Button.of("never", texts.of("neverThis"))));
    }

    Message stopped() {
        return Message.of(Block.Paragraph.of(texts.of("stopped", "company", workspace.name())),
                Block.Buttons.of(Button.of("undo", texts.of("undo"))));
    }

    Message started() {
        return Message.text(texts.of("started", "company", workspace.name()));
    }

    Message left() {
        return Message.of(Block.Paragraph.of(texts.of("left")),
                Block.Buttons.of(Button.of("stop", texts.of("neverAgain"))));
    }

    Message person(Instant due, ZoneId teamZone) {
        return Message.text(texts.of("person", "team2", team(), "day", texts.weekday(due, teamZone)));
    }

    Message expired(Instant at) {
        return Message.text(texts.of("expired", "day", texts.day(at, zone)));
    }

    Message changed(int before, int after) {
        return Message.text(texts.of("changed", "before", ratings.scored(before), "after", ratings.scored(after)));
    }

    /** Words that came before a rating. */
    Message passedOn() {
        Block question = (scale() == Scale.THUMBS) ? Block.Paragraph.of(words.question()) : Block.Paragraph
            .of(texts.of("andTheRating", "thing", words.thing(), "min", scale().min(), "max", scale().max()));
        return Message.of(Block.Paragraph.of(texts.of("passed", "team2", team())),
                Block.Buttons.of(Button.of("reply", texts.of("wantReply"))), question, ratings());
    }

    Message whichOne(int low, int high) {
        return Message.of(Block.Paragraph.of(texts.of("whichOne")), offer(List.of(low, high)));
    }

    Message isThat(List<Integer> offered) {
        String question = switch (offered.size()) {
            case 1 -> texts.of("isThatOne", "one", offered.getFirst());
            case 2 -> texts.of("isThatTwo", "one", offered.getFirst(), "two", offered.getLast());
            default -> words.question();
        };
        return Message.of(Block.Paragraph.of(question), (offered.size() == 1) ? ratings() : offer(offered));
    }

    Message whichFits() {
        return Message.of(Block.Paragraph.of(texts.of("whichFits", "min", scale().min(), "lowest",
                ratings.spoken(scale().min()), "max", scale().max(), "highest", ratings.spoken(scale().max()))),
                ratings());
    }

    Message noted(int score) {
        return Message.of(Block.Paragraph.of(texts.of("noted", "score", score, "label", ratings.spoken(score))),
                Block.Buttons.of(changeButton()));
    }

    Message why() {
        return Message.text(texts.of("why", "because", places(words.because()), "team", team));
    }

    Message withdrawn() {
        return Message.text(places(words.withdrawn()));
    }

    /** A fixed sentence that names the team at most. */
    Message plain(String key) {
        return Message.text(texts.of(key, "team", team, "team2", team()));
    }

    private Block reader(boolean whole) {
        List<Span> spans = new ArrayList<>();
        if (whole) {
            spans.add(new Span.Plain(texts.of("reader", "team", team) + " "));
        }
        if (workspace.privacyUrl() != null) {
            spans.add(new Span.Link(texts.of("privacy"), workspace.privacyUrl()));
        }
        return spans.isEmpty() ? Block.Note.of(texts.of("reader", "team", team)) : new Block.Note(spans);
    }

    private Block wayOut() {
        return Block.Buttons.of(Button.of("later", texts.of("notNow")), Button.of("stop", texts.of("stopAsking")));
    }

    private Block chips(List<String> chosen) {
        return new Block.Buttons(survey.reasons()
            .stream()
            .map((reason) -> Button.of("reason:" + reason.key(),
                    (chosen.contains(reason.key()) ? "✓ " : "") + reason.label(texts.language())))
            .toList());
    }

    private Button thatsAll() {
        return Button.of("done", texts.of("thatsAll"));
    }

    private Button changeButton() {
        return Button.of("change", texts.of("change"));
    }

    private String team() {
        return Texts.uncapitalised(team);
    }

    private String subject() {
        return places(words.subject());
    }

    private String places(String sentence) {
        return Texts.fill(sentence, "subject", subject.key(), "day", texts.day(subject.at(), zone));
    }

}
