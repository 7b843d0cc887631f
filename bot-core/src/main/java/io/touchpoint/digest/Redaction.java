package io.touchpoint.digest;

import java.util.Collection;
import java.util.regex.Pattern;

/** Takes names and ways to reach people out of customers' words. */
final class Redaction {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d ()/-]{6,}\\d");

    private Redaction() {
    }

    static String redact(String words, Collection<String> names) {
        String redacted = NUMBER.matcher(ADDRESS.matcher(words).replaceAll("[e-mail]")).replaceAll("[number]");
        for (String name : names.stream().filter((some) -> !some.isBlank()).toList()) {
            redacted = redacted.replaceAll("(?iu)(?<![\\p{L}\\d])" + Pattern.quote(name) + "(?![\\p{L}\\d])", "[name]");
        }
        return redacted;
    }

}
