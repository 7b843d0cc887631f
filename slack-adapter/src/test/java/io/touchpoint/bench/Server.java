package io.touchpoint.bench;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, which ends with this one. */
final class Server implements AutoCloseable {

    /** What it prints before the port once it takes requests. */
    static final String READY = "takes requests at port ";

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The ticks a second in which Linux counts processor time. */
    private static final double TICKS = 100;

    private final String name;

    private final Process process;

    private final List<String> said = new ArrayList<>();

    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private Server(String name, Process process) {
        this.name = name;
        this.process = process;
        Thread.ofPlatform().daemon().start(this::read);
    }

    /** Starts a process and waits until it takes requests. */
    static Server start(String name, ProcessBuilder command) {
        try {
            Server server = new Server(name, command.redirectErrorStream(true).start());
            server.port();
            return server;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** What starts a class of this class path in a JVM as it is delivered with. */
    static ProcessBuilder java(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (said) {
                    said.add(line);
                }
                if (line.startsWith(READY)) {
                    port.complete(Integer.valueOf(line.substring(READY.length()).strip()));
                }
            }
        }
        catch (IOException ex) {
            port.completeExceptionally(ex);
        }
        port.completeExceptionally(new IllegalStateException(name + " ended before it was ready:\n" + said()));
    }

    String name() {
        return name;
    }

    int port() {
        return port.orTimeout(2, TimeUnit.MINUTES).join();
    }

    /** The last lines that it has printed. */
    String said() {
        synchronized (said) {
            return String.join("\n", said.subList(Math.max(0, said.size() - 40), said.size()));
        }
    }

    /** The processor time that it has taken, user and system, in microseconds. */
    double cpuMicros() {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1e6 / TICKS;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Its resident memory in megabytes. */
    long megabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))
                .stream()
                .filter((line) -> line.startsWith("VmRSS:"))
                .mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Tells it to do something, and waits until it has done so. */
    void tell(String what) {
        URI door = URI.create("http://127.0.0.1:" + port() + what);
        try {
            int status = CLIENT
                .send(HttpRequest.newBuilder(door)
                    .timeout(Duration.ofMinutes(5))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
            if (status != 200) {
                throw new IllegalStateException(name + " answered " + status + ":\n" + said());
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(said(), ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

}
