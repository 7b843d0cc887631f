package io.touchpoint.sandbox;

import io.touchpoint.sandbox.SimulatedPlatform.Misbehaviour;
import io.touchpoint.sandbox.SimulatedPlatform.Newcomer;
import io.touchpoint.sandbox.SimulatedPlatform.OpenForm;
import io.touchpoint.sandbox.SimulatedPlatform.Person;
import io.touchpoint.sandbox.SimulatedPlatform.Shown;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The sandbox's HTTP interface: JSON, with problem details for what goes wrong. */
final class SandboxRoutes {

    private final Sandbox sandbox;

    private final SimulatedPlatform platform;

    private final BusinessEvents events;

    private final Rehearsal rehearsal;

    private final Cursors cursors = new Cursors();

    SandboxRoutes(Sandbox sandbox, BusinessEvents events, Rehearsal rehearsal) {
        this.sandbox = sandbox;
        this.platform = sandbox.platform();
        this.events = events;
        this.rehearsal = rehearsal;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
            .path("/sandbox",
                    (sandboxed) -> sandboxed.GET("/state", (_) -> ok(state()))
                        .POST("/clock", (request) -> ok(clock(Body.of(request))))
                        .GET("/messages", (request) -> ok(messages(request)))
                        .POST("/messages", (request) -> ok(write(Body.of(request))))
                        .POST("/presses", (request) -> ok(press(Body.of(request))))
                        .POST("/forms", (request) -> ok(submit(Body.of(request))))
                        .POST("/people", (request) -> ok(add(Body.of(request))))
                        .POST("/rehearsal", (request) -> ok(rehearse(Body.of(request))))
                        .POST("/commands", (request) -> ok(command(Body.of(request))))
                        .POST("/marks", (request) -> ok(mark(Body.of(request))))
                        .GET("/home", (request) -> ok(home(parameter(request, "of"))))
                        .POST("/events", this::event)
                        .POST("/faults", (request) -> ok(fault(Body.of(request))))
                        .GET("/calls", (_) -> ok(Map.of("calls", platform.calls())))
                        .route((_) -> true, (request) -> {
                            throw Trouble.notFound("The sandbox has no " + request.method() + " " + request.path());
                        }))
            .onError(Trouble.class, (trouble, _) -> problem((Trouble) trouble))
            .filter((request, next) -> sandbox.ready() ? next.handle(request)
                    : problem(Trouble.notYet("The company is being set up; ask again in a moment.")))
            .build();
    }

    private static ServerResponse ok(Object body) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static ServerResponse problem(Trouble trouble) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(trouble.status(), trouble.getMessage());
        return ServerResponse.status(trouble.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(detail);
    }

    private Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("now", sandbox.now());
        state.put("platform", platform.name());
        state.put("workspace", Northwind.WORKSPACE);
        state.put("company", Northwind.NAME);
        state.put("publicUrl", Northwind.PUBLIC_URL);
        state.put("eventsUrl", events.url());
        state.put("eventsSecret", events.secret());
        state.put("people", platform.people());
        state.put("channels", platform.channels());
        return state;
    }

    private Map<String, Object> clock(Body body) {
        Optional<Duration> advance = body.optional("advance")
            .map((text) -> Body.parsed("advance", text, Duration::parse));
        Optional<Instant> to = body.optional("to").map((text) -> Body.parsed("to", text, Instant::parse));
        if (advance.isPresent() == to.isPresent()) {
            throw Trouble.badRequest("Either “advance” or “to” is needed.");
        }
        if (advance.isPresent() && advance.get().isNegative()) {
            throw Trouble.badRequest("The clock only moves forward.");
        }
        Instant target = to.orElseGet(() -> sandbox.now().plus(advance.orElse(Duration.ZERO)));
        return Map.of("now", sandbox.moveTo(target));
    }

    private Cursors.Page messages(ServerRequest request) {
        Optional<String> channel = request.param("channel");
        Optional<String> with = request.param("with");
        if (channel.isPresent() == with.isPresent()) {
            throw Trouble.badRequest("Either “channel” or “with” is needed.");
        }
        List<Shown> all = channel.isPresent() ? platform.channel(channelOf(channel.get()), 0)
                : platform.direct(person(with.orElseThrow()), 0);
        return cursors.page(all, request.param("after").orElse(""));
    }

    private Map<String, Object> write(Body body) {
        String by = person(body.text("by"));
        String to = body.text("to");
        String channel = "bot".equals(to) ? null : channelOf(to);
        String text = body.text("text");
        String replyTo = body.optional("replyTo").orElse(null);
        Set<String> before = ids(place(by, channel));
        sandbox.act(() -> possible(() -> platform.says(by, channel, text, replyTo)));
        return place(by, channel).stream()
            .filter((message) -> !before.contains(message.id()) && message.from().equals(by))
            .findFirst()
            .<Map<String, Object>>map((message) -> Map.of("id", message.id()))
            .orElse(Map.of());
    }

    private Map<String, Object> press(Body body) {
        String by = person(body.text("by"));
        String on = body.text("message");
        String control = body.text("control");
        OpenForm before = platform.form(by).filter((form) -> form.id().equals(on)).orElse(null);
        sandbox.act(() -> possible(() -> {
            if (before == null) {
                platform.closesForms(by);
            }
            platform.presses(by, on, control, body.texts("value"), body.fields("values"));
        }));
        return answered(platform.form(by));
    }

    private Map<String, Object> submit(Body body) {
        String by = person(body.text("by"));
        String form = body.text("form");
        if (body.flag("close")) {
            sandbox.act(() -> possible(() -> platform.closesForms(by)));
            return Map.of();
        }
        Map<String, String> errors = sandbox.act(() -> given(() -> platform.submits(by, form, body.fields("values"))));
        return errors.isEmpty() ? answered(platform.form(by)) : Map.of("errors", errors);
    }

    private static Map<String, Object> answered(Optional<OpenForm> form) {
        return form.<Map<String, Object>>map((open) -> Map.of("form", open)).orElse(Map.of());
    }

    private Map<String, Object> add(Body body) {
        Newcomer newcomer = new Newcomer(null, body.text("name"), Body.role(body.optional("role").orElse("customer")),
                Body.parsed("locale", body.optional("locale").orElse("en-GB"), Locale::forLanguageTag),
                Body.parsed("timeZone", body.optional("timeZone").orElse("Europe/Berlin"), ZoneId::of),
                body.optional("team").orElse(null), body.optional("email").orElse(null),
                body.optional("account").orElse(null));
        return Map.of("id", sandbox.act(() -> given(() -> platform.add(newcomer))));
    }

    private Object rehearse(Body body) {
        int weeks = body.number("weeks", 13);
        if (weeks < 1 || weeks > 104) {
            throw Trouble.badRequest("“weeks” is a number from 1 to 104.");
        }
        return rehearsal.play(weeks, body.number("seed", 7));
    }

    private Map<String, Object> command(Body body) {
        String by = person(body.text("by"));
        String channel = body.optional("in").map(this::channelOf).orElse(null);
        String words = body.text("command");
        Set<String> before = ids(place(by, channel));
        sandbox.act(() -> possible(() -> {
            platform.closesForms(by);
            platform.commands(by, channel, words);
        }));
        List<Shown> shown = place(by, channel).stream()
            .filter((message) -> !before.contains(message.id()))
            .filter((message) -> by.equals(message.visibleTo())
                    || (message.from().equals("bot") && (channel == null || message.replyTo() != null)))
            .toList();
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("messages", shown));
        answer.putAll(answered(platform.form(by)));
        return answer;
    }

    private Map<String, Object> mark(Body body) {
        String by = person(body.text("by"));
        String message = body.text("message");
        sandbox.act(() -> possible(() -> {
            platform.closesForms(by);
            platform.marksSolved(by, message);
        }));
        return answered(platform.form(by));
    }

    private Shown home(String of) {
        String person = person(of);
        sandbox.act(() -> possible(() -> platform.opensHome(person)));
        return platform.home(person).orElseThrow(() -> Trouble.notFound("This person has no home tab yet."));
    }

    private ServerResponse event(ServerRequest request) throws ServletException, IOException {
        Body body = Body.of(request);
        Person customer = platform.people()
            .stream()
            .filter((one) -> one.id().equals(person(body.text("customer"))))
            .findFirst()
            .orElseThrow();
        BusinessEvents.Answer answer = sandbox.act(() -> given(() -> events.post(body, customer, sandbox.now())));
        return ServerResponse.status(answer.status())
            .contentType(MediaType.parseMediaType(answer.contentType()))
            .body(answer.body());
    }

    private Map<String, Object> fault(Body body) {
        String answer = body.text("answer");
        if ("none".equals(answer)) {
            platform.behave();
        }
        else {
            possible(() -> platform.misbehave(new Misbehaviour(body.optional("operation").orElse("send"), answer,
                    Duration.ofSeconds(body.number("retryAfter", 1)), body.number("times", 1),
                    body.optional("channel").orElse(null))));
        }
        return Map.of();
    }

    private List<Shown> place(String person, @Nullable String channel) {
        return (channel == null) ? platform.direct(person, 0) : platform.channel(channel, 0);
    }

    private static Set<String> ids(List<Shown> messages) {
        return messages.stream().map(Shown::id).collect(Collectors.toSet());
    }

    private String person(String id) {
        if (platform.people().stream().noneMatch((person) -> person.id().equals(id))) {
            throw Trouble.notFound("There is no person “" + id + "”.");
        }
        return id;
    }

    private String channelOf(String id) {
        if (platform.channels().stream().noneMatch((channel) -> channel.id().equals(id))) {
            throw Trouble.notFound("There is no channel “" + id + "”.");
        }
        return id;
    }

    private static String parameter(ServerRequest request, String name) {
        return request.param(name).orElseThrow(() -> Trouble.badRequest("“" + name + "” is missing."));
    }

    /** What the simulator refuses is the caller's mistake. */
    private static <T> T given(Supplier<T> deed) {
        try {
            return deed.get();
        }
        catch (IllegalArgumentException ex) {
            throw Trouble.badRequest(String.valueOf(ex.getMessage()));
        }
    }

    private static void possible(Runnable deed) {
        given(() -> {
            deed.run();
            return HttpStatus.OK;
        });
    }

}
