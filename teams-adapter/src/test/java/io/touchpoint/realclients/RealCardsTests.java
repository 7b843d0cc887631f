package io.touchpoint.realclients;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.TeamsSandbox;
import io.touchpoint.browser.Browser;
import io.touchpoint.sandbox.SandboxApplication;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The cards that the product shows, drawn by Microsoft's library in a browser; pictures
 * of some are left in {@code target/screenshots}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealCardsTests {

    /** Elements of Teams' own, which the library leaves to Teams. */
    private static final Set<String> OF_TEAMS = Set.of("Chart.VerticalBar", "Chart.VerticalBar.Grouped");

    /** Of a later version of the schema, and taken by Teams in any: its people picker. */
    private static final String PICKER = "choices.data";

    private static final List<Integer> WIDTHS = List.of(320, 640);

    private final NodePackages packages = NodePackages.find();

    private final Browser browser = Browser.open();

    private final CardPage page = new CardPage(packages, browser);

    private final Map<String, JsonNode> cards = new LinkedHashMap<>();

    private final Map<String, List<CardPage.Drawn>> drawn = new LinkedHashMap<>();

    private final List<String> unnamed = new ArrayList<>();

    private final Map<String, List<String>> tabbed = new LinkedHashMap<>();

    @BeforeAll
    void draw() {
        try (SandboxApplication sandbox = TeamsSandbox.start("--server.port=0")) {
            cards.putAll(new EveryCard(sandbox.url()).cards());
        }
        cards.forEach((text, card) -> {
            drawn.put(text, WIDTHS.stream().map((width) -> page.draw(card, width, "light")).toList());
            page.unnamed().forEach((control) -> unnamed.add(control + " on: " + text));
            tabbed.put(text, page.tabbed());
        });
    }

    @AfterAll
    void stop() {
        page.close();
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "After a purchase, a delivery or a solved ticket", "One tap is enough.",
            "Delivery: 2, bad.", "What went wrong?", "✓ Late", "Thank you. The delivery team has this now.",
            "I've asked the delivery team to write to you", "I'll ask once more on",
            "Done. You won't get questions from Northwind Outfitters", "You got this question because",
            "What did we do well?", "Changed from 5, very good, to 4, good.", "Is that a 4 or a 5?",
            "This is the only reminder.", "This question closed on", "Unhappy customer: Delivery", "Taken by Jon",
            "Reply to customer\n", "Jon, delivery team:", "Close case\n", "Closed by Jon",
            "This has changed since. Here is the current state.", "Customer touchpoints, 16–22 Nov",
            "Customer touchpoints, 23–29 Nov", "Comments of", "Worth a check-in this week", "Plan a check-in\n",
            "Mara suggests a check-in", "Jon accepted your check-in", "You accepted the check-in", "Tomorrow 16:00",
            "Your next check-ins", "Customer journey", "✓ has not opted out", "What I can do:" })
    void isShownInTheStory(String words) {
        assertThat(cards.keySet()).anySatisfy((text) -> assertThat(text).contains(words));
    }

    @Test
    void isTakenAsItIs() {
        List<String> findings = new ArrayList<>();
        drawn.forEach((text, sizes) -> sizes.getFirst()
            .findings()
            .stream()
            .filter((finding) -> OF_TEAMS.stream().noneMatch(finding::contains) && !finding.contains(PICKER))
            .forEach((finding) -> findings.add(finding + " on: " + text)));
        assertThat(findings).isEmpty();
    }

    @Test
    void saysTheSameWithoutWhatOnlyTeamsDraws() {
        Set<String> unknown = new LinkedHashSet<>();
        cards.values().forEach((card) -> unknown.addAll(CardText.of(card).unknown()));
        assertThat(unknown).isNotEmpty().isSubsetOf(OF_TEAMS);
        List<JsonNode> charts = cards.values()
            .stream()
            .flatMap((card) -> card.path("body").valueStream())
            .filter((element) -> OF_TEAMS.contains(element.path("type").asString()))
            .toList();
        assertThat(charts).isNotEmpty()
            .allSatisfy((chart) -> assertThat(chart.path("fallback").path("type").asString()).isEqualTo("FactSet"));
    }

    @Test
    void losesNoText() {
        List<String> lost = new ArrayList<>();
        drawn.forEach((text, sizes) -> sizes.forEach((one) -> {
            String read = CardText.plain(one.text());
            CardText.of(Objects.requireNonNull(cards.get(text)))
                .texts()
                .stream()
                .filter((piece) -> !read.contains(piece))
                .forEach((piece) -> lost.add(piece + " on: " + text));
        }));
        assertThat(lost).isEmpty();
        assertThat(drawn.values()).allSatisfy((sizes) -> assertThat(sizes).noneMatch((one) -> one.text().isBlank()));
    }

    private JsonNode one(String beginning) {
        return cards.entrySet()
            .stream()
            .filter((card) -> card.getKey().contains(beginning))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no card says: " + beginning));
    }

    @Test
    void namesEveryInputAndButton() {
        assertThat(unnamed).isEmpty();
    }

    @Test
    void leadsTheTabKeyThroughEachInputAndButtonInReadingOrder() {
        assertThat(tabbed.values().stream().mapToInt(List::size).sum()).isPositive();
        assertThat(tabbed).allSatisfy((text, stops) -> {
            int next = 0;
            for (CardText.Control control : CardText.of(Objects.requireNonNull(cards.get(text))).controls()) {
                int first = next;
                while (next < stops.size() && control.is(stops.get(next)) && (next == first || control.parts())) {
                    next++;
                }
                assertThat(next).as("%s in %s", control, stops).isGreaterThan(first);
            }
            assertThat(stops).hasSize(next);
        });
    }

    @Test
    void fitsOnAPhoneAndOnADesktop() {
        List<String> wide = new ArrayList<>();
        drawn.forEach((text, sizes) -> Stream.iterate(0, (i) -> i < sizes.size(), (i) -> i + 1)
            .forEach((i) -> sizes.get(i)
                .wide()
                .forEach((element) -> wide.add(WIDTHS.get(i) + " px: " + element + " on: " + text))));
        assertThat(wide).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "light", "dark" })
    void canBeLookedAt(String scheme) {
        page.picture("card-rating-" + scheme, one("One tap is enough."), 460, scheme);
        page.picture("card-digest-" + scheme, one("Customer touchpoints, 16–22 Nov"), 640, scheme);
        page.picture("card-check-in-" + scheme, one("Send proposal"), 460, scheme);
    }

}
