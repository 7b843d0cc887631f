package io.touchpoint.conversation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation needs to know of the world for one step.
 *
 * @param script the words
 * @param name the customer's name; null when it is not known
 * @param zone the customer's zone
 * @param locale the customer's language
 * @param firstContact whether the customer was never asked before on this platform
 * @param snoozeUntil when the question is put again after "not now"
 * @param caseDue when a case that is opened now is due
 * @param teamZone the zone in which that day is meant
 * @param now the time
 */
record Scene(Script script, @Nullable String name, ZoneId zone, Locale locale, boolean firstContact,
        Instant snoozeUntil, Instant caseDue, ZoneId teamZone, Instant now) {
}
