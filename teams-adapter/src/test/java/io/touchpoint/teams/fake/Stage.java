package io.touchpoint.teams.fake;

import com.sun.net.httpserver.HttpServer;
import io.touchpoint.time.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A small company in a simulator, an app that answers as a test says, and a client. */
final class Stage implements AutoCloseable {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    static final String CUSTOMERS = "5e1f0000-0000-4000-8000-00000000ac3e";

    static final String TEAM = "19:team@thread.tacv2";

    static final String CHANNEL = "19:delivery@thread.tacv2";

    static final String GROUP = "19:group@thread.v2";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T08:00:00Z"));

    final FakeTeams teams;

    final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    volatile Function<Request, Reply> app = (_) -> new Reply(202, "");

    private final HttpServer server;

    /** What the app was sent. */
    record Request(String authorization, JsonNode activity) {
    }

    /** What the app answers. */
    record Reply(int status, String body) {
    }

    Stage() {
        this(Company.named("Northwind Outfitters").limits(Limits.none()));
    }

    Stage(Company company) {
        this.teams = FakeTeams.start(company.also(CUSTOMERS), clock);
        this.server = listen();
        teams.deliverTo(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/messages"));
        people();
        Team team = Team.of(TEAM, "Northwind", Company.TENANT, Set.of(id("ada"), id("jon"), id("mia")));
        teams.add(team);
        teams.add(Place.channel(CHANNEL, "delivery", team));
        teams.add(Place.group(GROUP, "Release", Company.TENANT, Set.of(id("ada"), id("fay"))));
        teams.add(Place.group("19:without@thread.v2", "Without", Company.TENANT, Set.of(id("ada"))).bot(false));
        Team old = Team.of("19:old@thread.tacv2", "Old", Company.TENANT, Set.of(id("ada"))).archived(true);
        teams.add(old);
    }

    private void people() {
        add("ada", Company.TENANT, "Ada Novak", Locale.GERMANY);
        add("jon", Company.TENANT, "Jon Weber", Locale.US);
        add("can", Company.TENANT, "Can Demir", Locale.forLanguageTag("tr-TR"));
        add("eva", CUSTOMERS, "Eva Stern", Locale.UK);
        add("mia", Company.TENANT, "Mia Guest", Locale.UK, Person.Trait.GUEST);
        add("fay", Company.TENANT, "Fay Foreign", Locale.UK, Person.Trait.FEDERATED);
        add("bob", Company.TENANT, "Bob Blocked", Locale.UK, Person.Trait.BLOCKED);
        add("ned", Company.TENANT, "Ned Without", Locale.UK);
        teams.changePerson(id("ned"), (person) -> person.without(Person.Trait.INSTALLED));
    }

    private void add(String key, String tenant, String name, Locale locale, Person.Trait... traits) {
        teams.add(Person.of(key, tenant, name, key + "@northwind.example", BERLIN, locale).with(traits));
    }

    static String id(String key) {
        return "29:1" + key;
    }

    private HttpServer listen() {
        try {
            HttpServer listening = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listening.createContext("/", (exchange) -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                Request request = new Request(
                        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse(""),
                        Json.parse(body));
                requests.add(request);
                Reply reply = app.apply(request);
                byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(reply.status(), (bytes.length == 0) ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            listening.start();
            return listening;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Lets the app answer invokes so; single quotes stand for double ones. */
    void invokesAnswer(String json) {
        String body = json.replace('\'', '"');
        app = (request) -> Json.text(request.activity(), "type").equals("invoke") ? new Reply(200, body)
                : new Reply(202, "");
    }

    /** Calls the Connector as the bot; single quotes stand for double ones. */
    HttpResponse<String> call(String method, String path, String json) {
        return call(method, path, json, teams.entra().token());
    }

    HttpResponse<String> call(String method, String path, String json, String token) {
        return request(request(method, path, json.replace('\'', '"'), token));
    }

    HttpRequest request(String method, String path, String body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(teams.serviceUrl() + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json; charset=utf-8")
            .method(method,
                    body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    HttpResponse<String> request(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** Posts a card in a conversation; gives the message's id. */
    String posted(String place, String card) {
        HttpResponse<String> answer = call("POST", "v3/conversations/" + place + "/activities", message(card));
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
        return place + "|" + Json.text(Json.parse(answer.body()), "id");
    }

    /** A message that carries a card. */
    static String message(String card) {
        return "{'type':'message','summary':'s','attachments':[{'contentType':'" + Post.CARD + "','content':" + card
                + "}]}";
    }

    /** A card with these elements, and these actions below. */
    static String card(String body, String actions) {
        return "{'type':'AdaptiveCard','version':'1.5','fallbackText':'f','body':[" + body + "],'actions':[" + actions
                + "]}";
    }

    static String execute(String title, String data) {
        String submit = "'title':'" + title + "','data':" + data;
        return "{'type':'Action.Execute','verb':'v'," + submit + ",'fallback':{'type':'Action.Submit'," + submit + "}}";
    }

    static String submit(String title, String data) {
        return "{'type':'Action.Submit','title':'" + title + "','data':" + data + "}";
    }

    static String text(String text) {
        return "{'type':'TextBlock','text':'" + text + "','wrap':true}";
    }

    /** A string of so many characters. */
    static String x(int length) {
        return "x".repeat(length);
    }

    /** The activity that the app was sent last. */
    JsonNode last() {
        return requests.getLast().activity();
    }

    String read(String post) {
        return teams.read(teams.post(post).orElseThrow(), BERLIN);
    }

    @Override
    public void close() {
        teams.close();
        server.stop(0);
    }

}
