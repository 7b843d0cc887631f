package io.touchpoint.realclients;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.TeamsAdapter;
import io.touchpoint.browser.Browser;
import io.touchpoint.mongo.MongoUnderTest;
import io.touchpoint.sandbox.Apart;
import io.touchpoint.sandbox.BusinessEvents;
import io.touchpoint.sandbox.Northwind;
import io.touchpoint.sandbox.SandboxClock;
import io.touchpoint.sandbox.SandboxConfiguration;
import io.touchpoint.sandbox.SimulatedPlatform;
import io.touchpoint.teams.NorthwindOnTeams;
import io.touchpoint.teams.fake.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A customer's part of the story in Microsoft's Agents Playground; pictures of it are
 * left in {@code target/screenshots}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaygroundTests {

    /** How far the clock moves while something is waited for. */
    private static final Duration GLANCE = Duration.ofSeconds(5);

    private static final String WORDS = "Two days late and nobody told me.";

    private final NodePackages packages = NodePackages.find();

    private final Browser browser = Browser.open();

    private final HttpClient client = HttpClient.newHttpClient();

    private @Nullable ConfigurableApplicationContext application;

    private @Nullable AgentsPlayground playground;

    @BeforeAll
    void start(@TempDir Path folder) {
        SpringApplication teams = new SpringApplication(TeamsAdapter.class);
        teams.addInitializers(new Apart());
        teams.setBannerMode(Banner.Mode.OFF);
        teams.setAdditionalProfiles("playground");
        ConfigurableApplicationContext started = teams.run(arguments());
        application = started;
        AgentsPlayground page = AgentsPlayground.start(packages, folder, root(started));
        playground = page;
        browser.size(1280, 1000);
        browser.driver().get(page.url());
    }

    private static String[] arguments() {
        Stream<String> sandbox = SandboxConfiguration.properties()
            .entrySet()
            .stream()
            .filter((property) -> !property.getKey().equals("touchpoint.workspace-file"))
            .map((property) -> "--" + property.getKey() + "=" + property.getValue());
        return Stream
            .concat(sandbox, Stream.of("--server.port=0", "--touchpoint.workspace-file=" + NorthwindOnTeams.file(),
                    "--spring.mongodb.uri=" + MongoUnderTest.get().freshDatabase()))
            .toArray(String[]::new);
    }

    private static URI root(ConfigurableApplicationContext application) {
        return URI.create("http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @AfterAll
    void stop() {
        browser.close();
        if (playground != null) {
            playground.close();
        }
        if (application != null) {
            application.close();
        }
    }

    private ConfigurableApplicationContext application() {
        if (application == null) {
            throw new IllegalStateException("it does not run");
        }
        return application;
    }

    private Instant now() {
        return application().getBean(SandboxClock.class).instant();
    }

    /** Moves the clock and waits until nothing is due. */
    private void passes(Duration time) {
        HttpRequest request = HttpRequest.newBuilder(root(application()).resolve("/test/settle?to=" + now().plus(time)))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    private void deliver(String order) {
        BusinessEvents shop = new BusinessEvents("teams", Northwind.EVENTS_SECRET);
        shop.postTo(root(application()).resolve("/v1/events?workspace=" + Northwind.WORKSPACE));
        SimulatedPlatform.Person dana = new SimulatedPlatform.Person(Person.aad("dana"), "Dana Whitfield",
                SimulatedPlatform.Role.CUSTOMER, Locale.UK, ZoneId.of("Europe/London"), null, "dana@acme.example",
                "Acme");
        BusinessEvents.Answer answer = shop.post("e-" + order, "order.delivered", order, dana, now(), now());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("scheduled for");
    }

    /** All that stands on cards, in the order in which it came. */
    private String cards() {
        return browser.all(".ac-adaptiveCard").stream().map(WebElement::getText).collect(Collectors.joining("\n"));
    }

    private void awaitCard(String words) {
        browser.until("a card says: " + words, () -> {
            passes(GLANCE);
            return cards().contains(words);
        });
    }

    private void press(String label) {
        List<WebElement> buttons = browser.all(".ac-adaptiveCard button")
            .stream()
            .filter((button) -> button.getText().equals(label))
            .toList();
        buttons.getLast().click();
    }

    private void type(String words) {
        browser.find("[role=textbox][contenteditable=true]").sendKeys(words, Keys.ENTER);
    }

    @Test
    void playsTheCustomersPart() {
        awaitCard("After a purchase, a delivery or a solved ticket I may ask you here how it went.");
        deliver("10442");
        passes(Duration.ofDays(1));
        awaitCard("How was the delivery, from 1 (very bad) to 5 (very good)?");
        browser.picture("playground-question");
        press("2 Bad");
        awaitCard("Delivery: 2, bad.");
        awaitCard("What went wrong?");
        type(WORDS);
        awaitCard("Thank you. The delivery team has this now.");
        assertThat(cards()).doesNotContain("1 Very bad");
        browser.picture("playground");
    }

}
