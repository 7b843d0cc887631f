package io.touchpoint.bench;

import io.touchpoint.mongo.MongoUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Under what something is measured. */
final class Conditions {

    private Conditions() {
    }

    /**
     * Ends this process where there is no real MongoDB: on no other is anything timed.
     */
    static void requireRealMongo() {
        if (!MongoUnderTest.get().real()) {
            System.err.println("This needs a real MongoDB: put a mongod on PATH, or set MONGOD or MONGODB_URI.");
            System.exit(1);
        }
    }

    /** The machine, and how busy it is. */
    static String machine() {
        try {
            return "%d cores, Java %s, load %s".formatted(Runtime.getRuntime().availableProcessors(),
                    Runtime.version().feature(), Files.readString(Path.of("/proc/loadavg")).strip());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
