package io.touchpoint;

import io.touchpoint.sandbox.SandboxApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Prints what the application costs: processor time until it serves, and resident memory
 * after four weeks of a company's life. The simulated Slack runs in the same process, and
 * so does the database unless MONGODB_URI names one.
 */
public final class SlackBenchmark {

    private static final String WEEKS = "{\"weeks\":4,\"seed\":7}";

    private SlackBenchmark() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Started started = new Started();
        try (SandboxApplication sandbox = SpringApplication.withHook((_) -> started,
                () -> SlackSandbox.start(arguments))) {
            long seeded = cpuMillis();
            long before = residentKilobytes();
            long begin = System.nanoTime();
            rehearse(sandbox.url());
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            long after = residentKilobytes();
            boolean embedded = System.getenv("MONGODB_URI") == null;
            System.out.printf(Locale.ROOT, """

                      One process: the application, the simulated Slack%s.
                      CPU from start to serving:           %6.1f s
                      CPU from start to seeded and ready:  %6.1f s
                      Resident memory when ready:          %6d MB
                      Four weeks rehearsed in:             %6.1f s
                      Resident memory after them:          %6d MB

                    """, embedded ? " and an embedded database" : "; the database is another one",
                    started.cpuMillis / 1000.0, seeded / 1000.0, before / 1024, took.toMillis() / 1000.0, after / 1024);
        }
        System.exit(0);
    }

    private static void rehearse(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/sandbox/rehearsal"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(WEEKS))
                .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the rehearsal failed: " + answer.statusCode());
            }
        }
    }

    private static long cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    private static long residentKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            return Files.readAllLines(status)
                .stream()
                .filter((line) -> line.startsWith("VmRSS:"))
                .mapToLong(SlackBenchmark::number)
                .findFirst()
                .orElse(0);
        }
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(ProcessHandle.current().pid()))
            .start();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(ps.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            return (line == null) ? 0 : number(line);
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }

    /** Remembers what was spent when the application began to serve. */
    private static final class Started implements SpringApplicationRunListener {

        private volatile long cpuMillis;

        @Override
        public void started(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
            cpuMillis = SlackBenchmark.cpuMillis();
        }

    }

}
