package io.touchpoint.outbox;

import io.touchpoint.chat.Budget;
import io.touchpoint.chat.Messenger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Chooses whose turn it is: the first of the highest lane at every place where nobody is
 * saying anything, as far as the budgets go, workspaces in turn. What cannot go yet is
 * moved to the moment at which it may, so that it is not looked at before.
 */
@Component
class Rounds {

    /** How soon something is looked at again that waits for another to be said. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final int SEEN = 400;

    private final Entries entries;

    private final Budgets budgets;

    Rounds(Entries entries, Budgets budgets) {
        this.entries = entries;
        this.budgets = budgets;
    }

    /**
     * Chooses those that may be taken now.
     * @param messengers the platforms that are spoken to here, by name
     * @param most how many at most
     */
    Turn choose(Map<String, Messenger> messengers, int most, Instant now) {
        List<Entry> due = Stream.of(Lane.values())
            .flatMap((lane) -> entries.due(messengers.keySet(), lane, now, SEEN).stream())
            .toList();
        if (due.isEmpty()) {
            return new Turn(List.of(), 0);
        }
        Map<Entry, Entries.Later> later = new LinkedHashMap<>();
        List<Entry> ready = withReferences(due, now, later);
        List<Entry> first = firstInLine(ready, now, later);
        List<Entry> chosen = withinBudget(first, messengers, most, now, later);
        entries.postpone(later);
        return new Turn(chosen.stream().map(Entry::id).toList(), later.size());
    }

    /** Who may be taken, and how many were moved to later. */
    record Turn(List<String> keys, int postponed) {
    }

    private List<Entry> withReferences(List<Entry> due, Instant now, Map<Entry, Entries.Later> later) {
        Map<String, Entry> earlier = byKey(
                entries.wordless(due.stream().filter(Entry::waiting).map(Entry::after).distinct().toList()));
        List<Entry> ready = new ArrayList<>();
        for (Entry entry : due) {
            Entry awaited = entry.waiting() ? earlier.get(entry.after()) : null;
            if (awaited != null && awaited.state() == Said.State.WAITING) {
                later.put(entry, new Entries.Later(laterOf(now.plus(SOON), awaited), true));
            }
            else {
                if (entry.waiting() && entry.after() != null) {
                    entries.release(entry.after(), now);
                }
                ready.add(entry);
            }
        }
        return ready;
    }

    private static Instant laterOf(Instant soon, Entry awaited) {
        Instant at = awaited.claimAt();
        return (at != null && at.isAfter(soon)) ? at : soon;
    }

    private List<Entry> firstInLine(List<Entry> ready, Instant now, Map<Entry, Entries.Later> later) {
        List<String> places = ready.stream().map(Entry::place).distinct().toList();
        Set<String> busy = entries.busy(places, now);
        Map<String, List<Entries.Head>> heads = entries.heads(places)
            .stream()
            .collect(Collectors.groupingBy(Entries.Head::place));
        Map<String, Entries.Head> next = new HashMap<>();
        heads.forEach((place, lines) -> lines.stream()
            .filter((head) -> !busy.contains(place) && !head.claimAt().isAfter(now))
            .min(Comparator.comparingInt(Entries.Head::lane))
            .ifPresent((head) -> next.put(head.key(), head)));
        Map<String, Integer> behind = new HashMap<>();
        for (Entry entry : ready) {
            if (!next.containsKey(entry.id())) {
                int steps = behind.merge(entry.place(), 1, Integer::sum);
                Instant soon = now.plus(SOON.multipliedBy(steps));
                later.put(entry,
                        new Entries.Later(behindHead(heads.getOrDefault(entry.place(), List.of()), entry, soon), true));
            }
        }
        Map<String, Entry> known = byKey(ready);
        List<String> unknown = next.keySet().stream().filter((key) -> !known.containsKey(key)).toList();
        if (!unknown.isEmpty()) {
            known.putAll(byKey(entries.wordless(unknown)));
        }
        return next.keySet().stream().map(known::get).filter((entry) -> entry != null).toList();
    }

    private static Instant behindHead(List<Entries.Head> heads, Entry entry, Instant soon) {
        return heads.stream()
            .filter((head) -> head.lane() == entry.lane() && !head.key().equals(entry.id()))
            .map(Entries.Head::claimAt)
            .filter(soon::isBefore)
            .findFirst()
            .orElse(soon);
    }

    private List<Entry> withinBudget(List<Entry> first, Map<String, Messenger> messengers, int most, Instant now,
            Map<Entry, Entries.Later> later) {
        Map<Entry, List<Budget>> needs = new LinkedHashMap<>();
        for (Entry entry : inTurn(first)) {
            Messenger messenger = messengers.get(entry.saying().to().platform());
            if (messenger != null) {
                needs.put(entry, messenger.budgets(entry.saying().to(), entry.replacing()));
            }
        }
        Pacing pacing = budgets.view(needs.values().stream().flatMap(Collection::stream).toList());
        List<Entry> chosen = new ArrayList<>();
        needs.forEach((entry, needed) -> {
            Instant free = (entry.sendingSince() != null) ? now : pacing.free(needed, now);
            if (free.isAfter(now)) {
                later.put(entry, new Entries.Later(free, false));
                pacing.take(needed, free);
            }
            else if (chosen.size() < most) {
                chosen.add(entry);
                pacing.take(needed, now);
            }
        });
        return chosen;
    }

    private static List<Entry> inTurn(List<Entry> entries) {
        Comparator<Entry> inLine = Comparator.comparing(Entry::lane)
            .thenComparing(Entry::order)
            .thenComparing(Entry::id);
        Map<String, Integer> turns = new HashMap<>();
        record Turned(Entry entry, int turn) {
        }
        return entries.stream()
            .sorted(inLine)
            .map((entry) -> new Turned(entry,
                    turns.merge(entry.lane() + entry.saying().to().workspace(), 1, Integer::sum)))
            .sorted(Comparator.<Turned, Integer>comparing((turned) -> turned.entry().lane())
                .thenComparing(Turned::turn)
                .thenComparing((turned) -> turned.entry().order())
                .thenComparing((turned) -> turned.entry().id()))
            .map(Turned::entry)
            .toList();
    }

    private static Map<String, Entry> byKey(List<Entry> entries) {
        return entries.stream()
            .collect(Collectors.toMap(Entry::id, Function.identity(), (one, _) -> one, HashMap::new));
    }

}
