package io.touchpoint.kill;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The application as it was at a commit of this repository, built with Maven into a
 * folder that is kept: its jar with its own dependencies, and the doors of its test tree
 * through which it is told when to stop.
 *
 * @param commit all 40 digits
 * @param folder where it is built
 */
record Release(String commit, Path folder) {

    private static final String SNAPSHOT = "1.0.0-SNAPSHOT";

    /** What it is started with; built when first asked for. */
    Kit kit() {
        Path unpacked = folder.resolve("unpacked");
        if (!Files.exists(unpacked)) {
            build();
            unpack(unpacked);
        }
        List<String> classPath = new ArrayList<>();
        classPath.add(target("slack-adapter").resolve("test-classes").toString());
        classPath.add(unpacked.resolve(jar("slack-adapter")).toString());
        classPath.add(target("bot-core").resolve("bot-core-" + SNAPSHOT + "-tests.jar").toString());
        classPath.addAll(jarsOf(unpacked.resolve("lib")));
        return Kit.packed(String.join(File.pathSeparator, classPath));
    }

    private void build() {
        Path top = Path.of(run(Path.of(""), "git", "rev-parse", "--show-toplevel"));
        Path archive = folder.resolveSibling(commit + ".tar");
        create(folder);
        run(top, "git", "archive", "--output=" + archive, commit);
        run(folder, "tar", "--extract", "--file=" + archive);
        run(folder, "mvn", "-B", "-q", "-pl", "slack-adapter", "-am", "package", "-DskipTests");
    }

    private void unpack(Path unpacked) {
        run(folder, Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djarmode=tools", "-jar",
                target("slack-adapter").resolve(jar("slack-adapter")).toString(), "extract", "--destination",
                unpacked.toString());
    }

    private Path target(String module) {
        return folder.resolve(module).resolve("target");
    }

    private static String jar(String module) {
        return module + "-" + SNAPSHOT + ".jar";
    }

    private static List<String> jarsOf(Path folder) {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(Path::toString).sorted().toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Runs a command to its end; gives what it printed. */
    private static String run(Path where, String... command) {
        try {
            Process process = new ProcessBuilder(command).directory(where.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .start();
            process.getOutputStream().close();
            String said = process.inputReader().readAllAsString().strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
            }
            return said;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

}
