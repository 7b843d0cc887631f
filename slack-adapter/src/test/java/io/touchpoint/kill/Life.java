package io.touchpoint.kill;

import io.touchpoint.sandbox.SandboxConfiguration;
import io.touchpoint.slack.fake.FakeSlack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One life of the application, from its start to its end. */
final class Life implements AutoCloseable {

    /** What {@code kill -9} leaves as the exit code. */
    static final int KILLED = 128 + 9;

    /** What {@code -XX:+ExitOnOutOfMemoryError} leaves as the exit code. */
    static final int OUT_OF_MEMORY = 3;

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;

    private final List<String> lines = new ArrayList<>();

    private final CompletableFuture<URI> ready = new CompletableFuture<>();

    private final CompletableFuture<Boolean> held = new CompletableFuture<>();

    private final Thread reader;

    private volatile String watched = "";

    private volatile Duration cpuUntilReady = Duration.ZERO;

    private Life(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    /** Starts the application and waits until it takes requests. */
    static Life begin(Kit kit, String database, FakeSlack slack) {
        Life life = start(kit, database, slack, Map.of());
        life.root();
        return life;
    }

    /** Starts the application with more settings, and waits for nothing. */
    static Life start(Kit kit, String database, FakeSlack slack, Map<String, String> more) {
        return start(kit, database, slack, more, Map.of());
    }

    static Life start(Kit kit, String database, FakeSlack slack, Map<String, String> more,
            Map<String, String> environment) {
        List<String> command = new ArrayList<>(kit.command(Mortal.class.getName()));
        Map<String, Object> properties = new HashMap<>(SandboxConfiguration.properties());
        properties.putAll(more);
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
        command.addAll(List.of("--server.port=0", "--server.shutdown=immediate", "--spring.mongodb.uri=" + database,
                "--touchpoint.slack.api-url=" + slack.apiUrl(),
                "--touchpoint.slack.bot-token=" + slack.company().token(),
                "--touchpoint.slack.signing-secrets=" + slack.company().signingSecret()));
        try {
            ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
            process.environment().putAll(environment);
            return new Life(process.start());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                heard(line);
            }
        }
        catch (IOException ex) {
            heard("nothing more can be read of it");
        }
        ready.completeExceptionally(new IllegalStateException("it ended before it was ready:\n" + said()));
        held.complete(false);
    }

    private void heard(String line) {
        synchronized (lines) {
            lines.add(line);
        }
        if (line.startsWith(Mortal.WATCHED)) {
            watched = line.substring(Mortal.WATCHED.length()).strip();
        }
        if (line.startsWith(Mortal.READY)) {
            cpuUntilReady = cpu();
            ready.complete(URI.create("http://127.0.0.1:" + line.substring(Mortal.READY.length()).strip()));
        }
        if (line.equals(Held.LINE)) {
            held.complete(true);
        }
    }

    /** Where it is reached. */
    URI root() {
        return ready.orTimeout(2, TimeUnit.MINUTES).join();
    }

    /** Whether it takes requests. */
    boolean ready() {
        return ready.isDone() && !ready.isCompletedExceptionally() && alive();
    }

    /** The processor time that it took until it took requests. */
    Duration cpuUntilReady() {
        root();
        return cpuUntilReady;
    }

    /** The processor time that it has taken. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Holds it still, as a stalled machine would. */
    void pause() {
        signal("-STOP");
    }

    void resume() {
        signal("-CONT");
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
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    /** Asks how it is; gives the status, 0 for none. */
    int health(String probe) {
        URI probed = URI.create("http://127.0.0.1:" + watched + "/actuator/health/" + probe);
        try {
            return CLIENT
                .send(HttpRequest.newBuilder(probed).timeout(Duration.ofSeconds(5)).GET().build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
        }
        catch (IOException ex) {
            return 0;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    /**
     * A line of what the system says about it, such as its threads; in kilobytes or
     * pieces.
     */
    long status(String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter((line) -> line.startsWith(name + ":"))
                .mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
        }
        catch (IOException | UncheckedIOException ex) {
            return 0;
        }
    }

    /** Lets it use up its memory; returns when it has gone. */
    void exhaust() {
        if (tell("/test/exhaust")) {
            throw new IllegalStateException("it has memory for everything:\n" + said());
        }
    }

    /** All that it has printed. */
    String said() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    /** Lets it stop at a write, so that it can be killed there. */
    void holdAt(Point.Write write) {
        if (!tell("/test/hold?" + write.query())) {
            throw new IllegalStateException("it could not be told where to stop:\n" + said());
        }
    }

    /** Waits until it stands there; false when it ended without. */
    boolean awaitHeld() {
        return held.join();
    }

    /**
     * Moves its clock and waits until nothing is due; false when it did not live so long.
     */
    boolean settle(Instant to) {
        return tell("/test/settle?to=" + to);
    }

    /** Lets some customers have answered already. */
    void earlier() {
        if (!tell("/test/earlier")) {
            throw new IllegalStateException("nobody could answer:\n" + said());
        }
    }

    private boolean tell(String what) {
        HttpRequest request = HttpRequest.newBuilder(root().resolve(what))
            .timeout(Duration.ofMinutes(2))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + " " + response.body() + "\n" + said());
            }
            return true;
        }
        catch (IOException ex) {
            return false;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    /** Lets it end in peace. */
    void rest() {
        process.toHandle().destroy();
        end();
    }

    /** Kills it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits for its end; gives its exit code. */
    int end() {
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("it does not answer and lives on:\n" + said());
            }
            reader.join();
            return process.exitValue();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    @Override
    public void close() {
        kill();
        end();
    }

}
