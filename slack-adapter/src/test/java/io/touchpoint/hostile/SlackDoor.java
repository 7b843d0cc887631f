package io.touchpoint.hostile;

import io.touchpoint.slack.fake.Deliveries;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What comes to Slack's door and is not Slack's, or makes no sense. */
final class SlackDoor {

    static final String SECRET = "slack-signing-secret";

    private static final String PATH = "/slack/events";

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final String EVENT = """
            {"type":«"event_callback"»,"team_id":«"T0HOME"»,"api_app_id":"A1","event_id":«"EvNUMBER"»,"event_time":«1»,
             "authorizations":«[{"team_id":"T0HOME","user_id":"UBOT","is_bot":true}]»,
             "event":{"type":"reaction_added","user":«"U1"»,"item":«{}»,"channel":«"D1"»,"ts":«"1.1"»}}""";

    private static final String PRESS = """
            {"type":"block_actions","team":«{"id":"T0HOME"}»,"user":«{"id":"U1","team_id":"T9"}»,
             "api_app_id":"A1","channel":«{"id":"D1"}»,"container":«{"type":"message","message_ts":"1.2"}»,
             "trigger_id":«"1.2.NUMBER"»,"actions":[{"type":«"button"»,"action_id":«"press:1"»,"block_id":«"b"»,
             "action_ts":«"1.NUMBER"»,"value":«"nobody:99999999999"»}]}""";

    private static final String SUBMISSION = """
            {"type":"view_submission","team":«{"id":"T0HOME"}»,"user":«{"id":"U1","team_id":"T9"}»,
             "trigger_id":«"1.3.NUMBER"»,"view":{"id":«"V1"»,"type":"modal","callback_id":«"nobody:form"»,
             "private_metadata":«""»,"state":{"values":«{"a":{"a":{"type":"plain_text_input","value":"x"}}}»}}}""";

    private static final String SHORTCUT = """
            {"type":"message_action","team":«{"id":"T0HOME"}»,"user":«{"id":"U1","team_id":"T9"}»,
             "callback_id":«"mark_solved"»,"trigger_id":«"1.4.NUMBER"»,"channel":«{"id":"C1"}»,
             "message":{"type":"message","user":«"U2"»,"ts":"now","thread_ts":«"1764061100.000100"»}}""";

    private final Instant now;

    private final String canary;

    private final List<Hostile> cases = new ArrayList<>();

    private SlackDoor(Instant now, String canary) {
        this.now = now;
        this.canary = canary;
    }

    static List<Hostile> cases(Instant now, String canary) {
        SlackDoor door = new SlackDoor(now, canary);
        door.unsigned();
        door.senseless();
        door.otherwise();
        return door.cases;
    }

    private void unsigned() {
        String body = "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"text\":\"" + canary + "\"}}";
        Hostile plain = Hostile.post("unsigned", PATH, body).answered(401);
        cases.add(plain);
        cases.add(Hostile
            .post("unsigned challenge", PATH, "{\"type\":\"url_verification\",\"challenge\":\"" + canary + "\"}")
            .answered(401));
        cases.add(Hostile.post("unsigned check", PATH, "ssl_check=1&x=" + canary)
            .with("Content-Type", FORM)
            .answered(200, 401));
        for (String stamp : List.of("", "abc", "-1", "1.5", "9".repeat(30))) {
            cases.add(stamped(body, stamp, "v0=" + "0".repeat(64)));
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        long second = now.getEpochSecond();
        String good = Deliveries.signature(SECRET, second, bytes);
        for (String signature : List.of("", "v0=", good.substring(0, good.length() - 1), good.replace("v0", "v1"),
                good + "0", Deliveries.signature("another", second, bytes))) {
            cases.add(stamped(body, Long.toString(second), signature));
        }
        for (long away : new long[] { -360, 360, 86_400 }) {
            long then = second + away;
            cases.add(stamped(body, Long.toString(then), Deliveries.signature(SECRET, then, bytes)));
        }
        String large = canary + "x".repeat(1_500_000);
        cases.add(Hostile.post("oversized", PATH, large).answered(413));
        cases.add(signed("oversized", large.getBytes(StandardCharsets.UTF_8)).answered(413));
    }

    private Hostile stamped(String body, String stamp, String signature) {
        return Hostile.post("stamp " + stamp + ", signature of " + signature.length(), PATH, body)
            .with("X-Slack-Request-Timestamp", stamp)
            .with("X-Slack-Signature", signature)
            .answered(401);
    }

    private void senseless() {
        Bodies.broken(canary).forEach((name, body) -> cases.add(signed(name, body).answered(200)));
        cases.add(signed("an empty body", new byte[0]).answered(200));
        cases.add(signed("an empty object", "{}".getBytes(StandardCharsets.UTF_8)).answered(200));
        Bodies.spoilt(EVENT, canary)
            .forEach((name, body) -> cases.add(signed("event: " + name, bytes(numbered(body)))));
        Bodies.spoilt(PRESS, canary).forEach((name, body) -> cases.add(payload("press: " + name, numbered(body))));
        Bodies.spoilt(SUBMISSION, canary).forEach((name, body) -> cases.add(payload("form: " + name, numbered(body))));
        Bodies.spoilt(SHORTCUT, canary)
            .forEach((name, body) -> cases.add(payload("shortcut: " + name, numbered(body))));
        for (String command : List.of("command=", "command=%2Ftouchpoint&text=help", "command=%2F" + canary,
                "command[$ne]=1&user_id[$ne]=1", "command=x&user_id=U1&channel_id=%7")) {
            cases.add(form("command", command + "&canary=" + canary));
        }
        cases.add(payload("two actions", PRESS.replaceAll("[«»]", "")
            .replace("}]}", "},{\"type\":\"button\",\"action_id\":\"" + canary + "\",\"action_ts\":\"2\"}]}")));
        for (String type : List.of("brand_new", "shortcut", "view_closed", "message_action", "block_suggestion")) {
            cases.add(payload(type, "{\"type\":\"" + type + "\",\"callback_id\":\"" + canary + "\"}"));
        }
    }

    /** No two bodies are of the same event, else only the first of them is looked at. */
    private String numbered(String body) {
        return body.replace("NUMBER", Integer.toString(cases.size()));
    }

    private void otherwise() {
        byte[] body = bytes("a=" + canary + "&b=%7");
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "QUERY")) {
            cases
                .add(signed("another method", body).by(method).with("Content-Type", FORM).answered(200, 400, 404, 405));
        }
        for (String type : List.of("application/xml", "text/plain; charset=" + canary, ";;;" + canary, "*/*",
                "multipart/form-data", "multipart/form-data; boundary=" + canary)) {
            cases.add(signed("content type " + type, bytes("--" + canary + "\r\n\r\n")).with("Content-Type", type)
                .answered(200, 400, 415));
        }
        cases.add(signed("another path", body).answered(404, 405, 400));
    }

    private Hostile payload(String name, String payload) {
        return form(name, "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8));
    }

    private Hostile form(String name, String body) {
        return signed(name, bytes(body)).with("Content-Type", FORM).answered(200);
    }

    private Hostile signed(String name, byte[] body) {
        long second = now.getEpochSecond();
        return Hostile.post(name, name.equals("another path") ? PATH + "/" + "more" : PATH, body)
            .with("X-Slack-Request-Timestamp", Long.toString(second))
            .with("X-Slack-Signature", Deliveries.signature(SECRET, second, body))
            .answered(200)
            .isSigned();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

}
