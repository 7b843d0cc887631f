package io.touchpoint.intake;

import static io.touchpoint.intake.Shop.NOW;
import static io.touchpoint.intake.Shop.ORDER;
import static io.touchpoint.intake.Shop.order;
import static io.touchpoint.intake.Webhook.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.touchpoint.customer.Customer;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletResponse;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectTests {

    private Shop shop;

    @BeforeAll
    void start() {
        shop = new Shop();
        shop.get(Customers.class)
            .learn("w1",
                    new CustomerFacts("zendesk:8447388090495", "Rae", "rae@example.com", null, null, null, List.of()),
                    NOW);
    }

    @AfterAll
    void stop() {
        assertThat(shop.logged("canary-4711")).isFalse();
        assertThat(shop.logged("@example.com")).isFalse();
        shop.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void payloadsEndInTheirTouchpoint(String what, String touchpoint, Webhook webhook, String subject, String customer,
            @Nullable String email, @Nullable String name, @Nullable String locale) throws Exception {
        MockHttpServletResponse response = shop.post(webhook);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString())
            .contains("\"touchpoint\":\"" + touchpoint + "\",\"decision\":\"send\"");
        assertThat(shop.why(subject)).anySatisfy((why) -> {
            assertThat(why.decision().touchpoint().key()).isEqualTo(touchpoint);
            assertThat(why.decision().subject().id()).isEqualTo(subject);
            assertThat(why.decision().customer()).isEqualTo("w1|customer|" + customer);
        });
        Customer known = shop.get(Customers.class).byId("w1|customer|" + customer).orElseThrow();
        assertThat(known.email()).isEqualTo(email);
        assertThat(known.name()).isEqualTo(name);
        assertThat(known.locale()).isEqualTo((locale == null) ? null : Locale.forLanguageTag(locale));
    }

    static Stream<Arguments> payloadsEndInTheirTouchpoint() {
        return Stream.of(
                row("an order", "checkout", Webhook.shopify("orders/create", order("2001")), "order:2001",
                        "shopify:c2001", "c2001@example.com", "Jon Smith", "en-US"),
                row("a paid order", "payment", Webhook.shopify("orders/paid", order("2002")), "order:2002",
                        "shopify:c2002", "c2002@example.com", "Jon Smith", "en-US"),
                row("a parcel", "delivery",
                        Webhook.shopify("fulfillments/update",
                                payload("shopify-fulfillment", ORDER, "2003", "255858046", "2003", "#1001.1",
                                        "#2003-F1", "jon@", "p2003@")),
                        "order:2003", "mail:" + digest("p2003@example.com"), "p2003@example.com", "p2003@example.com",
                        null),
                row("a checkout", "payment", Webhook.stripe(payload("stripe-checkout-session"), NOW), "order:10442",
                        "stripe:cus_NffrFeUfNV2Hib", "jenny.rosen@example.com", "Jenny Rosen", "de"),
                row("a payment", "payment", Webhook.stripe(payload("stripe-payment-intent"), NOW), "order:6735",
                        "stripe:cus_NffrFeUfNV2Hic", "kenji@example.com", "kenji@example.com", null),
                row("a ticket event", "ticket_solved", Webhook.zendesk(payload("zendesk-status-changed"), NOW),
                        "ticket:5158", "zendesk:8447388090495", "rae@example.com", "Rae", null),
                row("a ticket by a trigger", "ticket_solved", Webhook.zendesk(payload("zendesk-trigger"), NOW),
                        "ticket:6000", "zendesk:900001", "tess@example.com", "Tess Tobin", "de"),
                row("a conversation", "support_chat", Webhook.intercom(payload("intercom-closed")),
                        "chat:137324500000000", "c77", "bob.dylan@example.com", "Bob Dylan", null),
                row("a conversation of the first version", "support_chat",
                        Webhook.intercom(payload("intercom-closed-1")), "chat:137324500000001",
                        "intercom:5ee3d479d1cf3dedbee23d69", "ann.lee@example.com", "Ann Lee", null),
                row("a sale at the till", "store_visit", Webhook.till(payload("till")), "visit:B-20261123-17", "m-501",
                        "olga@example.com", "Olga Orlova", "de"),
                row("a sale by Standard Webhooks", "store_visit",
                        Webhook.standard("desk",
                                payload("till", "B-20261123-17", "B-18", "m-501", "m-502", "olga@", "o2@"), NOW),
                        "visit:B-18", "m-502", "o2@example.com", "o2@example.com", null));
    }

    private static Arguments row(String what, String touchpoint, Webhook webhook, String subject, String customer,
            @Nullable String email, @Nullable String name, @Nullable String locale) {
        return arguments(what, touchpoint, webhook, subject, customer, email, name, locale);
    }

    @Test
    void readsWhatConditionsAreAbout() throws Exception {
        shop.post(Webhook.shopify("orders/create", order("2010")));
        shop.post(Webhook.stripe(payload("stripe-payment-intent", "6735", "2011", "evt_3MtwBwLkdIwHu7ix1cCVZVVp",
                "evt_2011", "pi_3MtwBwLkdIwHu7ix28a3tqPB", "pi_2011"), NOW));
        shop.post(Webhook.zendesk(payload("zendesk-status-changed", "5158", "2012", "a8b9c1d2", "2012"), NOW));
        shop.post(Webhook.intercom(payload("intercom-closed", "137324500000000", "2013", "notif_2a89", "notif_2013",
                "\"author\": {\"type\": \"admin\", \"id\": \"3330619\"",
                "\"author\": {\"type\": \"bot\", \"id\": \"1\"")));
        shop.post(Webhook.till(payload("till", "B-20261123-17", "2014")));
        assertThat(attributes("order:2010")).containsExactlyInAnyOrder("tag.vip yes", "tag.free-gift yes",
                "amount 398.00", "currency USD", "channel web", "country US");
        assertThat(attributes("order:2011")).containsExactlyInAnyOrder("amount 2000", "currency JPY");
        assertThat(attributes("ticket:2012")).containsExactlyInAnyOrder("tag.returns yes", "tag.vip yes",
                "priority high", "type question", "channel email");
        assertThat(attributes("chat:2013")).contains("autoClosed true", "tag.delivery yes", "channel conversation");
        assertThat(shop.decided("chat:2013")).containsExactly("support_chat chat:2013 skip");
        assertThat(attributes("visit:2014")).containsExactlyInAnyOrder("amount 49.9", "items tent, stove",
                "store Berlin");
    }

    private List<String> attributes(String subject) {
        Document lifeline = shop.core().mongo().findById("w1|lifeline|" + subject, Document.class, "lifelines");
        return Objects.requireNonNull(lifeline)
            .getList("passed", Document.class)
            .getFirst()
            .getList("attributes", Document.class)
            .stream()
            .map((attribute) -> attribute.getString("name") + " " + attribute.getString("value"))
            .toList();
    }

    @Test
    void knowsWhereCustomersLive() throws Exception {
        shop.post(Webhook.shopify("orders/create", order("2015")));
        shop.post(Webhook.stripe(payload("stripe-checkout-session", "10442", "2016", "evt_1NG8Du2eZvKYlo2CUI79vXWy",
                "evt_2016", "pi_3MtwBwLkdIwHu7ix28a3tqPA", "pi_2016", "cus_NffrFeUfNV2Hib", "cus_2016", "Jenny.Rosen@",
                "j2016@"), NOW));
        Customers customers = shop.get(Customers.class);
        assertThat(customers.byId("w1|customer|shopify:c2015")).map(Customer::country).contains("US-KY");
        assertThat(customers.byId("w1|customer|stripe:cus_2016")).map(Customer::country).contains("DE");
    }

    @Test
    void knowsWhoseOrderIsDeliveredAndGoesBack() throws Exception {
        shop.post(Webhook.shopify("orders/create", order("2020")));
        shop.post(Webhook.shopify("fulfillments/update", parcel("2020", 1)));
        shop.post(Webhook.shopify("fulfillments/update", parcel("2020", 2)));
        assertThat(shop.decided("order:2020")).containsExactly("checkout order:2020 send", "delivery order:2020 send",
                "delivery order:2020#2 send");
        MockHttpServletResponse refund = shop.post(Webhook.shopify("refunds/create",
                payload("shopify-refund", ORDER, "2020", "890088186047892319", "92020")));
        assertThat(refund.getContentAsString()).contains("\"touchpoint\":\"returns\",\"decision\":\"send\"",
                "withdrawn by order.returned");
        assertThat(shop.decided("order:2020")).containsExactly("checkout order:2020 skip", "delivery order:2020 skip",
                "delivery order:2020#2 skip", "returns order:2020 send");
        assertThat(shop.why("order:2020")).extracting((why) -> why.decision().customer())
            .containsOnly("w1|customer|shopify:c2020");
    }

    @Test
    void withdrawsWhatWasCancelled() throws Exception {
        shop.post(Webhook.shopify("orders/create", order("2021")));
        shop.post(Webhook.shopify("fulfillments/update", parcel("2021", 1)));
        MockHttpServletResponse response = shop.post(Webhook.shopify("orders/cancelled",
                order("2021", "\"cancelled_at\": null", "\"cancelled_at\": \"2026-11-23T03:50:00-05:00\"")));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(shop.decided("order:2021")).contains("delivery order:2021 skip");
    }

    @Test
    void knowsARefundOfAPaymentByTheIntent() throws Exception {
        String session = payload("stripe-checkout-session", "10442", "2030", "evt_1NG8Du2eZvKYlo2CUI79vXWy", "evt_2030",
                "pi_3MtwBwLkdIwHu7ix28a3tqPA", "pi_2030");
        String refund = payload("stripe-charge-refunded", "evt_3MtwBwLkdIwHu7ix1refund00", "evt_2031",
                "pi_3MtwBwLkdIwHu7ix28a3tqPA", "pi_2030");
        shop.post(Webhook.stripe(session, NOW));
        shop.post(Webhook.stripe(refund, NOW));
        assertThat(shop.decided("order:2030")).containsExactly("payment order:2030 send", "returns order:2030 send");
    }

    @Test
    void asksAboutTheLastSolution() throws Exception {
        String solved = payload("zendesk-status-changed", "5158", "2040", "a8b9c1d2", "e1", "08:45:20.98",
                "08:00:00.0");
        String reopened = payload("zendesk-status-changed", "5158", "2040", "a8b9c1d2", "e2", "\"current\": \"SOLVED\"",
                "\"current\": \"OPEN\"", "\"previous\": \"OPEN\"", "\"previous\": \"SOLVED\"", "08:45:20.98",
                "08:10:00.0");
        String again = payload("zendesk-status-changed", "5158", "2040", "a8b9c1d2", "e3", "08:45:20.98", "08:20:00.0");
        shop.post(Webhook.zendesk(solved, NOW));
        shop.post(Webhook.zendesk(reopened, NOW));
        shop.post(Webhook.zendesk(again, NOW));
        assertThat(shop.decided("ticket:2040")).containsExactly("ticket_solved ticket:2040 skip",
                "ticket_solved ticket:2040#2 send");
    }

    @Test
    void withdrawsWhenTheCustomerWritesAgain() throws Exception {
        String closed = payload("intercom-closed", "137324500000000", "2050", "notif_2a89", "n1");
        String reply = payload("intercom-closed", "137324500000000", "2050", "notif_2a89", "n2", "admin.closed",
                "user.replied", "\"created_at\": 1795422301", "\"created_at\": 1795422400");
        shop.post(Webhook.intercom(closed));
        MockHttpServletResponse meanwhile = shop
            .post(Webhook.intercom(reply.replace("\"part_type\": \"close\"", "\"part_type\": \"comment\"")));
        assertThat(meanwhile.getContentAsString()).contains("the conversation was open");
        assertThat(shop.decided("chat:2050")).containsExactly("support_chat chat:2050 send");
        shop.post(Webhook.intercom(reply.replace("\"part_type\": \"close\"", "\"part_type\": \"open\"")));
        assertThat(shop.decided("chat:2050")).containsExactly("support_chat chat:2050 skip");
    }

    @Test
    void takesOneEmailAddressForOneCustomer() throws Exception {
        shop.post(Webhook.shopify("orders/create", order("2060")));
        shop.post(Webhook.stripe(payload("stripe-checkout-session", "10442", "2061", "evt_1NG8Du2eZvKYlo2CUI79vXWy",
                "evt_2061", "pi_3MtwBwLkdIwHu7ix28a3tqPA", "pi_2061", "cus_NffrFeUfNV2Hib", "cus_2061",
                "Jenny.Rosen@example.com", "C2060@Example.com"), NOW));
        assertThat(shop.why("order:2061")).singleElement()
            .satisfies((why) -> assertThat(why.decision().customer()).isEqualTo("w1|customer|shopify:c2060"));
        assertThat(shop.get(Customers.class).byId("w1|customer|stripe:cus_2061")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void saysWhyNothingIsAsked(String why, Webhook webhook) throws Exception {
        MockHttpServletResponse response = shop.post(webhook);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).isEqualTo("{\"decisions\":[],\"message\":\"" + why + "\"}")
            .doesNotContain("canary");
    }

    static Stream<Arguments> saysWhyNothingIsAsked() {
        String session = payload("stripe-checkout-session", "evt_1NG8Du2eZvKYlo2CUI79vXWy", "evt_n");
        return Stream.of(arguments("nothing is asked about this topic", Webhook.shopify("products/update", "{}")),
                arguments("the order is not paid",
                        Webhook.shopify("orders/paid", order("3001", "\"paid\"", "\"pending\""))),
                arguments("the order is not cancelled", Webhook.shopify("orders/cancelled", order("3001"))),
                arguments("not all of the order is on its way", Webhook.shopify("orders/fulfilled", order("3001"))),
                arguments("no touchpoint asks about order.shipped",
                        Webhook.shopify("fulfillments/create", payload("shopify-fulfillment"))),
                arguments("the parcel has not arrived",
                        Webhook.shopify("fulfillments/update",
                                payload("shopify-fulfillment", "\"delivered\"", "\"out_for_delivery\""))),
                arguments("money was given back, and nothing came back",
                        Webhook.shopify("refunds/create", "{\"id\":1,\"order_id\":2,\"refund_line_items\":[]}")),
                arguments("the order that it is about is not known here",
                        Webhook.shopify("refunds/create", payload("shopify-refund", ORDER, "3002"))),
                arguments("it names no customer",
                        Webhook.shopify("orders/create",
                                "{\"id\":3003,\"name\":\"#3003\",\"created_at\":\"2026-11-23T03:10:00-05:00\"}")),
                arguments("it is not paid yet", Webhook.stripe(session.replace("\"paid\"", "\"unpaid\""), NOW)),
                arguments("only a part of the money was given back",
                        Webhook.stripe(payload("stripe-charge-refunded", "\"refunded\": true", "\"refunded\": false"),
                                NOW)),
                arguments("nothing is asked about this type of event",
                        Webhook.stripe(session.replace("checkout.session.completed", "customer.created"), NOW)),
                arguments("the ticket was solved before",
                        Webhook.zendesk(payload("zendesk-status-changed", "\"previous\": \"OPEN\"",
                                "\"previous\": \"SOLVED\"", "\"current\": \"SOLVED\"", "\"current\": \"CLOSED\""),
                                NOW)),
                arguments("the ticket was neither solved nor reopened",
                        Webhook.zendesk(payload("zendesk-status-changed", "\"current\": \"SOLVED\"",
                                "\"current\": \"PENDING\""), NOW)),
                arguments("nothing is asked about this topic",
                        Webhook.intercom("{\"type\":\"notification_event\",\"topic\":\"ping\",\"data\":{}}")),
                arguments("what stands at /kind is not among the types of till",
                        Webhook.till(payload("till", "\"sale\"", "\"canary-4711\""))));
    }

    @Test
    void doesNotAskAboutWhatHappenedLongAgo() throws Exception {
        String old = NOW.minus(Duration.ofDays(8)).truncatedTo(ChronoUnit.SECONDS).toString();
        MockHttpServletResponse response = shop
            .post(Webhook.shopify("orders/create", order("4020", "\"2026-11-23T03:10:00-05:00\"", "\"" + old + "\"")));
        assertThat(response.getContentAsString()).contains("not asked: the event is older than 7 days");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void namesWhereSomethingIsMissing(String field, Webhook webhook) throws Exception {
        MockHttpServletResponse response = shop.post(webhook);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString()).contains("\"field\":\"" + field + "\"").doesNotContain("canary");
    }

    static Stream<Arguments> namesWhereSomethingIsMissing() {
        String order = order("4030");
        return Stream.of(arguments("body", Webhook.shopify("orders/create", order.substring(0, order.length() / 2))),
                arguments("body", Webhook.shopify("orders/create", "")), arguments("body", Webhook.intercom("[1]")),
                arguments("/id", Webhook.shopify("orders/create", "{}")),
                arguments("/id", Webhook.shopify("orders/create", "{\"id\":{\"$ne\":null}}")),
                arguments("/created_at", Webhook.shopify("orders/create", "{\"id\":1,\"created_at\":\"canary-4711\"}")),
                arguments("/type", Webhook.stripe("{}", NOW)),
                arguments("/data/object/id", Webhook.stripe("{\"type\":\"charge.succeeded\"}", NOW)),
                arguments("/event/current",
                        Webhook.zendesk("{\"type\":\"zen:event-type:ticket.status_changed\"}", NOW)),
                arguments("/topic", Webhook.intercom("{}")),
                arguments("/receipt/closedAt", Webhook.till(payload("till", "\"closedAt\"", "\"at\""))),
                arguments("/receipt/closedAt", Webhook.till(payload("till", "1795422000000", "\"noon\""))),
                arguments("/member/number", Webhook.till(payload("till", "\"number\": \"m-501\"", "\"number\": null"))),
                arguments("data.subject.id", Webhook.till(payload("till", "B-20261123-17", "B 17 | x"))),
                arguments("time", Webhook.till(payload("till", "1795422000000", "1895422000000"))));
    }

    @Test
    void leavesOutWhatMakesNoSenseInAName() throws Exception {
        shop.post(Webhook.shopify("orders/create", order("4070", "\"Jon\"", "\"J\\u0000on\\u202e \\ud83d\\ude00\"",
                "c4070@example.com", "no address", "\"en-US\"", "\"auto\"")));
        Customer known = shop.get(Customers.class).byId("w1|customer|shopify:c4070").orElseThrow();
        assertThat(known.name()).isEqualTo("Jon\u202e \ud83d\ude00 Smith");
        assertThat(known.email()).isNull();
        assertThat(known.locale()).isNull();
    }

    private static String parcel(String number, int which) {
        return payload("shopify-fulfillment", ORDER, number, "255858046", number + which, "#1001.1",
                "#" + number + "." + which, "jon@example.com", "c" + number + "@example.com");
    }

    private static String digest(String address) {
        try {
            return Webhook.hex(MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8)))
                .substring(0, 24);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
