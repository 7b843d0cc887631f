package io.touchpoint.hostile;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What comes to the door for business events and is not the shop's, or makes no sense.
 */
final class EventsDoor {

    static final String SECRET = "whsec_bm9ydGh3aW5kLW91dGZpdHRlcnMtc2FuZGJveA==";

    private static final String PATH = "/v1/events?workspace=w1";

    private static final String EVENT = """
            {"specversion":«"1.0"»,"id":«"e1"»,"source":«"/shop"»,"type":«"order.delivered"»,"time":«"TIME"»,
             "data":{"customer":«{"id":"c1","chat":{"PLATFORM":"U1"}}»,
             "subject":{"kind":«"order"»,"id":«"1042"»}}}""";

    private static final String CUSTOMER = """
            {"specversion":"1.0","id":"e2","source":"/shop","type":"order.delivered","time":"TIME",
             "data":{"customer":{"id":«"c1"»,"email":«"a@b.example"»,"name":"x","locale":«"en"»,
             "timeZone":«"Europe/Berlin"»,"account":"x","chat":«{"PLATFORM":"U1"}»},
             "subject":{"kind":"Order!","id":"1042","occurrence":"1","title":"x"},"attributes":{"a":"x"}}}""";

    private final String platform;

    private final Instant now;

    private final String canary;

    private final List<Hostile> cases = new ArrayList<>();

    private EventsDoor(String platform, Instant now, String canary) {
        this.platform = platform;
        this.now = now;
        this.canary = canary;
    }

    static List<Hostile> cases(String platform, Instant now, String canary) {
        EventsDoor door = new EventsDoor(platform, now, canary);
        door.unsigned();
        door.senseless();
        door.otherwise();
        return door.cases;
    }

    private void unsigned() {
        String body = EVENT.replaceAll("[«»]", "")
            .replace("TIME", now.toString())
            .replace("PLATFORM", platform)
            .replace("\"c1\"", "\"" + canary + "\"");
        String stamp = Long.toString(now.getEpochSecond());
        cases.add(Hostile.post("unsigned", PATH, body).answered(401));
        for (String signature : List.of("", "v1,", "v1a," + canary, "v1," + canary,
                signature("whsec_YW5vdGhlcg==", stamp, body.getBytes(StandardCharsets.UTF_8)))) {
            cases.add(stamped(body, stamp, signature));
        }
        for (String other : List.of("", "abc", "-1", "1.5", "9".repeat(30))) {
            cases.add(stamped(body, other, signature(SECRET, other, body.getBytes(StandardCharsets.UTF_8))));
        }
        for (long away : new long[] { -360, 360, 86_400 }) {
            String then = Long.toString(now.getEpochSecond() + away);
            cases.add(stamped(body, then, signature(SECRET, then, body.getBytes(StandardCharsets.UTF_8))));
        }
        for (String query : List.of("", "?workspace=", "?workspace=w9", "?workspace[$ne]=w9", "?workspace=w1%00",
                "?workspace=w1%7Cx", "?workspace=W1", "?workspace=w9&workspace=w1")) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            cases.add(to("/v1/events" + query, "workspace", bytes).answered(400, 401));
        }
        String large = "{\"x\":\"" + canary + "x".repeat(300_000) + "\"}";
        cases.add(Hostile.post("oversized", PATH, large).answered(413));
        cases.add(signed("oversized", large.getBytes(StandardCharsets.UTF_8)).answered(413));
    }

    private Hostile stamped(String body, String stamp, String signature) {
        return Hostile.post("stamp " + stamp + ", signature of " + signature.length(), PATH, body)
            .with("webhook-id", "e1")
            .with("webhook-timestamp", stamp)
            .with("webhook-signature", signature)
            .answered(401);
    }

    private void senseless() {
        Bodies.broken(canary).forEach((name, body) -> cases.add(signed(name, body).answered(400)));
        cases.add(signed("an empty body", new byte[0]).answered(400));
        for (String document : List.of(EVENT, CUSTOMER)) {
            String here = document.replace("TIME", now.toString()).replace("PLATFORM", platform);
            Bodies.spoilt(here, canary)
                .forEach((name, body) -> cases.add(signed(name, body.getBytes(StandardCharsets.UTF_8)).answered(400)));
        }
    }

    private void otherwise() {
        byte[] body = ("a=" + canary + "&b=%7").getBytes(StandardCharsets.UTF_8);
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "QUERY")) {
            cases.add(signed("another method", body).by(method)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .answered(200, 400, 404, 405));
        }
        for (String type : List.of("application/xml", "text/plain; charset=" + canary, ";;;" + canary, "*/*",
                "multipart/form-data", "multipart/form-data; boundary=" + canary)) {
            cases.add(signed("content type " + type, body).with("Content-Type", type).answered(400, 415));
        }
    }

    private Hostile signed(String name, byte[] body) {
        return to(PATH, name, body).isSigned();
    }

    private Hostile to(String target, String name, byte[] body) {
        String stamp = Long.toString(now.getEpochSecond());
        return Hostile.post(name, target, body)
            .with("Content-Type", "application/cloudevents+json")
            .with("webhook-id", "e1")
            .with("webhook-timestamp", stamp)
            .with("webhook-signature", signature(SECRET, stamp, body));
    }

    static String signature(String secret, String stamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
            mac.update(("e1." + stamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
