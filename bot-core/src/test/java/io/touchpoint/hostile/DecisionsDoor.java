package io.touchpoint.hostile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What comes to the door where decisions are told and may not hear them. */
final class DecisionsDoor {

    private static final String PATH = "/v1/decisions";

    private DecisionsDoor() {
    }

    static List<Hostile> cases(Instant now, String canary) {
        List<Hostile> cases = new ArrayList<>();
        String good = "workspace=w1&subject=order:1042";
        cases.add(Hostile.post("unsigned", PATH + "?" + good, "").by("GET").answered(401));
        for (String query : List.of("", "workspace=", "workspace=w9&subject=x", "workspace%5B$ne%5D=w9&subject=x",
                "workspace=w1%00&subject=x", "workspace=w1%7Cx&subject=x", "workspace=w9&workspace=w1&subject=x")) {
            cases.add(signed(query, query, now).answered(400, 401));
        }
        cases.add(signed("signed for another query", good + canary, now).answered(401));
        for (String query : List.of("workspace=w1", "workspace=w1&subject=", "workspace=w1&customer=%20",
                "workspace=w1&subject%5B$ne%5D=x")) {
            cases.add(signed(query, query, now).answered(400));
        }
        for (String sought : List.of("customer=" + canary, "customer=w2%7Ccustomer%7Cc1", "subject=order%3A%23%23",
                "subject=w2%7Ccustomer%7Cc1", "subject=%3A", "subject=" + "x".repeat(4_000))) {
            cases.add(signed(sought, "workspace=w1&" + sought, now).answered(200, 400));
        }
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "QUERY")) {
            cases.add(signed("another method", good, now).by(method).answered(200, 400, 404, 405));
        }
        return cases;
    }

    /** A request whose signature is over that query, or its beginning. */
    private static Hostile signed(String name, String query, Instant now) {
        String stamp = Long.toString(now.getEpochSecond());
        String over = name.equals("signed for another query") ? query.substring(0, 12) : query;
        return Hostile.post(name, PATH + "?" + query, "")
            .by("GET")
            .with("webhook-id", "e1")
            .with("webhook-timestamp", stamp)
            .with("webhook-signature",
                    EventsDoor.signature(EventsDoor.SECRET, stamp, over.getBytes(StandardCharsets.UTF_8)));
    }

}
