package io.touchpoint.chat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One part of a message, in reading order. All text is plain: each adapter escapes it for
 * its platform.
 */
public sealed interface Block extends FormPart {

    /** The block as plain text. */
    String plainText();

    /** The title of a message, at most 150 characters. */
    @Document
    @TypeAlias("heading")
    record Heading(String text) implements Block {

        @Override
        public String plainText() {
            return text;
        }

    }

    /** Running text. */
    @Document
    @TypeAlias("paragraph")
    record Paragraph(List<Span> spans) implements Block {

        public Paragraph {
            spans = List.copyOf(spans);
        }

        public static Paragraph of(String text) {
            return new Paragraph(List.of(new Span.Plain(text)));
        }

        public static Paragraph of(Span... spans) {
            return new Paragraph(List.of(spans));
        }

        @Override
        public String plainText() {
            return Span.plainText(spans);
        }

    }

    /** Small print below a message. */
    @Document
    @TypeAlias("note")
    record Note(List<Span> spans) implements Block {

        public Note {
            spans = List.copyOf(spans);
        }

        public static Note of(String text) {
            return new Note(List.of(new Span.Plain(text)));
        }

        public static Note of(Span... spans) {
            return new Note(List.of(spans));
        }

        @Override
        public String plainText() {
            return Span.plainText(spans);
        }

    }

    /**
     * A person's own words, shown literally in an element that renders no markup.
     *
     * @param words what was written
     * @param source where it comes from, such as "online order, 19 Nov"; null when that
     * is plain from the context
     */
    @Document
    @TypeAlias("quote")
    record Quote(String words, @Nullable String source) implements Block {

        @Override
        public String plainText() {
            String quoted = "\u201c" + words + "\u201d";
            return (source == null) ? quoted : quoted + "   " + source;
        }

    }

    /** Buttons side by side. */
    @Document
    @TypeAlias("buttons")
    record Buttons(List<Button> buttons) implements Block {

        public Buttons {
            buttons = List.copyOf(buttons);
        }

        public static Buttons of(Button... buttons) {
            return new Buttons(List.of(buttons));
        }

        @Override
        public String plainText() {
            return buttons.stream().map((button) -> "[" + button.label() + "]").collect(Collectors.joining(" "));
        }

    }

    /**
     * A bar chart; a platform that cannot draw it shows the same numbers as text.
     *
     * @param title what is drawn, at most 50 characters
     * @param unit what the values are, such as "%"
     * @param categories the names below the bars, unique, at most 20 characters each
     * @param series one to six series, each with one value for each category
     */
    @Document
    @TypeAlias("bars")
    record Bars(String title, String unit, List<String> categories, List<Series> series) implements Block {

        public Bars {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
            for (Series one : series) {
                if (one.values().size() != categories.size()) {
                    throw new IllegalArgumentException("a series needs one value for each category: " + one.name());
                }
            }
        }

        @Override
        public String plainText() {
            StringBuilder text = new StringBuilder(title);
            for (Series one : series) {
                text.append('\n').append(one.name()).append(": ");
                for (int i = 0; i < categories.size(); i++) {
                    text.append((i == 0) ? "" : ", ")
                        .append(categories.get(i))
                        .append(' ')
                        .append(String.format(Locale.ROOT, "%.0f", one.values().get(i)))
                        .append(unit);
                }
            }
            return text.toString();
        }

    }

    /** The values of one series of a chart, in the order of its categories. */
    record Series(String name, List<Double> values) {

        public Series {
            values = List.copyOf(values);
        }

    }

}
