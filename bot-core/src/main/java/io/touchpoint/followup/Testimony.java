package io.touchpoint.followup;

import io.touchpoint.customer.Customer;
import io.touchpoint.followup.Past.Remembered;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * Gathers what the decisions of some time tell, as they are stored: how many questions
 * were put, and what chat said of the customers.
 */
final class Testimony {

    private final Instant from;

    private final Instant to;

    private final Set<String> carried = new HashSet<>();

    private final Set<String> unreachable = new HashSet<>();

    private final Set<String> colleagues = new HashSet<>();

    private final Set<String> customers = new HashSet<>();

    private final Map<String, ZoneId> zones = new HashMap<>();

    private int asked;

    Testimony(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    /** Takes one in. */
    void decision(Document stored) {
        Document standing = stored.get("standing", Document.class);
        String customer = stored.getString("customer");
        Date askedAt = stored.getDate("askedAt");
        asked += (askedAt != null && within(askedAt.toInstant())) ? 1 : 0;
        if (first(stored, standing).isBefore(from)) {
            carried.add(stored.getString("_id"));
            customers.add(customer);
        }
        zones.put(customer, ZoneId.of(stored.getString("zone")));
    }

    /** Takes in what stood in the way of one. */
    void obstacles(Document stored) {
        Document standing = stored.get("standing", Document.class);
        for (Document finding : standing.getList("findings", Document.class)) {
            boolean passes = finding.getString("result").equals(Finding.Result.PASSES.name());
            if (!passes && finding.getString("gate").equals(Gate.REACHABILITY.name())) {
                unreachable.add(standing.getString("event"));
            }
            if (!passes && finding.getString("gate").equals(Gate.INTERNAL.name())) {
                colleagues.add(stored.getString("customer"));
            }
        }
    }

    /** When it was first ruled. */
    private static Instant first(Document stored, Document standing) {
        List<Document> earlier = stored.getList("earlier", Document.class, List.of());
        return (earlier.isEmpty() ? standing : earlier.getFirst()).getDate("at").toInstant();
    }

    private boolean within(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    /** Whose questions were planned before. */
    Set<String> customers() {
        return customers;
    }

    /** The customer, in the zone that was known then where none is now. */
    Customer there(Customer known) {
        ZoneId zone = zones.get(known.id());
        return (known.zone() != null || zone == null) ? known : known.livingIn(zone);
    }

    Remembered remembered() {
        return new Remembered(asked, carried, unreachable, colleagues);
    }

}
