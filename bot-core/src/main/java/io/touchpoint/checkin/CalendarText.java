package io.touchpoint.checkin;

import io.touchpoint.outbox.Outbox;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * The meetings of a check-in as calendar text (RFC 5545): one event for each meeting, in
 * UTC, without rules and without zones, so that every calendar reads the same. It says
 * who meets, and nothing of what about.
 */
final class CalendarText {

    private static final Duration BACK = Duration.ofDays(8 * 7);

    private static final Duration AHEAD = Duration.ofDays(26 * 7);

    private static final Duration CANCELLED_SHOWN = Duration.ofDays(30);

    private static final int LINE_OCTETS = 75;

    private CalendarText() {
    }

    static String of(CheckIn checkIn, Pair pair, String host, Instant now) {
        Calendar calendar = calendar(checkIn, pair, host, now);
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return folded(text.toString());
    }

    static Calendar calendar(CheckIn checkIn, Pair pair, String host, Instant now) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Touchpoint//Check-ins//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new Method(ImmutableMethod.VALUE_PUBLISH));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), Duration.ofHours(1)));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
        if (checkIn.state() == CheckIn.State.ACCEPTED) {
            int index = checkIn.rhythm().firstFrom(now.minus(BACK));
            Optional<Occurrence> meeting = checkIn.occurrence(index);
            while (meeting.isPresent() && meeting.get().start().isBefore(now.plus(AHEAD))) {
                if (!meeting.get().skipped() || meeting.get().changedAt().plus(CANCELLED_SHOWN).isAfter(now)) {
                    calendar.add(event(checkIn, pair, host, meeting.get()));
                }
                index++;
                meeting = checkIn.occurrence(index);
            }
        }
        return calendar;
    }

    private static VEvent event(CheckIn checkIn, Pair pair, String host, Occurrence meeting) {
        VEvent event = new VEvent(meeting.start(), Duration.ofMinutes(checkIn.minutes()),
                "Touchpoint meeting: " + pair.title());
        event.replace(new DtStamp(meeting.changedAt()));
        event.add(new Uid("occ-" + Outbox.token(checkIn.id()) + "-" + meeting.index() + "@" + host));
        event.add(new Sequence(meeting.sequence()));
        event.add(new Status(meeting.skipped() ? "CANCELLED" : "CONFIRMED"));
        event.add(new Organizer(URI.create("mailto:no-reply@" + host)));
        return event;
    }

    /**
     * Lines of at most 75 octets: the library counts characters, which is too long for
     * other scripts.
     */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        String unfolded = text.replace("\r\n ", "");
        for (int at = 0; at < unfolded.length(); at = unfolded.offsetByCodePoints(at, 1)) {
            String sign = Character.toString(unfolded.codePointAt(at));
            if (sign.equals("\r") || sign.equals("\n")) {
                octets = 0;
            }
            else {
                int length = sign.getBytes(StandardCharsets.UTF_8).length;
                if (octets + length > LINE_OCTETS) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                octets += length;
            }
            folded.append(sign);
        }
        return folded.toString();
    }

}
