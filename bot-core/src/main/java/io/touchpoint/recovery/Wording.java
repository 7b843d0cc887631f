package io.touchpoint.recovery;

import io.touchpoint.chat.Block;
import io.touchpoint.chat.Button;
import io.touchpoint.chat.Field;
import io.touchpoint.chat.Form;
import io.touchpoint.chat.FormPart;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Span;
import io.touchpoint.survey.Band;
import io.touchpoint.survey.Scale;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Team;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of a case: to the team in English, to the customer in the colleague's own.
 */
final class Wording {

    static final String TAKE = "take";

    static final String REPLY = "reply";

    static final String CLOSE = "close";

    static final String WORDS = "words";

    static final String CAUSE = "cause";

    static final String DONE = "done";

    static final String TELL = "tell";

    private static final int MOST = 2_000;

    private final Team team;

    Wording(Team team) {
        this.team = team;
    }

    /** The message in the team's channel as the case now stands. */
    Message card(Case one, List<String> words) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Paragraph.of(new Span.Strong(title(one.complaint())),
                new Span.Plain(unhappy(one.complaint()) ? "   answered " : "   asked "),
                moment(one.openedAt(), Span.Moment.Style.TIME)));
        words.forEach((said) -> blocks.add(new Block.Quote(said, null)));
        blocks.add(new Block.Paragraph(facts(one)));
        blocks.add(new Block.Paragraph(state(one)));
        List<Button> buttons = buttons(one);
        if (!buttons.isEmpty()) {
            blocks.add(new Block.Buttons(buttons));
        }
        return new Message(blocks);
    }

    private static String title(Complaint complaint) {
        String about = complaint.touchpointName().isEmpty() ? "" : ": " + complaint.touchpointName();
        return (unhappy(complaint) ? "Unhappy customer" : "A customer asks for a reply") + about
                + rating(complaint).map((rating) -> ", " + rating).orElse("");
    }

    private static Optional<String> rating(Complaint complaint) {
        Scale scale = complaint.scale();
        Integer score = complaint.score();
        if (scale == null || score == null) {
            return Optional.empty();
        }
        return Optional.of(switch (scale) {
            case THUMBS -> (score == scale.max()) ? "thumbs up" : "thumbs down";
            case STARS_5, NPS_0_10, CES_1_7, EFFORT_1_5_REVERSED -> score + " of " + scale.max();
        });
    }

    private static boolean unhappy(Complaint complaint) {
        Scale scale = complaint.scale();
        Integer score = complaint.score();
        return scale != null && score != null && scale.band(score) == Band.LOW;
    }

    private List<Span> facts(Case one) {
        String subject = one.complaint().subject();
        String before = subject.isEmpty() ? ""
                : subject.substring(0, 1).toUpperCase(Locale.ROOT) + subject.substring(1) + ". ";
        String history = one.first() ? "First case of this customer. " : "This customer had a case before. ";
        return List.of(new Span.Plain(before + history + "Asked for a reply: by "),
                moment(one.due(), Span.Moment.Style.DAY), new Span.Plain(", end of day."));
    }

    private List<Span> state(Case one) {
        Case.Closing closing = one.closing();
        if (closing != null) {
            return List.of(new Span.Plain("Closed by " + closing.name() + ", "),
                    moment(closing.at(), Span.Moment.Style.DAY_AND_TIME),
                    new Span.Plain(". Root cause: " + closing.cause().label().toLowerCase(Locale.ROOT) + "."));
        }
        Case.Taken taken = one.taken();
        if (taken != null) {
            return List.of(new Span.Plain("Taken by " + taken.name() + ", "),
                    moment(taken.at(), Span.Moment.Style.TIME), new Span.Plain("."));
        }
        return List.of(new Span.Plain("Nobody has it yet."));
    }

    private static List<Button> buttons(Case one) {
        Button reply = Button.form(REPLY, "Reply to customer\u2026");
        Button close = Button.form(CLOSE, "Close\u2026");
        return switch (one.status()) {
            case OPEN -> List.of(Button.of(TAKE, "I'll take it").primary(), reply, close);
            case TAKEN -> List.of(reply, close);
            case CLOSED -> List.of();
        };
    }

    /** The answer to a button of an earlier state. */
    Message stale(Case one) {
        return Message.of(Block.Paragraph.of("This has changed since. Here is the current state."),
                new Block.Paragraph(state(one)));
    }

    static Message denied() {
        return Message.text("Only the owner's team can do this.");
    }

    /** What the customer wrote, in the case's thread. */
    static Message heard(@Nullable Span taker, String words) {
        Block.Paragraph lead = (taker != null) ? Block.Paragraph.of(taker, new Span.Plain(", the customer wrote:"))
                : Block.Paragraph.of("The customer wrote:");
        return Message.of(lead, new Block.Quote(words, null));
    }

    /** What a colleague wrote to the customer, in the case's thread. */
    static Message replied(Colleague colleague, String words) {
        return Message.of(Block.Paragraph.of(colleague.name() + " wrote to the customer:"),
                new Block.Quote(words, null));
    }

    /** What a colleague writes, as the customer reads it. */
    Message toCustomer(Colleague colleague, String words) {
        return Message.of(Block.Paragraph.of(new Span.Strong(colleague.name() + ", " + team.name() + ":")),
                new Block.Quote(words, null));
    }

    Message overdue(Case one, @Nullable Span taker) {
        List<Span> spans = new ArrayList<>(List.of(new Span.Plain("Overdue: a reply was promised by "),
                moment(one.due(), Span.Moment.Style.DAY), new Span.Plain(", end of day. ")));
        if (taker != null) {
            spans.addAll(List.of(taker, new Span.Plain(" has it.")));
        }
        else {
            spans.add(new Span.Plain("Nobody has it yet."));
        }
        return Message.of(new Block.Paragraph(spans));
    }

    /**
     * The form for a reply: whoever may answer the customer reads the words as they came.
     */
    Form reply(String token, Case one) {
        List<FormPart> parts = new ArrayList<>();
        List<String> heard = one.heard();
        heard.subList(Math.max(0, heard.size() - 3), heard.size())
            .forEach((words) -> parts.add(new Block.Quote(words, null)));
        parts.add(new Field.Text(WORDS, "Your reply", null, true, false, MOST));
        parts.add(Block.Note.of("The customer reads it in chat, with your name and \u201c" + team.name() + "\u201d."));
        return new Form(token + ":" + REPLY, "Reply to customer", "Send", parts);
    }

    Form close(String token) {
        List<Field.Option> causes = Stream.of(Cause.values())
            .map((cause) -> new Field.Option(cause.name(), cause.label()))
            .toList();
        return new Form(token + ":" + CLOSE, "Close case", "Close", List.of(
                new Field.Choice(CAUSE, "Root cause", causes, List.of(), false, false, false),
                new Field.Text(DONE, "What we did, for us", null, true, false, MOST),
                new Field.Text(TELL, "Tell the customer: what the customer will read", null, true, true, MOST)));
    }

    private Span moment(Instant at, Span.Moment.Style style) {
        return new Span.Moment(at, style, team.zone(), Locale.ENGLISH);
    }

}
