package io.touchpoint.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A file of comma- or semicolon-separated values in UTF-8, quoted as RFC 4180 has it,
 * read line by line: no more than one line is in memory.
 */
final class CsvFile implements AutoCloseable {

    private static final int LONGEST_HEADER = 64 * 1024;

    private static final byte[] BOM = { (byte) 0xef, (byte) 0xbb, (byte) 0xbf };

    private final Counted bytes;

    private final long size;

    private final CSVParser parser;

    private final Iterator<CSVRecord> records;

    private final Bounded bounded;

    private boolean ended;

    private CsvFile(Counted bytes, long size, BufferedReader reader, char delimiter) throws IOException {
        this.bytes = bytes;
        this.size = size;
        this.bounded = new Bounded(reader);
        this.parser = CSVParser.builder()
            .setReader(bounded)
            .setFormat(CSVFormat.RFC4180.builder().setDelimiter(delimiter).get())
            .get();
        this.records = parser.iterator();
    }

    /**
     * Opens a file.
     * @throws Unusable when it is not what it should be
     */
    static CsvFile open(Path path) throws IOException, Unusable {
        if (Files.isDirectory(path)) {
            throw new Unusable(path + " is a folder.");
        }
        Counted bytes = new Counted(bytes(path));
        try {
            BufferedReader reader = new BufferedReader(
                    new InputStreamReader(withoutBom(path, bytes), StandardCharsets.UTF_8), LONGEST_HEADER);
            return new CsvFile(bytes, Files.size(path), reader, delimiter(path, reader));
        }
        catch (IOException | Unusable ex) {
            bytes.close();
            throw ex;
        }
    }

    private static InputStream bytes(Path path) throws IOException, Unusable {
        try {
            return Files.newInputStream(path);
        }
        catch (NoSuchFileException _) {
            throw new Unusable("There is no file " + path + ".");
        }
    }

    private static InputStream withoutBom(Path path, InputStream bytes) throws IOException, Unusable {
        BufferedInputStream in = new BufferedInputStream(bytes);
        in.mark(BOM.length);
        byte[] first = in.readNBytes(BOM.length);
        if (first.length >= 2 && (first[0] & 0xff) + (first[1] & 0xff) == 0xfe + 0xff) {
            throw notUtf8(path);
        }
        if (!Arrays.equals(first, BOM)) {
            in.reset();
        }
        return in;
    }

    /** The one that the names of the columns have more of. */
    private static char delimiter(Path path, BufferedReader reader) throws IOException, Unusable {
        reader.mark(LONGEST_HEADER);
        StringBuilder first = new StringBuilder();
        int next = reader.read();
        while (next >= 0 && next != '\n' && next != '\r' && first.length() < LONGEST_HEADER - 1) {
            first.append((char) next);
            next = reader.read();
        }
        reader.reset();
        if (first.indexOf("\0") >= 0) {
            throw notUtf8(path);
        }
        return (first.chars().filter((one) -> one == ';').count() > first.chars().filter((one) -> one == ',').count())
                ? ';' : ',';
    }

    private static Unusable notUtf8(Path path) {
        return new Unusable(path + " is not UTF-8: save it as “CSV UTF-8”.");
    }

    /** The next line that is not empty. */
    Optional<Row> next() throws IOException {
        Row row = ended ? null : read();
        while (row != null && row.isEmpty()) {
            row = read();
        }
        return Optional.ofNullable(row);
    }

    private @Nullable Row read() throws IOException {
        long number = parser.getCurrentLineNumber() + 1;
        try {
            if (!records.hasNext()) {
                return null;
            }
            List<String> cells = records.next().stream().toList();
            bounded.restart();
            return new Row(number, cells, null);
        }
        catch (UncheckedIOException ex) {
            return broken(number, ex);
        }
    }

    private Row broken(long number, UncheckedIOException ex) throws IOException {
        ended = !goesOn(ex);
        if (ended) {
            return new Row(number, List.of(), "is longer than %d million characters; is a quotation mark missing? "
                .formatted(Bounded.MOST / 1024 / 1024) + "nothing behind it was read");
        }
        skipRest();
        return new Row(number, List.of(), "has a quotation mark that is not closed where its cell ends");
    }

    /** What the parser gives next is the rest of the line in which it lost its way. */
    private void skipRest() throws IOException {
        boolean lost = true;
        while (lost && !ended) {
            try {
                if (records.hasNext()) {
                    records.next();
                }
                bounded.restart();
                lost = false;
            }
            catch (UncheckedIOException ex) {
                ended = !goesOn(ex);
            }
        }
    }

    /** Whether the parser lost its way in a line that has an end. */
    private static boolean goesOn(UncheckedIOException ex) throws IOException {
        if (ex.getCause() instanceof CSVException) {
            return true;
        }
        if (ex.getCause() instanceof Bounded.TooLong) {
            return false;
        }
        throw new IOException(ex.getMessage(), ex);
    }

    /** How many bytes of the file were read; that goes ahead of the lines a little. */
    long position() {
        return Math.max(0, Math.min(size - 1, bytes.count));
    }

    long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Counts what is read. */
    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += (one < 0) ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int many = super.read(buffer, offset, length);
            count += Math.max(0, many);
            return many;
        }

    }

}
