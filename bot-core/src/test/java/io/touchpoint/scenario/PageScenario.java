package io.touchpoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.browser.Browser;
import io.touchpoint.sandbox.RunningSandbox;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The sandbox's page in a browser; pictures of it are left in {@code target/screenshots}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract non-sealed class PageScenario extends Scenario {

    private static final int STEPS = 12;

    private final Browser browser = Browser.open();

    private final RunningSandbox sandbox = start();

    @AfterAll
    void stop() {
        sandbox.close();
        browser.close();
    }

    @BeforeEach
    void open() {
        browser.size(1440, 960);
        browser.scheme("light");
        browser.driver().get(sandbox.url() + "/");
        browser.until("the page is drawn", () -> browser.all("body[data-ready]").size() == 1);
    }

    @Test
    @Order(1)
    void showsLastMondaysDigestFirst() {
        browser.until("the digest stands there", () -> channel().contains("Customer touchpoints, 16–22 Nov"));
        assertThat(channel()).contains("28% unhappy (25 of 88").contains("45% unhappy (14 of 31");
        assertThat(browser.find("#now").getText()).isEqualTo("Wed, 25 Nov 2026, 10:00 in Berlin");
        browser.picture("first-screen");
    }

    @Test
    @Order(2)
    void tellsTheWholeStory() {
        browser.find("#story").click();
        WebElement next = browser.find("#story-next");
        browser.until("the story begins", () -> next.getText().equals("Start"));
        browser.picture("story-00");
        for (int step = 1; step <= STEPS; step++) {
            String before = browser.find("#story-text").getText();
            next.click();
            browser.until("step " + step + " is done after: " + before,
                    () -> next.isEnabled() && !browser.find("#story-text").getText().equals(before));
            browser.picture("story-%02d".formatted(step));
            if (browser.find("#story-title").getText().equals("The weekly digest")) {
                assertThat(channel()).contains("“Two days late and nobody told me.”");
            }
            assertThat(browser.find("#story-text").getText()).doesNotContain("did not work");
        }
        assertThat(next.getText()).isEqualTo("Done");
        assertThat(browser.find("#pane-manager .log").getText()).contains("Jon accepted your check-in");
        next.click();
        assertThat(browser.find("#story-panel").isDisplayed()).isFalse();
        browser.driver()
            .executeScript("document.querySelector('#pane-channel .log').lastElementChild.scrollIntoView()");
        browser.picture("after-the-story");
    }

    @Test
    @Order(3)
    void aRatingIsPressedByKeyboardAlone() {
        Play play = new Play(sandbox.url());
        play.event("order.delivered", "20077", play.person("Liam"));
        play.advance(Duration.ofHours(48));
        WebElement who = browser.find("#pane-customer .who");
        who.sendKeys("Liam");
        browser.until("the question stands there", () -> customer().contains("How was the delivery"));
        who.sendKeys(Keys.TAB);
        for (int i = 0; i < 20 && !focused().getText().startsWith("2"); i++) {
            focused().sendKeys(Keys.TAB);
        }
        assertThat(focused().getText()).isEqualTo("2 Bad");
        assertThat(focused().getDomAttribute("aria-label")).startsWith("Rate the delivery 2 of 5");
        browser.picture("keyboard-focus");
        focused().sendKeys(Keys.ENTER);
        browser.until("the choice is shown", () -> customer().contains("Delivery: 2, bad."));
    }

    @Test
    @Order(4)
    void escapeClosesAForm() {
        browser.until("there are comments to see", () -> !browser.all("#pane-channel [data-control]").isEmpty());
        WebElement comments = browser.all("#pane-channel button[data-control]")
            .stream()
            .filter((button) -> button.getText().equals("See comments"))
            .findFirst()
            .orElseThrow();
        comments.sendKeys(Keys.ENTER);
        browser.until("the form is open", () -> browser.all("dialog[open]").size() == 1);
        browser.picture("comments");
        focused().sendKeys(Keys.ESCAPE);
        browser.until("the form is closed", () -> browser.all("dialog").isEmpty());
    }

    @Test
    @Order(5)
    void isReadableInTheDarkAndOnANarrowScreen() {
        browser.scheme("dark");
        browser.picture("dark");
        browser.size(1000, 800);
        browser.picture("dark-1000");
        browser.scheme("light");
        browser.picture("light-1000");
        Object overflow = browser.driver()
            .executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).isEqualTo(0L);
    }

    private WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    private String customer() {
        return browser.find("#pane-customer .log").getText();
    }

    private String channel() {
        return browser.find("#pane-channel .log").getText();
    }

}
