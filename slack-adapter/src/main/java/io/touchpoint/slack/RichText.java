package io.touchpoint.slack;

import io.touchpoint.chat.Block;
import io.touchpoint.chat.PlainText;
import io.touchpoint.chat.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Running text and quoted words as Slack's rich text, whose text elements render no
 * markup; and as mrkdwn for the one place, small print, where rich text cannot stand.
 */
final class RichText {

    private static final int MOST = 3000;

    private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{1,20}");

    private final String tenant;

    RichText(String tenant) {
        this.tenant = tenant;
    }

    /** A paragraph as a section; empty when there is nothing to show. */
    List<Map<String, Object>> paragraph(List<Span> spans) {
        List<Map<String, Object>> elements = spans.stream().map(this::element).flatMap(List::stream).toList();
        return elements.isEmpty() ? List.of() : List.of(Json.object("type", "rich_text_section", "elements", elements));
    }

    /** Somebody's words, and below them where they come from. */
    List<Map<String, Object>> quote(Block.Quote quote) {
        List<Map<String, Object>> parts = new ArrayList<>();
        parts.add(Json.object("type", "rich_text_quote", "elements",
                text("\u201c" + PlainText.cut(quote.words(), MOST) + "\u201d", false)));
        String source = quote.source();
        if (source != null) {
            parts.addAll(paragraph(List.of(new Span.Plain(source))));
        }
        return parts;
    }

    private List<Map<String, Object>> element(Span span) {
        return switch (span) {
            case Span.Plain(String text) -> text(text, false);
            case Span.Strong(String text) -> text(text, true);
            case Span.Mention mention -> {
                String user = user(mention);
                yield (user != null) ? List.of(Json.object("type", "user", "user_id", user))
                        : text(mention.plainText(), false);
            }
            case Span.Link(String label, String url) ->
                safe(url) ? List.of(Json.object("type", "link", "url", url, "text", PlainText.cut(label, MOST)))
                        : text(label, false);
            case Span.Moment moment -> List.of(Json.object("type", "date", "timestamp", moment.at().getEpochSecond(),
                    "format", format(moment.style()), "fallback", moment.plainText()));
        };
    }

    private static List<Map<String, Object>> text(String text, boolean strong) {
        String clean = PlainText.cut(text, MOST);
        if (clean.isEmpty()) {
            return List.of();
        }
        return List.of(Json.object("type", "text", "text", clean, "style", strong ? Json.object("bold", true) : null));
    }

    /** Small print: plain text where that is enough, else escaped mrkdwn. */
    @Nullable Map<String, Object> small(List<Span> spans) {
        if (Span.plainText(spans).isBlank()) {
            return null;
        }
        if (spans.stream().allMatch(Span.Plain.class::isInstance)) {
            return plain(Span.plainText(spans), MOST);
        }
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            String piece = markup(span);
            if (text.length() + piece.length() > MOST) {
                text.append("\u2026");
                break;
            }
            text.append(piece);
        }
        return Json.object("type", "mrkdwn", "text", text.toString(), "verbatim", true);
    }

    private String markup(Span span) {
        return switch (span) {
            case Span.Plain(String text) -> Words.literal(text);
            case Span.Strong(String text) -> text.isBlank() ? "" : "*" + Words.literal(text.strip()) + "*";
            case Span.Mention mention -> {
                String user = user(mention);
                yield (user != null) ? "<@" + user + ">" : Words.literal(mention.plainText());
            }
            case Span.Link(String label, String url) ->
                safe(url) ? "<" + Words.escape(url) + "|" + Words.literal(label).replace('|', '\u2223') + ">"
                        : Words.literal(label);
            case Span.Moment moment -> "<!date^" + moment.at().getEpochSecond() + "^" + format(moment.style()) + "|"
                    + Words.literal(moment.plainText()) + ">";
        };
    }

    private @Nullable String user(Span.Mention mention) {
        boolean here = mention.person().platform().equals(SlackMessenger.PLATFORM)
                && mention.person().tenant().equals(tenant) && USER.matcher(mention.person().id()).matches();
        return here ? mention.person().id() : null;
    }

    /** Whether an address may stand in a message: https, and nothing that ends a link. */
    static boolean safe(String url) {
        return url.startsWith("https://") && url.length() <= MOST
                && url.chars()
                    .noneMatch((c) -> c <= ' ' || c == '|' || c == '<' || c == '>' || c == '"'
                            || Character.getType(c) == Character.FORMAT);
    }

    private static String format(Span.Moment.Style style) {
        return switch (style) {
            case DAY -> "{date_short}";
            case DAY_AND_TIME -> "{date_short}, {time}";
            case TIME -> "{time}";
        };
    }

    /** Slack's plain text object, in which not even an emoji's name is rendered. */
    static Map<String, Object> plain(String text, int most) {
        return Json.object("type", "plain_text", "text", PlainText.cut(text, most), "emoji", false);
    }

}
