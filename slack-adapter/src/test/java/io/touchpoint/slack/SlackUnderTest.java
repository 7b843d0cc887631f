package io.touchpoint.slack;

import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import com.sun.net.httpserver.HttpServer;
import io.touchpoint.chat.Address;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Message;
import io.touchpoint.chat.Messenger;
import io.touchpoint.chat.PlatformUnderTest;
import io.touchpoint.chat.Reference;
import io.touchpoint.slack.fake.Call;
import io.touchpoint.slack.fake.Channel;
import io.touchpoint.slack.fake.Company;
import io.touchpoint.slack.fake.Control;
import io.touchpoint.slack.fake.Controls;
import io.touchpoint.slack.fake.FakeSlack;
import io.touchpoint.slack.fake.Fault;
import io.touchpoint.slack.fake.Limits;
import io.touchpoint.slack.fake.Person;
import io.touchpoint.slack.fake.Post;
import io.touchpoint.time.SettableClock;
import io.touchpoint.workspace.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Slack's messenger and the reading of presses, beside a simulated Slack. */
final class SlackUnderTest implements PlatformUnderTest, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-25T10:00:00Z"));

    private final FakeSlack slack = FakeSlack.start(Company.named("Northwind").limits(Limits.none()), clock);

    private final List<String> told = new CopyOnWriteArrayList<>();

    private final HttpServer door;

    private final SlackMessenger messenger;

    private final Reading reading;

    SlackUnderTest() {
        String team = slack.company().team();
        slack.add(Person.of("U0ADA", team, "Ada", "ada@example.com", BERLIN, Locale.GERMANY));
        slack.add(Person.of("U0JON", team, "Jon", "jon@example.com", BERLIN, Locale.GERMANY));
        slack.add(Channel.open("C0DELIVERY", "delivery", Set.of("U0ADA", "U0JON", slack.company().botUser())));
        SlackSettings settings = new SlackSettings(List.of(new Secret("signing")), new Secret(slack.company().token()),
                slack.apiUrl(), 200);
        SlackConfig config = new SlackConfig();
        config.setStatsEnabled(false);
        SlackWeb web = new SlackWeb(new SlackHttpClient(SlackWeb.once(SlackHttpClient.buildOkHttpClient(config))),
                settings);
        this.messenger = new SlackMessenger(web, settings, new Traces(web, clock), clock);
        this.reading = new Reading((tenant) -> Optional.of("w1"), new SlackDirectory(web, clock));
        this.door = door(told);
        slack.deliverTo(URI.create("http://127.0.0.1:" + door.getAddress().getPort() + "/slack/events"));
    }

    private static HttpServer door(List<String> told) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", (exchange) -> {
                told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public Messenger messenger() {
        return messenger;
    }

    private Address address(String id) {
        return Address.person("w1", "slack", slack.company().team(), id);
    }

    @Override
    public Address person() {
        return address("U0ADA");
    }

    @Override
    public Address channel() {
        return Address.channel("w1", "slack", slack.company().team(), "C0DELIVERY");
    }

    @Override
    public Address colleague() {
        return address("U0JON");
    }

    @Override
    public Address nobody() {
        return address("U0NOBODY");
    }

    @Override
    public SettableClock clock() {
        return clock;
    }

    private Stream<Call> calls() {
        return slack.calls().stream().filter((call) -> call.method().startsWith("chat."));
    }

    @Override
    public long sends() {
        return calls().count();
    }

    /** The arguments of the call; what is JSON in them is read. */
    @Override
    public JsonNode sent() {
        Call call = calls().reduce((_, later) -> later).orElseThrow();
        ObjectNode payload = JSON.createObjectNode().put("method", call.method());
        for (var argument : call.request().properties()) {
            String text = argument.getValue().asString("");
            boolean json = argument.getKey().equals("blocks") || argument.getKey().equals("metadata");
            payload.set(argument.getKey(), json ? JSON.readTree(text) : argument.getValue());
        }
        return payload;
    }

    @Override
    public String plainText(JsonNode payload) {
        return Words.unescape(payload.path("text").asString());
    }

    @Override
    public List<String> markup(JsonNode payload) {
        return PlatformUnderTest.objects(payload.path("blocks"))
            .filter((one) -> one.path("type").asString("").equals("mrkdwn"))
            .map((one) -> one.path("text").asString())
            .toList();
    }

    @Override
    public List<String> excesses(JsonNode payload) {
        List<String> excesses = new ArrayList<>();
        JsonNode blocks = payload.path("blocks");
        int bytes = blocks.toString().getBytes(StandardCharsets.UTF_8).length;
        excess(excesses, "bytes of blocks", bytes, 12_000);
        excess(excesses, "blocks", blocks.size(), 50);
        excess(excesses, "characters of text", payload.path("text").asString().length(), 4_000);
        PlatformUnderTest.objects(blocks)
            .filter((one) -> one.path("type").asString("").equals("button"))
            .forEach((button) -> {
                excess(excesses, "characters of a label", button.path("text").path("text").asString().length(), 75);
                excess(excesses, "characters of a value", button.path("value").asString("").length(), 2_000);
            });
        return excesses;
    }

    private static void excess(List<String> excesses, String what, int size, int most) {
        if (size > most) {
            excesses.add(size + " " + what + ", at most " + most);
        }
    }

    private Post post(Reference reference) {
        return slack.post(reference.place() + ":" + reference.message()).orElseThrow();
    }

    @Override
    public String read(Reference reference) {
        return slack.read(post(reference), BERLIN);
    }

    @Override
    public List<Inbound.Pressed> pressEvery(Reference reference, Message message) {
        List<Inbound.Pressed> pressed = new ArrayList<>();
        Post post = post(reference);
        for (Control control : Controls.of(post)) {
            if (control.url() == null) {
                told.clear();
                slack.interactions().press("U0ADA", post.id(), control.id(), null);
                pressed.add(heard(told.getFirst()));
            }
        }
        return pressed;
    }

    private Inbound.Pressed heard(String body) {
        if (reading.read(Arrival.of(body), clock.instant()) instanceof Read.Understood(var heard)
                && heard.getFirst().inbound() instanceof Inbound.Pressed pressed) {
            return pressed;
        }
        throw new IllegalStateException("no press: " + body);
    }

    @Override
    public void cutNext() {
        slack.faults().add(Fault.drop("send"));
    }

    @Override
    public void refuseNext(Duration retryAfter) {
        slack.faults().add(Fault.tooMany("send", retryAfter));
    }

    @Override
    public void close() {
        door.stop(0);
        slack.close();
    }

}
