package io.touchpoint.realclients;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Node and the packages that {@code src/test/node/package.json} lists, in the folder that
 * the property {@code node.packages} names, else in the cache of this project. Where they
 * are missing, tests that need them are skipped, or fail when {@code -Dnode.require=true}
 * says so.
 */
final class NodePackages {

    private static final Path SCRIPTS = Path.of("src", "test", "node").toAbsolutePath();

    private final Path node;

    private final Path folder;

    private NodePackages(Path node, Path folder) {
        this.node = node;
        this.folder = folder;
    }

    static NodePackages find() {
        Path folder = folder();
        Path node = onPath();
        List<String> missing = new ArrayList<>(missing(folder));
        if (node == null) {
            missing.add("node on the path");
        }
        String sentence = "missing in " + folder + ": " + String.join(", ", missing);
        if (!missing.isEmpty() && Boolean.getBoolean("node.require")) {
            fail("node.require=true, but " + sentence);
        }
        assumeTrue(missing.isEmpty(), sentence);
        return new NodePackages(Optional.ofNullable(node).orElseThrow(), folder);
    }

    private static Path folder() {
        String named = System.getProperty("node.packages", "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        return ((cache == null || cache.isBlank()) ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(cache))
            .resolve(Path.of("touchpoint", "node"));
    }

    private static @Nullable Path onPath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(":", -1))
            .map((folder) -> Path.of(folder, "node"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    }

    private static List<String> missing(Path folder) {
        return read(script("package.json")).path("dependencies")
            .properties()
            .stream()
            .filter((wanted) -> !wanted.getValue().asString().equals(version(folder, wanted.getKey())))
            .map((wanted) -> wanted.getKey() + " " + wanted.getValue().asString())
            .toList();
    }

    private static String version(Path folder, String name) {
        Path description = folder.resolve("node_modules").resolve(name).resolve("package.json");
        return Files.exists(description) ? read(description).path("version").asString() : "";
    }

    private static JsonNode read(Path file) {
        return JsonMapper.shared().readTree(file.toFile());
    }

    /** A file of a package. */
    Path file(String name) {
        return folder.resolve("node_modules").resolve(name);
    }

    /** A script of this project. */
    static Path script(String name) {
        return SCRIPTS.resolve(name);
    }

    /** What starts node with some arguments; it finds the packages. */
    ProcessBuilder command(Object... arguments) {
        List<String> command = new ArrayList<>(List.of(node.toString()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("NODE_PATH", folder.resolve("node_modules").toString());
        return builder;
    }

    /** Runs a script to its end; gives the lines that it printed. */
    List<String> run(Object... arguments) {
        try {
            Process process = command(arguments).start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("node failed:\n" + printed);
            }
            return printed.lines().toList();
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
