package io.touchpoint.csv;

import io.touchpoint.intake.Malformed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Goes through a file, line by line, and says what came of it. */
final class Reading {

    /** Every line was taken. */
    static final int ALL = 0;

    /** No line was taken, or not all were come to. */
    static final int NOTHING = 1;

    /** Some lines were refused. */
    static final int SOME = 2;

    private static final int EXAMPLES = 5;

    private static final int LISTED = 20;

    private final Path path;

    private final boolean preview;

    private final Output output;

    private final Map<String, Long> counts = new TreeMap<>();

    private final List<String> examples = new ArrayList<>();

    private final List<String> listed = new ArrayList<>();

    private long taken;

    private long refused;

    Reading(Path path, boolean preview, Output output) {
        this.path = path;
        this.preview = preview;
        this.output = output;
    }

    /**
     * Where what is said goes.
     *
     * @param terminal whether somebody is watching
     */
    record Output(PrintStream out, PrintStream err, boolean terminal) {

        Progress progress(Path path, long size) {
            String name = String.valueOf(path.getFileName());
            return terminal ? Progress.bar(err, name, size) : Progress.lines(err, name, size);
        }

    }

    /** Does it; gives the status of exit. */
    int run(CsvFile file, Columns columns, Step step, InstantSource clock) throws IOException {
        try (Progress progress = output.progress(path, file.size());
                Refused report = preview ? null : new Refused(Refused.of(path), columns.names())) {
            Optional<Row> row = file.next();
            while (row.isPresent()) {
                try {
                    note(step.take(Bodies.of(columns.kind(), columns.read(row.get())), clock.instant()), row.get());
                }
                catch (Malformed ex) {
                    refuse(row.get(), columns, columns.refusal(ex), report);
                }
                catch (Refusal ex) {
                    refuse(row.get(), columns, ex, report);
                }
                progress.at(file.position(), taken + refused);
                row = file.next();
            }
            progress.at(file.size(), taken + refused);
        }
        catch (DataAccessException ex) {
            output.err()
                .println("The database does not answer (%s). %s taken; do the same again, and what was taken is known."
                    .formatted(ex.getClass().getSimpleName(), lines(taken)));
            return NOTHING;
        }
        say();
        return (refused == 0) ? ALL : (taken == 0) ? NOTHING : SOME;
    }

    private void note(Step.Outcome outcome, Row row) {
        taken++;
        outcome.counts().forEach((name) -> counts.merge(name, 1L, Long::sum));
        if (examples.size() < EXAMPLES) {
            examples.add("  line %d  %s".formatted(row.number(), outcome.read()));
        }
    }

    private void refuse(Row row, Columns columns, Refusal refusal, @Nullable Refused report) throws IOException {
        refused++;
        if (report != null) {
            report.add(row, columns.cells(row), refusal);
        }
        if (listed.size() < LISTED) {
            String column = refusal.column().isEmpty() ? "" : ", " + refusal.column();
            listed.add("  line %d%s: %s".formatted(row.number(), column, refusal.problem()));
        }
    }

    private void say() {
        PrintStream out = output.out();
        if (preview) {
            out.println("Preview of %s: nothing is stored.".formatted(path));
            out.println("The first lines as they would be read:");
            examples.forEach(out::println);
        }
        out.println((preview ? "Would be taken: %s, refused: %s." : "%s taken, %s refused.").formatted(lines(taken),
                number(refused)));
        if (!counts.isEmpty()) {
            out.println(counts.entrySet()
                .stream()
                .map((count) -> "%s: %s".formatted(count.getKey(), number(count.getValue())))
                .collect(Collectors.joining(", ")) + ".");
        }
        listed.forEach(out::println);
        if (refused > listed.size()) {
            out.println("  and " + number(refused - listed.size()) + " more");
        }
        if (refused > 0 && !preview) {
            out.println("They are in %s, which can be mended and imported.".formatted(Refused.of(path)));
        }
    }

    static String lines(long many) {
        return number(many) + ((many == 1) ? " line" : " lines");
    }

    private static String number(long many) {
        return String.format(Locale.ROOT, "%,d", many);
    }

}
