package io.touchpoint.chat;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What platforms tell of people, read without trusting it: null for what makes no sense.
 */
public final class Told {

    private Told() {
    }

    /** A locale by its BCP 47 tag. */
    public static @Nullable Locale locale(@Nullable String tag) {
        try {
            return (tag == null) ? null : new Locale.Builder().setLanguageTag(tag).build();
        }
        catch (IllformedLocaleException ex) {
            return null;
        }
    }

    /** A time zone by its name in the tz database. */
    public static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return (name == null) ? null : ZoneId.of(name);
        }
        catch (DateTimeException ex) {
            return null;
        }
    }

}
