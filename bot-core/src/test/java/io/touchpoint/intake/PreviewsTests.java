package io.touchpoint.intake;

import static io.touchpoint.intake.Shop.NOW;
import static io.touchpoint.intake.Shop.order;
import static io.touchpoint.intake.Webhook.payload;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.intake.Previews.Source;
import io.touchpoint.workspace.Workspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreviewsTests {

    private final Shop shop = new Shop();

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void showsWhatAPayloadWouldBecomeAndKeepsNothing() throws Exception {
        Map<String, List<Document>> before = stored();
        assertThat(preview("shopify", "orders/create", order("5001"))).isInstanceOfSatisfying(Preview.Event.class,
                (seen) -> {
                    assertThat(seen.event().type()).isEqualTo("order.placed");
                    assertThat(seen.event().subject()).isEqualTo("5001");
                    assertThat(seen.event().customer().key()).isEqualTo("shopify:c5001");
                    assertThat(seen.decisions()).singleElement().satisfies((why) -> {
                        assertThat(why.decision().touchpoint().key()).isEqualTo("checkout");
                        assertThat(why.sentence()).isEqualTo("scheduled for Mon 23 Nov, 10:10 Europe/Berlin");
                        assertThat(why.gates()).contains("✓ has not opted out", "✓ reachable in Slack");
                    });
                });
        assertThat(preview("till", null, payload("till"))).isInstanceOfSatisfying(Preview.Event.class,
                (seen) -> assertThat(seen.decisions()).extracting((why) -> why.decision().touchpoint().key())
                    .containsExactly("store_visit"));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void showsWhatWouldBeWithdrawn() throws Exception {
        shop.post(Webhook.zendesk(payload("zendesk-trigger"), NOW));
        Map<String, List<Document>> before = stored();
        String reopened = payload("zendesk-trigger", "08:45:20Z solved", "08:50:00Z open", "\"2026-11-23T08:45:20Z\"",
                "\"2026-11-23T08:50:00Z\"", "{\"current\": \"SOLVED\", \"previous\": \"OPEN\"}",
                "{\"current\": \"OPEN\", \"previous\": \"SOLVED\"}");
        assertThat(preview("zendesk", null, reopened)).isInstanceOfSatisfying(Preview.Event.class,
                (seen) -> assertThat(seen.decisions()).singleElement()
                    .satisfies((why) -> assertThat(why.sentence())
                        .isEqualTo("not asked: withdrawn by ticket.reopened on 23 Nov")));
        assertThat(preview("zendesk", null, payload("zendesk-trigger"))).isInstanceOfSatisfying(Preview.Event.class,
                (seen) -> assertThat(seen.decisions()).singleElement()
                    .satisfies((why) -> assertThat(why.sentence()).startsWith("scheduled for")));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void namesWhatIsMissingAndWhatIsNotAskedAbout() {
        assertThat(preview("till", null, payload("till", "\"member\"", "\"guest\"")))
            .isEqualTo(new Preview.Unreadable("/member/number", "is missing"));
        assertThat(preview("till", null, "not JSON")).isInstanceOf(Preview.Unreadable.class);
        assertThat(preview("till", null, payload("till", "\"sale\"", "\"gift\"")))
            .isEqualTo(new Preview.Nothing("what stands at /kind is not among the types of till"));
        assertThat(preview("shopify", "refunds/create", payload("shopify-refund")))
            .isEqualTo(new Preview.Nothing("the order that it is about is not known here"));
        assertThat(preview("nobody", null, "{}")).isEqualTo(new Preview.Nothing("there is no source of that name"));
    }

    @Test
    void knowsTheSourcesAndWhatOpensThem() {
        List<Source> sources = shop.get(Previews.class).sources("w1");
        assertThat(sources).extracting(Source::name)
            .containsExactly("desk", "intercom", "shopify", "shut", "stripe", "till", "zendesk");
        assertThat(sources).filteredOn((source) -> source.closed() != null)
            .containsExactly(new Source("shut", List.of(), "TOUCHPOINT_CONNECT_SHUT_SECRET"));
        assertThat(shop.get(Previews.class).source("w1", "shopify"))
            .hasValueSatisfying((shopify) -> assertThat(shopify.topics()).contains("refunds/create"));
        assertThat(shop.get(Previews.class).sources("w2")).extracting(Source::name)
            .containsExactly("intercom", "shopify", "stripe", "zendesk");
    }

    @Test
    void readsAsTheWorkspaceSaysWhatItNamesLikeAVendor() {
        shop.get(Sources.class)
            .put(new Mappings("w1",
                    List.of(new Mapping("zendesk", null, "/key", "/at", "ticket.solved", List.of(),
                            new Mapping.Customer("/who", null, null, null, null, null, null),
                            new Mapping.Subject("ticket", "/key", null, null), List.of()))));
        assertThat(preview("zendesk", null, payload("zendesk-trigger")))
            .isEqualTo(new Preview.Unreadable("/key", "is missing"));
    }

    private Preview preview(String source, @Nullable String topic, String payload) {
        return shop.get(Previews.class).of(shop.get(Workspaces.class).get("w1"), source, topic, payload, NOW);
    }

    private Map<String, List<Document>> stored() {
        Map<String, List<Document>> stored = new TreeMap<>();
        for (String collection : shop.core().mongo().getCollectionNames()) {
            stored.put(collection, shop.core().mongo().getCollection(collection).find().into(new ArrayList<>()));
        }
        return stored;
    }

}
