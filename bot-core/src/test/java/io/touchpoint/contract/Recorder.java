package io.touchpoint.contract;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Notes which operations ran on one server, and what of their commands is not portable.
 */
final class Recorder implements CommandListener {

    private final Operations operations;

    private final Set<String> ran = new ConcurrentSkipListSet<>();

    private final Set<String> notPortable = new ConcurrentSkipListSet<>();

    Recorder(Operations operations) {
        this.operations = operations;
    }

    SortedSet<String> ran() {
        return new TreeSet<>(ran);
    }

    SortedSet<String> notPortable() {
        return new TreeSet<>(notPortable);
    }

    /** Called on the thread that sends the command. */
    @Override
    public void commandStarted(CommandStartedEvent event) {
        operations.current().ifPresent((operation) -> {
            ran.add(operation);
            new Portable(event.getCommandName(), event.getCommand()).faults()
                .forEach((fault) -> notPortable.add(operation + " uses " + fault));
        });
    }

}
