package io.touchpoint.journey;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked at a touchpoint, beyond what holds for every question.
 *
 * @param clock how long nobody is asked again, from the later of question and answer
 * @param group the name of the clock that it shares with other touchpoints; null for a
 * clock of its own
 * @param all comparisons that must all hold
 * @param any comparisons of which one must hold; empty for none
 * @param place where, if there is a choice
 */
public record Asking(Duration clock, @Nullable String group, List<Condition> all, List<Condition> any, Place place) {

    /** Everybody, once in 30 days. */
    public static final Asking USUAL = new Asking(Duration.ofDays(30), null, List.of(), List.of(), Place.PRIVATE);

    public Asking {
        all = (all == null) ? List.of() : List.copyOf(all);
        any = (any == null) ? List.of() : List.copyOf(any);
        place = (place == null) ? Place.PRIVATE : place;
    }

    /** Whether there are comparisons at all. */
    public boolean conditional() {
        return !all.isEmpty() || !any.isEmpty();
    }

    /** Why an event with these attributes is not asked about; empty if it is. */
    public Optional<String> refusal(Map<String, String> attributes) {
        Optional<String> missed = all.stream()
            .filter((condition) -> !condition.holds(attributes))
            .findFirst()
            .map((condition) -> "asked only if " + condition.words() + "; here " + condition.instead(attributes));
        boolean none = !any.isEmpty() && any.stream().noneMatch((condition) -> condition.holds(attributes));
        return missed.or(() -> none ? Optional.of("asked only if " + alternatives()) : Optional.empty());
    }

    /** All of it as people read it, such as "amount is at least 20 and plan is pro". */
    public String words() {
        String both = String.join(" and ", all.stream().map(Condition::words).toList());
        return any.isEmpty() ? both : both.isEmpty() ? alternatives() : both + ", and " + alternatives();
    }

    private String alternatives() {
        return String.join(", or ", any.stream().map(Condition::words).toList());
    }

}
