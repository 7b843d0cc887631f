package io.touchpoint.year;

import io.touchpoint.followup.BusinessEvent;
import io.touchpoint.followup.Decision;
import io.touchpoint.followup.Finding;
import io.touchpoint.journey.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what customers saw, and at what was decided on each event, and says what is
 * wrong with it. It knows the rules and nothing of the code that keeps them.
 */
final class Review {

    private static final Duration DAY = Duration.ofHours(24);

    private static final Duration WEEK = Duration.ofDays(7);

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private static final LocalTime EVENING = LocalTime.of(20, 0);

    /** A zone, the type of an event, and the code of a platform in brackets. */
    private static final Pattern NAMES = Pattern
        .compile("[A-Z][a-z]+/[A-Za-z_]+|[a-z]+\\.[a-z]+|\\([a-z_]+\\)|Company \\d+");

    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9][a-z0-9']*(?:[ ,;:.]+[A-Za-z0-9][a-z0-9:']*)+ *");

    private final Ruled ruled;

    private final Map<Integer, List<Asked>> customers = new TreeMap<>();

    private final Map<String, Asked> prompts = new HashMap<>();

    private final Map<String, Integer> reminders = new HashMap<>();

    private final Map<String, Instant> answers = new HashMap<>();

    private final Map<Integer, Instant> optOuts = new HashMap<>();

    private final List<String> faults = new ArrayList<>();

    private final Map<String, Integer> reasons = new TreeMap<>();

    private int events;

    Review(Ruled ruled) {
        this.ruled = ruled;
    }

    /** A question that a customer saw. */
    private record Asked(int customer, String prompt, Instant at) {

        String touchpoint() {
            return prompt.substring(prompt.lastIndexOf('|') + 1);
        }

    }

    /** What is wrong. */
    List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        customers.values().forEach((asked) -> clocks(asked, all));
        accounts().forEach((account, asked) -> budget(account, asked, all));
        return all;
    }

    int questions() {
        return prompts.size();
    }

    int answered() {
        return answers.size();
    }

    /** Reminders that were seen. */
    int reminded() {
        return reminders.values().stream().mapToInt(Integer::intValue).sum();
    }

    int events() {
        return events;
    }

    /** How often each gate was the first in the way. */
    Map<String, Integer> reasons() {
        return reasons;
    }

    void told(BusinessEvent event, List<Decision> decisions) {
        events++;
        for (Touchpoint touchpoint : ruled.touchpoints()) {
            if (touchpoint.askedOn().contains(event.type())) {
                List<Decision> its = decisions.stream()
                    .filter((one) -> one.touchpoint().key().equals(touchpoint.key()))
                    .toList();
                expect(its.size() == 1, its.size() + " decisions on " + event.id() + " about " + touchpoint.key());
                its.forEach(this::readable);
            }
        }
    }

    private void readable(Decision decision) {
        decision.standing().obstacle().ifPresent((held) -> reasons.merge(held.gate().reason(), 1, Integer::sum));
        Stream.concat(Stream.of(decision.sentence()), decision.standing().findings().stream().map(Finding::words))
            .forEach((sentence) -> expect(WORDS.matcher(NAMES.matcher(sentence).replaceAll("such")).matches(),
                    "nobody can read: " + sentence));
        expect(!decision.standing().findings().isEmpty(), "no reason for " + decision.id());
    }

    void asked(int customer, String prompt, Instant at) {
        LocalTime there = at.atZone(People.zone(customer)).toLocalTime();
        expect(!there.isBefore(MORNING) && there.isBefore(EVENING), prompt + " asked at night, at " + there);
        Instant optedOut = optOuts.get(customer);
        expect(optedOut == null || at.isBefore(optedOut), prompt + " asked after opting out");
        Asked asked = new Asked(customer, prompt, at);
        if (prompts.putIfAbsent(prompt, asked) == null) {
            customers.computeIfAbsent(customer, (_) -> new ArrayList<>()).add(asked);
        }
        else {
            expect(reminders.merge(prompt, 1, Integer::sum) == 1, prompt + " reminded of twice");
        }
    }

    void answered(String prompt, Instant at) {
        answers.put(prompt, at);
    }

    void optedOut(int customer, Instant at) {
        optOuts.putIfAbsent(customer, at);
    }

    private void clocks(List<Asked> asked, List<String> all) {
        for (int later = 1; later < asked.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                between(asked.get(earlier), asked.get(later), all);
            }
        }
    }

    private void between(Asked first, Asked then, List<String> all) {
        if (then.at().isBefore(first.at().plus(DAY))) {
            all.add(then.prompt() + " asked within 24 hours of " + first.prompt());
        }
        Instant answered = answers.get(first.prompt());
        Instant counts = (answered != null && !answered.isAfter(then.at())) ? answered : first.at();
        Duration any = ruled.any(People.account(then.customer()));
        if (then.at().isBefore(counts.plus(any))) {
            all.add(then.prompt() + " asked less than " + any.toDays() + " days after the last, " + first.prompt());
        }
        Touchpoint touchpoint = touchpoint(then);
        Duration own = touchpoint.asking().clock();
        if (sameClock(touchpoint(first), touchpoint) && then.at().isBefore(counts.plus(own))) {
            all.add(then.prompt() + " asked less than " + own.toDays() + " days after the last on its clock, "
                    + first.prompt());
        }
    }

    private Touchpoint touchpoint(Asked asked) {
        return ruled.touchpoints()
            .stream()
            .filter((one) -> one.key().equals(asked.touchpoint()))
            .findFirst()
            .orElseThrow();
    }

    private static boolean sameClock(Touchpoint one, Touchpoint other) {
        @Nullable String group = other.asking().group();
        return one.key().equals(other.key()) || group != null && Objects.equals(one.asking().group(), group);
    }

    private Map<String, List<Asked>> accounts() {
        Map<String, List<Asked>> accounts = new TreeMap<>();
        customers.forEach((customer, asked) -> {
            String account = People.account(customer);
            if (account != null) {
                accounts.computeIfAbsent(account, (_) -> new ArrayList<>()).addAll(asked);
            }
        });
        return accounts;
    }

    private void budget(String account, List<Asked> asked, List<String> all) {
        for (Asked last : asked) {
            long week = asked.stream()
                .filter((one) -> !one.at().isAfter(last.at()) && one.at().isAfter(last.at().minus(WEEK)))
                .count();
            if (week > ruled.most(account)) {
                all.add(account + " got " + week + " questions in a week, until " + last.at());
            }
        }
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

}
