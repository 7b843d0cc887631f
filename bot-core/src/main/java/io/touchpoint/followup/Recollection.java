package io.touchpoint.followup;

import io.touchpoint.followup.BusinessEvent.Attribute;
import io.touchpoint.followup.Lifeline.Passed;
import io.touchpoint.followup.Past.Arrival;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * Gathers the events of some time from lifelines as they are stored. Of words that come
 * again and again one copy is kept.
 */
final class Recollection {

    private static final Comparator<Passed> ORDER = Comparator.comparing(Passed::arrived).thenComparing(Passed::event);

    private final Instant from;

    private final Instant to;

    private final List<Arrival> arrivals = new ArrayList<>();

    private final Map<String, Lifeline> before = new HashMap<>();

    private final Set<String> customers = new HashSet<>();

    private final Map<String, String> copies = new HashMap<>();

    Recollection(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    /** The events that happened to some customers, in the order of their arrival. */
    List<Arrival> arrivals(Set<String> known) {
        return arrivals.stream()
            .filter((one) -> known.contains(one.passed().customer()))
            .sorted(Comparator.comparing(Arrival::passed, ORDER))
            .toList();
    }

    Map<String, Lifeline> before() {
        return before;
    }

    Set<String> customers() {
        return customers;
    }

    /** Takes in what became known of a subject in a part of the time. */
    void lifeline(Document stored, Instant begin, Instant end) {
        String id = stored.getString("_id");
        String kind = copy(stored.getString("kind"));
        String key = stored.getString("key");
        List<Passed> all = stored.getList("passed", Document.class)
            .stream()
            .map(this::passed)
            .filter((one) -> !one.arrived().isAfter(to))
            .toList();
        String last = all.stream().max(ORDER).map(Passed::event).orElse("");
        for (Passed one : all) {
            if (!one.arrived().isBefore(begin) && one.arrived().isBefore(end)) {
                customers.add(one.customer());
                arrivals.add(new Arrival(id, kind, key, one, one.event().equals(last)));
            }
        }
        List<Passed> earlier = all.stream().filter((one) -> one.arrived().isBefore(from)).toList();
        if (!earlier.isEmpty()) {
            before.computeIfAbsent(id,
                    (_) -> new Lifeline(id, null, id.substring(0, id.indexOf('|')), kind, key, earlier));
        }
    }

    private Passed passed(Document one) {
        return new Passed(one.getString("event"), copy(one.getString("type")), one.getDate("at").toInstant(),
                one.getDate("arrived").toInstant(), copy(one.getString("customer")), one.getString("occurrence"), null,
                null, null, null,
                one.getList("attributes", Document.class, List.of())
                    .stream()
                    .map((attribute) -> new Attribute(copy(attribute.getString("name")),
                            copy(attribute.getString("value"))))
                    .toList(),
                null);
    }

    private String copy(String word) {
        return copies.computeIfAbsent(word, (first) -> first);
    }

}
