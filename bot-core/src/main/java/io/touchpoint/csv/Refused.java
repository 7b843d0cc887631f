package io.touchpoint.csv;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * The report of lines that were not taken, beside the file that they are from. It can be
 * mended and brought in itself.
 */
final class Refused implements AutoCloseable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

    private final Path path;

    private final List<String> names;

    private @Nullable CSVPrinter printer;

    /**
     * Begins a report, in the place of an earlier one.
     * @param names of the columns of the file
     */
    Refused(Path path, List<String> names) throws IOException {
        Files.deleteIfExists(path);
        this.path = path;
        this.names = names.stream().filter((name) -> !Columns.isOfReport(name)).toList();
    }

    /** The report of a file: {@code events.refused.csv} of {@code events.csv}. */
    static Path of(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String report = (dot <= 0) ? name + ".refused.csv" : name.substring(0, dot) + ".refused" + name.substring(dot);
        return file.resolveSibling(report);
    }

    /** Adds a line, with its cells by the names of the columns of the report. */
    void add(Row row, List<String> cells, Refusal refusal) throws IOException {
        List<String> record = new ArrayList<>(
                List.of(String.valueOf(row.number()), refusal.column(), refusal.problem()));
        record.addAll(cells);
        print(record);
    }

    private void print(List<String> record) throws IOException {
        CSVPrinter to = printer;
        if (to == null) {
            Writer writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
            to = new CSVPrinter(writer, FORMAT);
            printer = to;
            List<String> header = new ArrayList<>(Columns.OF_REPORT);
            header.addAll(names);
            to.printRecord(header.stream().map(Formulas::harmless).toList());
        }
        to.printRecord(record.stream().map(Formulas::harmless).toList());
    }

    @Override
    public void close() throws IOException {
        if (printer != null) {
            printer.close();
        }
    }

}
