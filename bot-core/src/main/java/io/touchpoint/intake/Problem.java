package io.touchpoint.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A refusal, told as RFC 9457 has it. */
final class Problem {

    private Problem() {
    }

    /**
     * The problem as JSON; {@code field} names what is wrong, {@code detail} says how.
     */
    static String of(HttpStatus status, @Nullable String field, @Nullable String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        if (field != null && detail != null) {
            problem.put("detail", field + " " + detail);
            problem.put("field", field);
        }
        return Json.write(problem);
    }

}
