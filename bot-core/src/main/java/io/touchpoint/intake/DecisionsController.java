package io.touchpoint.intake;

import io.touchpoint.customer.Customers;
import io.touchpoint.followup.Decisions;
import io.touchpoint.followup.Finding;
import io.touchpoint.followup.Why;
import io.touchpoint.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Tells the company's own systems who was asked, who was not, and why. */
@RestController
class DecisionsController {

    private static final Logger log = LoggerFactory.getLogger(DecisionsController.class);

    private static final int MOST = 50;

    private final Door door;

    private final Decisions decisions;

    private final Clock clock;

    DecisionsController(Door door, Decisions decisions, Clock clock) {
        this.door = door;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The signature is over the query, as it stands in the address. */
    @RequestMapping(path = "/v1/decisions", method = { RequestMethod.GET, RequestMethod.POST, RequestMethod.HEAD,
            RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE, RequestMethod.OPTIONS })
    ResponseEntity<byte[]> why(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return Door.only(HttpMethod.GET);
        }
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        try {
            Optional<Workspace> workspace = door.open(request, query.getBytes(StandardCharsets.UTF_8), clock.instant());
            if (workspace.isEmpty()) {
                return Door.problem(HttpStatus.UNAUTHORIZED, null, null);
            }
            Optional<String> sought = given(request, "subject")
                .or(() -> given(request, "customer").map((key) -> Customers.id(workspace.get().id(), key)));
            if (sought.isEmpty()) {
                return Door.problem(HttpStatus.BAD_REQUEST, "query", "must have customer=… or subject=…");
            }
            return Door.answer(HttpStatus.OK, told(workspace.get(), sought.get()));
        }
        catch (DataAccessException ex) {
            log.warn("Decisions could not be read: {}", ex.getClass().getSimpleName());
            return Door.problem(HttpStatus.SERVICE_UNAVAILABLE, null, null);
        }
    }

    private static Optional<String> given(HttpServletRequest request, String name) {
        return Door.parameter(request, name).filter((value) -> !value.isBlank());
    }

    private String told(Workspace workspace, String sought) {
        List<Map<String, Object>> told = decisions.why(workspace.id(), sought, workspace.zone())
            .stream()
            .limit(MOST)
            .map(DecisionsController::told)
            .toList();
        return Json.write(Map.of("decisions", told));
    }

    private static Map<String, Object> told(Why why) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("touchpoint", why.decision().touchpoint().key());
        one.put("subject", why.decision().subject().id());
        one.put("decision", why.decision().standing().outcome().name().toLowerCase(Locale.ROOT));
        one.put("at", why.decision().standing().at().toString());
        put(one, "due", why.decision().standing().due());
        put(one, "asked", why.decision().askedAt());
        one.put("words", why.sentence());
        if (why.since() != null) {
            one.put("since", why.since());
        }
        one.put("gates", why.decision().standing().findings().stream().map(DecisionsController::told).toList());
        return one;
    }

    private static Map<String, String> told(Finding finding) {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("gate", finding.gate().name().toLowerCase(Locale.ROOT));
        one.put("result", finding.result().name().toLowerCase(Locale.ROOT));
        one.put("words", finding.words());
        return one;
    }

    private static void put(Map<String, Object> one, String name, @Nullable Instant at) {
        if (at != null) {
            one.put(name, at.toString());
        }
    }

}
