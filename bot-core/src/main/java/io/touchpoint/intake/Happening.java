package io.touchpoint.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as a source tells of it.
 *
 * @param id the source's own: the same when it is told again
 * @param type as the journey map names it, such as {@code order.delivered}
 * @param attributes what else it says, for the conditions of touchpoints
 */
record Happening(String id, String type, Instant time, Person person, Thing thing, Map<String, String> attributes) {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_.-]{1,36}");

    private static final int MOST_TAGS = 30;

    /**
     * Whom it happened to.
     *
     * @param key the company's own id of the customer, or the source's with its name
     * before it; null when the source tells none
     */
    record Person(@Nullable String key, @Nullable String email, @Nullable String name, @Nullable String locale,
            @Nullable String zone, @Nullable String country, @Nullable String account) {

        static final Person UNKNOWN = new Person(null, null, null, null, null, null, null);

        /** The e-mail address, if it is one. */
        Optional<String> address() {
            return Optional.ofNullable(email)
                .filter((text) -> text.length() <= 254 && EMAIL.matcher(text).matches())
                .map((text) -> text.toLowerCase(Locale.ROOT));
        }

    }

    /**
     * What it is about.
     *
     * @param key as the customer knows it; null when the source does not tell it here
     * @param reference the source's own id, by which it tells more of the same later;
     * null for none
     */
    record Thing(String kind, @Nullable String key, @Nullable String occurrence, @Nullable String reference,
            @Nullable String title) {
    }

    /** The attributes that say that something is tagged so: {@code tag.vip}. */
    static Map<String, String> tagged(List<String> tags) {
        Map<String, String> attributes = new LinkedHashMap<>();
        tags.stream()
            .map((tag) -> tag.strip().toLowerCase(Locale.ROOT).replace(' ', '-'))
            .filter((tag) -> TAG.matcher(tag).matches())
            .limit(MOST_TAGS)
            .forEach((tag) -> attributes.put("tag." + tag, "yes"));
        return attributes;
    }

    /**
     * It as CloudEvents has it. What nobody depends on is left out when it makes no
     * sense, so that a strange name does not cost an answer.
     * @param customer the key of the customer
     * @param subject the key of the thing
     */
    byte[] body(String source, String customer, String subject) {
        Map<String, Object> who = new LinkedHashMap<>();
        who.put("id", customer);
        put(who, "email", person.address());
        put(who, "name", fit(person.name(), 100));
        put(who, "locale", Optional.ofNullable(person.locale()).filter(Happening::isLanguage));
        put(who, "timeZone", Optional.ofNullable(person.zone()).filter(ZoneId.getAvailableZoneIds()::contains));
        put(who, "country", Optional.ofNullable(person.country()).filter((code) -> COUNTRY.matcher(code).matches()));
        put(who, "account", fit(person.account(), 100));
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("kind", thing.kind());
        about.put("id", subject);
        put(about, "occurrence", Optional.ofNullable(thing.occurrence()));
        put(about, "title", fit(thing.title(), 80));
        Map<String, Object> more = new LinkedHashMap<>();
        attributes.forEach((name, value) -> put(more, name, fit(value, 300)));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", source);
        event.put("type", type);
        event.put("time", time.toString());
        event.put("data", Map.of("customer", who, "subject", about, "attributes", more));
        return Json.write(event).getBytes(StandardCharsets.UTF_8);
    }

    private static void put(Map<String, Object> all, String name, Optional<String> value) {
        value.ifPresent((text) -> all.put(name, text));
    }

    private static Optional<String> fit(@Nullable String text, int most) {
        return Optional.ofNullable(text)
            .map((all) -> all.codePoints()
                .filter((character) -> !Json.isUnfit(character))
                .limit(most)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip())
            .filter((fitting) -> !fitting.isEmpty());
    }

    private static boolean isLanguage(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
            return List.of(Locale.getISOLanguages()).contains(locale.getLanguage());
        }
        catch (IllformedLocaleException _) {
            return false;
        }
    }

}
