package io.touchpoint.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A delivery as a vendor makes it, signed with code of its own.
 *
 * @param source the last part of the address
 */
record Webhook(String source, Map<String, String> headers, byte[] body) {

    static final String SECRET = "secret-of-the-source";

    static Webhook shopify(String topic, String body) {
        return new Webhook("shopify",
                Map.of("X-Shopify-Topic", topic, "X-Shopify-Hmac-Sha256", base64(mac("HmacSHA256", SECRET, body)),
                        "X-Shopify-Shop-Domain", "northwind.myshopify.com", "X-Shopify-API-Version", "2026-10",
                        "X-Shopify-Webhook-Id", "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043", "X-Shopify-Event-Id",
                        "98880550-7158-44d4-b7cd-2c97c8a091b5"),
                bytes(body));
    }

    static Webhook stripe(String body, Instant at) {
        String stamp = String.valueOf(at.getEpochSecond());
        return new Webhook("stripe",
                Map.of("Stripe-Signature",
                        "t=%s,v1=%s,v0=%s".formatted(stamp, hex(mac("HmacSHA256", SECRET, stamp + "." + body)), "00")),
                bytes(body));
    }

    static Webhook zendesk(String body, Instant at) {
        return new Webhook("zendesk",
                Map.of("X-Zendesk-Webhook-Signature", base64(mac("HmacSHA256", SECRET, at + body)),
                        "X-Zendesk-Webhook-Signature-Timestamp", at.toString(), "X-Zendesk-Webhook-Id", "01GK8E6BKWM"),
                bytes(body));
    }

    static Webhook intercom(String body) {
        return new Webhook("intercom", Map.of("X-Hub-Signature", "sha1=" + hex(mac("HmacSHA1", SECRET, body))),
                bytes(body));
    }

    /** One of a source that the workspace describes, with a signature of its own kind. */
    static Webhook till(String body) {
        return new Webhook("till", Map.of("X-Till-Signature", "sha256=" + hex(mac("HmacSHA256", SECRET, body))),
                bytes(body));
    }

    /** One of a source that signs as Standard Webhooks has it. */
    static Webhook standard(String source, String body, Instant at) {
        return new Webhook(source, Map.of("webhook-id", "m1", "webhook-timestamp", String.valueOf(at.getEpochSecond()),
                "webhook-signature", Signed.by(SECRET, "m1", at, bytes(body))), bytes(body));
    }

    /** The same with another header, or with another value of one. */
    Webhook with(String header, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(header, value);
        return new Webhook(source, changed, body);
    }

    /** The same without headers. */
    Webhook unsigned() {
        return new Webhook(source, Map.of(), body);
    }

    /** The same with a body that was changed on its way. */
    Webhook saying(String other) {
        return new Webhook(source, headers, bytes(other));
    }

    /** The same to another address. */
    Webhook to(String other) {
        return new Webhook(other, headers, body);
    }

    /** A vendor's payload; a value is written as it stands there. */
    static String payload(String name, String... replaced) {
        try (InputStream in = Webhook.class.getResourceAsStream("/connect/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("no payload " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (int i = 0; i < replaced.length; i += 2) {
                if (!text.contains(replaced[i])) {
                    throw new IllegalStateException(name + " does not have " + replaced[i]);
                }
                text = text.replace(replaced[i], replaced[i + 1]);
            }
            return text;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static byte[] mac(String algorithm, String secret, String signed) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(bytes(secret), algorithm));
            return mac.doFinal(bytes(signed));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

}
