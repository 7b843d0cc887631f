package io.touchpoint.chat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** A piece of running text. */
public sealed interface Span {

    /** The piece as plain text. */
    String plainText();

    /** The pieces as one plain text. */
    static String plainText(List<Span> spans) {
        return spans.stream().map(Span::plainText).collect(Collectors.joining());
    }

    /** Ordinary text. */
    @Document
    @TypeAlias("plain")
    record Plain(String text) implements Span {

        @Override
        public String plainText() {
            return text;
        }

    }

    /** Text that stands out. */
    @Document
    @TypeAlias("strong")
    record Strong(String text) implements Span {

        @Override
        public String plainText() {
            return text;
        }

    }

    /** A person's name that the platform turns into a mention. */
    @Document
    @TypeAlias("mention")
    record Mention(Address person, String name) implements Span {

        @Override
        public String plainText() {
            return "@" + name;
        }

    }

    /** Words that open an https address. */
    @Document
    @TypeAlias("link")
    record Link(String label, String url) implements Span {

        @Override
        public String plainText() {
            return label;
        }

    }

    /**
     * A moment that each reader sees in the own zone.
     *
     * @param at the moment
     * @param style how much of it is shown
     * @param zone the zone of the plain text, which names it wherever it shows a time of
     * day
     * @param locale the language of the plain text
     */
    @Document
    @TypeAlias("moment")
    record Moment(Instant at, Style style, ZoneId zone, Locale locale) implements Span {

        /** How much of a moment is shown. */
        public enum Style {

            /** Wed 25 Nov. */
            DAY("EEE d MMM"),
            /** Wed 25 Nov, 16:00. */
            DAY_AND_TIME("EEE d MMM, HH:mm"),
            /** 16:00. */
            TIME("HH:mm");

            private final String pattern;

            Style(String pattern) {
                this.pattern = pattern;
            }

        }

        @Override
        public String plainText() {
            String text = DateTimeFormatter.ofPattern(style.pattern, locale).withZone(zone).format(at);
            return (style == Style.DAY) ? text : text + " " + zone.getDisplayName(TextStyle.NARROW, Locale.ROOT);
        }

    }

}
