package io.touchpoint.intake;

import io.touchpoint.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The door for signed CloudEvents. */
@RestController
class EventsController {

    private static final Logger log = LoggerFactory.getLogger(EventsController.class);

    static final int MOST_BYTES = 256 * 1024;

    static final String LATER = "{\"message\":\"the event is kept and will be decided shortly\"}";

    private final Door door;

    private final Intake intake;

    private final Clock clock;

    EventsController(Door door, Intake intake, Clock clock) {
        this.door = door;
        this.intake = intake;
        this.clock = clock;
    }

    @RequestMapping(path = "/v1/events", method = { RequestMethod.POST, RequestMethod.GET, RequestMethod.HEAD,
            RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE, RequestMethod.OPTIONS })
    ResponseEntity<byte[]> receive(HttpServletRequest request) {
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
        return receive(request, body);
    }

    private ResponseEntity<byte[]> receive(HttpServletRequest request, byte[] body) {
        if (body.length > MOST_BYTES) {
            return Door.problem(HttpStatus.CONTENT_TOO_LARGE, "body", "is larger than 256 KiB");
        }
        Instant now = clock.instant();
        try {
            Optional<Workspace> workspace = door.open(request, body, now);
            if (workspace.isEmpty()) {
                return Door.problem(HttpStatus.UNAUTHORIZED, null, null);
            }
            if (!isJson(request.getContentType())) {
                return Door.problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "content-type",
                        "must be application/cloudevents+json");
            }
            return intake.take(workspace.get(), body, now)
                .map((answer) -> Door.answer(HttpStatus.OK, answer))
                .orElseGet(() -> Door.answer(HttpStatus.ACCEPTED, LATER));
        }
        catch (Malformed ex) {
            return Door.problem(HttpStatus.BAD_REQUEST, ex.field(), ex.problem());
        }
        catch (DataAccessException ex) {
            log.warn("An event could not be kept: {}", ex.getClass().getSimpleName());
            return Door.problem(HttpStatus.SERVICE_UNAVAILABLE, null, "cannot be kept just now: send it again");
        }
    }

    static boolean isJson(@Nullable String contentType) {
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

}
