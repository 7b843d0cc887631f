package io.touchpoint.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of real replies, and the comments that must stay comments. */
class RepliesTableTests {

    private static final Set<String> LANGUAGES = Set.of("en", "de");

    static Stream<Arguments> replies() {
        return Replies.rows("replies.tsv", 4)
            .stream()
            .filter((row) -> LANGUAGES.contains(row[0]))
            .map((row) -> Arguments.of(row[0], row[1], row[2], row[3]));
    }

    @ParameterizedTest(name = "{0} {1}: {2} is {3}")
    @MethodSource("replies")
    void understandsEachReplyOfTheTable(String language, String asked, String text, String expected) {
        String given = Replies.written(Replies.understand(language, asked, text));
        if (expected.startsWith("SNOOZE")) {
            assertThat(given).startsWith(expected);
        }
        else {
            assertThat(given).isEqualTo(expected);
        }
    }

    @Test
    void neverStopsOrRatesOnAReplyInALanguageWithoutATable() {
        List<String> wrong = Replies.rows("replies.tsv", 4)
            .stream()
            .filter((row) -> !LANGUAGES.contains(row[0]))
            .filter((row) -> {
                String given = Replies.written(Replies.understand(row[0], row[1], row[2]));
                return !given.equals("TEXT") && !given.split(" ")[0].equals(row[3].split(" ")[0]);
            })
            .map((row) -> String.join(" ", row))
            .toList();
        assertThat(wrong).isEmpty();
    }

    static Stream<Arguments> askedOfComments() {
        return Stream.of(Arguments.of("TXT", 0), Arguments.of("R5", 1), Arguments.of("R10", 1));
    }

    @ParameterizedTest
    @MethodSource("askedOfComments")
    void leavesCommentsComments(String asked, int leanings) {
        List<String> others = Replies.rows("comments.tsv", 3)
            .stream()
            .map((row) -> Replies.written(Replies.understand(row[1], asked, row[2])) + ": " + row[2])
            .filter((line) -> !line.startsWith("TEXT: "))
            .toList();
        Stream<String> skips = Stream.of("SKIP: n/a", "SKIP: nothing to add", "SKIP: no comment");
        Stream<String> leaning = Stream.of("QUAL 0: ok I guess").limit(leanings);
        assertThat(others).containsExactlyInAnyOrderElementsOf(Stream.concat(skips, leaning).toList());
    }

    @Test
    void findsNoYesAndNoNoInComplaints() {
        List<String> answers = Replies.rows("comments.tsv", 3)
            .stream()
            .filter((row) -> !row[0].equals("none"))
            .map((row) -> Replies.written(Replies.understand(row[1], "YN", row[2])) + ": " + row[2])
            .filter((line) -> line.startsWith("YES") || line.startsWith("NO"))
            .toList();
        assertThat(answers).isEmpty();
    }

}
