package io.touchpoint.intake;

import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The door for signed CloudEvents. */
@RestController
@EnableConfigurationProperties(IntakeSettings.class)
class EventsController {

    private static final Logger log = LoggerFactory.getLogger(EventsController.class);

    static final int MOST_BYTES = 256 * 1024;

    private static final String LATER = "{\"message\":\"the event is kept and will be decided shortly\"}";

    private final Workspaces workspaces;

    private final Intake intake;

    private final Signature signature;

    private final Clock clock;

    EventsController(IntakeSettings settings, Workspaces workspaces, Intake intake, Clock clock) {
        this.signature = new Signature(settings.key());
        this.workspaces = workspaces;
        this.intake = intake;
        this.clock = clock;
    }

    @RequestMapping(path = "/v1/events", method = { RequestMethod.POST, RequestMethod.GET, RequestMethod.HEAD,
            RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE, RequestMethod.OPTIONS })
    ResponseEntity<byte[]> receive(HttpServletRequest request) {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            return problem(HttpStatus.METHOD_NOT_ALLOWED, "method", "only POST is answered here");
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        }
        catch (IOException ex) {
            return problem(HttpStatus.BAD_REQUEST, "body", "cannot be read");
        }
        return receive(request, body);
    }

    private ResponseEntity<byte[]> receive(HttpServletRequest request, byte[] body) {
        if (body.length > MOST_BYTES) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, "body", "is larger than 256 KiB");
        }
        Instant now = clock.instant();
        boolean signed = signature.isValid(request.getHeader("webhook-id"), request.getHeader("webhook-timestamp"),
                request.getHeader("webhook-signature"), body, now);
        try {
            Optional<Workspace> workspace = signed ? workspace(request.getQueryString()) : Optional.empty();
            if (workspace.isEmpty()) {
                return problem(HttpStatus.UNAUTHORIZED, null, null);
            }
            if (!isJson(request.getContentType())) {
                return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "content-type",
                        "must be application/cloudevents+json");
            }
            return intake.take(workspace.get(), body, now)
                .map((answer) -> answer(HttpStatus.OK, MediaType.APPLICATION_JSON, answer))
                .orElseGet(() -> answer(HttpStatus.ACCEPTED, MediaType.APPLICATION_JSON, LATER));
        }
        catch (Malformed ex) {
            return problem(HttpStatus.BAD_REQUEST, ex.field(), ex.problem());
        }
        catch (DataAccessException ex) {
            log.warn("An event could not be kept: {}", ex.getClass().getSimpleName());
            return problem(HttpStatus.SERVICE_UNAVAILABLE, null, "cannot be kept just now: send it again");
        }
    }

    private Optional<Workspace> workspace(@Nullable String query) {
        String id = (query == null) ? null
                : UriComponentsBuilder.newInstance().query(query).build().getQueryParams().getFirst("workspace");
        return (id == null || !id.matches("[a-z0-9_-]{1,40}")) ? Optional.empty() : workspaces.find(id);
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            MediaType type = (contentType == null) ? MediaType.ALL : MediaType.parseMediaType(contentType);
            boolean utf8 = type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8);
            return utf8 && (type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    || type.equalsTypeAndSubtype(new MediaType("application", "cloudevents+json")));
        }
        catch (IllegalArgumentException ex) {
            return false;
        }
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, MediaType type, String body) {
        return ResponseEntity.status(status).contentType(type).body(body.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> problem(HttpStatus status, @Nullable String field, @Nullable String detail) {
        byte[] body = Problem.of(status, field, detail).getBytes(StandardCharsets.UTF_8);
        ResponseEntity.BodyBuilder problem = ResponseEntity.status(status)
            .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            problem.header(HttpHeaders.ALLOW, HttpMethod.POST.name());
        }
        return problem.body(body);
    }

}
