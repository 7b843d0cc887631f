package io.touchpoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Texts that are kept as they should be, one file each. With {@code -Dgolden.update=true}
 * they are written instead of compared; read the difference before you keep it.
 */
public final class Golden {

    private Golden() {
    }

    /**
     * Compares texts with the files of a folder: no more, no fewer, and no other byte.
     */
    static void compare(String folder, Map<String, String> texts) {
        Path path = Path.of(System.getProperty("basedir", "."), "src", "test", "resources", folder);
        Map<String, String> named = new TreeMap<>();
        texts.forEach((name, text) -> named.put(file(name), text));
        if (Boolean.getBoolean("golden.update")) {
            write(path, named);
        }
        assertThat(read(path)).isEqualTo(named);
    }

    /** Compares a text with one file below the resources of the tests. */
    public static void compareFile(String file, String text) {
        Path path = Path.of(System.getProperty("basedir", "."), "src", "test", "resources").resolve(file);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(path.resolveSibling("."));
                Files.writeString(path, text);
            }
            assertThat(text).isEqualTo(Files.readString(path));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String file(String name) {
        return name.toLowerCase(Locale.ROOT).replace("#", "channel-").replaceAll("[^a-z0-9-]+", "-") + ".txt";
    }

    private static void write(Path folder, Map<String, String> texts) {
        try {
            Files.createDirectories(folder);
            for (String old : read(folder).keySet()) {
                Files.delete(folder.resolve(old));
            }
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Files.writeString(folder.resolve(text.getKey()), text.getValue());
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static Map<String, String> read(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return texts;
    }

}
