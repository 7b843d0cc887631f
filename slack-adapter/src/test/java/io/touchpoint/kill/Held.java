package io.touchpoint.kill;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.bson.BsonValue;

/**
 * Stops the thread that makes a certain write for good, and says so on the standard
 * output: then the process can be killed at exactly that moment.
 */
final class Held implements CommandListener {

    /** What is said. */
    static final String LINE = "held at the point where it is to be killed";

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

    private String collection = "";

    private String command = "";

    private int left;

    private boolean before;

    private int request = -1;

    /** Says which write it is, counted from now on. */
    synchronized void at(String theCollection, String theCommand, int nth, boolean unsent) {
        this.collection = theCollection;
        this.command = theCommand;
        this.left = nth;
        this.before = unsent;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (isIt(event) && before) {
            hold();
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        boolean it;
        synchronized (this) {
            it = event.getRequestId() == request;
        }
        if (it) {
            hold();
        }
    }

    private synchronized boolean isIt(CommandStartedEvent event) {
        String name = event.getCommandName();
        boolean matches = left > 0 && WRITES.contains(name) && (command.isEmpty() || command.equals(name))
                && collection.equals(target(Objects.requireNonNull(event.getCommand().get(name))));
        if (!matches || --left > 0) {
            return false;
        }
        request = event.getRequestId();
        return true;
    }

    private static String target(BsonValue value) {
        return value.isString() ? value.asString().getValue() : "";
    }

    private static void hold() {
        System.out.println(LINE);
        System.out.flush();
        try {
            new CountDownLatch(1).await();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

}
