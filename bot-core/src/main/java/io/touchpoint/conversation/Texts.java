package io.touchpoint.conversation;

import io.touchpoint.team.Team;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The fixed sentences of conversations, whole in each language, with named places to
 * fill.
 */
final class Texts {

    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
        .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The languages in which there is everything. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final ResourceBundle bundle;

    /** The language that is spoken: the wanted one, or the fallback's, or English. */
    private final Locale language;

    private Texts(ResourceBundle bundle, Locale language) {
        this.bundle = bundle;
        this.language = language;
    }

    /** The sentences in the first of these languages that there is, else in English. */
    static Texts in(Locale wanted, Locale fallback) {
        for (Locale locale : List.of(wanted, fallback)) {
            ResourceBundle found = ResourceBundle.getBundle("io.touchpoint.conversation.script",
                    Locale.of(locale.getLanguage()), NO_FALLBACK);
            if (!found.getLocale().getLanguage().isEmpty()) {
                return new Texts(found, found.getLocale());
            }
            if (locale.getLanguage().equals("en")) {
                return new Texts(found, Locale.ENGLISH);
            }
        }
        return new Texts(ResourceBundle.getBundle("io.touchpoint.conversation.script", Locale.ROOT, NO_FALLBACK),
                Locale.ENGLISH);
    }

    Locale language() {
        return language;
    }

    /** A sentence; names and values alternate. */
    String of(String key, Object... places) {
        return fill(bundle.getString(key), places);
    }

    /** A team at the start of a sentence; "Our team" for null. */
    String team(@Nullable Team team) {
        if (team == null) {
            return of("ourTeam");
        }
        String name = team.names().get(language.getLanguage());
        return (name != null) ? name : capitalised(of("teamNamed", "name", team.name()));
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** A day in a zone, such as "25 Nov". */
    String day(Instant at, ZoneId zone) {
        return formatted(at, zone, "");
    }

    /** The same with the day of the week, such as "Wed 25 Nov". */
    String weekday(Instant at, ZoneId zone) {
        return formatted(at, zone, "EEE ");
    }

    private String formatted(Instant at, ZoneId zone, String before) {
        String day = language.getLanguage().equals("de") ? "d. MMM" : "d MMM";
        return DateTimeFormatter.ofPattern(before + day, language).withZone(zone).format(at);
    }

    /** Fills the places of a sentence; names and values alternate. */
    static String fill(String sentence, Object... places) {
        String filled = sentence;
        for (int i = 0; i < places.length; i += 2) {
            filled = filled.replace("{" + places[i] + "}", String.valueOf(places[i + 1]));
        }
        return filled;
    }

    /** As it stands within a sentence. */
    static String uncapitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

}
