package io.touchpoint.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.survey.Scale;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnderstandingTests {

    private static String en(String asked, String text) {
        return Replies.written(Replies.understand("en", asked, text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "please ask me again", "stop by", "non-stop", "stop sending me the wrong size",
            "Arrêtez de perdre mes colis", "No me enviaron el pedido", "no me contactaron", "non mi inviano la fattura",
            "the courier did not stop", "I had to stop using it", "stop charging me twice",
            "Please stop this right away, my card was stolen", "stop changing the menu", "unsubscribe link is broken",
            "cancel my order", "end of story: it never came", "he said \"leave me alone\" and hung up",
            "bitte nicht mehr so spät liefern", "Abmelden geht nicht", "keine Nachricht vom Fahrer",
            "Nachrichten kamen nicht an", "stoppt die falsche Abbuchung" })
    void doesNotHearAStopInOtherWords(String text) {
        for (String asked : List.of("R5", "R10", "YN", "TXT", "-")) {
            assertThat(en(asked, text)).as(asked).isNotEqualTo("STOP").isNotEqualTo("LEAVE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "stop", "Stop.", "STOP!!!", "stopp", "please stop", "stop it", "Stop messaging me please",
            "stop asking me questions", "stop sending me these surveys", "no more messages", "unsubscribe me",
            "opt-out", "OPT OUT", "I want to opt out", "revoke", "I revoke my consent", "do not contact me",
            "Don’t message me again", "never ask me again", "leave me alone", "remove me from your list",
            "Terrible. Leave me alone.", "not interested", "go away", "fuck off",
            "I don't want to get any more messages", "lass mich in Ruhe", "Abmelden", "keine weiteren Fragen",
            "kein Interesse", "hört auf mir zu schreiben", "Ich möchte keine Nachrichten mehr",
            "schreibt mir nicht mehr", "bitte kontaktieren Sie mich nicht mehr", "Ich widerrufe meine Einwilligung" })
    void hearsEveryStopWhateverWasAsked(String text) {
        for (String asked : List.of("R5", "R10", "YN", "TXT", "-")) {
            assertThat(en(asked, text)).as(asked).isEqualTo("STOP");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            R5  | no one                                    | TEXT
            TXT | no one                                    | TEXT
            R5  | 1 - 2 weeks                               | TEXT
            R5  | 4 / 5 days late                           | TEXT
            R5  | 2/5 parcels arrived                       | TEXT
            R5  | 4, 5 days late                            | TEXT
            R5  | one sock. literally one sock.             | TEXT
            R5  | 1. late 2. broken                         | TEXT
            R5  | 4711                                      | TEXT
            R5  | 2026-11-20                                | TEXT
            R5  | 12:30                                     | SNOOZE 2026-11-22T12:30
            R5  | number 4                                  | TEXT
            R5  | €4                                        | TEXT
            R5  | 4€                                        | TEXT
            R5  | 3rd                                       | TEXT
            R5  | not 5                                     | TEXT
            R5  | fine                                      | QUAL +
            R5  | nice                                      | QUAL +
            R5  | fouur                                     | RATE~ 4
            R5  | fuor                                      | RATE~ 4
            R5  | 4?                                        | RATE~ 4
            R5  | 4.                                        | RATE 4
            R5  | (4)                                       | RATE 4
            R5  | maybe 4                                   | RATE~ 4
            R5  | 4 maybe                                   | RATE~ 4
            R5  | 4 👍                                      | RATE 4
            R5  | 1 👍                                      | RATE~ 1
            R5  | 5, terrible                               | RATE~ 5
            R5  | 2. The speed is bad                       | RATE~ 2
            R5  | 4! quick                                  | RATE 4
            R5  | five stars                                | RATE 5
            R5  | 5* hotel                                  | TEXT
            R5  | 6/5                                       | RATE~ 5
            R5  | 7/5                                       | OUT
            R5  | 7/10                                      | RANGE 3 4
            R5  | 24/7                                      | TEXT
            R5  | 2/3                                       | TEXT
            R5  | 10/10 would recommend                     | RATE~ 5
            R10 | 10/10 would recommend                     | RATE~ 10
            R10 | 11                                        | OUT
            R10 | -1                                        | QUAL -
            R10 | four out of five                          | RATE~ 8
            R10 | 4 stars                                   | RATE~ 8
            R10 | nine out of ten                           | RATE 9
            R10 | 10, 9 would be too low                    | TEXT
            R7  | 8                                         | OUT
            R7  | 7 of 7                                    | RATE 7
            R5  | 3 to 4                                    | RANGE 3 4
            R5  | three and a half                          | RANGE 3 4
            R5  | 5 or 6                                    | OUT
            R5  | 4.0                                       | RATE 4
            R5  | ★★★★★★                                    | OUT
            EFFORT | 8 out of 10                            | OUT
            EFFORT | 2                                      | RATE 2
            THUMBS | 👍                                     | RATE 1
            THUMBS | no                                     | RATE 0
            THUMBS | yes                                    | RATE 1
            THUMBS | 4                                      | TEXT
            R5  | quit                                      | LEAVE
            TXT | cancel                                    | LEAVE
            -   | start                                     | START
            YN  | You sent me someone else's order          | TEXT
            YN  | your website is slow                      | TEXT
            YN  | Keine Antwort                             | TEXT
            YN  | No reply to three messages                | TEXT
            YN  | Yes, they called me yesterday             | YES
            YN  | No, it is still broken                    | NO
            YN  | yes, but it took two weeks                | UNSURE
            YN  | y                                         | YES
            YN  | 👎                                        | NO
            TXT | nothing                                   | SKIP
            TXT | no                                        | SKIP
            TXT | 4                                         | TEXT
            TXT | they called me tomorrow morning at last   | TEXT
            TXT | tomorrow                                  | SNOOZE 2026-11-23T09:00
            R5  | My order is missing. Can I talk to a human? | HUMAN
            """)
    void readsTheTraps(String asked, String text, String expected) {
        assertThat(en(asked, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            in half an hour               | 2026-11-22T10:30
            in 3 days                     | 2026-11-25T10:00
            tomorrow at 8                 | 2026-11-23T08:00
            tomorrow evening              | 2026-11-23T18:00
            at 9am                        | 2026-11-23T09:00
            ask me at 5                   | 2026-11-22T17:00
            this afternoon                | 2026-11-22T14:00
            tonight                       | 2026-11-22T18:00
            sunday                        | 2026-11-29T09:00
            sunday at 3pm                 | 2026-11-22T15:00
            next monday                   | 2026-11-30T09:00
            next week wednesday           | 2026-12-02T09:00
            am Dienstag um 15 Uhr         | 2026-11-24T15:00
            morgen früh                   | 2026-11-23T09:00
            übermorgen                    | 2026-11-24T09:00
            nächste Woche                 | 2026-11-30T09:00
            heute Abend                   | 2026-11-22T18:00
            um 17 Uhr                     | 2026-11-22T17:00
            """)
    void knowsWhenToAskAgain(String text, LocalDateTime expected) {
        assertThat(Replies.understand("en", "R5", text)).isInstanceOfSatisfying(Reply.Snooze.class, (snooze) -> {
            assertThat(snooze.until()).isEqualTo(expected.atZone(Replies.ZONE));
        });
    }

    @Test
    void keepsWhatWasSaidBesideTheValueAsItWasWritten() {
        assertThat(Replies.understand("en", "R5", "4, Delivery was QUICK"))
            .isEqualTo(new Reply.Rated(4, false, "Delivery was QUICK"));
        assertThat(Replies.understand("en", "R10", "8 (would be 10 if the app worked)"))
            .isEqualTo(new Reply.Rated(8, false, "would be 10 if the app worked"));
        assertThat(Replies.understand("en", "R5", "5 but slow")).isEqualTo(new Reply.Rated(5, false, "but slow"));
        assertThat(Replies.understand("de", "R5", "Zwei, weil keiner zurückrief"))
            .isEqualTo(new Reply.Rated(2, false, "weil keiner zurückrief"));
        assertThat(Replies.understand("en", "R5", "Where is it?  \n")).isEqualTo(new Reply.FreeText("Where is it?"));
    }

    @Test
    void takesTheQuestionsOwnLabelsForTheirValues() {
        Expectation asked = new Expectation.Rating(Scale.STARS_5,
                List.of("Very bad", "Bad", "OK", "Good", "Very good"));
        assertThat(with(asked, "Very bad")).isEqualTo("RATE 1");
        assertThat(with(asked, "good")).isEqualTo("RATE 4");
        assertThat(with(asked, "ok")).isEqualTo("QUAL 0");
        assertThat(with(new Expectation.Rating(Scale.CES_1_7), "very satisfied")).isEqualTo("QUAL ++");
    }

    private static String with(Expectation asked, String text) {
        return Replies.written(Understanding.understand(text, asked, Locale.ENGLISH, Replies.ZONE,
                Replies.SUNDAY_TEN.atZone(Replies.ZONE).toInstant()));
    }

    @Test
    void offersTheValuesThatALeaningLeavesOpen() {
        assertThat(Replies.understand("en", "R5", "pretty good"))
            .isEqualTo(new Reply.Leaning(Reply.Tone.GOOD, List.of(4, 5)));
        assertThat(Replies.understand("en", "EFFORT", "pretty good"))
            .isEqualTo(new Reply.Leaning(Reply.Tone.GOOD, List.of(1, 2)));
    }

    @Test
    void doesNotMindHostileTexts() {
        for (String piece : List.of("4 or ", "no ", "stop ", "not a 5 more like a ", "((((", "★", "👍", "1/2", "very ",
                "i would say ", "yes yes ", "4, ", "a", "would have been a 5 but so ", "!?", "in 2 ", "\u0301")) {
            String hostile = piece.repeat(4000 / piece.length());
            long start = System.nanoTime();
            for (String asked : List.of("R5", "YN", "TXT")) {
                Replies.understand("en", asked, hostile);
            }
            assertThat(System.nanoTime() - start).as(piece).isLessThan(10_000_000_000L);
        }
    }

    @Test
    void understandsNothingInNothing() {
        assertThat(Replies.understand("en", "R5", "")).isEqualTo(new Reply.FreeText(""));
        assertThat(Replies.understand("en", "R5", " \u200d ")).isInstanceOf(Reply.FreeText.class);
    }

}
