package io.touchpoint.chat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The messages that every platform has to say; between them they hold all that there is.
 */
public enum Messages {

    /** Asks for a rating, with a way out. */
    OPENING((_) -> opening()),
    /** Asks what went wrong; one reason is chosen already. */
    FOLLOW_UP((_) -> followUp()),
    /** Asks on the scale with the most steps. */
    RECOMMENDATION((_) -> recommendation()),
    /** Offers a question where others read it too. */
    OFFER(Messages::offer),
    /** Says thanks, and no more. */
    THANKS((_) -> Message.text("Thank you. The delivery team has this now.")),
    /** Quotes words that mean trouble on every platform. */
    QUOTE((_) -> quote()),
    /** Tells a team its week, with a chart and two pain points. */
    DIGEST(Messages::digest),
    /** Hands a customer to somebody, by a moment. */
    CASE(Messages::handedOver),
    /** Has every way to write a link and a moment. */
    STYLES((_) -> styles()),
    /** Has buttons that open forms and addresses. */
    FORMS((_) -> forms()),
    /** Is larger than any platform takes, in every way. */
    OVERSIZED((_) -> oversized());

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final Instant FOUR = Instant.parse("2026-11-25T15:00:00Z");

    private static final String HOSTILE = "*Two* _days_ ~late~ `and` **nobody** told me. # Big\n> said\n- so "
            + "[click](https://evil.example/a) <https://evil.example/b|here> <!channel> <!here|x> <@U0JON> <#C1> "
            + "<at>Jon</at> {{DATE(2026-11-25T15:00:00Z, SHORT)}} {{{TIME(2026-11-25T15:00:00Z)}}} ${name} %s "
            + "&lt;b&gt; &amp; :fire: <b>bold</b><script>alert(1)</script> \\n \u202etxet\u202c \u2066x\u2069 \u0000\u0007"
            + "\u001b[31m \ud800 \ufeff\r\nJos\u00e9 \u5317\u4eac \ud83d\ude00 \u0627\u0644\u0639 ";

    private final Function<Address, Message> made;

    Messages(Function<Address, Message> made) {
        this.made = made;
    }

    /** The message, with a colleague who may be named in it. */
    public Message message(Address colleague) {
        return made.apply(colleague);
    }

    /** Whether no platform takes all of it. */
    boolean oversize() {
        return this == OVERSIZED;
    }

    private static Message opening() {
        return Message.of(
                Block.Paragraph.of("Northwind Outfitters would like to know how your delivery went (order 10442, "
                        + "arrived 19 Nov)."),
                Block.Paragraph.of(new Span.Strong("How was the delivery, from 1 (very bad) to 5 (very good)?")),
                Block.Buttons.of(Button.of("rate:1", "1 Very bad").spoken("Rate the delivery 1 of 5, very bad"),
                        Button.of("rate:2", "2 Bad").spoken("Rate the delivery 2 of 5, bad"),
                        Button.of("rate:3", "3 OK").spoken("Rate the delivery 3 of 5, OK"),
                        Button.of("rate:4", "4 Good").spoken("Rate the delivery 4 of 5, good"),
                        Button.of("rate:5", "5 Very good").spoken("Rate the delivery 5 of 5, very good")),
                Block.Note.of(
                        new Span.Plain("The delivery team reads your answer. It is confidential, not anonymous. "),
                        new Span.Link("Privacy", "https://northwind.example/privacy?from=chat&lang=en")),
                Block.Buttons.of(Button.of("later", "Not now"), Button.of("stop", "Stop asking")));
    }

    private static Message offer(Address customer) {
        return Message.of(
                Block.Paragraph.of(new Span.Mention(customer, "Jon"),
                        new Span.Plain(", how did we do? Your answer does not appear here.")),
                Block.Buttons.of(Button.of("privately", "Answer privately")));
    }

    private static Message followUp() {
        return Message.of(Block.Paragraph.of(new Span.Strong("What went wrong?"), new Span.Plain(" Tap all that fit.")),
                Block.Buttons.of(Button.of("chip:late", "\u2713 Late").primary(),
                        Button.of("chip:tracking", "No tracking"), Button.of("chip:damaged", "Damaged"),
                        Button.of("chip:item", "Wrong item"), Button.of("chip:else", "Something else")),
                Block.Paragraph.of("What should we fix first? Write it here, or leave it."),
                Block.Buttons.of(Button.of("reply", "I'd like a reply"), Button.of("done", "That's all")));
    }

    private static Message recommendation() {
        List<Button> buttons = new ArrayList<>();
        for (int i = 0; i <= 10; i++) {
            String words = (i == 0) ? " Not at all likely" : (i == 10) ? " Extremely likely" : "";
            buttons.add(Button.of("rate:" + i, i + words).spoken("Rate " + i + " of 10"));
        }
        return Message.of(Block.Paragraph.of("How likely are you to recommend Northwind to a colleague?"),
                new Block.Buttons(buttons), Block.Buttons.of(Button.of("later", "Not now")));
    }

    private static Message quote() {
        String words = HOSTILE + "and on it goes, \u00e9 & <b>. ".repeat(50) + "The end.";
        return Message.of(Block.Paragraph.of("Delivery, 16\u201322 Nov"),
                new Block.Quote(words, "*order* <!here>, 19 Nov"),
                Block.Paragraph.of(new Span.Plain("Most named: "), new Span.Strong("*late* <@U0JON> 14")),
                Block.Buttons.of(Button.of("more", "*More* <!channel> {{DATE(1)}}")));
    }

    private static Message digest(Address owner) {
        return Message.of(new Block.Heading("Customer touchpoints, 16\u201322 Nov"),
                Block.Paragraph.of("447 ratings from 441 customers. 17% unhappy (77 of 447), week before 13%."),
                new Block.Bars("Unhappy customers along the journey, %", "%",
                        List.of("Search", "Delivery", "Order confirmation mail", "Order confirmation page"),
                        List.of(new Block.Series("This week", List.of(5.0, 28.41, 12.5, 0.0)),
                                new Block.Series("Week before", List.of(4.0, 17.0, 11.0, 1.0)))),
                Block.Paragraph.of(new Span.Strong("1. Delivery"),
                        new Span.Plain("  28% unhappy (25 of 88; likely range 21\u201337%), was 17%. Probably worse.")),
                new Block.Quote("Two days late and nobody told me.", "online order, 19 Nov"),
                Block.Paragraph.of(new Span.Plain("Most named: late 14, no tracking 6.  Owner: "),
                        new Span.Mention(owner, "Jon"), new Span.Plain(".")),
                Block.Buttons.of(Button.form("comments:1", "See comments"), Button.of("take:1", "Take it")),
                Block.Paragraph.of(new Span.Strong("2. Returns"),
                        new Span.Plain("  45% unhappy (14 of 31; likely range 31\u201360%), was 21%.\nAbout 6 more.")),
                new Block.Quote("The form fails on my phone.", null),
                Block.Buttons.of(Button.form("comments:2", "See comments"), Button.of("take:2", "Take it")),
                Block.Note.of("Likely range: 90%. *Mondays* 09:00 Europe/Berlin."), Block.Buttons
                    .of(Button.of("useful", "\ud83d\udc4d Useful"), Button.of("useless", "\ud83d\udc4e Not useful")));
    }

    private static Message handedOver(Address owner) {
        return Message.of(new Block.Heading("Unhappy customer: Returns, 1 of 5 *now*"),
                new Block.Quote("The form fails on my phone, I gave up.", "return, 20 Nov"),
                Block.Paragraph.of(new Span.Plain("Order 10442. Asked for a reply by "),
                        new Span.Moment(FOUR, Span.Moment.Style.DAY_AND_TIME, BERLIN, Locale.ENGLISH),
                        new Span.Plain(". *Taken* by "), new Span.Mention(owner, "Jon"), new Span.Plain(".")),
                Block.Buttons.of(Button.of("take", "I'll take it").primary(),
                        Button.form("reply", "Reply to customer\u2026"),
                        new Button("close", "Not for us", null, Button.Look.DANGER, false, null)));
    }

    private static Message styles() {
        List<Span> spans = List.of(new Span.Plain("Read "),
                new Span.Link("how *this* is [worked] out", "https://northwind.example/how?a=1&b=2"),
                new Span.Plain(" or "), new Span.Link("this", "javascript:alert(1)"), new Span.Plain(", on "),
                new Span.Moment(FOUR, Span.Moment.Style.DAY, BERLIN, Locale.ENGLISH), new Span.Plain(", at "),
                new Span.Moment(FOUR, Span.Moment.Style.TIME, BERLIN, Locale.ENGLISH), new Span.Plain(" or "),
                new Span.Moment(FOUR, Span.Moment.Style.DAY_AND_TIME, BERLIN, Locale.GERMAN), new Span.Plain(". "),
                new Span.Strong("That is all."));
        return new Message(List.of(new Block.Paragraph(spans), new Block.Note(spans)));
    }

    private static Message forms() {
        return Message.of(Block.Paragraph.of("Your check-in is planned."),
                Block.Buttons.of(Button.form("plan", "Change the plan\u2026").primary(), Button.form("notes", "Notes"),
                        Button.of("cancel", "Cancel it"),
                        Button.link("Download", "https://northwind.example/cal/x.ics"),
                        Button.form("all:touchpoints", "All touchpoints")));
    }

    private static Message oversized() {
        String lines = IntStream.range(0, 90)
            .mapToObj((i) -> "line " + i + " " + "x".repeat(190))
            .collect(Collectors.joining("\n"));
        List<Block> blocks = new ArrayList<>(List.of(new Block.Heading("All comments"), Block.Paragraph.of(lines),
                Block.Paragraph.of("\u00e9".repeat(9_000)), new Block.Quote("\ud83d\ude00 late ".repeat(2_000), null),
                Block.Buttons.of(Button.of("more", "Show more \u2026".repeat(20)))));
        IntStream.range(0, 60).forEach((i) -> blocks.add(Block.Note.of("note " + i + " " + "&".repeat(400))));
        blocks.add(Block.Buttons.of(Button.of("close", "Close")));
        return new Message(blocks);
    }

}
