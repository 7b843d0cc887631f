package io.touchpoint.realclients;

import io.touchpoint.sandbox.Northwind;
import io.touchpoint.sandbox.SimulatedPlatform.Newcomer;
import io.touchpoint.teams.fake.Company;
import io.touchpoint.teams.fake.Person;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Microsoft's Agents Playground in a process of its own, on this machine alone: Northwind
 * with Dana, a guest, before it, and five colleagues.
 */
final class AgentsPlayground implements AutoCloseable {

    private static final String LISTENS = "Listening on ";

    private static final List<String> COLLEAGUES = List.of("mara", "jon", "lea", "priya", "ines");

    private final Process process;

    private final int port;

    private final CompletableFuture<Integer> listens = new CompletableFuture<>();

    private final StringBuilder said = new StringBuilder();

    private AgentsPlayground(Process process, int port) {
        this.process = process;
        this.port = port;
        Thread.ofPlatform().daemon().start(this::read);
    }

    /**
     * Starts it and waits until it listens.
     * @param folder where it finds its world and leaves its log
     * @param application where it sends activities
     */
    static AgentsPlayground start(NodePackages packages, Path folder, URI application) {
        try {
            Path world = Files.writeString(folder.resolve(".m365agentsplayground.yml"), world());
            int port = freePort();
            ProcessBuilder command = packages.command("-r", NodePackages.script("apart.cjs"),
                    packages.file("@microsoft/m365agentsplayground/cli.js"), "start", "-e",
                    application.resolve("/api/messages"), "-c", "msteams", "-p", port, "--service-url",
                    "http://127.0.0.1:" + port + "/_connector", "--disable-telemetry");
            command.directory(folder.toFile());
            command.environment().put("M365_AGENTS_PLAYGROUND_CONFIG_PATH", world.toString());
            command.environment().put("M365_AGENTS_PLAYGROUND_LOGFILE", folder.resolve("playground.log").toString());
            command.environment().put("TEAMSAPPTESTER_BROWSER", "none");
            AgentsPlayground playground = new AgentsPlayground(command.start(), port);
            playground.awaitListening();
            return playground;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String world() {
        StringBuilder users = new StringBuilder();
        COLLEAGUES.forEach((key) -> users.append("  - ").append(user(key, key + "@northwind.example")).append('\n'));
        return """
                version: "0.1.1"
                tenantId: %s
                bot: {id: "28:touchpoint", name: Touchpoint}
                currentUser: %s
                users:
                %spersonalChat: {id: "a:dana"}
                groupChat: {id: "19:everybody@thread.v2", name: Everybody}
                team:
                  id: "19:northwind@thread.tacv2"
                  name: %s
                  aadGroupId: 5c8fb57c-2f63-4f7a-a8a7-000000000001
                  channels:
                    - {id: "19:delivery@thread.tacv2", name: delivery}
                """.formatted(Company.TENANT, user("dana", "dana_acme.example#EXT#@northwind.example"), users,
                Northwind.NAME);
    }

    private static String user(String key, String principal) {
        Newcomer person = Northwind.people().stream().filter((one) -> key.equals(one.id())).findFirst().orElseThrow();
        String[] names = person.name().split(" ", 2);
        return """
                {id: "29:1%s", name: %s, userPrincipleName: "%s", aadObjectId: %s, givenName: %s, surname: %s, email: %s}"""
            .formatted(key, person.name(), principal, Person.aad(key), names[0], names[1], person.email());
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (said) {
                    said.append(line).append('\n');
                }
                if (line.startsWith(LISTENS)) {
                    listens.complete(Integer.valueOf(line.substring(LISTENS.length()).strip()));
                }
            }
        }
        catch (IOException ex) {
            listens.completeExceptionally(ex);
        }
        listens.completeExceptionally(new IllegalStateException("it ended before it listened:\n" + said()));
    }

    private String said() {
        synchronized (said) {
            return said.toString();
        }
    }

    private void awaitListening() {
        try {
            int found = listens.orTimeout(1, TimeUnit.MINUTES).join();
            if (found != port) {
                throw new IllegalStateException("somebody else took port " + port);
            }
        }
        catch (RuntimeException ex) {
            close();
            throw new IllegalStateException("the Agents Playground does not start:\n" + said(), ex);
        }
    }

    /** Where its page is. */
    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

}
