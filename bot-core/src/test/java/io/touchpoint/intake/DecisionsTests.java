package io.touchpoint.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.followup.BusinessEvent;
import io.touchpoint.followup.FollowUps;
import io.touchpoint.followup.Gate;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.journey.JourneyStage;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.workspace.Tenant;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionsTests {

    private static final Instant NOW = CoreUnderTest.START;

    private CoreUnderTest core;

    private MockMvc mvc;

    @BeforeAll
    void start() {
        core = CoreUnderTest
            .with("workspace", "journey", "survey", "customer", "team", "feedback", "recovery", "conversation",
                    "outbox", "breaker", "followup", "intake")
            .bean(Directory.class, new Everybody())
            .property("touchpoint.events.secret=" + Signed.SECRET)
            .start();
        Stream.of("w1", "w2").forEach(this::company);
        delivered("w1", "c1", "1042");
        delivered("w1", "c1", "1043");
        core.get(Customers.class).optOut(Customers.id("w1", "c1"), NOW);
        delivered("w1", "c1", "1044");
        mvc = MockMvcBuilders.standaloneSetup(core.get(DecisionsController.class)).build();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    private void company(String id) {
        core.get(Workspaces.class)
            .put(new Workspace(id, null, "Northwind", ZoneId.of("Europe/Berlin"), Locale.ENGLISH, null,
                    List.of(new Tenant("slack", "T" + id)), List.of(), List.of(), "f"));
        core.get(JourneyMaps.class)
            .publish(id,
                    List.of(new Touchpoint("delivery", JourneyStage.POST_PURCHASE, false, "Delivery", "delivery", null,
                            "goal", "expectation", 0.2, "delivery", List.of("order.delivered"), List.of(),
                            Duration.ofHours(24), 1, false)));
    }

    private void delivered(String workspace, String customer, String order) {
        core.get(FollowUps.class)
            .receive(new BusinessEvent(workspace, "shop", "e" + order, "order.delivered", NOW,
                    new CustomerFacts(customer, null, null, null, null, null,
                            List.of(Address.person(workspace, "slack", "T" + workspace, "U" + customer))),
                    "order", order, null, null, null, null, List.of(), false), NOW);
    }

    @Test
    void tellsEveryGateOfASubject() throws Exception {
        JsonNode told = told("workspace=w1&subject=order:1042").path("decisions");
        assertThat(told).singleElement().satisfies((one) -> {
            assertThat(one.path("touchpoint").asString()).isEqualTo("delivery");
            assertThat(one.path("decision").asString()).isEqualTo("send");
            assertThat(one.path("due").asString()).isEqualTo("2026-11-24T09:00:00Z");
            assertThat(one.path("words").asString()).isEqualTo("scheduled for Tue 24 Nov, 10:00 Europe/Berlin");
            assertThat(one.path("gates").valueStream().map((gate) -> gate.path("gate").asString()))
                .containsExactlyElementsOf(
                        Stream.of(Gate.values()).map((gate) -> gate.name().toLowerCase(Locale.ROOT)).toList());
        });
    }

    @Test
    void tellsAllOfACustomer() throws Exception {
        assertThat(told("workspace=w1&customer=c1").path("decisions")
            .valueStream()
            .map((one) -> one.path("subject").asString() + " " + one.path("decision").asString()))
            .containsExactlyInAnyOrder("order:1042 send", "order:1043 send", "order:1044 skip");
    }

    @Test
    void tellsNothingOfAnotherWorkspace() throws Exception {
        assertThat(told("workspace=w2&customer=c1").path("decisions")).isEmpty();
        assertThat(told("workspace=w2&subject=order:1042").path("decisions")).isEmpty();
        assertThat(told("workspace=w2&subject=w1%7Ccustomer%7Cc1").path("decisions")).isEmpty();
    }

    @Test
    void tellsNobodyWhoHasNotSignedThisVeryQuery() throws Exception {
        assertThat(get("workspace=w1&customer=c1", "workspace=w1&customer=c2").getStatus()).isEqualTo(401);
        MockHttpServletResponse nothing = get("workspace=w1", "workspace=w1");
        assertThat(nothing.getStatus()).isEqualTo(400);
        assertThat(nothing.getContentAsString()).contains("must have customer=… or subject=…");
    }

    private JsonNode told(String query) throws Exception {
        MockHttpServletResponse response = get(query, query);
        assertThat(response.getStatus()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse get(String query, String signed) throws Exception {
        return mvc.perform((context) -> {
            MockHttpServletRequest request = new MockHttpServletRequest(context, "GET", "/v1/decisions");
            request.setQueryString(query);
            request.addHeader("webhook-id", "m");
            request.addHeader("webhook-timestamp", String.valueOf(NOW.getEpochSecond()));
            request.addHeader("webhook-signature",
                    Signed.by(Signed.SECRET, "m", NOW, signed.getBytes(StandardCharsets.UTF_8)));
            return request;
        }).andReturn().getResponse();
    }

}
