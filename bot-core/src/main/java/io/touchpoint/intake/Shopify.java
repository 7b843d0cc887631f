package io.touchpoint.intake;

import io.touchpoint.intake.Happening.Person;
import io.touchpoint.intake.Happening.Thing;
import io.touchpoint.intake.Mapping.Encoding;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A shop on Shopify. Shopify signs the body alone, and no time: an event's id is made of
 * what stands in the body, so that a delivery that is sent again, whatever its headers,
 * is the same event.
 */
@Component
final class Shopify implements Connector {

    private static final String NAME = "shopify";

    private static final String ORDER = "order";

    private static final String TITLE = "online order";

    /**
     * The name of a fulfilment is that of its order and a number: #1001.1 or #1001-F1.
     */
    private static final Pattern FULFILMENT = Pattern.compile("(.+?)(?:\\.|-F)(\\d{1,4})");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isGenuine(Delivery delivery, Keys keys, Instant now) {
        return keys.signed(Keys.SHA256, Encoding.BASE64, delivery.header("X-Shopify-Hmac-Sha256"), delivery.body());
    }

    @Override
    public List<String> topics() {
        return List.of("orders/create", "orders/paid", "orders/fulfilled", "orders/cancelled", "fulfillments/create",
                "fulfillments/update", "refunds/create");
    }

    @Override
    public @Nullable String topic(Delivery delivery) {
        return delivery.header("X-Shopify-Topic");
    }

    /** The topic is not signed, so the body must bear it out. */
    @Override
    public Reading read(@Nullable String topic, Payload payload) throws Malformed {
        return switch ((topic != null) ? topic : "") {
            case "orders/create" -> order(payload, "order.placed", "/created_at");
            case "orders/paid" -> payload.is("/financial_status", "paid")
                    ? order(payload, "payment.completed", "/updated_at") : new Reading.Nothing("the order is not paid");
            case "orders/fulfilled" ->
                payload.is("/fulfillment_status", "fulfilled") ? order(payload, "order.fulfilled", "/updated_at")
                        : new Reading.Nothing("not all of the order is on its way");
            case "orders/cancelled" ->
                payload.text("/cancelled_at").isPresent() ? order(payload, "order.cancelled", "/cancelled_at")
                        : new Reading.Nothing("the order is not cancelled");
            case "fulfillments/create" -> fulfilment(payload, "order.shipped", "/created_at");
            case "fulfillments/update" ->
                payload.is("/shipment_status", "delivered") ? fulfilment(payload, "order.delivered", "/updated_at")
                        : new Reading.Nothing("the parcel has not arrived");
            case "refunds/create" -> refund(payload);
            default -> new Reading.Nothing("nothing is asked about this topic");
        };
    }

    private static Reading order(Payload payload, String type, String time) throws Malformed {
        String id = payload.required("/id");
        Map<String, String> attributes = new LinkedHashMap<>(
                Happening.tagged(List.of(payload.text("/tags").orElse("").split(","))));
        payload.text("/total_price").ifPresent((amount) -> attributes.put("amount", amount));
        payload.text("/currency").ifPresent((currency) -> attributes.put("currency", currency));
        payload.text("/source_name").ifPresent((channel) -> attributes.put("channel", channel));
        payload.text("/shipping_address/country_code").ifPresent((country) -> attributes.put("country", country));
        return new Reading.Told(new Happening(NAME + ":" + id + ":" + type, type, payload.time(time), buyer(payload),
                new Thing(ORDER, number(payload.required("/name")), null, id, TITLE), attributes));
    }

    private static Person buyer(Payload payload) {
        String name = Stream.of("/customer/first_name", "/customer/last_name")
            .flatMap((part) -> payload.text(part).stream())
            .collect(Collectors.joining(" "));
        return new Person(payload.text("/customer/id").map((id) -> NAME + ":" + id).orElse(null),
                payload.first("/email", "/contact_email", "/customer/email").orElse(null), name,
                payload.text("/customer_locale").orElse(null), null, country(payload),
                payload.first("/customer/default_address/company", "/billing_address/company").orElse(null));
    }

    /** Where the order is paid from, else where it goes: {@code US-KY}. */
    private static @Nullable String country(Payload payload) {
        return Stream.of("/billing_address", "/shipping_address")
            .flatMap((address) -> payload.text(address + "/country_code")
                .map((code) -> code + payload.text(address + "/province_code").map("-"::concat).orElse(""))
                .stream())
            .findFirst()
            .orElse(null);
    }

    private static Reading fulfilment(Payload payload, String type, String time) throws Malformed {
        Optional<Matcher> name = payload.text("/name").map(FULFILMENT::matcher).filter(Matcher::matches);
        Map<String, String> attributes = new LinkedHashMap<>();
        payload.text("/tracking_company").ifPresent((carrier) -> attributes.put("carrier", carrier));
        payload.text("/destination/country_code").ifPresent((country) -> attributes.put("country", country));
        return new Reading.Told(new Happening(NAME + ":" + payload.required("/id") + ":" + type, type,
                payload.time(time), new Person(null, payload.text("/email").orElse(null), null, null, null, null, null),
                new Thing(ORDER, name.map((parts) -> number(parts.group(1))).orElse(null),
                        name.map((parts) -> parts.group(2)).orElse(null), payload.required("/order_id"), TITLE),
                attributes));
    }

    private static Reading refund(Payload payload) throws Malformed {
        if (payload.count("/refund_line_items") == 0) {
            return new Reading.Nothing("money was given back, and nothing came back");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        payload.text("/transactions/0/amount").ifPresent((amount) -> attributes.put("amount", amount));
        payload.text("/transactions/0/currency").ifPresent((currency) -> attributes.put("currency", currency));
        return new Reading.Told(new Happening(NAME + ":" + payload.required("/id") + ":order.returned",
                "order.returned", payload.time("/created_at"), Person.UNKNOWN,
                new Thing(ORDER, null, null, payload.required("/order_id"), TITLE), attributes));
    }

    /** What the customer knows the order by: its name without the sign before it. */
    private static String number(String name) {
        return name.replaceFirst("^#", "").replaceAll("[\\s|#]+", "-");
    }

}
