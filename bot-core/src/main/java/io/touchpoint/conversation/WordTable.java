package io.touchpoint.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file of words that comes with the program. */
final class WordTable {

    private WordTable() {
    }

    /** The lines of a table without comments and empty lines. */
    static List<String> lines(String name) {
        try (InputStream in = WordTable.class.getResourceAsStream(name + ".words")) {
            if (in == null) {
                throw new IllegalStateException("no words for " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                .map(String::strip)
                .filter((line) -> !line.isEmpty() && !line.startsWith("# ") && !line.equals("#"))
                .toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
