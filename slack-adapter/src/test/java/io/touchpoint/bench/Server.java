package io.touchpoint.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A server in a process of its own, which ends with this one. */
final class Server implements AutoCloseable {

    /** What it prints before the port once it takes requests. */
    static final String READY = "takes requests at port ";

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The ticks a second in which Linux counts processor time. */
    private static final double TICKS = 100;

    private final Child process;

    private Server(Child process) {
        this.process = process;
    }

    /** Starts a process and waits until it takes requests. */
    static Server start(String name, ProcessBuilder command) {
        Server server = new Server(Child.start(name, READY, command));
        server.port();
        return server;
    }

    String name() {
        return process.name();
    }

    int port() {
        return Integer.parseInt(process.ready().where());
    }

    /** The last lines that it has printed. */
    String said() {
        return process.said();
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
                throw new IllegalStateException(name() + " answered " + status + ":\n" + said());
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
        process.close();
    }

}
