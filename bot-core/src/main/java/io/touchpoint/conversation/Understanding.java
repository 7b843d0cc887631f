package io.touchpoint.conversation;

import io.touchpoint.conversation.Expectation.Rating;
import io.touchpoint.survey.Scale;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Understands what people write in reply to a question, by rules: what the rules do not
 * know is a comment, never guessed.
 *
 * <p>
 * The first that holds counts: stop, start, leave; change; yes or no, if asked; later;
 * help; why; a person; skip; a value, if asked; a label of the scale; a leaning. Words
 * stand in one table for each language, and all tables are read; the person's own
 * language comes first.
 */
final class Understanding {

    private static final RatingRules RATINGS = new RatingRules(Languages.of(Locale.ENGLISH));

    private static final Pattern QUESTION_MARKS = Pattern.compile("\\?+");

    /** While a comment is open, a longer "tomorrow" belongs to the story. */
    private static final int WORDS_OF_LATER_IN_A_COMMENT = 3;

    private final Writing said;

    private final Languages words;

    private final Expectation asked;

    private final ZonedDateTime now;

    private Understanding(Writing said, Languages words, Expectation asked, ZonedDateTime now) {
        this.said = said;
        this.words = words;
        this.asked = asked;
        this.now = now;
    }

    /**
     * What a reply means. A {@link Reply.Change} names the value as written: whether it
     * stands on the scale is for the caller to see.
     * @param raw the reply as it came; its first 2,000 characters are read
     * @param asked what was asked
     * @param hint the person's language, which breaks ties between languages
     * @param zone the person's zone, for "tomorrow" and "at 5pm"
     * @param now when the reply was written
     */
    static Reply understand(String raw, Expectation asked, Locale hint, ZoneId zone, Instant now) {
        Understanding understanding = new Understanding(Writing.of(raw), Languages.of(hint), asked, now.atZone(zone));
        return understanding.meaning(raw).orElseGet(() -> new Reply.FreeText(raw.strip()));
    }

    /** Whether somebody wants to say how to be asked. */
    static boolean isWish(String raw, Locale hint) {
        return Languages.of(hint).says("wish", Writing.of(raw).bare());
    }

    private Optional<Reply> meaning(String raw) {
        return ending().or(this::change)
            .or(this::yesOrNo)
            .or(this::later)
            .or(this::question)
            .or(() -> human(raw))
            .or(this::skip)
            .or(() -> rating(raw));
    }

    private Optional<Reply> ending() {
        if (words.says("stop", said.bare()) || words.says("stop-alone", said.bare()) || words.says("abuse", said.bare())
                || clearStop()) {
            return Optional.of(new Reply.OptOut());
        }
        if (words.says("optin", said.bare())) {
            return Optional.of(new Reply.OptIn());
        }
        return words.says("leave", said.bare()) ? Optional.of(new Reply.Leave()) : Optional.empty();
    }

    /**
     * A sentence of several words that is a stop, beside others; quoted speech is not.
     */
    private boolean clearStop() {
        return !said.plain().contains("\"") && said.sentences().size() > 1
                && said.sentences()
                    .stream()
                    .anyMatch((sentence) -> sentence.contains(" ") && words.says("stop", sentence));
    }

    private Optional<Reply> change() {
        return words.first((language) -> {
            Vocabulary table = language.words();
            List<String> forms = words.forms(language, said.bare());
            if (!table.says("change", forms)) {
                return Optional.empty();
            }
            Optional<Integer> to = table.number("change", forms, false)
                .map((word) -> Optional.ofNullable(table.numbers().get(word)).orElseGet(() -> Integer.valueOf(word)));
            return Optional.of(new Reply.Change(to.orElse(null)));
        });
    }

    private Optional<Reply> yesOrNo() {
        return (asked instanceof Expectation.YesOrNo) ? plainYesOrNo() : Optional.empty();
    }

    private Optional<Reply> plainYesOrNo() {
        Optional<Reply> sign = sign();
        return sign.isPresent() ? sign : words.first((language) -> language.yesNo().read(said));
    }

    private Optional<Reply> sign() {
        if (!Emoji.without(said.plain()).isEmpty() && !said.plain().matches("[+-]1")) {
            return Optional.empty();
        }
        return leaningSign().flatMap((tone) -> switch (tone) {
            case VERY_GOOD, GOOD -> Optional.of(new Reply.Yes());
            case VERY_BAD, BAD -> Optional.of(new Reply.No());
            case NEITHER -> Optional.empty();
        });
    }

    private Optional<Reply.Tone> leaningSign() {
        return switch (said.plain()) {
            case "+1" -> Optional.of(Reply.Tone.GOOD);
            case "-1" -> Optional.of(Reply.Tone.BAD);
            default -> Emoji.without(said.plain()).isEmpty() ? Emoji.toneOf(said.plain()) : Optional.empty();
        };
    }

    private Optional<Reply> later() {
        boolean story = asked instanceof Expectation.Comment || asked instanceof Expectation.Nothing;
        if (story && said.words() > WORDS_OF_LATER_IN_A_COMMENT) {
            return Optional.empty();
        }
        return words.first((language) -> language.postponing().read(words.forms(language, said.bare()), now));
    }

    private Optional<Reply> question() {
        if (words.says("help", said.bare()) || QUESTION_MARKS.matcher(said.plain()).matches()) {
            return Optional.of(new Reply.Help());
        }
        return words.says("why", said.bare()) ? Optional.of(new Reply.Why()) : Optional.empty();
    }

    private Optional<Reply> human(String raw) {
        if (words.says("human", said.bare())) {
            return Optional.of(new Reply.Human());
        }
        boolean beside = !said.plain().contains("\"") && said.sentences()
            .stream()
            .anyMatch((sentence) -> sentence.split(" ").length > 2 && words.says("human", sentence));
        return beside ? Optional.of(new Reply.Human(raw.strip())) : Optional.empty();
    }

    private Optional<Reply> skip() {
        boolean done = asked instanceof Expectation.Comment && words.says("done", said.bare());
        return (done || words.says("skip", said.bare())) ? Optional.of(new Reply.Skip()) : Optional.empty();
    }

    private Optional<Reply> rating(String raw) {
        if (!(asked instanceof Rating rating)) {
            return Optional.empty();
        }
        Leanings leanings = new Leanings(words, rating);
        if (rating.scale() == Scale.THUMBS) {
            return plainYesOrNo().flatMap(Understanding::thumb).or(() -> leanings.read(said));
        }
        return RATINGS.read(raw, said, rating, leanings).or(() -> leanings.read(said));
    }

    private static Optional<Reply> thumb(Reply answer) {
        if (answer instanceof Reply.Yes) {
            return Optional.of(new Reply.Rated(1, false, null));
        }
        return (answer instanceof Reply.No) ? Optional.of(new Reply.Rated(0, false, null)) : Optional.empty();
    }

}
