package io.touchpoint.digest;

import io.touchpoint.feedback.Responses;
import io.touchpoint.followup.Decisions;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Saying;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How asking went: the questions of a period, and what has become of them since. */
@Component
class Asking {

    private static final int AT_ONCE = 500;

    private final Decisions decisions;

    private final Outbox outbox;

    private final Responses responses;

    Asking(Decisions decisions, Outbox outbox, Responses responses) {
        this.decisions = decisions;
        this.outbox = outbox;
        this.responses = responses;
    }

    /**
     * The questions of a team that were put on some reporting days.
     * @return null when nothing was decided on those days
     */
    @Nullable Health health(String workspace, String team, LocalDate from, LocalDate toInclusive, ZoneId zone) {
        Instant start = from.atStartOfDay(zone).toInstant();
        Instant end = toInclusive.plusDays(1).atStartOfDay(zone).toInstant();
        List<String> asked = decisions.asked(workspace, team, start, end);
        io.touchpoint.followup.Health counted = decisions.health(workspace, team, start, end);
        List<Health.Held> held = held(counted);
        if (asked.isEmpty() && held.isEmpty() && counted.delayed() == 0) {
            return null;
        }
        long delivered = 0;
        long answered = 0;
        for (int i = 0; i < asked.size(); i += AT_ONCE) {
            List<String> some = asked.subList(i, Math.min(asked.size(), i + AT_ONCE));
            delivered += outbox.delivered(some.stream().map((prompt) -> Saying.key(prompt, 1)).toList());
            answered += responses.rated(some);
        }
        return new Health(asked.size(), delivered, answered, (long) counted.delayed(), held);
    }

    private static List<Health.Held> held(io.touchpoint.followup.Health health) {
        List<Health.Held> held = new ArrayList<>();
        health.heldBack().forEach((reason, many) -> held.add(new Health.Held(reason, many)));
        Map<String, Long> unreachable = new TreeMap<>();
        health.unreachable().forEach((words, many) -> unreachable.merge(plain(words), many.longValue(), Long::sum));
        unreachable.forEach((reason, many) -> held.add(new Health.Held(reason, many)));
        held.sort(Comparator.comparingLong(Health.Held::customers).reversed().thenComparing(Health.Held::reason));
        return held;
    }

    /** Why nobody was found, without the platform's code for it. */
    private static String plain(String words) {
        return words.replaceFirst("^unreachable, ", "").replaceFirst(" \\([^()]*\\)$", "");
    }

}
