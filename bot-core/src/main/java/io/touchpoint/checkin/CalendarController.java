package io.touchpoint.checkin;

import io.touchpoint.team.Teams;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives one person the calendar of one check-in; the address is the only secret. */
@RestController
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CheckInShelf shelf;

    private final Teams teams;

    private final CheckInSettings settings;

    private final Clock clock;

    CalendarController(CheckInShelf shelf, Teams teams, CheckInSettings settings, Clock clock) {
        this.shelf = shelf;
        this.teams = teams;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/cal/{feed:[A-Za-z0-9_-]{43}}.ics")
    ResponseEntity<?> calendar(@PathVariable String feed) {
        Instant now = clock.instant();
        Optional<String> text = shelf.byFeed(feed)
            .flatMap((checkIn) -> Pair.of(checkIn, teams)
                .map((pair) -> CalendarText.of(checkIn, pair, settings.host(), now)));
        return text.<ResponseEntity<?>>map(CalendarController::found).orElseGet(CalendarController::unknown);
    }

    @GetMapping("/cal/{*name}")
    ResponseEntity<?> other() {
        return unknown();
    }

    private static ResponseEntity<byte[]> found(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
            .contentType(CALENDAR)
            .eTag("\"" + sha256(body) + "\"")
            .header(HttpHeaders.CACHE_CONTROL, "private, max-age=900")
            .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"check-in.ics\"")
            .header("X-Content-Type-Options", "nosniff")
            .body(body);
    }

    private static ResponseEntity<ProblemDetail> unknown() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
                "There is no calendar at this address.");
        problem.setInstance(URI.create("/cal"));
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .body(problem);
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("no SHA-256", ex);
        }
    }

}
