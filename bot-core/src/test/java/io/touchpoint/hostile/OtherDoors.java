package io.touchpoint.hostile;

import java.util.ArrayList;
import java.util.List;

/** What comes to the doors behind which nothing is for strangers. */
final class OtherDoors {

    private OtherDoors() {
    }

    static List<Hostile> errors(String canary) {
        return cases("/error", canary, 400, 404, 405, 406, 415);
    }

    static List<Hostile> calendars(String path, String canary) {
        return cases(path, canary, 400, 404, 405, 406, 415);
    }

    static List<Hostile> actuator(String path, String canary) {
        return cases(path, canary, 200, 400, 404, 405, 406, 415);
    }

    private static List<Hostile> cases(String target, String canary, Integer... statuses) {
        List<Hostile> cases = new ArrayList<>();
        for (String method : List.of("GET", "POST", "PUT")) {
            Bodies.broken(canary).forEach((name, body) -> {
                cases.add(Hostile.post(name, target, body).by(method).answered(statuses));
                cases.add(Hostile.post(name, target, body)
                    .by(method)
                    .with("Content-Type", "multipart/form-data; boundary=" + canary)
                    .answered(statuses));
            });
            cases.add(Hostile.post("a form", target, "a=%7&b=" + canary)
                .by(method)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .with("Accept", "text/html")
                .answered(statuses));
            cases.add(Hostile.post("another type", target, canary)
                .by(method)
                .with("Accept", "x/" + canary)
                .answered(statuses));
        }
        return cases;
    }

}
