package io.touchpoint.mongo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mongod of our own on a free loopback port, which can be killed, held still and
 * started again over the same files. It ends at the latest with this JVM.
 */
public final class Mongod implements AutoCloseable {

    private static final Set<Mongod> RUNNING = ConcurrentHashMap.newKeySet();

    private static final int LAST_LINES = 20;

    private static final long PATIENCE_SECONDS = 60;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> List.copyOf(RUNNING).forEach(Mongod::close)));
    }

    private final Path data;

    private final boolean owned;

    private final int port;

    private final Map<String, String> environment;

    private final List<String> command;

    private Process process;

    private Mongod(Path data, boolean owned, Map<String, String> environment, List<String> options) {
        this.data = data;
        this.owned = owned;
        this.environment = Map.copyOf(environment);
        this.port = freePort();
        List<String> words = new ArrayList<>(List.of(
                program().orElseThrow(() -> new IllegalStateException("there is no mongod: set MONGOD")).toString(),
                "--dbpath", data.toString(), "--bind_ip", "127.0.0.1", "--port", String.valueOf(port), "--nounixsocket",
                "--wiredTigerCacheSizeGB", "0.25", "--setParameter", "diagnosticDataCollectionEnabled=false"));
        words.addAll(options);
        this.command = List.copyOf(words);
        RUNNING.add(this);
        this.process = started();
    }

    /** The mongod that MONGOD names, else the one on the PATH. */
    public static Optional<Path> program() {
        String named = System.getenv("MONGOD");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        String path = System.getenv("PATH");
        if (path == null) {
            return Optional.empty();
        }
        return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
            .map((folder) -> Path.of(folder, "mongod"))
            .filter(Files::isExecutable)
            .findFirst();
    }

    /**
     * Starts one over an empty temporary folder that goes when it is closed.
     * @param options further words of its command line, such as {@code --replSet rs0}
     */
    public static Mongod start(String... options) {
        return in(Map.of(), options);
    }

    /** The same in an environment of its own. */
    public static Mongod in(Map<String, String> environment, String... options) {
        try {
            return new Mongod(Files.createTempDirectory("mongod"), true, environment, List.of(options));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Starts one over a folder that stays. */
    public static Mongod over(Path data, String... options) {
        return new Mongod(data, false, Map.of(), List.of(options));
    }

    public int port() {
        return port;
    }

    /** {@code 127.0.0.1:<port>}. */
    public String host() {
        return "127.0.0.1:" + port;
    }

    /** A connection string, without a database, to this one alone. */
    public String uri() {
        return "mongodb://" + host() + "/?directConnection=true&w=majority&journal=true";
    }

    public boolean running() {
        return process.isAlive();
    }

    /** Ends it at once, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        gone();
    }

    /** Ends it in good order. */
    public void stop() {
        process.destroy();
        gone();
    }

    /** Holds it still, as a stalled machine would, until it is resumed or killed. */
    public void pause() {
        signal("-STOP");
    }

    public void resume() {
        signal("-CONT");
    }

    /** Starts it again over the same files and on the same port. */
    public void restart() {
        if (process.isAlive()) {
            throw new IllegalStateException("the mongod on port " + port + " still runs");
        }
        process = started();
    }

    @Override
    public void close() {
        kill();
        RUNNING.remove(this);
        if (owned) {
            delete(data);
        }
    }

    private void signal(String signal) {
        try {
            int code = new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill " + signal + " failed with " + code);
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            throw interrupted(ex);
        }
    }

    private void gone() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the mongod on port " + port + " does not end");
            }
        }
        catch (InterruptedException ex) {
            throw interrupted(ex);
        }
    }

    /** Returns when it takes connections. */
    private Process started() {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process begun = builder.start();
            CompletableFuture<String> ready = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name("mongod-" + port).start(() -> read(begun, ready));
            String failure = ready.completeOnTimeout("it took too long", PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            if (!failure.isEmpty()) {
                begun.destroyForcibly();
                throw new IllegalStateException("The mongod on port " + port + " does not start:\n" + failure);
            }
            return begun;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Reads its log as long as it runs: a full pipe would hold it up. */
    private static void read(Process begun, CompletableFuture<String> ready) {
        ArrayDeque<String> last = new ArrayDeque<>();
        try (BufferedReader log = begun.inputReader()) {
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                if (line.contains("\"Waiting for connections\"")) {
                    ready.complete("");
                }
                last.add(line);
                if (last.size() > LAST_LINES) {
                    last.remove();
                }
            }
            ready.complete(String.join("\n", last));
        }
        catch (IOException ex) {
            ready.complete(String.valueOf(ex));
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static IllegalStateException interrupted(InterruptedException ex) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(ex);
    }

}
