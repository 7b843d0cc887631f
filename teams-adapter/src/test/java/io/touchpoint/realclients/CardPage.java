package io.touchpoint.realclients;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.touchpoint.browser.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import tools.jackson.databind.JsonNode;

/** A page that draws cards with Microsoft's library, in a browser. */
final class CardPage implements AutoCloseable {

    private static final int WIDTH = 900;

    private static final int HEIGHT = 900;

    private static final int MARGIN = 32;

    private static final int MOST_STOPS = 100;

    private final Map<String, Path> library;

    private final HttpServer server;

    private final Browser browser;

    /** How much higher a window is than what it shows. */
    private final int chrome;

    /**
     * A card as it was drawn.
     *
     * @param findings what the library has to say against it
     * @param text all that can be read
     * @param wide the elements that need more room than there is
     */
    record Drawn(List<String> findings, String text, List<String> wide, int height) {
    }

    CardPage(NodePackages packages, Browser browser) {
        this.library = Map.of("/adaptivecards.js", packages.file("adaptivecards/dist/adaptivecards.js"),
                "/adaptivecards.css", packages.file("adaptivecards/dist/adaptivecards.css"), "/markdown-it.js",
                packages.file("markdown-it/dist/markdown-it.min.js"));
        this.browser = browser;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        server.createContext("/", this::serve);
        server.start();
        browser.size(WIDTH, HEIGHT);
        browser.driver().get("http://127.0.0.1:" + server.getAddress().getPort() + "/card.html");
        Object inner = browser.driver().executeScript("return window.innerHeight");
        this.chrome = HEIGHT - Integer.parseInt(String.valueOf(inner));
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Optional<byte[]> content = content(path);
            if (content.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", type(path) + "; charset=utf-8");
            exchange.sendResponseHeaders(200, content.get().length);
            exchange.getResponseBody().write(content.get());
        }
    }

    private Optional<byte[]> content(String path) throws IOException {
        Path file = library.get(path);
        if (file != null) {
            return Optional.of(Files.readAllBytes(file));
        }
        try (InputStream own = CardPage.class.getResourceAsStream("/realclients" + path)) {
            return (own == null) ? Optional.empty() : Optional.of(own.readAllBytes());
        }
    }

    private static String type(String path) {
        return path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html";
    }

    /** Draws a card so many pixels wide, {@code light} or {@code dark}. */
    Drawn draw(JsonNode card, int width, String scheme) {
        @SuppressWarnings("unchecked")
        Map<String, Object> drawn = (Map<String, Object>) Optional
            .ofNullable(browser.driver()
                .executeScript("return draw(arguments[0], arguments[1], arguments[2])", card.toString(), width, scheme))
            .orElseThrow();
        return new Drawn(texts(drawn, "findings"), String.valueOf(drawn.get("text")), texts(drawn, "wide"),
                Integer.parseInt(String.valueOf(drawn.get("height"))));
    }

    private static List<String> texts(Map<String, Object> from, String name) {
        return (from.get(name) instanceof List<?> list) ? list.stream().map(String::valueOf).toList() : List.of();
    }

    /** The inputs and buttons of the card that was drawn last which have no name. */
    List<String> unnamed() {
        return browser.all("#card :is(input, textarea, select, button)")
            .stream()
            .filter((control) -> Optional.ofNullable(control.getAccessibleName()).orElse("").isBlank())
            .map(WebElement::getTagName)
            .toList();
    }

    /**
     * The names of what the Tab key leads to on the card that was drawn last, in its
     * order, without the card as a whole.
     */
    List<String> tabbed() {
        List<String> names = new ArrayList<>();
        browser.driver().executeScript("document.getElementById('before').focus()");
        while (names.size() < MOST_STOPS) {
            new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
            WebElement focused = browser.driver().switchTo().activeElement();
            boolean within = Boolean.TRUE.equals(browser.driver()
                .executeScript("return document.querySelector('#card > *').contains(arguments[0])", focused));
            boolean whole = focused.equals(browser.find("#card > *"));
            if (!within || (whole && !names.isEmpty())) {
                return names;
            }
            if (!whole) {
                names.add(CardText.plain(Optional.ofNullable(focused.getAccessibleName()).orElse("")));
            }
        }
        throw new IllegalStateException("the Tab key leads round in circles: " + names);
    }

    /** Keeps a picture of a whole card. */
    void picture(String name, JsonNode card, int width, String scheme) {
        Drawn drawn = draw(card, width, scheme);
        browser.size(width + MARGIN, drawn.height() + chrome);
        browser.picture(name);
    }

    @Override
    public void close() {
        server.stop(0);
    }

}
