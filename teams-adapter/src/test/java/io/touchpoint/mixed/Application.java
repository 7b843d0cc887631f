package io.touchpoint.mixed;

import io.touchpoint.sandbox.RunningSandbox;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A sandbox in a process of its own. */
final class Application implements RunningSandbox {

    private static final Pattern READY = Pattern.compile("The sandbox of .* is at (http://127\\.0\\.0\\.1:\\d+)/");

    private static final Path SLACK = Path.of("..", "slack-adapter", "target");

    private final Process process;

    private final CompletableFuture<String> url = new CompletableFuture<>();

    private final StringBuilder said = new StringBuilder();

    private Application(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().start(this::read);
    }

    /** Whether the Slack application has been built beside this one. */
    static boolean slackIsBuilt() {
        return Files.isDirectory(SLACK.resolve("classes")) && Files.isDirectory(SLACK.resolve("test-classes"));
    }

    static Application slack(String... arguments) {
        String others = Path.of("").toAbsolutePath().resolve("target").toString();
        Stream<String> own = Stream.of(SLACK.resolve("classes"), SLACK.resolve("test-classes"))
            .map((folder) -> folder.toAbsolutePath().normalize().toString());
        Stream<String> libraries = classPath().filter((entry) -> !entry.startsWith(others));
        return start("io.touchpoint.SlackSandbox", Stream.concat(own, libraries), arguments);
    }

    static Application teams(String... arguments) {
        return start("io.touchpoint.TeamsSandbox", classPath(), arguments);
    }

    private static Stream<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1));
    }

    private static Application start(String main, Stream<String> classPath, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC", "-Xmx384m", "-cp", String.join(File.pathSeparator, classPath.toList()),
                        main, "--server.port=0"));
        command.addAll(List.of(arguments));
        try {
            return new Application(new ProcessBuilder(command).redirectErrorStream(true).start());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                Matcher ready = READY.matcher(line);
                if (ready.find()) {
                    url.complete(ready.group(1));
                }
            }
        }
        catch (IOException ex) {
            said.append("nothing more can be read of it\n");
        }
        url.completeExceptionally(new IllegalStateException("it ended before it was ready:\n" + said));
    }

    @Override
    public String url() {
        return url.orTimeout(3, TimeUnit.MINUTES).join();
    }

    /** Kills it as {@code kill -9} does. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

}
