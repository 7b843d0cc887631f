package io.touchpoint.conversation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Understands what people write in reply to a question, by rules: what the rules do not
 * know is a comment, never guessed.
 */
final class Understanding {

    private Understanding() {
    }

    /**
     * What a reply means.
     * @param raw the reply as it came, at most its first 2,000 characters are read
     * @param asked what was asked
     * @param hint the person's language, which breaks ties between languages
     * @param zone the person's zone, for "tomorrow" and "at 5pm"
     * @param now when the reply was written
     */
    static Reply understand(String raw, Expectation asked, Locale hint, ZoneId zone, Instant now) {
        return new Reply.FreeText(raw);
    }

}
