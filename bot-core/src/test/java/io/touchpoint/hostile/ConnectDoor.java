package io.touchpoint.hostile;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What comes to the doors for shops and help desks and is not theirs, or makes no sense.
 * Whatever is signed tells of the year 2286, so that none of it is ever an event.
 */
final class ConnectDoor {

    private static final String SECRET = "a secret of shops and help desks";

    private static final String PATH = "/v1/connect/";

    private static final String ORDER = """
            {"id":«820982911946154508»,"name":«"#1001"»,"created_at":"2286-01-01T00:00:00Z","email":«"a@b.example"»,
             "customer":«{"id":1,"first_name":"x"}»,"customer_locale":«"en"»,"tags":«"a, b"»,
             "total_price":«"1.00"»,"billing_address":«{"company":"x"}»}""";

    private static final String PAYMENT = """
            {"id":«"evt_1"»,"type":«"charge.succeeded"»,"created":9999999999,"data":«{"object":{"id":"ch_1"}}»,
             "livemode":«true»}""";

    private static final String TICKET = """
            {"id":«"e1"»,"type":«"zen:event-type:ticket.status_changed"»,"time":"2286-01-01T00:00:00Z",
             "detail":{"id":«"1"»,"requester_id":«"2"»,"tags":«["a"]»,"via":«{"channel":"web"}»,
             "requester":«{"email":"a@b.example"}»},"event":{"current":«"SOLVED"»,"previous":«"OPEN"»}}""";

    private static final String CHAT = """
            {"id":«"notif_1"»,"topic":«"conversation.admin.closed"»,"created_at":9999999999,
             "data":{"item":{"id":«"1"»,"contacts":«{"contacts":[{"id":"c1"}]}»,"tags":«{"tags":[{"name":"a"}]}»,
             "source":«{"author":{"type":"user","email":"a@b.example"}}»}}}""";

    private static final String SALE = """
            {"kind":«"sale"»,"receipt":{"number":«"B-1"»,"closedAt":9999999999,"total":«1»},
             "member":{"number":«"m1"»,"mail":«"a@b.example"»,"name":«"x"»,"language":«"de"»},"store":«"x"»}""";

    private final Instant now;

    private final String canary;

    private final List<Hostile> cases = new ArrayList<>();

    private ConnectDoor(Instant now, String canary) {
        this.now = now;
        this.canary = canary;
    }

    static Map<String, String> settings() {
        return Map.of("touchpoint.connect.shopify.secret", SECRET, "touchpoint.connect.stripe.secret", SECRET,
                "touchpoint.connect.zendesk.secret", SECRET, "touchpoint.connect.intercom.secret", SECRET,
                "touchpoint.connect.till.secret", SECRET);
    }

    static List<Hostile> cases(Instant now, String canary) {
        ConnectDoor door = new ConnectDoor(now, canary);
        Map.of("shopify", ORDER, "stripe", PAYMENT, "zendesk", TICKET, "intercom", CHAT, "till", SALE)
            .forEach(door::source);
        door.strangers();
        return door.cases;
    }

    private void source(String source, String document) {
        String body = document.replaceAll("[«»]", "").replaceFirst("\\{", "{\"canary\":\"" + canary + "\",");
        cases.add(Hostile.post("unsigned", PATH + source + "?workspace=w1", body).answered(401));
        cases.add(signed(source, "signed for another body", body, "w1").saying(body + " ").answered(401));
        for (String query : List.of("", "w9", "w1%00", "w1%7Cx", "W1", "w9&workspace=w1")) {
            cases.add(signed(source, "workspace " + query, body, query).answered(400, 401));
        }
        Bodies.broken(canary).forEach((name, broken) -> cases.add(signed(source, name, broken).answered(400)));
        Bodies.spoilt(document, canary)
            .forEach((name, spoilt) -> cases.add(signed(source, name, spoilt, "w1").answered(200, 400)));
        byte[] large = ("{\"x\":\"" + canary + "x".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        cases.add(signed(source, "oversized", large).answered(413));
        for (String type : List.of("application/xml", "text/plain; charset=" + canary, ";;;" + canary,
                "multipart/form-data; boundary=" + canary)) {
            cases.add(signed(source, "content type " + type, body, "w1").with("Content-Type", type).answered(400, 415));
        }
    }

    private void strangers() {
        String body = "{\"x\":\"" + canary + "\"}";
        for (String source : List.of("nobody", "SHOPIFY", "shopify%00", "..%2Fevents", "till%7Cx", "$where")) {
            cases.add(signed("shopify", "to " + source, body, "w1").at(PATH + source + "?workspace=w1")
                .answered(400, 401, 404));
        }
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "QUERY")) {
            cases.add(signed("shopify", "another method", body, "w1").by(method).answered(200, 400, 404, 405));
        }
    }

    private Hostile signed(String source, String name, String body, String workspace) {
        return signed(source, name, body.getBytes(StandardCharsets.UTF_8))
            .at(PATH + source + "?workspace=" + workspace);
    }

    private Hostile signed(String source, String name, byte[] body) {
        Hostile post = Hostile.post(source + ", " + name, PATH + source + "?workspace=w1", body).isSigned();
        String stamp = Long.toString(now.getEpochSecond());
        return switch (source) {
            case "shopify" -> post.with("X-Shopify-Topic", "orders/create")
                .with("X-Shopify-Hmac-Sha256", base64(mac("HmacSHA256", "", body)));
            case "stripe" ->
                post.with("Stripe-Signature", "t=" + stamp + ",v1=" + hex(mac("HmacSHA256", stamp + ".", body)));
            case "zendesk" -> post.with("X-Zendesk-Webhook-Signature-Timestamp", now.toString())
                .with("X-Zendesk-Webhook-Signature", base64(mac("HmacSHA256", now.toString(), body)));
            case "intercom" -> post.with("X-Hub-Signature", "sha1=" + hex(mac("HmacSHA1", "", body)));
            default -> post.with("X-Till-Signature", "sha256=" + hex(mac("HmacSHA256", "", body)));
        };
    }

    private static byte[] mac(String algorithm, String before, byte[] body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), algorithm));
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

}
