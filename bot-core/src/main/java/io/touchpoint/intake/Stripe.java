package io.touchpoint.intake;

import io.touchpoint.intake.Happening.Person;
import io.touchpoint.intake.Happening.Thing;
import io.touchpoint.intake.Mapping.Encoding;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Payments that Stripe takes. */
@Component
final class Stripe implements Connector {

    private static final String NAME = "stripe";

    private static final String OBJECT = "/data/object";

    private static final int LONGEST = 2048;

    /** Currencies whose amounts Stripe tells in whole units, and in thousandths. */
    private static final Set<String> WHOLE = Set.of("BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG",
            "RWF", "VND", "VUV", "XAF", "XOF", "XPF");

    private static final Set<String> THOUSANDTHS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    @Override
    public String name() {
        return NAME;
    }

    /** {@code Stripe-Signature: t=…,v1=…,v1=…} over {@code t.body}. */
    @Override
    public boolean isGenuine(Delivery delivery, Keys keys, Instant now) {
        String header = delivery.header("Stripe-Signature");
        if (header == null || header.length() > LONGEST) {
            return false;
        }
        String stamp = null;
        for (String part : header.split(",", -1)) {
            stamp = part.startsWith("t=") ? part.substring(2) : stamp;
        }
        if (stamp == null || !stamp.matches("\\d{1,11}")
                || !Keys.isNear(Instant.ofEpochSecond(Long.parseLong(stamp)), now)) {
            return false;
        }
        byte[] begin = (stamp + ".").getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String part : header.split(",", -1)) {
            found |= part.startsWith("v1=")
                    && keys.signed(Keys.SHA256, Encoding.HEX, part.substring(3), begin, delivery.body());
        }
        return found;
    }

    @Override
    public Reading read(@Nullable String topic, Payload payload) throws Malformed {
        return switch (payload.required("/type")) {
            case "checkout.session.completed", "checkout.session.async_payment_succeeded" ->
                payload.is(OBJECT + "/payment_status", "unpaid") ? new Reading.Nothing("it is not paid yet")
                        : paid(payload, "/amount_total");
            case "payment_intent.succeeded" -> paid(payload, "/amount_received");
            case "charge.succeeded" -> paid(payload, "/amount");
            case "charge.refunded" ->
                payload.is(OBJECT + "/refunded", "true") ? told(payload, "order.returned", "/amount_refunded")
                        : new Reading.Nothing("only a part of the money was given back");
            default -> new Reading.Nothing("nothing is asked about this type of event");
        };
    }

    private static Reading paid(Payload payload, String amount) throws Malformed {
        return told(payload, "payment.completed", amount);
    }

    private static Reading told(Payload payload, String type, String amount) throws Malformed {
        String reference = payload.text(OBJECT + "/payment_intent").orElse(payload.required(OBJECT + "/id"));
        String key = payload.first(OBJECT + "/metadata/order_id", OBJECT + "/client_reference_id").orElse(reference);
        Map<String, String> attributes = new LinkedHashMap<>();
        String currency = payload.text(OBJECT + "/currency").orElse("").toUpperCase(Locale.ROOT);
        payload.text(OBJECT + amount)
            .filter((text) -> text.matches("\\d{1,15}"))
            .ifPresent((text) -> attributes.put("amount", amount(text, currency)));
        if (!currency.isEmpty()) {
            attributes.put("currency", currency);
        }
        payload.text(OBJECT + "/mode").ifPresent((mode) -> attributes.put("mode", mode));
        return new Reading.Told(new Happening(payload.required("/id"), type, payload.time("/created"), payer(payload),
                new Thing("order", key, null, reference, "payment"), attributes));
    }

    private static Person payer(Payload payload) {
        return new Person(payload.text(OBJECT + "/customer").map((id) -> NAME + ":" + id).orElse(null),
                payload
                    .first(OBJECT + "/customer_details/email", OBJECT + "/customer_email",
                            OBJECT + "/billing_details/email", OBJECT + "/receipt_email")
                    .orElse(null),
                payload
                    .first(OBJECT + "/customer_details/name", OBJECT + "/billing_details/name",
                            OBJECT + "/shipping/name")
                    .orElse(null),
                payload.text(OBJECT + "/locale").orElse(null), null,
                payload.first(OBJECT + "/customer_details/address/country", OBJECT + "/billing_details/address/country")
                    .orElse(null),
                null);
    }

    private static String amount(String text, String currency) {
        int digits = WHOLE.contains(currency) ? 0 : THOUSANDTHS.contains(currency) ? 3 : 2;
        return new BigDecimal(text).movePointLeft(digits).toPlainString();
    }

}
