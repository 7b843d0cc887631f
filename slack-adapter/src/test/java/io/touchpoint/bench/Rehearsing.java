package io.touchpoint.bench;

import io.touchpoint.chat.Address;
import io.touchpoint.followup.AskRules;
import io.touchpoint.followup.Change;
import io.touchpoint.followup.Rehearsals;
import io.touchpoint.heartbeat.Heartbeat;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.outbox.Said;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Rehearses a rule over what a database holds, and says what that took. */
public final class Rehearsing {

    private Rehearsing() {
    }

    public static void main(String[] arguments) {
        int days = Integer.parseInt(arguments[1]);
        try (CoreUnderTest core = PastEvents.product(arguments[0])) {
            AskRules rules = new AskRules("w1", Duration.ofDays(3), 5, Duration.ofDays(7), null, null, List.of());
            Change change = new Change("clock 3 d; account 5 in 7 d", rules, core.get(JourneyMaps.class).current("w1"));
            for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
                rehearse(core, change, days, "round" + round);
            }
        }
        System.exit(0);
    }

    private static void rehearse(CoreUnderTest core, Change change, int days, String name) {
        Duration before = cpu();
        long begin = System.nanoTime();
        core.get(Rehearsals.class)
            .rehearse(change, days, name, Address.person("w1", "slack", "T1", "U0MARA"), PastEvents.NOW);
        double inTurn = (System.nanoTime() - begin) / 1e9;
        core.get(Heartbeat.class).runDue(PastEvents.NOW);
        String about = "w1|rehearsal|" + name;
        Optional<Said> told = Optional.empty();
        while (told.isEmpty()) {
            LockSupport.parkNanos(50_000_000);
            told = core.get(Outbox.class).byKey(about + "#9999");
        }
        System.out.printf(Locale.ROOT,
                "%s: answered in turn after %.1f s; told after %.1f s, with %d messages between; %.1f s of CPU%n",
                told.get().saying().message().plainText().lines().skip(1).limit(2).toList(), inTurn,
                (System.nanoTime() - begin) / 1e9, core.get(Outbox.class).about(about).size() - 2,
                cpu().minus(before).toMillis() / 1e3);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

}
