package io.touchpoint.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The system's clock, moved by libfaketime: what a process takes for the system's time is
 * moved as far as a file says, and can be made wrong for each process alone. What is
 * counted since a process began is not moved.
 */
final class FakedClock extends MovedClock {

    private final Path library;

    private final Path folder;

    private final List<Hand> hands = new CopyOnWriteArrayList<>();

    private volatile Duration offset;

    /**
     * @param library libfaketime
     * @param folder where the files are
     */
    FakedClock(Path library, Path folder, Instant start) {
        this.library = library;
        this.folder = folder;
        this.offset = Duration.between(Instant.now(), start);
    }

    /** The library as Debian installs it, if it is there. */
    static Optional<Path> library() {
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            return folders.map((folder) -> folder.resolve("faketime").resolve("libfaketimeMT.so.1"))
                .filter(Files::exists)
                .findFirst();
        }
        catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    synchronized void moveTo(Instant to) {
        Duration by = Duration.between(instant(), to);
        if (by.isPositive()) {
            offset = offset.plus(by);
            hands.forEach(Hand::set);
        }
    }

    /** The system's time passes by itself. */
    @Override
    void pass(Duration moment, int pace) {
    }

    @Override
    String setting() {
        return Mortal.SYSTEM;
    }

    @Override
    Map<String, String> environment() {
        return hand().environment();
    }

    /** The clock of one more process. */
    synchronized Hand hand() {
        Hand hand = new Hand(folder.resolve("hand" + hands.size()));
        hands.add(hand);
        hand.set();
        return hand;
    }

    /** The clock of the process that was started last. */
    Hand last() {
        return hands.getLast();
    }

    /** The clock of one process. */
    final class Hand {

        private final Path file;

        private volatile Duration error = Duration.ZERO;

        private Hand(Path file) {
            this.file = file;
        }

        /** Makes it wrong, or right again. */
        void wrongBy(Duration by) {
            synchronized (FakedClock.this) {
                error = by;
                set();
            }
        }

        /** Waits that end some time from now would end at once with that fix. */
        Map<String, String> environment() {
            return Map.of("LD_PRELOAD", library.toString(), "FAKETIME_TIMESTAMP_FILE", file.toString(),
                    "FAKETIME_NO_CACHE", "1", "DONT_FAKE_MONOTONIC", "1", "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                    "NO_FAKE_STAT", "1");
        }

        /** Who reads the file finds the old one or the new one. */
        private void set() {
            try {
                Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"),
                        String.format(Locale.ROOT, "%+.3f%n", offset.plus(error).toMillis() / 1000.0));
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }

    }

}
