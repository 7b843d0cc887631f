package io.touchpoint.intake;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.touchpoint.chat.Directory;
import io.touchpoint.followup.Decisions;
import io.touchpoint.followup.Why;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.mongo.MongoUnderTest;
import io.touchpoint.mongo.Outage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/**
 * A company with the map that comes with the product, whose shop, help desk and tills
 * send their webhooks.
 */
final class Shop implements AutoCloseable {

    static final Instant NOW = CoreUnderTest.START;

    /** The id of the order in the payloads. */
    static final String ORDER = "820982911946154508";

    final Outage outage = new Outage();

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private final CoreUnderTest core;

    private final MockMvc mvc;

    Shop() {
        core = CoreUnderTest
            .with("workspace", "journey", "survey", "customer", "team", "feedback", "recovery", "conversation",
                    "outbox", "breaker", "followup", "intake", "setup")
            .database(MongoUnderTest.get().freshDatabase())
            .bean(Directory.class, new Everybody())
            .bean(BeanPostProcessor.class, outage)
            .property("touchpoint.workspace-file=classpath:connect/company.yaml")
            .property("touchpoint.events.secret=" + Signed.SECRET)
            .property("touchpoint.events.patience=1h")
            .property("touchpoint.connect.shopify.secret=another-one," + Webhook.SECRET)
            .property("touchpoint.connect.stripe.secret=" + Webhook.SECRET)
            .property("touchpoint.connect.zendesk.secret=" + Webhook.SECRET)
            .property("touchpoint.connect.intercom.secret=" + Webhook.SECRET)
            .property("touchpoint.connect.till.secret=" + Webhook.SECRET)
            .property("touchpoint.connect.desk.secret=" + Webhook.SECRET)
            .property("touchpoint.connect.empty.secret=")
            .start();
        mvc = MockMvcBuilders.standaloneSetup(core.get(ConnectController.class)).build();
        log.start();
        root().addAppender(log);
    }

    /** A shop's order of that number. */
    static String order(String number, String... replaced) {
        String order = Webhook.payload("shopify-order", ORDER, number, "#1001", "#" + number, "115310627314723954",
                "\"c" + number + "\"", "jon@example.com", "c" + number + "@example.com");
        for (int i = 0; i < replaced.length; i += 2) {
            if (!order.contains(replaced[i])) {
                throw new IllegalStateException("the order does not have " + replaced[i]);
            }
            order = order.replace(replaced[i], replaced[i + 1]);
        }
        return order.replace("gid://shopify/Customer/\"c" + number + "\"", "gid://shopify/Customer/1");
    }

    <T> T get(Class<T> type) {
        return core.get(type);
    }

    CoreUnderTest core() {
        return core;
    }

    MockHttpServletResponse post(Webhook webhook) throws Exception {
        return post(webhook, "workspace=w1", "application/json");
    }

    MockHttpServletResponse post(Webhook webhook, String query, String contentType) throws Exception {
        return mvc.perform((context) -> {
            MockHttpServletRequest request = new MockHttpServletRequest(context, "POST",
                    "/v1/connect/" + webhook.source());
            request.setQueryString(query);
            request.setContentType(contentType);
            request.setContent(webhook.body());
            webhook.headers().forEach(request::addHeader);
            return request;
        }).andReturn().getResponse();
    }

    MockHttpServletResponse by(String method) throws Exception {
        return mvc.perform((context) -> new MockHttpServletRequest(context, method, "/v1/connect/shopify"))
            .andReturn()
            .getResponse();
    }

    /** What was decided about a subject, by touchpoint and subject. */
    List<String> decided(String subject) {
        return why(subject).stream()
            .map((why) -> why.decision().touchpoint().key() + " " + why.decision().subject().id() + " "
                    + why.decision().standing().outcome().name().toLowerCase(Locale.ROOT))
            .sorted()
            .toList();
    }

    List<Why> why(String subject) {
        return get(Decisions.class).why("w1", subject, ZoneId.of("Europe/Berlin"));
    }

    /** Whether a text was logged. */
    boolean logged(String text) {
        return log.list.stream().anyMatch((event) -> event.getFormattedMessage().contains(text));
    }

    @Override
    public void close() {
        core.close();
        root().detachAppender(log);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

}
