package io.touchpoint.browser;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A browser without a window, where the machine has one: without, tests that need it are
 * skipped, or fail when {@code -Dbrowser.require=true} says so.
 */
public final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /**
     * Held here, so that its level stays: its warnings about protocol versions do not
     * concern us.
     */
    private static final Logger QUIET = Logger.getLogger("org.openqa.selenium");

    static {
        QUIET.setLevel(Level.SEVERE);
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    public static Browser open() {
        Optional<Path> chromium = onPath("chromium", "google-chrome", "chrome");
        Optional<Path> service = onPath("chromedriver");
        boolean there = chromium.isPresent() && service.isPresent();
        if (!there && Boolean.getBoolean("browser.require")) {
            fail("browser.require=true, but there is no chromium with its chromedriver on the path");
        }
        assumeTrue(there, "there is no chromium with its chromedriver on the path");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        options.addArguments(List.of("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
                "--force-prefers-reduced-motion"));
        ChromeDriverService found = new ChromeDriverService.Builder()
            .usingDriverExecutable(service.orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
        return new Browser(new ChromeDriver(found, options));
    }

    private static Optional<Path> onPath(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
            .flatMap((name) -> Stream.of(path.split(":", -1)).map((folder) -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    }

    public ChromeDriver driver() {
        return driver;
    }

    public void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** Shows the page as people see it who prefer a colour scheme. */
    public void scheme(String scheme) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    public WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Waits until something is so. */
    public void until(String what, BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE).withMessage(what)
            .ignoring(StaleElementReferenceException.class)
            .ignoring(NoSuchElementException.class)
            .until((_) -> condition.getAsBoolean());
    }

    /** Keeps a picture of the page. */
    public void picture(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

}
