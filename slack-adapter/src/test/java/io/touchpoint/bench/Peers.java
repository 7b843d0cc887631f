package io.touchpoint.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packages that {@code src/test/node/package.json} lists, fetched by npm into the
 * cache of this project when they are first needed.
 *
 * @param folder where they are
 */
record Peers(Path folder) {

    private static final String LIST = "package.json";

    /** Fetches them, unless they are there; empty, and said so, where that cannot be. */
    static Optional<Peers> find() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path folder = ((cache == null || cache.isBlank()) ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(cache))
            .resolve(Path.of("touchpoint", "peers"));
        try {
            byte[] list = Files.readAllBytes(script(LIST));
            if (!Files.exists(folder.resolve(LIST)) || Files.mismatch(script(LIST), folder.resolve(LIST)) >= 0) {
                fetch(list, folder);
            }
            return Optional.of(new Peers(folder));
        }
        catch (IOException ex) {
            System.err
                .println("Without the others: node 20 or newer, npm and its registry are needed. " + ex.getMessage());
            return Optional.empty();
        }
    }

    private static void fetch(byte[] list, Path folder) throws IOException {
        Path part = folder.resolveSibling("peers.part");
        FileSystemUtils.deleteRecursively(part);
        Files.createDirectories(part);
        Files.write(part.resolve(LIST), list);
        System.out.println("Fetching the others into " + folder + " (once).");
        Process npm = new ProcessBuilder("npm", "install", "--prefix", part.toString(), "--silent", "--no-package-lock",
                "--no-save", "--ignore-scripts", "--no-audit", "--no-fund")
            .redirectErrorStream(true)
            .start();
        String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (npm.onExit().join().exitValue() != 0) {
            throw new IOException("npm failed: " + said.strip());
        }
        FileSystemUtils.deleteRecursively(folder);
        Files.move(part, folder);
    }

    private static Path script(String name) {
        Path here = Path.of("src", "test", "node", name);
        return (Files.exists(here) ? here : Path.of("slack-adapter").resolve(here)).toAbsolutePath();
    }

    /** What starts node with a script of this project, which finds the packages. */
    ProcessBuilder node(String script, Object... arguments) {
        List<String> command = new ArrayList<>(List.of("node", script(script).toString()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("NODE_PATH", folder.resolve("node_modules").toString());
        return builder;
    }

    /** A package with its version. */
    String named(String name) {
        JsonNode described = JsonMapper.shared()
            .readTree(folder.resolve("node_modules").resolve(name).resolve(LIST).toFile());
        return name + " " + described.path("version").asString();
    }

}
