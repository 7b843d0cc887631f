package io.touchpoint.intake;

import static io.touchpoint.intake.Shop.NOW;
import static io.touchpoint.intake.Shop.order;
import static io.touchpoint.intake.Webhook.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whose deliveries are taken, and how often. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectDoorTests {

    private Shop shop;

    @BeforeAll
    void start() {
        shop = new Shop();
    }

    @AfterAll
    void stop() {
        assertThat(shop.logged("canary-4711")).isFalse();
        shop.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesWhatIsForgedOrStale(String what, Webhook webhook) throws Exception {
        refused(shop.post(webhook));
    }

    static Stream<Arguments> refusesWhatIsForgedOrStale() {
        String order = order("4001");
        Webhook shopify = Webhook.shopify("orders/create", order);
        Webhook stripe = Webhook.stripe(payload("stripe-checkout-session"), NOW);
        Webhook zendesk = Webhook.zendesk(payload("zendesk-status-changed"), NOW);
        Webhook intercom = Webhook.intercom(payload("intercom-closed"));
        Webhook till = Webhook.till(payload("till"));
        Webhook desk = Webhook.standard("desk", payload("till"), NOW);
        Instant early = NOW.minusSeconds(301);
        Instant late = NOW.plusSeconds(301);
        String hmac = "X-Shopify-Hmac-Sha256";
        Stream<Arguments> unsigned = Stream.of(shopify, stripe, zendesk, intercom, till, desk)
            .map((one) -> arguments("unsigned, " + one.source(), one.unsigned()));
        Stream<Arguments> changed = Stream.of(shopify, stripe, zendesk, intercom, till, desk)
            .map((one) -> arguments("another body, " + one.source(),
                    one.saying(new String(one.body(), StandardCharsets.UTF_8).concat(" "))));
        Stream<Arguments> elsewhere = Stream.of(shopify, stripe, zendesk, intercom, till, desk)
            .map((one) -> arguments("to another source, from " + one.source(),
                    one.to(one.source().equals("stripe") ? "zendesk" : "stripe")));
        return Stream.of(unsigned, changed, elsewhere, Stream.of(
                arguments("an empty signature", shopify.with(hmac, "")),
                arguments("a truncated signature",
                        shopify.with(hmac, String.valueOf(shopify.headers().get(hmac)).substring(0, 20))),
                arguments("another secret",
                        shopify.with(hmac, Webhook.base64(Webhook.mac("HmacSHA256", "a secret of others", order)))),
                arguments("hex for base64",
                        shopify.with(hmac, Webhook.hex(Webhook.mac("HmacSHA256", Webhook.SECRET, order)))),
                arguments("SHA-1 for SHA-256",
                        shopify.with(hmac, Webhook.base64(Webhook.mac("HmacSHA1", Webhook.SECRET, order)))),
                arguments("a long signature", shopify.with(hmac, "A".repeat(100_000))),
                arguments("Stripe, five minutes ago", Webhook.stripe(payload("stripe-checkout-session"), early)),
                arguments("Stripe, in five minutes", Webhook.stripe(payload("stripe-checkout-session"), late)),
                arguments("Stripe, another time",
                        stripe.with("Stripe-Signature",
                                String.valueOf(stripe.headers().get("Stripe-Signature"))
                                    .replaceFirst("t=\\d+", "t=" + NOW.plusSeconds(1).getEpochSecond()))),
                arguments("Stripe, no time",
                        stripe.with("Stripe-Signature",
                                String.valueOf(stripe.headers().get("Stripe-Signature")).replaceFirst("t=\\d+,", ""))),
                arguments("Stripe, only v0",
                        stripe.with("Stripe-Signature",
                                String.valueOf(stripe.headers().get("Stripe-Signature")).replace("v1=", "v0="))),
                arguments("Zendesk, five minutes ago", Webhook.zendesk(payload("zendesk-status-changed"), early)),
                arguments("Zendesk, in five minutes", Webhook.zendesk(payload("zendesk-status-changed"), late)),
                arguments("Zendesk, another time",
                        zendesk.with("X-Zendesk-Webhook-Signature-Timestamp", NOW.plusSeconds(1).toString())),
                arguments("Zendesk, no time", zendesk.with("X-Zendesk-Webhook-Signature-Timestamp", "yesterday")),
                arguments("Intercom, without the kind of signature",
                        intercom.with("X-Hub-Signature",
                                String.valueOf(intercom.headers().get("X-Hub-Signature")).substring(5))),
                arguments("a till without what stands before a signature",
                        till.with("X-Till-Signature",
                                String.valueOf(till.headers().get("X-Till-Signature")).substring(7))),
                arguments("Standard Webhooks, five minutes ago", Webhook.standard("desk", payload("till"), early)),
                arguments("a source without a secret", Webhook.standard("shut", payload("till"), NOW)),
                arguments("a source with an empty secret", Webhook.standard("empty", payload("till"), NOW)),
                arguments("no source", Webhook.standard("nobody", payload("till"), NOW))))
            .flatMap((rows) -> rows);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "workspace=", "workspace=w9", "workspace=w9&workspace=w1", "workspace=w1%00",
            "workspace=w1%7Cx", "workspace[$ne]=w9" })
    void refusesTheSameWayAnotherWorkspace(String query) throws Exception {
        refused(shop.post(Webhook.shopify("orders/create", order("4001")), query, "application/json"));
    }

    private static void refused(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getContentAsString())
            .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401}");
    }

    /** What the vendor does not sign must not make a new event of an old one. */
    @Test
    void givesAReplayTheFirstAnswerWhateverItsHeadersSay() throws Exception {
        Webhook order = Webhook.shopify("orders/create", order("4010"));
        Webhook chat = Webhook.intercom(payload("intercom-closed", "137324500000000", "4011", "notif_2a89", "n4011"));
        Webhook payment = Webhook.stripe(payload("stripe-checkout-session", "10442", "4012",
                "evt_1NG8Du2eZvKYlo2CUI79vXWy", "evt_4012", "pi_3MtwBwLkdIwHu7ix28a3tqPA", "pi_4012"), NOW);
        for (Webhook one : List.of(order, chat, payment)) {
            String first = shop.post(one).getContentAsString();
            assertThat(first).contains("\"send\"");
            assertThat(shop.post(one).getContentAsString()).isEqualTo(first);
        }
        String other = shop
            .post(order.with("X-Shopify-Event-Id", "new")
                .with("X-Shopify-Webhook-Id", "new")
                .with("X-Shopify-Triggered-At", "2026-11-23T09:00:00Z"))
            .getContentAsString();
        assertThat(other).isEqualTo(shop.post(order).getContentAsString());
        assertThat(shop.post(order.with("X-Shopify-Topic", "refunds/create")).getContentAsString())
            .contains("nothing came back");
        assertThat(shop.decided("order:4010")).hasSize(1);
        assertThat(shop.decided("chat:4011")).hasSize(1);
        assertThat(shop.decided("order:4012")).hasSize(1);
    }

    @Test
    void refusesAnotherTypeMoreThanItReadsAndOtherMethods() throws Exception {
        Webhook order = Webhook.shopify("orders/create", order("4040"));
        assertThat(shop.post(order, "workspace=w1", "application/x-www-form-urlencoded").getStatus()).isEqualTo(415);
        assertThat(shop.post(order, "workspace=w1", "application/json;charset=UTF-8").getStatus()).isEqualTo(200);
        assertThat(shop.post(order.saying(" ".repeat(ConnectController.MOST_BYTES + 1))).getStatus()).isEqualTo(413);
        assertThat(shop.by("GET").getStatus()).isEqualTo(405);
        assertThat(shop.by("GET").getHeader("Allow")).isEqualTo("POST");
        assertThat(shop.by("HEAD").getStatus()).isEqualTo(200);
    }

    @Test
    void wantsItAgainWithoutADatabase() throws Exception {
        Webhook order = Webhook.shopify("orders/create", order("4050"));
        assertThat(shop.outage.during(() -> shop.post(order)).getStatus()).isEqualTo(503);
        assertThat(shop.post(order).getContentAsString()).contains("\"send\"");
    }

    @Test
    void takesBothSecretsWhileOneIsBeingReplaced() throws Exception {
        String order = order("4060");
        Webhook old = Webhook.shopify("orders/create", order)
            .with("X-Shopify-Hmac-Sha256", Webhook.base64(Webhook.mac("HmacSHA256", "another-one", order)));
        assertThat(shop.post(old).getStatus()).isEqualTo(200);
    }

}
