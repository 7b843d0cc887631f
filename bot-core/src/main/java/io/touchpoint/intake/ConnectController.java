package io.touchpoint.intake;

import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The door for the webhooks of shops and help desks, each in the vendor's own shape. */
@RestController
class ConnectController {

    private static final Logger log = LoggerFactory.getLogger(ConnectController.class);

    static final int MOST_BYTES = 1024 * 1024;

    private final Workspaces workspaces;

    private final Connectors connectors;

    private final Interpreter interpreter;

    private final Aliases aliases;

    private final Intake intake;

    private final Clock clock;

    ConnectController(Workspaces workspaces, Connectors connectors, Interpreter interpreter, Aliases aliases,
            Intake intake, Clock clock) {
        this.workspaces = workspaces;
        this.connectors = connectors;
        this.interpreter = interpreter;
        this.aliases = aliases;
        this.intake = intake;
        this.clock = clock;
    }

    /** Some vendors look with HEAD whether anybody is there before they send anything. */
    @RequestMapping(path = "/v1/connect/{source}", method = { RequestMethod.POST, RequestMethod.GET, RequestMethod.HEAD,
            RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE, RequestMethod.OPTIONS })
    ResponseEntity<byte[]> receive(@PathVariable String source, HttpServletRequest request) {
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return ResponseEntity.ok().build();
        }
        if (!HttpMethod.POST.matches(request.getMethod())) {
            return Door.only(HttpMethod.POST);
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        }
        catch (IOException ex) {
            return Door.problem(HttpStatus.BAD_REQUEST, "body", "cannot be read");
        }
        if (body.length > MOST_BYTES) {
            return Door.problem(HttpStatus.CONTENT_TOO_LARGE, "body", "is larger than 1 MiB");
        }
        try {
            return receive(source, request, new Delivery(request::getHeader, body), clock.instant());
        }
        catch (Malformed ex) {
            return Door.problem(HttpStatus.BAD_REQUEST, ex.field(), ex.problem());
        }
        catch (DataAccessException ex) {
            log.warn("A delivery could not be kept: {}", ex.getClass().getSimpleName());
            return Door.problem(HttpStatus.SERVICE_UNAVAILABLE, null, null);
        }
    }

    private ResponseEntity<byte[]> receive(String source, HttpServletRequest request, Delivery delivery, Instant now)
            throws Malformed {
        Optional<Workspace> workspace = Door.parameter(request, "workspace")
            .filter((id) -> id.matches("[a-z0-9_-]{1,40}"))
            .flatMap(workspaces::find);
        Optional<Connector> sender = workspace.flatMap((one) -> connectors.sender(one.id(), source, delivery, now));
        if (workspace.isEmpty() || sender.isEmpty()) {
            return Door.problem(HttpStatus.UNAUTHORIZED, null, null);
        }
        if (!EventsController.isJson(request.getContentType())) {
            return Door.problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "content-type", "must be application/json");
        }
        Connector connector = sender.get();
        return switch (interpreter.meaning(workspace.get().id(), connector, connector.topic(delivery), delivery.body(),
                now)) {
            case Meaning.Nothing(String why) -> Door.answer(HttpStatus.OK, nothing(why));
            case Meaning.Event(byte[] body, Alias alias) -> {
                Optional<String> answer = intake.take(workspace.get(), body, now);
                if (alias != null) {
                    aliases.keep(alias);
                }
                yield answer.map((json) -> Door.answer(HttpStatus.OK, json))
                    .orElseGet(() -> Door.answer(HttpStatus.ACCEPTED, EventsController.LATER));
            }
        };
    }

    private static String nothing(String why) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("decisions", List.of());
        answer.put("message", why);
        return Json.write(answer);
    }

}
