package io.touchpoint.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Block;
import io.touchpoint.chat.PlainText;
import io.touchpoint.chat.Span;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Running text and quoted words as rich text, whose runs render no markup; and as a text
 * block for the one thing, a mention, that rich text cannot hold.
 */
final class Inlines {

    private static final int MOST = 4000;

    /** Each brace before another: of three the last two call a function, too. */
    private static final Pattern FUNCTION = Pattern.compile("\\{(?=\\{)");

    private final String tenant;

    private final Map<String, Span.Mention> mentions = new LinkedHashMap<>();

    Inlines(String tenant) {
        this.tenant = tenant;
    }

    /** The people who are mentioned, as the card's entities. */
    List<ObjectNode> entities() {
        return mentions.entrySet().stream().map((one) -> {
            ObjectNode entity = Json2.object().put("type", "mention").put("text", one.getKey());
            entity.putObject("mentioned")
                .put("id", one.getValue().person().id())
                .put("name", PlainText.clean(one.getValue().name()));
            return entity;
        }).toList();
    }

    /** A paragraph, one element a line; {@code small} for small print. */
    List<ObjectNode> lines(List<Span> spans, boolean small) {
        List<ObjectNode> elements = new ArrayList<>();
        for (List<Span> line : split(spans)) {
            ObjectNode element = line.stream().anyMatch(this::mentions) ? textBlock(line, small)
                    : richText(line, small);
            if (!elements.isEmpty()) {
                element.put("spacing", "None");
            }
            if (!Span.plainText(line).isBlank()) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** Somebody's words, and below them where they come from. */
    ObjectNode quote(Block.Quote quote) {
        ObjectNode container = Json2.object().put("type", "Container").put("style", "emphasis");
        var items = container.putArray("items");
        String words = "\u201c" + PlainText.cut(quote.words(), MOST) + "\u201d";
        items.addAll(lines(List.of(new Span.Plain(words)), false));
        if (quote.source() != null) {
            items.addAll(lines(List.of(new Span.Plain(quote.source())), true));
        }
        return container;
    }

    private static ObjectNode richText(List<Span> line, boolean small) {
        ObjectNode element = Json2.object().put("type", "RichTextBlock");
        element.putArray("inlines").addAll(line.stream().map((span) -> run(span, small)).toList());
        return element;
    }

    private static ObjectNode run(Span span, boolean small) {
        ObjectNode run = Json2.object().put("type", "TextRun");
        if (small) {
            run.put("size", "Small").put("isSubtle", true);
        }
        switch (span) {
            case Span.Plain(String text) -> run.put("text", plain(text));
            case Span.Strong(String text) -> run.put("text", plain(text)).put("weight", "Bolder");
            case Span.Mention mention -> run.put("text", plain(mention.plainText()));
            case Span.Link(String label, String url) -> {
                run.put("text", plain(label));
                if (safe(url)) {
                    run.putObject("selectAction").put("type", "Action.OpenUrl").put("url", url);
                }
            }
            case Span.Moment moment -> run.put("text", moment(moment));
        }
        return run;
    }

    private ObjectNode textBlock(List<Span> line, boolean small) {
        StringBuilder text = new StringBuilder();
        line.forEach((span) -> text.append(markup(span)));
        ObjectNode block = Json2.object().put("type", "TextBlock").put("text", text.toString()).put("wrap", true);
        return small ? block.put("size", "Small").put("isSubtle", true) : block;
    }

    private String markup(Span span) {
        return switch (span) {
            case Span.Plain(String text) -> literal(text);
            case Span.Strong(String text) -> text.isBlank() ? literal(text) : "**" + literal(text.strip()) + "**";
            case Span.Mention mention -> mentions(mention) ? at(mention) : literal(mention.plainText());
            case Span.Link(String label, String url) ->
                safe(url) ? "[" + literal(label) + "](" + url + ")" : literal(label);
            case Span.Moment moment -> moment(moment);
        };
    }

    /**
     * The text that the card's entity names; another person of the same name gets none.
     */
    private String at(Span.Mention mention) {
        String text = "<at>" + literal(mention.name()) + "</at>";
        Span.Mention first = mentions.putIfAbsent(text, mention);
        return (first == null || first.person().equals(mention.person())) ? text : literal(mention.plainText());
    }

    private boolean mentions(Span span) {
        return span instanceof Span.Mention(Address person, String name)
                && person.platform().equals(TeamsMessenger.PLATFORM) && person.tenant().equals(tenant)
                && !name.isBlank();
    }

    private static List<List<Span>> split(List<Span> spans) {
        List<List<Span>> lines = new ArrayList<>();
        lines.add(new ArrayList<>());
        for (Span span : spans) {
            String[] pieces = switch (span) {
                case Span.Plain(String text) -> text.split("\n", -1);
                case Span.Strong(String text) -> text.split("\n", -1);
                case Span.Mention _, Span.Link _, Span.Moment _ -> new String[0];
            };
            if (pieces.length == 0) {
                lines.getLast().add(span);
            }
            for (int i = 0; i < pieces.length; i++) {
                if (i > 0) {
                    lines.add(new ArrayList<>());
                }
                if (!pieces[i].isEmpty()) {
                    lines.getLast()
                        .add((span instanceof Span.Strong) ? new Span.Strong(pieces[i]) : new Span.Plain(pieces[i]));
                }
            }
        }
        return lines;
    }

    /** Text of any origin for a run: only the card's own functions must not be called. */
    static String plain(String text) {
        return FUNCTION.matcher(PlainText.cut(text, MOST)).replaceAll("{ ");
    }

    /**
     * Text of any origin where markup is rendered: the characters that make it are
     * replaced by ones that look like them.
     */
    static String literal(String text) {
        return plain(text).replace('*', '\u2217')
            .replace('_', '\u02cd')
            .replace('~', '\u223c')
            .replace('`', '\u02cb')
            .replace('[', '\u27e6')
            .replace(']', '\u27e7')
            .replace('<', '\u2039')
            .replace('>', '\u203a')
            .replace('&', '\uff06')
            .replace('#', '\uff03')
            .replace('\\', '\u2216')
            .replace("://", ":\u2215\u2215");
    }

    /** A moment that the client shows in the reader's own zone. */
    private static String moment(Span.Moment moment) {
        String at = moment.at().truncatedTo(ChronoUnit.SECONDS).toString();
        return switch (moment.style()) {
            case DAY -> "{{DATE(" + at + ", SHORT)}}";
            case DAY_AND_TIME -> "{{DATE(" + at + ", SHORT)}}, {{TIME(" + at + ")}}";
            case TIME -> "{{TIME(" + at + ")}}";
        };
    }

    /** Whether an address may stand in a card: https, and nothing that ends a link. */
    static boolean safe(@Nullable String url) {
        return url != null && url.startsWith("https://") && url.length() <= MOST && !url.contains("{{")
                && url.chars()
                    .noneMatch((c) -> c <= ' ' || c == '(' || c == ')' || c == '<' || c == '>' || c == '"'
                            || Character.getType(c) == Character.FORMAT);
    }

}
