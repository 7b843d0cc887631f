package io.touchpoint.intake;

import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Lets in who signs for a workspace, and answers in one way. Whatever is wrong with a
 * sender is the same 401.
 */
@Component
@EnableConfigurationProperties(IntakeSettings.class)
class Door {

    private final Workspaces workspaces;

    private final EventSecrets secrets;

    Door(EventSecrets secrets, Workspaces workspaces) {
        this.secrets = secrets;
        this.workspaces = workspaces;
    }

    /**
     * The workspace that a request is for, if it is signed.
     * @param signed the bytes that the signature is over
     */
    Optional<Workspace> open(HttpServletRequest request, byte[] signed, Instant now) {
        return parameter(request, "workspace").filter((id) -> id.matches("[a-z0-9_-]{1,40}"))
            .filter((id) -> isSigned(request, id, signed, now))
            .flatMap(workspaces::find);
    }

    private boolean isSigned(HttpServletRequest request, String workspace, byte[] signed, Instant now) {
        String timestamp = request.getHeader("webhook-timestamp");
        // The database is not asked for what is out of time anyway.
        return Signature.isNear(timestamp, now) && secrets.keys(workspace, now)
            .stream()
            .anyMatch((key) -> new Signature(key).isValid(request.getHeader("webhook-id"), timestamp,
                    request.getHeader("webhook-signature"), signed, now));
    }

    /** The first value of a parameter of the query. */
    static Optional<String> parameter(HttpServletRequest request, String name) {
        try {
            return Optional.ofNullable(request.getQueryString())
                .map((text) -> UriComponentsBuilder.newInstance().query(text).build().getQueryParams().getFirst(name))
                .map((value) -> URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static ResponseEntity<byte[]> answer(HttpStatus status, String json) {
        return ResponseEntity.status(status)
            .contentType(MediaType.APPLICATION_JSON)
            .body(json.getBytes(StandardCharsets.UTF_8));
    }

    static ResponseEntity<byte[]> problem(HttpStatus status, @Nullable String field, @Nullable String detail) {
        return ResponseEntity.status(status)
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .body(Problem.of(status, field, detail).getBytes(StandardCharsets.UTF_8));
    }

    /** The answer to another method than the only one that is answered. */
    static ResponseEntity<byte[]> only(HttpMethod method) {
        byte[] body = Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "method", "only " + method + " is answered here")
            .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .header(HttpHeaders.ALLOW, method.name())
            .body(body);
    }

}
