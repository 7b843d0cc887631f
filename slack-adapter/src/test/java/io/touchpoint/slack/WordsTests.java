package io.touchpoint.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void leavesNoMarkupInAnyText() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String alphabet = "<>&*_~`:!@#|ab1 \n\u202e";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String literal = Words.literal(text.toString());
            assertThat(literal).as("seed %d", seed)
                .doesNotContain("<", ">", "*", "_", "~", "`", "\u202e")
                .doesNotContainPattern(":[a-z0-9_+'-]+:")
                .doesNotContainPattern("&(?!amp;|lt;|gt;)");
        }
    }

    @Test
    void unescapesOnce() {
        assertThat(Words.unescape(Words.escape("&lt; <b> & &amp;"))).isEqualTo("&lt; <b> & &amp;");
    }

    @Test
    void readsWhatWasTyped() {
        assertThat(Markup
            .typed("<@U1|ada> in <#C1|shop> <!here> <!subteam^S1|@team> <https://a.example|a.example> &lt;b&gt;"))
            .isEqualTo("<@U1> in #shop @here @team a.example <b>");
    }

}
