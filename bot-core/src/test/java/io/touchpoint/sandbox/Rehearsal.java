package io.touchpoint.sandbox;

import io.touchpoint.sandbox.SimulatedPlatform.Channel;
import io.touchpoint.sandbox.SimulatedPlatform.Person;
import io.touchpoint.sandbox.SimulatedPlatform.Role;
import io.touchpoint.sandbox.SimulatedPlatform.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Plays whole weeks of the company's life: things happen in the shop, customers answer or
 * not, colleagues take cases and plan check-ins. All chance comes from one seed, so that
 * two fresh sandboxes live through the same weeks.
 */
final class Rehearsal {

    private static final Duration GLANCE = Duration.ofHours(3);

    private static final int CUSTOMERS = 40;

    private final Sandbox sandbox;

    private final SimulatedPlatform platform;

    private final BusinessEvents events;

    Rehearsal(Sandbox sandbox, BusinessEvents events) {
        this.sandbox = sandbox;
        this.platform = sandbox.platform();
        this.events = events;
    }

    /**
     * Something that somebody will do; of two at one time the earlier planned goes first.
     */
    private record Planned(Instant at, int number, Runnable deed) {
    }

    /** A run: its plan, what it has read so far, and what it counts. */
    final class Run {

        private final PriorityQueue<Planned> plan = new PriorityQueue<>(
                Comparator.comparing(Planned::at).thenComparingInt(Planned::number));

        private final Map<String, Integer> read = new HashMap<>();

        private final Map<String, Integer> counts = new TreeMap<>();

        private final RehearsedCustomers customers;

        private final RehearsedColleagues colleagues;

        private int number;

        Run(int seed) {
            this.customers = new RehearsedCustomers(this, platform, seed);
            this.colleagues = new RehearsedColleagues(this, platform, seed);
        }

        /** Lets somebody do something at a time, or as soon as it has passed. */
        void plan(Instant at, Runnable deed) {
            plan.add(new Planned(at, number++, deed));
        }

        void count(String what) {
            counts.merge(what, 1, Integer::sum);
        }

        /** Tells the application of something that happened to a customer now. */
        void happens(String kind, String subject, Person customer) {
            count("events");
            events.post(kind, subject, customer, sandbox.now());
        }

        private Map<String, Object> play(int weeks) {
            Instant from = sandbox.now();
            Instant to = from.plus(Duration.ofDays(7L * weeks));
            customers.come(CUSTOMERS);
            skipWhatStands();
            for (int week = 0; week < weeks; week++) {
                customers.live(from.plus(Duration.ofDays(7L * week)), week);
            }
            while (sandbox.now().isBefore(to)) {
                step(to);
            }
            return summary(weeks, from, to);
        }

        private void step(Instant to) {
            Instant glance = sandbox.now().plus(GLANCE);
            Instant next = Optional.ofNullable(plan.peek()).map(Planned::at).orElse(to);
            Instant until = earliest(earliest(next, glance), to);
            sandbox.moveTo(latest(until, sandbox.now()));
            while (!plan.isEmpty() && !plan.peek().at().isAfter(sandbox.now())) {
                sandbox.act(plan.remove().deed());
            }
            look();
        }

        /** Everybody reads what is new. */
        private void look() {
            for (Person person : platform.people()) {
                for (Shown message : fresh(person.id(), platform.direct(person.id(), seen(person.id())))) {
                    if (person.role() == Role.CUSTOMER) {
                        customers.read(person, message);
                    }
                    else {
                        colleagues.read(person, message);
                    }
                }
            }
            for (Channel channel : platform.channels()) {
                for (Shown message : fresh(channel.id(), platform.channel(channel.id(), seen(channel.id())))) {
                    colleagues.read(channel, message);
                }
            }
        }

        private void skipWhatStands() {
            platform.people().forEach((person) -> fresh(person.id(), platform.direct(person.id(), seen(person.id()))));
            platform.channels()
                .forEach((channel) -> fresh(channel.id(), platform.channel(channel.id(), seen(channel.id()))));
        }

        private int seen(String place) {
            return read.getOrDefault(place, 0);
        }

        private List<Shown> fresh(String place, List<Shown> messages) {
            read.merge(place, messages.size(), Integer::sum);
            return new ArrayList<>(messages);
        }

        private Map<String, Object> summary(int weeks, Instant from, Instant to) {
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("weeks", weeks);
            summary.put("from", from);
            summary.put("to", to);
            summary.putAll(counts);
            summary.put("text",
                    "%d weeks have passed: %d things happened, %d questions were asked, %d were rated.".formatted(weeks,
                            counts.getOrDefault("events", 0), counts.getOrDefault("questions", 0),
                            counts.getOrDefault("ratings", 0)));
            return summary;
        }

    }

    /**
     * Plays weeks from now on.
     * @return what happened, counted
     */
    Map<String, Object> play(int weeks, int seed) {
        return new Run(seed).play(weeks);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

}
