package io.touchpoint.bench;

import io.touchpoint.kill.Options;
import io.touchpoint.mongo.MongoUnderTest;
import java.util.List;

/**
 * What it costs to rehearse a rule over many events: the whole way from the wish to the
 * result in the direct chat, in an application with the memory that it is delivered with.
 * Takes {@code --events=100000}, {@code --days=30} and {@code --rounds=3}.
 */
public final class RehearsalBenchmark {

    private RehearsalBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        Conditions.requireRealMongo();
        Options options = new Options(arguments);
        String uri = MongoUnderTest.get().freshDatabase();
        PastEvents.keep(uri, options.number("events", 100_000), options.number("days", 30));
        System.out.printf("%n%s%n", Conditions.machine());
        int status = Child.java(Rehearsing.class, List.of(uri, options.numbers().getOrDefault("days", 30).toString(),
                options.numbers().getOrDefault("rounds", 3).toString()))
            .inheritIO()
            .start()
            .waitFor();
        System.exit(status);
    }

}
