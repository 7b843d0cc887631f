package io.touchpoint.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that works for this one, and ends with it. */
final class Child implements AutoCloseable {

    private final String name;

    private final String announcement;

    private final Process process;

    private final List<String> said = new ArrayList<>();

    private final CompletableFuture<Ready> ready = new CompletableFuture<>();

    private Child(String name, String announcement, Process process) {
        this.name = name;
        this.announcement = announcement;
        this.process = process;
        Thread.ofPlatform().daemon().start(this::read);
    }

    /**
     * That it is ready.
     *
     * @param where what it said after its announcement
     * @param at when, by {@link System#nanoTime}
     */
    record Ready(String where, long at) {
    }

    /**
     * Starts a process and waits for nothing.
     * @param announcement what begins the line by which it says that it is ready
     */
    static Child start(String name, String announcement, ProcessBuilder command) {
        try {
            return new Child(name, announcement, command.redirectErrorStream(true).start());
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

    /** Lets this process end when the one does that started it. */
    static void endWithWhoStartedIt() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
                Runtime.getRuntime().halt(0);
            }
            catch (IOException ex) {
                Runtime.getRuntime().halt(1);
            }
        });
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                long at = System.nanoTime();
                synchronized (said) {
                    said.add(line);
                }
                if (line.startsWith(announcement)) {
                    ready.complete(new Ready(line.substring(announcement.length()).strip(), at));
                }
            }
        }
        catch (IOException ex) {
            ready.completeExceptionally(ex);
        }
        ready.completeExceptionally(new IllegalStateException(name + " ended before it was ready:\n" + said()));
    }

    String name() {
        return name;
    }

    /** Waits until it is ready. */
    Ready ready() {
        return ready.orTimeout(2, TimeUnit.MINUTES).join();
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** The last lines that it has printed. */
    String said() {
        synchronized (said) {
            return String.join("\n", said.subList(Math.max(0, said.size() - 40), said.size()));
        }
    }

    /** Kills it as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

}
