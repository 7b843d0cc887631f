package io.touchpoint.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Answer;
import io.touchpoint.chat.Inbound;
import io.touchpoint.chat.Reference;
import io.touchpoint.customer.Customer;
import io.touchpoint.customer.CustomerFacts;
import io.touchpoint.customer.Customers;
import io.touchpoint.customer.Preferences;
import io.touchpoint.customer.Preferences.Hours;
import io.touchpoint.mongo.CoreUnderTest;
import io.touchpoint.outbox.Outbox;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class WishesTests {

    private static final Instant NOW = CoreUnderTest.START;

    private static final Address DANA = Address.person("w1", "slack", "T1", "U1");

    private CoreUnderTest core;

    private int number;

    @BeforeAll
    void start() {
        core = CoreUnderTest
            .with("outbox", "workspace", "journey", "survey", "customer", "team", "feedback", "recovery", "privacy",
                    "conversation")
            .bean(AskCheck.class, (_, _, _) -> new AskCheck.Verdict.Ask())
            .start();
        core.get(Workspaces.class)
            .put(new Workspace("w1", null, "Northwind", ZoneId.of("Europe/Berlin"), Locale.ENGLISH, null, List.of(),
                    List.of(), List.of(), ""));
        core.get(Customers.class)
            .learn("w1", new CustomerFacts("c1", "Dana", null, Locale.UK, null, null, List.of(DANA)), NOW);
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void nothingIsWished() {
        core.get(Customers.class).wish("w1|customer|c1", (_) -> Preferences.NONE);
        number++;
    }

    @Test
    void offersWhatCanBeWished() {
        assertThat(writes("settings")).isTrue();
        assertThat(core.get(Outbox.class)
            .byKey("w1|talk|c1|e" + number + "#0001")
            .orElseThrow()
            .saying()
            .message()
            .plainText()).isEqualTo("""
                    When and how may Northwind ask you?
                    Now: as often as usual, any time, 9 to 20 h, in English.
                    [✓ As often as usual] [Once a month at most]
                    [✓ Any time, 9 to 20 h] [Mornings, 9 to 12 h] [Afternoons, 12 to 17 h] [Evenings, 17 to 20 h]
                    [✓ English] [Deutsch]
                    It holds from the next question on. Write “stop” to end all questions.""");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Settings", "my preferences", "ask me less often", "please change the language",
            "less often!", "Einstellungen", "Fragen Sie mich bitte seltener", "Sprache ändern", "auf Deutsch bitte",
            "in another language" })
    void hearsThatSomebodyWantsToBeAskedInAnotherWay(String text) {
        assertThat(writes(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "stop", "4", "the settings of my order were lost", "less", "late", "the language was rude",
            "more often than not it is late", "I want a person" })
    void leavesOtherWordsToThoseWhoKnowThem(String text) {
        assertThat(writes(text)).isFalse();
    }

    @Test
    void keepsEachWishAndShowsIt() {
        assertThat(press("seldom:yes")).contains("Now: once a month at most, any time, 9 to 20 h, in English.")
            .contains("[As often as usual] [✓ Once a month at most]");
        assertThat(press("hours:MORNING")).contains("Now: once a month at most, mornings, 9 to 12 h, in English.");
        assertThat(press("language:de"))
            .contains("Jetzt: höchstens einmal im Monat, vormittags, 9 bis 12 Uhr, auf Deutsch.");
        assertThat(dana().wishes()).isEqualTo(new Preferences(true, Hours.MORNING, Locale.GERMAN));
        assertThat(dana().language()).isEqualTo(Locale.GERMAN);
        core.get(Customers.class)
            .learn("w1", new CustomerFacts("c1", null, null, Locale.FRANCE, null, null, List.of()), NOW);
        assertThat(dana().language()).as("whatever an event says").isEqualTo(Locale.GERMAN);
        press("seldom:no");
        press("hours:ANY");
        assertThat(dana().wishes()).isEqualTo(new Preferences(false, Hours.ANY, Locale.GERMAN));
    }

    @ParameterizedTest
    @ValueSource(strings = { "hours:NIGHT", "language:xx", "language:", "wish", ":", "hours", "seldom" })
    void takesNoButtonThatItDidNotOffer(String action) {
        assertThat(pressed(action)).isEqualTo(new Answer.Nothing());
        assertThat(dana().wishes()).isEqualTo(Preferences.NONE);
    }

    private boolean writes(String text) {
        return core.get(Wishes.class)
            .heard(dana(),
                    new Inbound.Said("e" + number, NOW, new Inbound.Actor(DANA, false, "Dana"), DANA, null, text), NOW);
    }

    private String press(String action) {
        return (pressed(action) instanceof Answer.Replaced(var message)) ? message.plainText() : "";
    }

    private Answer pressed(String action) {
        return core.get(Smalltalk.class)
            .pressed(new Inbound.Pressed("e2", NOW, new Inbound.Actor(DANA, false, "Dana"), DANA,
                    new Reference("D1", "1.0"), "token", action), NOW);
    }

    private Customer dana() {
        return core.get(Customers.class).byId("w1|customer|c1").orElseThrow();
    }

}
