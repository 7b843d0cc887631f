package io.touchpoint.intake;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Spot;
import io.touchpoint.customer.Customer.Consent;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.followup.BusinessEvent;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a business event from a CloudEvents 1.0 structured JSON body. */
public final class EventReader {

    private static final Duration AHEAD = Duration.ofHours(1);

    private static final Set<String> KNOWN = Set.of("order.placed", "order.delivered", "order.returned",
            "ticket.solved", "ticket.reopened", "page.visited", "article.read");

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Workspace workspace;

    private final Instant now;

    public EventReader(Workspace workspace, Instant now) {
        this.workspace = workspace;
        this.now = now;
    }

    /** The event that a body tells of. */
    public BusinessEvent read(byte[] body) throws Malformed {
        Json json = Json.read(body);
        if (!json.text("specversion", 10).equals("1.0")) {
            throw new Malformed("specversion", "must be 1.0");
        }
        String id = json.text("id", 200);
        String source = json.id("source", 200);
        String type = json.id("type", 200);
        Instant time = time(json, now);
        Optional<String> contentType = json.optionalText("datacontenttype", 100);
        if (contentType.isPresent() && !contentType.get().toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new Malformed("datacontenttype", "must be application/json");
        }
        Json data = json.object("data");
        Json subject = data.object("subject");
        String kind = subject.text("kind", 40);
        if (!kind.matches("[a-z][a-z0-9_-]*")) {
            throw new Malformed("data.subject.kind", "must be lower-case letters, digits, - and _");
        }
        List<BusinessEvent.Attribute> attributes = new ArrayList<>();
        data.pairs("attributes")
            .forEach((pair) -> attributes.add(new BusinessEvent.Attribute(pair.name(), pair.value())));
        return new BusinessEvent(workspace.id(), source, id, type, time, customer(data.object("customer"), time), kind,
                subject.id("id", 100), subject.optionalId("occurrence", 20).orElse(null),
                subject.optionalText("title", 80).orElse(null), subject.optionalId("owner", 40).orElse(null),
                subject.optionalId("team", 40).orElse(null), attributes, data.flag("manual"), thread(subject));
    }

    /** Where the conversation was, on the first platform that is named. */
    private @Nullable Spot thread(Json subject) throws Malformed {
        Optional<Json> thread = subject.optionalObject("thread");
        if (thread.isEmpty()) {
            return null;
        }
        for (String platform : thread.get().names()) {
            Optional<Json> spot = thread.get().optionalObject(platform);
            Tenant tenant = tenant(platform, "data.subject.thread");
            if (spot.isPresent()) {
                return new Spot(Address.channel(workspace.id(), platform, tenant.key(), spot.get().id("channel", 200)),
                        spot.get().id("message", 100));
            }
        }
        return null;
    }

    /**
     * Refuses an event of a type that is neither known from the start nor named by the
     * journey map.
     */
    public static void check(BusinessEvent event, Collection<String> named) throws Malformed {
        Set<String> known = known(named);
        if (!known.contains(event.type())) {
            throw new Malformed("type", "is not known; known are " + String.join(", ", known));
        }
    }

    /** The types that are taken, in order: the usual ones and those that a map names. */
    static Set<String> known(Collection<String> named) {
        Set<String> known = new TreeSet<>(KNOWN);
        known.addAll(named);
        return known;
    }

    /** When it happened. */
    static Instant time(Json json, Instant now) throws Malformed {
        Instant time = json
            .optional("time", "a time such as 2026-11-19T09:00:00Z", (text) -> OffsetDateTime.parse(text).toInstant())
            .orElseThrow(() -> new Malformed("time", "is missing"));
        if (time.isAfter(now.plus(AHEAD))) {
            throw new Malformed("time", "is in the future");
        }
        if (time.isBefore(EARLIEST)) {
            throw new Malformed("time", "is before the year 2000");
        }
        return Instant.ofEpochMilli(time.toEpochMilli());
    }

    private CustomerFacts customer(Json customer, Instant time) throws Malformed {
        String key = customer.id("id", 100);
        Optional<String> email = customer.optionalText("email", 254);
        if (email.isPresent() && !email.get().matches("[^@\\s]+@[^@\\s]+")) {
            throw new Malformed("data.customer.email", "is not an e-mail address");
        }
        return new CustomerFacts(key, customer.optionalText("name", 100).orElse(null), email.orElse(null),
                customer.optional("locale", "a language such as en or de-AT", EventReader::locale).orElse(null),
                customer.optional("timeZone", "a time zone such as Europe/Berlin", EventReader::zone).orElse(null),
                customer.optional("country", "a country such as DE or DE-BY", EventReader::country).orElse(null),
                customer.optionalText("account", 100).orElse(null), addresses(customer),
                customer.has("consent") ? new Consent(customer.flag("consent"), time) : null);
    }

    private List<Address> addresses(Json customer) throws Malformed {
        List<Address> addresses = new ArrayList<>();
        Optional<Json> chat = customer.optionalObject("chat");
        if (chat.isEmpty()) {
            return addresses;
        }
        for (String platform : chat.get().names()) {
            Tenant tenant = tenant(platform, "data.customer.chat");
            chat.get()
                .optionalId(platform, 200)
                .map((id) -> Address.person(workspace.id(), platform, tenant.key(), id))
                .ifPresent(addresses::add);
        }
        return addresses;
    }

    private Tenant tenant(String platform, String field) throws Malformed {
        return workspace.tenants()
            .stream()
            .filter((one) -> one.platform().equals(platform))
            .findFirst()
            .orElseThrow(() -> new Malformed(field, "names a platform that this workspace does not use"));
    }

    static Locale locale(String tag) {
        Locale locale = new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
        if (locale.getLanguage().isEmpty()) {
            throw new IllformedLocaleException();
        }
        return locale;
    }

    private static String country(String code) {
        if (!code.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?")) {
            throw new IllegalArgumentException();
        }
        return code;
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException();
        }
        return ZoneId.of(name);
    }

}
