package io.touchpoint.crash;

import io.touchpoint.time.SettableClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of the simulation, which all instances take part in. */
final class Run {

    final Turns turns;

    final SettableClock clock;

    final Faults faults;

    final @Nullable Safeguard missing;

    final Map<String, Platform> platforms;

    /** What the platforms have to deliver until it is acknowledged. */
    final Deque<Event> queue = new ArrayDeque<>();

    /** Whether nothing is injected. */
    boolean calm = true;

    Run(long seed, SettableClock clock, Faults faults, @Nullable Safeguard missing) {
        this.turns = new Turns(seed, 0);
        this.clock = clock;
        this.faults = faults;
        this.missing = missing;
        this.platforms = Map.of(Platform.SEEN, new Platform(Platform.SEEN), Platform.UNSEEN,
                new Platform(Platform.UNSEEN));
    }

    Platform platform(String name) {
        Platform platform = platforms.get(name);
        if (platform == null) {
            throw new IllegalStateException("no such platform: " + name);
        }
        return platform;
    }

}
